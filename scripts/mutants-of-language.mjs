// Bugs that a reader of TERMS could make, one line each: what the conformance corpus is for. Each must be caught by
// test/conformance.test.ts, whose cases do not know the code they judge (docs/decisions/conformance.md lists who caught which).

const ATOMS = "src/assess/atoms.ts";
const PERIOD = "src/assess/period.ts";
const RELEASE = "src/assess/release.ts";
const SPOTS = "src/assess/relate-spots.ts";

/** [name, file, what stands there, what the bug writes] */
export const MUTANTS_OF_LANGUAGE = [
  ["the end belongs to the period", ATOMS, "fact.at < until;", "fact.at <= until;"],
  [
    "the start does not belong to the period",
    ATOMS,
    "period.from <= fact.at &&",
    "period.from < fact.at &&",
  ],
  [
    "between just now and long ago there is nothing",
    "src/assess/event-ages.ts",
    "if (ages.size < 2) return NONE;",
    "if (ages.size >= 0) return NONE;",
  ],
  [
    "`.other` is dropped",
    "src/terms/vocabulary.ts",
    "leaves.push(inner.has(id) ? otherLeaf(id) : id);",
    "if (!inner.has(id)) leaves.push(id);",
  ],
  [
    "an equal time counts as earlier",
    RELEASE,
    "first !== undefined && at > first.after",
    "first !== undefined && at >= first.after",
  ],
  [
    "`outside` is read as `target`",
    ATOMS,
    '(where.outside === null || !lies("target", where.outside))',
    '(where.outside === null || lies("target", where.outside))',
  ],
  [
    "an open question takes its first answer",
    "src/assess/text-world.ts",
    "options: taken ?? live.map((answer) => answer.id)",
    "options: taken ?? live.slice(0, 1).map((answer) => answer.id)",
  ],
  [
    "the radius of a place is dropped",
    "src/geo/relation.ts",
    "const meters = disc.radiusMeters + (zone.toleranceMeters ?? 0);",
    "const meters = zone.toleranceMeters ?? 0;",
  ],
  [
    "the parties are swapped",
    "src/assess/situation.ts",
    'actors.add(instrument.parties.includes(value) ? value : "other");',
    'actors.add(instrument.parties.find((party) => party !== value) ?? "other");',
  ],
  [
    "every party measures from the first one's line",
    "src/assess/spot.ts",
    "spread(key.endsWith(suffix) ? key : key + suffix, role, own)",
    "spread(key.endsWith(suffix) ? key : key + suffix, role, [...shape.shapes.values()][0] ?? own)",
  ],
  [
    "a band takes in its outer edge",
    SPOTS,
    "(band.below ?? Infinity) - 1",
    "band.below ?? Infinity",
  ],
  [
    "a period is always extended",
    PERIOD,
    "return at <= end ? endOf(end, length, zone) : end;",
    "return endOf(end, length, zone);",
  ],
  [
    "notice of no renewal is ignored",
    PERIOD,
    "if (at === Infinity) return Infinity;",
    'if (extension.kind === "automatic") return Infinity;',
  ],
  [
    "a reading that assumes an event applies",
    "src/assess/standing.ts",
    'if (model.reading.assume.size > 0) return "would-apply";',
    "",
  ],
  [
    "calendar days are 24 hours long",
    PERIOD,
    'return typeof zone === "number" || !known ? elapsed : addCalendarDays(start, length.days, zone);',
    "return elapsed;",
  ],
  [
    "a party is freed by its own breach",
    RELEASE,
    "if (act.actor === party || act.at >=",
    "if (act.actor !== party || act.at >=",
  ],
  [
    "places on either side of a common border lie in neither zone",
    SPOTS,
    "...apartBySharing(undecided, measures.toArea),",
    "",
  ],
  [
    "unattributed is nobody bound",
    "src/assess/situation.ts",
    'for (const party of [...instrument.parties, "other"]) actors.add(party);',
    'actors.add("other");',
  ],
  [
    "an exception beats every rule",
    "src/assess/cell.ts",
    "if (prohibitions.length > 0 && !released) {",
    "if (prohibitions.length > 0 && !released && permits.length === 0) {",
  ],
  [
    "only the first thing hit counts",
    ATOMS,
    "asking.fact.things.some((thing)",
    "asking.fact.things.slice(0, 1).some((thing)",
  ],
];
