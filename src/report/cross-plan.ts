// A question about a situation made ready for its pass over the rows: which profiles and patterns fail which filter, which days are asked.
import { agreementOf } from "../assess/agreement.ts";
import { DAY_MS, dayToUtc } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { VERDICTS, kindsOf } from "./cross-counts.ts";
import type { CrossGroup } from "./cross-counts.ts";
import type { SituationTable } from "./situation-table.ts";
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

/** Bits of the filters that a row fails; below them, a bit a facet. */
export const FAILS = { verdict: 32, bbox: 64, differ: 128, aggregate: 256 } as const;
/** In the order that a plan and its counts number them. */
export const GROUPS: readonly CrossGroup[] = [
  "differ",
  "conflict",
  "undetermined",
  "violation",
  "not-covered",
  "none",
];

/** A question made ready for a pass over the rows. */
export interface CrossPlan {
  /** Bits that a row of that profile, of that pattern fails. */
  readonly profileFails: Uint16Array;
  readonly patternFails: Uint16Array;
  /** Place in GROUPS. */
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

/** Readies a question for a pass. */
export function planOf(table: SituationTable, question: CrossQuestion): CrossPlan {
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

/** The groups of patterns for some readings: what a mark or a bar says of each. */
export function patternGroups(
  { page }: SituationTable,
  readings: readonly string[],
): readonly CrossGroup[] {
  return page.patterns.map((pattern) => agreementOf(kindsOf(page, pattern, readings)) ?? "none");
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

function daysBetween(first: Day, last: Day): number {
  return Math.round((dayToUtc(last) - dayToUtc(first)) / DAY_MS);
}
