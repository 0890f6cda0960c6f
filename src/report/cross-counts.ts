// What a pass over a situation's columns found, told in the words of the dictionaries: readings, facets, places, casualties.
import type { Agreement } from "../assess/agreement.ts";
import type { CasualtySum, Standing, VerdictKind } from "../assess/verdict.ts";
import type { Bounds, CountRange } from "../model/count.ts";
import type { DayCounts } from "./day-counts.ts";
import type { SituationTable } from "./situation-table.ts";
import type { SituationFacet, SituationHarm, SituationPattern } from "./situation.ts";
import type { FacetName } from "./view.ts";

/** What bars and marks are told apart by; `none` where no reading was asked. */
export type CrossGroup = Agreement | "none";

export interface CrossReading {
  readonly reading: string;
  readonly holder: string | null;
  readonly verdicts: Readonly<Record<VerdictKind, number>>;
  /** Violations as bounds, by standing: never one sum. */
  readonly byStanding: Readonly<Record<Standing, Bounds>>;
}

export interface CrossFacet {
  readonly name: FacetName;
  /** Those with at least one incident, in the order of the table. */
  readonly values: readonly {
    readonly value: string;
    readonly label: string | null;
    readonly incidents: number;
  }[];
}

/** All that a screen shows of a question. Whole-night totals are in `aggregates` alone. */
export interface CrossAnswer {
  readonly incidents: number;
  readonly aggregates: number;
  /** They add up to `incidents`. */
  readonly places: { readonly point: number; readonly area: number; readonly none: number };
  /** Under every filter but `of`. */
  readonly readings: readonly CrossReading[];
  /** Each under every filter but its own. */
  readonly facets: readonly CrossFacet[];
  /** Regions under every filter. */
  readonly regions: CrossFacet["values"];
  /** Under every filter but the days; null without rows. */
  readonly days: DayCounts<CrossGroup> | null;
  readonly casualties: CasualtySum;
}

/** Letters of a pattern. */
export const VERDICTS: Readonly<Record<string, VerdictKind>> = {
  v: "violation",
  n: "not-covered",
  u: "undetermined",
  c: "conflict",
};
const STANDINGS: Readonly<Record<string, Standing>> = {
  a: "applies",
  u: "unclear",
  w: "would-apply",
};
/** What a pattern's readings answer, those asked for. */
export function kindsOf(
  { readings: all }: Pick<SituationTable["page"], "readings">,
  { verdicts }: SituationPattern,
  readings: readonly string[],
): readonly VerdictKind[] {
  return all.flatMap(({ reading }, at) =>
    readings.includes(reading) ? (VERDICTS[verdicts[at] ?? ""] ?? []) : [],
  );
}

/** By what a map may draw of them. */
export function placesOf({ page }: SituationTable, counts: Uint32Array): CrossAnswer["places"] {
  const places = { point: 0, area: 0, none: 0 };
  for (const [at, radius] of page.radii.entries()) {
    places[typeof radius === "number" ? "point" : radius] += counts[at] ?? 0;
  }
  return places;
}

/** Verdicts of the reading at that place, over counts of patterns. */
export function readingCounts(
  patterns: readonly SituationPattern[],
  at: number,
  counts: Uint32Array,
) {
  const verdicts = { violation: 0, "not-covered": 0, undetermined: 0, conflict: 0 };
  const byStanding = {
    applies: { atLeast: 0, atMost: 0 },
    unclear: { atLeast: 0, atMost: 0 },
    "would-apply": { atLeast: 0, atMost: 0 },
  };
  for (const [place, pattern] of patterns.entries()) {
    const kind = VERDICTS[pattern.verdicts[at] ?? ""];
    const standing = STANDINGS[pattern.standings[at] ?? ""];
    if (kind === undefined || standing === undefined) continue;
    const count = counts[place] ?? 0;
    verdicts[kind] += count;
    if (kind === "violation") byStanding[standing].atLeast += count;
    if (pattern.maybe[at] === "1") byStanding[standing].atMost += count;
  }
  return { verdicts, byStanding };
}

/** Values of the facet at that place, over counts of profiles. */
export function valuesOf(
  { page }: SituationTable,
  at: number,
  counts: Uint32Array,
): CrossFacet["values"] {
  const facet: SituationFacet | undefined = page.facets[at];
  if (facet === undefined) return [];
  const bySet = new Uint32Array(facet.sets.length);
  for (const [place, { sets }] of page.profiles.entries()) {
    const set = sets[at] ?? 0;
    bySet[set] = (bySet[set] ?? 0) + (counts[place] ?? 0);
  }
  const byValue = new Uint32Array(facet.values.length);
  for (const [set, values] of facet.sets.entries()) {
    const count = bySet[set] ?? 0;
    if (count > 0) for (const value of values) byValue[value] = (byValue[value] ?? 0) + count;
  }
  return facet.values
    .map((one, value) => ({ ...one, incidents: byValue[value] ?? 0 }))
    .filter(({ incidents }) => incidents > 0);
}

/** As last reported; those without a figure are counted apart. */
export function casualtiesOf(harms: readonly SituationHarm[], counts: Uint32Array): CasualtySum {
  const killed = sumOf(harms, counts, (harm) => harm.killed);
  const injured = sumOf(harms, counts, (harm) => harm.injured);
  return {
    killed: killed.sum,
    injured: injured.sum,
    withoutKilled: killed.without,
    withoutInjured: injured.without,
  };
}

function sumOf(
  harms: readonly SituationHarm[],
  counts: Uint32Array,
  read: (harm: SituationHarm) => CountRange | null,
): { readonly sum: CountRange; readonly without: number } {
  const sum: { low: number; high: number | null } = { low: 0, high: 0 };
  let without = 0;
  for (const [place, harm] of harms.entries()) {
    const count = counts[place] ?? 0;
    const figure = read(harm);
    if (count === 0) continue;
    if (figure === null) {
      without += count;
      continue;
    }
    sum.low += count * figure.low;
    sum.high = sum.high === null || figure.high === null ? null : sum.high + count * figure.high;
  }
  return { sum, without };
}
