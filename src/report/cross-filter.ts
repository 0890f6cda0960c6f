// Hot: passes over the columns of a situation count every total, facet and day under all filters, and each facet also without its own.
// A row is a mask of the filters it fails: 0 passes all, one bit alone passes all but that one. Rows stand by day: when only the days
// move, only rows of the days that came or went are counted. Plain twin: the naive count of cross-filter.test.ts; bench: situation.
import { addDays } from "../model/instant.ts";
import { casualtiesOf, placesOf, readingCounts, valuesOf } from "./cross-counts.ts";
import type { CrossAnswer, CrossGroup } from "./cross-counts.ts";
import { FAILS, GROUPS, planOf } from "./cross-plan.ts";
import type { CrossPlan, CrossQuestion } from "./cross-plan.ts";
import type { SituationTable } from "./situation-table.ts";
import { FACET_NAMES } from "./view.ts";

/** One question after another about one table. */
export interface CrossFilter {
  /** Cost: two passes over the rows; where only days differ from the question before, over the rows of those days. */
  readonly count: (question: CrossQuestion) => CrossAnswer;
  /** A byte a row, 1 = it passed the last question. */
  readonly passed: Uint8Array;
}

/** Throws RangeError for a table whose rows do not stand by day. */
export function createCrossFilter(table: SituationTable): CrossFilter {
  const passed = new Uint8Array(table.page.rows);
  const starts = dayStarts(table);
  let pass: Pass | null = null;
  return {
    passed,
    count: (question) => {
      const plan = planOf(table, question);
      const key = JSON.stringify({ ...question, from: null, until: null });
      if (pass?.key !== key) {
        passed.fill(0);
        pass = passOf(table, plan, { key, fails: pass?.fails ?? new Uint16Array(passed.length) });
      }
      moveTo(pass, rowsOf(starts, plan), { table, passed });
      return answerOf(table, pass);
    },
  };
}

/** Rows of the days asked for: all from one to before another. */
interface RowRange {
  readonly first: number;
  readonly until: number;
}

/** Place of the first row of each day, and after the last day the number of rows. */
function dayStarts({ page: { rows }, columns: { day } }: SituationTable): Uint32Array {
  const starts = new Uint32Array((rows === 0 ? 0 : (day[rows - 1] ?? 0)) + 2);
  let next = 0;
  for (let row = 0; row < rows; row++) {
    const rowDay = day[row] ?? 0;
    if (rowDay < next - 1) throw new RangeError(`row ${row} is of an earlier day than the last`);
    while (next <= rowDay) starts[next++] = row;
  }
  return starts.fill(rows, next);
}

function rowsOf(starts: Uint32Array, { from, until }: CrossPlan): RowRange {
  const rowAt = (day: number) => starts[Math.min(starts.length - 1, Math.max(0, day))] ?? 0;
  const first = rowAt(from);
  return { first, until: Math.max(first, rowAt(until)) };
}

/** What is counted under a question, and over which rows so far. */
interface Pass {
  /** The question without its days. */
  readonly key: string;
  /** A row's mask of all filters but the days. */
  readonly fails: Uint16Array;
  readonly counts: Counts;
  readonly days: CrossAnswer["days"];
  range: RowRange;
}

interface Counts {
  incidents: number;
  aggregates: number;
  readonly profile: Uint32Array;
  readonly verdict: Uint32Array;
  readonly harm: Uint32Array;
  readonly radius: Uint32Array;
  /** By facet: profiles of rows that fail that facet alone. */
  readonly facets: readonly Uint32Array[];
}

function passOf(
  table: SituationTable,
  plan: CrossPlan,
  { key, fails }: Pick<Pass, "key" | "fails">,
): Pass {
  markFails(table, plan, fails);
  return {
    key,
    fails,
    counts: emptyCounts(table.page),
    days: daysOf(plan, countDays(table, plan, fails)),
    range: { first: 0, until: 0 },
  };
}

function markFails({ page, columns }: SituationTable, plan: CrossPlan, fails: Uint16Array): void {
  const { profile, pattern, lon, lat, radius } = columns;
  const { bbox } = plan;
  const [west = 0, south = 0, east = 0, north = 0] = bbox?.map(Math.fround) ?? [];
  for (let row = 0; row < page.rows; row++) {
    let failed =
      (plan.profileFails[profile[row] ?? 0] ?? 0) | (plan.patternFails[pattern[row] ?? 0] ?? 0);
    if (bbox !== null) {
      const [x, y] = [lon[row] ?? 0, lat[row] ?? 0];
      const isIn = plan.isPoint[radius[row] ?? 0] === true;
      if (!isIn || x < west || x > east || y < south || y > north) failed |= FAILS.bbox;
    }
    fails[row] = failed;
  }
}

/** Takes away the rows that the range loses and adds those that it wins. */
function moveTo(pass: Pass, next: RowRange, parts: CountParts): void {
  const kept = {
    first: Math.max(pass.range.first, next.first),
    until: Math.min(pass.range.until, next.until),
  };
  for (const gone of outside(pass.range, kept)) countRows(pass, gone, { ...parts, by: -1 });
  for (const come of outside(next, kept)) countRows(pass, come, { ...parts, by: 1 });
  pass.range = next;
}

/** The parts of a range before and after those kept. */
function outside(range: RowRange, kept: RowRange): readonly RowRange[] {
  if (kept.first >= kept.until) return [range];
  return [
    { first: range.first, until: kept.first },
    { first: kept.until, until: range.until },
  ];
}

interface CountParts {
  readonly table: SituationTable;
  readonly passed: Uint8Array;
}

function countRows(
  { counts, fails }: Pass,
  { first, until }: RowRange,
  { table, passed, by }: CountParts & { readonly by: 1 | -1 },
): void {
  const { profile, pattern, radius, harm } = table.columns;
  const allFacets = (1 << counts.facets.length) - 1;
  const pass = by === 1 ? 1 : 0;
  for (let row = first; row < until; row++) {
    const failed = fails[row] ?? 0;
    if (failed === 0) {
      passed[row] = pass;
      counts.incidents += by;
      add(counts.profile, profile[row] ?? 0, by);
      add(counts.harm, harm[row] ?? 0, by);
      add(counts.radius, radius[row] ?? 0, by);
    } else if (failed === FAILS.aggregate) counts.aggregates += by;
    else if (failed <= allFacets && (failed & (failed - 1)) === 0) {
      add(counts.facets[31 - Math.clz32(failed)], profile[row] ?? 0, by);
    }
    if ((failed & ~FAILS.verdict) === 0) add(counts.verdict, pattern[row] ?? 0, by);
  }
}

function add(counts: Uint32Array | undefined, at: number, by: number): void {
  if (counts !== undefined) counts[at] = (counts[at] ?? 0) + by;
}

function emptyCounts(page: SituationTable["page"]): Counts {
  return {
    incidents: 0,
    aggregates: 0,
    profile: new Uint32Array(page.profiles.length),
    verdict: new Uint32Array(page.patterns.length),
    harm: new Uint32Array(page.harms.length),
    radius: new Uint32Array(page.radii.length),
    facets: page.facets.map(() => new Uint32Array(page.profiles.length)),
  };
}

function answerOf(table: SituationTable, { counts, days }: Pass): CrossAnswer {
  const { page } = table;
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
      values: valuesOf(table, at, withoutOwn(counts, at)),
    })),
    regions: valuesOf(table, FACET_NAMES.indexOf("region"), counts.profile),
    days,
    casualties: casualtiesOf(page.harms, counts.harm),
  };
}

/** Profiles of rows that pass all filters but that facet's own. */
function withoutOwn({ facets, profile }: Counts, at: number): Uint32Array {
  const alone = facets[at];
  return profile.map((count, place) => count + (alone?.[place] ?? 0));
}

interface DayTally {
  sureDays: number;
  several: number;
  /** Group by group, a number a day. */
  readonly sure: Uint32Array;
  /** Changes from day to day of how many may have been on it. */
  readonly mayChange: Int32Array;
}

function countDays({ page, columns }: SituationTable, plan: CrossPlan, fails: Uint16Array) {
  const { day, pattern, before, after } = columns;
  const { length, shift } = plan;
  const tally: DayTally = {
    sureDays: 0,
    several: 0,
    sure: new Uint32Array(GROUPS.length * length),
    mayChange: new Int32Array(length + 1),
  };
  const change = tally.mayChange;
  for (let row = 0; row < page.rows; row++) {
    if (fails[row] !== 0) continue;
    const [early, late] = [before[row] ?? 0, after[row] ?? 0];
    const at = (day[row] ?? 0) + shift;
    if (early + late === 0) {
      tally.sureDays++;
      add(tally.sure, (plan.patternGroups[pattern[row] ?? 0] ?? 0) * length + at, 1);
      continue;
    }
    tally.several++;
    change[at - early] = (change[at - early] ?? 0) + 1;
    change[at + late + 1] = (change[at + late + 1] ?? 0) - 1;
  }
  return tally;
}

function daysOf({ firstDay, length }: CrossPlan, tally: DayTally): CrossAnswer["days"] {
  if (firstDay === null) return null;
  let may = 0;
  const days = Array.from({ length }, (_, at) => {
    may += tally.mayChange[at] ?? 0;
    const sure = new Map<CrossGroup, number>();
    for (const [group, name] of GROUPS.entries()) {
      const count = tally.sure[group * length + at] ?? 0;
      if (count > 0) sure.set(name, count);
    }
    return { day: addDays(firstDay, at), sure, may };
  });
  return { days, sure: tally.sureDays, several: tally.several };
}
