// Hot: one pass over the columns of a situation counts every total, facet and day under all filters, and each facet also without its
// own. A row is a mask of the filters it fails: 0 passes all, one bit alone passes all but that one. Plain twin: the naive count of
// cross-filter.test.ts; bench: situation.
import { agreementOf } from "../assess/agreement.ts";
import { DAY_MS, addDays, dayToUtc } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import {
  VERDICTS,
  casualtiesOf,
  kindsOf,
  placesOf,
  readingCounts,
  valuesOf,
} from "./cross-counts.ts";
import type { CrossAnswer, CrossGroup } from "./cross-counts.ts";
import type { SituationTable } from "./situation-table.ts";
import { FACET_NAMES } from "./view.ts";
import type { CardPart, Facet, MapBox } from "./view.ts";

/** What all figures are narrowed by. Readings are those of the table. */
export interface CrossQuestion {
  /** Readings that one word is said for, in bars and on maps; none: incidents stand unassessed. */
  readonly readings: readonly string[];
  readonly from: Day | null;
  readonly until: Day | null;
  readonly facets: readonly Facet[];
  readonly of: CardPart | null;
  readonly bbox: MapBox | null;
  /** Only what these readings answer differently, surely or possibly. */
  readonly differ: readonly [string, string] | null;
}

const FAILS = { days: 16, verdict: 32, bbox: 64, differ: 128, aggregate: 256 } as const;
const GROUPS: readonly CrossGroup[] = [
  "differ",
  "conflict",
  "undetermined",
  "violation",
  "not-covered",
  "none",
];

/** Counts under a question and marks the rows that pass it (1) in `passed`, one byte a row. Cost: one pass over the rows. */
export function crossFilter(
  table: SituationTable,
  question: CrossQuestion,
  passed: Uint8Array,
): CrossAnswer {
  const { page } = table;
  const plan = planOf(table, question);
  const counts = countRows(table, plan, passed);
  return {
    incidents: counts.incidents,
    aggregates: counts.aggregates,
    places: placesOf(table, counts.radius),
    readings: page.readings.map(({ reading, holder }, at) => ({
      reading,
      holder,
      ...readingCounts(page.patterns, at, counts.verdict),
    })),
    facets: page.facets.map((facet, at) => ({
      name: facet.name,
      values: valuesOf(table, at, counts.facets[at] ?? counts.profile),
    })),
    regions: valuesOf(table, FACET_NAMES.indexOf("region"), counts.profile),
    days: daysOf(plan, counts),
    casualties: casualtiesOf(page.harms, counts.harm),
  };
}

/** The groups of patterns for some readings: what a mark or a bar says of each. */
export function patternGroups(
  { page }: SituationTable,
  readings: readonly string[],
): readonly CrossGroup[] {
  return page.patterns.map((pattern) => agreementOf(kindsOf(page, pattern, readings)) ?? "none");
}

interface Plan {
  /** Bits that a row of that profile, of that pattern fails. */
  readonly profileFails: Uint16Array;
  readonly patternFails: Uint16Array;
  readonly patternGroups: Uint8Array;
  /** Days asked for, counted as the column `day` counts; `until` is not among them. */
  readonly from: number;
  readonly until: number;
  readonly bbox: MapBox | null;
  /** Place in `radii` -> whether such a row has a point. */
  readonly isPoint: readonly boolean[];
  readonly firstDay: Day | null;
  /** Days of the strip, and what to add to `day` for its place there. */
  readonly length: number;
  readonly shift: number;
}

function planOf(table: SituationTable, question: CrossQuestion): Plan {
  const { page } = table;
  const { baseDay, days } = page;
  const dayNumber = (day: Day | null, absent: number) =>
    day === null || baseDay === null ? absent : daysBetween(baseDay, day);
  const groups = patternGroups(table, question.readings);
  return {
    profileFails: profileFails(table, question.facets),
    patternFails: patternFails(page, question),
    patternGroups: Uint8Array.from(groups, (group) => GROUPS.indexOf(group)),
    from: dayNumber(question.from, Number.NEGATIVE_INFINITY),
    until: dayNumber(question.until, Number.POSITIVE_INFINITY),
    bbox: question.bbox,
    isPoint: page.radii.map((radius) => typeof radius === "number"),
    firstDay: days?.firstDay ?? null,
    length: days === null ? 0 : daysBetween(days.firstDay, days.lastDay) + 1,
    shift: days === null || baseDay === null ? 0 : daysBetween(days.firstDay, baseDay),
  };
}

/** A facet value that no incident has leaves none. */
function profileFails({ page }: SituationTable, facets: readonly Facet[]): Uint16Array {
  const wanted = page.facets.map(({ name, values, sets }) => {
    const asked = facets.find((one) => one.name === name);
    if (asked === undefined) return null;
    const at = values.findIndex(({ value }) => value === asked.value);
    return sets.map((set) => set.includes(at));
  });
  return Uint16Array.from(page.profiles, ({ sets, aggregate }) => {
    let fails: number = aggregate ? FAILS.aggregate : 0;
    for (const [at, passes] of wanted.entries()) {
      if (passes !== null && passes[sets[at] ?? -1] !== true) fails |= 1 << at;
    }
    return fails;
  });
}

function patternFails(page: SituationTable["page"], { of, differ }: CrossQuestion): Uint16Array {
  const at = page.readings.findIndex(({ reading }) => reading === of?.reading);
  return Uint16Array.from(page.patterns, (pattern) => {
    const isOf =
      of === null ||
      (of.verdict === "at-most"
        ? pattern.maybe[at] === "1"
        : VERDICTS[pattern.verdicts[at] ?? ""] === of.verdict);
    const isDiffer = differ === null || new Set(kindsOf(page, pattern, differ)).size > 1;
    return (isOf ? 0 : FAILS.verdict) | (isDiffer ? 0 : FAILS.differ);
  });
}

interface Counts {
  incidents: number;
  aggregates: number;
  several: number;
  sureDays: number;
  readonly profile: Uint32Array;
  readonly verdict: Uint32Array;
  readonly harm: Uint32Array;
  readonly radius: Uint32Array;
  /** By facet: profiles of rows that pass all or fail that facet alone. */
  readonly facets: readonly Uint32Array[];
  /** Group by group, a number a day. */
  readonly sure: Uint32Array;
  /** Changes from day to day of how many may have been on it. */
  readonly mayChange: Int32Array;
}

function countRows(table: SituationTable, plan: Plan, passed: Uint8Array): Counts {
  const { page, columns } = table;
  const { profile, pattern, day, lon, lat, radius, harm } = columns;
  const { from, until, bbox } = plan;
  const counts = emptyCounts(page, plan);
  const allFacets = (1 << counts.facets.length) - 1;
  const [west = 0, south = 0, east = 0, north = 0] = bbox?.map(Math.fround) ?? [];
  for (let row = 0; row < page.rows; row++) {
    const rowProfile = profile[row] ?? 0;
    const rowPattern = pattern[row] ?? 0;
    const rowDay = day[row] ?? 0;
    let fails = (plan.profileFails[rowProfile] ?? 0) | (plan.patternFails[rowPattern] ?? 0);
    if (rowDay < from || rowDay >= until) fails |= FAILS.days;
    if (bbox !== null) {
      const [x, y] = [lon[row] ?? 0, lat[row] ?? 0];
      const isIn = plan.isPoint[radius[row] ?? 0] === true;
      if (!isIn || x < west || x > east || y < south || y > north) fails |= FAILS.bbox;
    }
    passed[row] = fails === 0 ? 1 : 0;
    if (fails === 0) {
      counts.incidents++;
      add(counts.profile, rowProfile);
      add(counts.harm, harm[row] ?? 0);
      add(counts.radius, radius[row] ?? 0);
    } else if (fails === FAILS.aggregate) counts.aggregates++;
    else if (fails <= allFacets && (fails & (fails - 1)) === 0) {
      add(counts.facets[31 - Math.clz32(fails)], rowProfile);
    }
    if ((fails & ~FAILS.verdict) === 0) add(counts.verdict, rowPattern);
    if ((fails & ~FAILS.days) === 0) countDay(counts, plan, columns, row);
  }
  for (const facet of counts.facets) {
    for (let at = 0; at < facet.length; at++)
      facet[at] = (facet[at] ?? 0) + (counts.profile[at] ?? 0);
  }
  return counts;
}

function countDay(counts: Counts, plan: Plan, columns: SituationTable["columns"], row: number) {
  const before = columns.before[row] ?? 0;
  const after = columns.after[row] ?? 0;
  const at = (columns.day[row] ?? 0) + plan.shift;
  if (before + after === 0) {
    counts.sureDays++;
    add(counts.sure, (plan.patternGroups[columns.pattern[row] ?? 0] ?? 0) * plan.length + at);
    return;
  }
  counts.several++;
  const change = counts.mayChange;
  change[at - before] = (change[at - before] ?? 0) + 1;
  change[at + after + 1] = (change[at + after + 1] ?? 0) - 1;
}

function add(counts: Uint32Array | undefined, at: number): void {
  if (counts !== undefined) counts[at] = (counts[at] ?? 0) + 1;
}

function emptyCounts(page: SituationTable["page"], { length }: Plan): Counts {
  return {
    incidents: 0,
    aggregates: 0,
    several: 0,
    sureDays: 0,
    profile: new Uint32Array(page.profiles.length),
    verdict: new Uint32Array(page.patterns.length),
    harm: new Uint32Array(page.harms.length),
    radius: new Uint32Array(page.radii.length),
    facets: page.facets.map(() => new Uint32Array(page.profiles.length)),
    sure: new Uint32Array(GROUPS.length * length),
    mayChange: new Int32Array(length + 1),
  };
}

function daysOf({ firstDay, length }: Plan, counts: Counts): CrossAnswer["days"] {
  if (firstDay === null) return null;
  let may = 0;
  const days = Array.from({ length }, (_, at) => {
    may += counts.mayChange[at] ?? 0;
    const sure = new Map<CrossGroup, number>();
    for (const [group, name] of GROUPS.entries()) {
      const count = counts.sure[group * length + at] ?? 0;
      if (count > 0) sure.set(name, count);
    }
    return { day: addDays(firstDay, at), sure, may };
  });
  return { days, sure: counts.sureDays, several: counts.several };
}

function daysBetween(first: Day, last: Day): number {
  return Math.round((dayToUtc(last) - dayToUtc(first)) / DAY_MS);
}
