// Random texts that a drafter might write, made to lie near every seam: cut points, sibling kinds, `.other`, open edges, questions
// of each sort, exceptions that meet. Own generator, so that the product's tests and this one do not share blind spots.
import { dice } from "./dice.ts";
import type { Dice } from "./dice.ts";

/** A value of JSON: documents are written as JSON, which is YAML too. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

type Fields = Record<string, Json>;

const ZONES = ["UTC", "Europe/Kyiv", "Europe/Moscow", "America/New_York", "+05:30"];
const NAMED_KINDS = [
  "energy",
  "infrastructure",
  "power",
  "gas",
  "energy",
  "power",
  "power-grid",
  "substation",
  "gas",
  "gas-pipeline",
  "gas-storage",
  "gas-metering",
  "oil",
  "oil-terminal",
  "port",
  "quay",
  "transport",
  "railway",
  "coal",
  "water",
  "dam",
  "infrastructure",
  "object",
  "military",
  "position",
  "ship",
  "ship-civil",
];
const ACTS = [
  ["strike"],
  ["strike"],
  ["use-of-force"],
  ["deploy", "strike"],
  ["ground-attack", "strike"],
  ["attempt", "cyberattack"],
  ["act"],
];
const MEANS = [
  ["artillery"],
  ["drone"],
  ["mortar", "missile"],
  ["tube-artillery", "mortar", "rocket-artillery"],
  ["means"],
];
const LENGTHS = ["P2D", "P4D", "P7D", "PT72H", "PT96H", "PT168H"];
const STRIP = [
  [
    [20, 10],
    [21, 10],
    [21, 11],
    [20, 11],
    [20, 10],
  ],
];

// Shares its western border with the strip.
const EAST = [
  [
    [21, 10],
    [22, 10],
    [22, 11],
    [21, 11],
    [21, 10],
  ],
];
const CALIBRES: readonly Json[] = [{ from: 100 }, { below: 122 }, { from: 100, below: 152 }];

/** A document and what its questions and edges can be answered with. */
export function randomDocument(seed: number): Fields {
  const roll = dice(seed);
  const questions: Fields = {};
  const clauses = clausesOf(roll, questions);
  const document: Fields = {
    truceline: "terms/1",
    id: "random",
    title: "A random text",
    uses: { kinds: "kinds.yaml", means: "means.yaml", tzdata: "2025c" },
    "time-zones": ["America/New_York", "Europe/Kyiv", "Europe/Moscow"],
    parties: ["A", "B"],
    flags: { one: "the first circumstance", two: "the second" },
    events: { go: { says: "a condition" }, list: { says: "another", unrecorded: "no" } },
    zones: {
      strip: { geometry: { type: "Polygon", coordinates: STRIP } },
      east: { geometry: { type: "Polygon", coordinates: EAST } },
      lane: { geometry: "none-agreed", says: "named, not drawn" },
    },
    clauses,
  };
  if (Object.keys(questions).length > 0) document["questions"] = questions;
  if (roll.chance(0.4)) document["kinds"] = { "gas-metering": { is: ["gas", "?gas-pipeline"] } };
  document["readings"] = { r: readingOf(roll, questions) };
  return document;
}

function clausesOf(roll: Dice, questions: Fields): Fields {
  const clauses: Record<string, Fields> = {};
  const release = roll.chance(0.3) ? releaseOf(roll, questions) : null;
  for (const id of ["c1", "c2", "c3"].slice(0, roll.below(3) + 1)) {
    clauses[id] = ruleOf(roll, questions, id);
    if (release !== null) clauses[id]["on-breach"] = release;
  }
  const permits = ["p1", "p2"].slice(0, roll.below(3));
  for (const id of permits) clauses[id] = permitOf(roll, questions, id);
  for (const id of permits) order(roll, clauses, id);
  // What must be done judges no incident.
  if (roll.chance(0.2))
    clauses["o1"] = {
      effect: "require",
      by: ["A"],
      due: startOf(roll),
      "fulfilled-by": "go",
      "on-breach": { release: "automatic" },
    };
  return clauses;
}

// Which of the two goes first: the permit, the rule, or neither, and then they may clash.
function order(roll: Dice, clauses: Record<string, Fields>, permit: string): void {
  const rules = Object.keys(clauses).filter((id) => clauses[id]?.["effect"] === "prohibit");
  const choice = roll.below(5);
  const first = clauses[rules[0] ?? ""];
  if (choice < 3 && first !== undefined)
    first["unless"] = [...((first["unless"] as string[] | undefined) ?? []), permit];
  const second = clauses[rules[1] ?? ""];
  if (choice === 3 && second !== undefined) second["overrides"] = [permit];
}

function ruleOf(roll: Dice, questions: Fields, id: string): Fields {
  const fields: Fields = {
    effect: "prohibit",
    by: slot(
      roll,
      questions,
      `${id}-by`,
      () => ({ by: roll.one([["A", "B"], ["A", "B"], ["A", "B"], ["A"], ["B"]]) }),
      "by",
    ),
  };
  Object.assign(fields, common(roll, questions, id));
  if (roll.chance(0.15)) fields["against"] = roll.one<Json>(["opponent", ["A"], ["B"]]);
  if (roll.chance(0.15))
    fields["applies"] = slot(
      roll,
      questions,
      `${id}-applies`,
      () => ({ applies: roll.chance(0.5) }),
      "applies",
    );
  if (roll.chance(0.2))
    fields["in-force"] = slot(
      roll,
      questions,
      `${id}-entry`,
      () => ({ "in-force": { after: roll.one<Json>([[], ["go"], ["list"], ["go", "list"]]) } }),
      "in-force",
    );
  return { ...fields, ...periodOf(roll, questions, id) };
}

function permitOf(roll: Dice, questions: Fields, id: string): Fields {
  const fields: Fields = {
    effect: "permit",
    by: roll.one([["A", "B"], ["A"]]),
    ...common(roll, questions, id),
  };
  if (roll.chance(0.7)) fields["when"] = { flags: roll.one([["one"], ["two"], ["one", "two"]]) };
  return roll.chance(0.3) ? { ...fields, from: startOf(roll) } : fields;
}

function common(roll: Dice, questions: Fields, id: string): Fields {
  const fields: Fields = {};
  if (roll.chance(0.7))
    fields["act"] = slot(roll, questions, `${id}-act`, () => ({ act: roll.one(ACTS) }), "act");
  if (roll.chance(0.85))
    fields["targets"] = slot(
      roll,
      questions,
      `${id}-scope`,
      () => ({ targets: targetsOf(roll) }),
      "targets",
    );
  if (roll.chance(0.2))
    fields["means"] = slot(
      roll,
      questions,
      `${id}-means`,
      () => ({ means: roll.one(MEANS) }),
      "means",
    );
  if (roll.chance(0.25)) fields["where"] = whereOf(roll);
  if (roll.chance(0.1)) fields["calibre"] = roll.one(CALIBRES);
  return fields;
}

// A value, or a question with two or three answers of the same sort.
function slot(
  roll: Dice,
  questions: Fields,
  id: string,
  answer: () => Fields,
  field: string,
): Json {
  if (!roll.chance(0.3) || Object.keys(questions).length >= 2) return answer()[field] ?? null;
  const names = ["x", "y", "z"].slice(0, roll.below(2) + 2);
  const answers = names.map((name): [string, Fields] => [
    name,
    { ...answer(), ...(name !== "x" && roll.chance(0.1) ? { live: false } : {}) },
  ]);
  questions[id] = { asks: "which?", answers: Object.fromEntries(answers) };
  return { question: id };
}

function targetsOf(roll: Dice): Json {
  const named = Array.from({ length: roll.below(4) + 1 }, () => roll.one(NAMED_KINDS));
  const plain: Json[] = [...new Set(named)];
  if (!roll.chance(0.15)) return plain;
  const facet = roll.one<Fields>([
    { function: "civilian" },
    { side: "A" },
    { "controlled-by": "B" },
  ]);
  return [...plain.slice(1), { kind: plain[0] ?? "object", ...facet }];
}

function whereOf(roll: Dice): Json {
  return roll.one<Json>([
    { target: "strip" },
    { origin: "strip" },
    { either: "strip" },
    { outside: "strip" },
    { target: "lane" },
    { target: "strip", outside: "lane" },
    { target: "east" },
    { either: "east" },
    { outside: "east" },
    { target: "east", origin: "strip" },
    { target: "strip", either: "east" },
  ]);
}

function periodOf(roll: Dice, questions: Fields, id: string): Fields {
  const start = slot(roll, questions, `${id}-start`, () => ({ from: startOf(roll) }), "from");
  const event = roll.chance(0.08);
  const fields: Fields = { from: event ? { event: roll.one(["go", "list"]) } : start };
  if (roll.chance(0.25)) return fields;
  // Calendar days from an event have no clock to be counted by (docs/decisions/conformance.md).
  const lengths = event ? LENGTHS.filter((length) => length.startsWith("PT")) : LENGTHS;
  fields["for"] = event
    ? roll.one(lengths)
    : slot(roll, questions, `${id}-length`, () => ({ for: roll.one(lengths) }), "for");
  if (!event && roll.chance(0.3))
    fields["extension"] = roll.one<Json>([
      "none",
      "agreed",
      { automatic: { for: roll.one(LENGTHS), "notice-by": "PT12H" } },
    ]);
  return fields;
}

function startOf(roll: Dice): Json {
  const day = `2025-03-${String(roll.below(3) + 27)}`;
  const tz: Json = roll.chance(0.1)
    ? "unknown"
    : roll.chance(0.07)
      ? ["Europe/Kyiv", "Europe/Moscow"]
      : roll.one(ZONES);
  return roll.chance(0.8)
    ? { on: day, tz }
    : { at: `${day}T${roll.one(["00:01", "12:00", "18:30"])}`, tz };
}

function releaseOf(roll: Dice, questions: Fields): Json {
  const forms: Json[] = [
    "none",
    { release: "automatic" },
    { release: "power", notice: false },
    { release: "power", notice: true },
  ];
  return slot(roll, questions, "on-breach", () => ({ "on-breach": roll.one(forms) }), "on-breach");
}

function readingOf(roll: Dice, questions: Fields): Fields {
  const take: Fields = {};
  for (const [id, question] of Object.entries(questions)) {
    const names = Object.keys((question as { answers: object }).answers);
    if (roll.chance(0.4)) take[id] = roll.chance(0.3) ? names.slice(0, 2) : roll.one(names);
  }
  if (roll.chance(0.2)) take["coal-in-energy"] = roll.one(["in", "out"]);
  if (roll.chance(0.2)) take["dam-in-power"] = roll.one(["in", "out"]);
  return roll.chance(0.1)
    ? { take, assume: { go: { on: "2025-03-28", tz: roll.one(ZONES) } } }
    : { take };
}
