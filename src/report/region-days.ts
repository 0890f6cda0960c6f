// Incidents by region, and within it by the days they may have been on: a map and a day strip as one table.
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { DayRow } from "./day-counts.ts";

/** A row with the regions that it may have been in. */
export interface RegionRow extends DayRow {
  readonly regions: readonly string[];
  readonly place: { readonly admin1: string | null };
}

export interface RegionDays {
  readonly region: string;
  /** The record's own name of the region, where it has one. */
  readonly label: string | null;
  readonly incidents: number;
  /** By first day, then last: `firstDay` to `lastDay` is one incident's span, not a period of attacks. They add up to `incidents`. */
  readonly spans: readonly (DayRow & { readonly incidents: number })[];
}

/** In order of region id. An incident of an area of several regions stands in each, so regions do not add up. */
export function regionDays(rows: readonly RegionRow[]): readonly RegionDays[] {
  const regions = new Map<string, { label: string | null; rows: RegionRow[] }>();
  for (const row of rows) {
    for (const region of row.regions) {
      const known = regions.get(region) ?? { label: null, rows: [] };
      regions.set(region, known);
      if (row.regions.length === 1) known.label ??= row.place.admin1;
      known.rows.push(row);
    }
  }
  return [...regions]
    .map(([region, { label, rows: own }]) => ({
      region,
      label,
      incidents: own.length,
      spans: spansOf(own),
    }))
    .sort((a, b) => compareText(a.region, b.region));
}

function spansOf(rows: readonly DayRow[]): RegionDays["spans"] {
  const spans = new Map<string, { firstDay: Day; lastDay: Day; incidents: number }>();
  for (const { firstDay, lastDay } of rows) {
    const key = `${firstDay} ${lastDay}`;
    const incidents = (spans.get(key)?.incidents ?? 0) + 1;
    spans.set(key, { firstDay, lastDay, incidents });
  }
  return [...spans].sort(([a], [b]) => compareText(a, b)).map(([, span]) => span);
}
