// Single rows of a situation's table, told in words of its dictionaries: for a list, a tray, the chosen incident.
import type { VerdictKind } from "../assess/verdict.ts";
import { addDays } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { VERDICTS } from "./cross-counts.ts";
import type { SituationTable } from "./situation-table.ts";
import type { IncidentLine } from "./row.ts";
import type { SituationHarm } from "./situation.ts";

/** One incident. */
export interface SituationRow extends Omit<IncidentLine, "id" | "object">, SituationHarm {
  readonly id: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** Reading id -> verdict. */
  readonly verdicts: Readonly<Record<string, VerdictKind>>;
  /** Null where no point may be drawn. */
  readonly point: {
    readonly lon: number;
    readonly lat: number;
    readonly radiusMeters: number;
  } | null;
}

/** Null for a row that the table does not have. */
export function situationRow(
  { page, ids, columns }: SituationTable,
  row: number,
): SituationRow | null {
  const id = ids[row];
  const profile = page.profiles[columns.profile[row] ?? -1];
  const place = page.places[columns.place[row] ?? -1];
  const harm = page.harms[columns.harm[row] ?? -1];
  const { baseDay } = page;
  if (id === undefined || profile === undefined || place === undefined) return null;
  if (harm === undefined || baseDay === null) return null;
  const day = addDays(baseDay, columns.day[row] ?? 0);
  const radius = page.radii[columns.radius[row] ?? -1];
  const letters = page.patterns[columns.pattern[row] ?? -1]?.verdicts ?? "";
  const verdicts = page.readings.flatMap(({ reading }, at) => {
    const kind = VERDICTS[letters[at] ?? ""];
    return kind === undefined ? [] : [[reading, kind] as const];
  });
  const { things, actors, aggregate } = profile;
  return {
    id,
    day,
    place,
    things,
    actors,
    aggregate,
    ...harm,
    firstDay: addDays(day, -(columns.before[row] ?? 0)),
    lastDay: addDays(day, columns.after[row] ?? 0),
    verdicts: Object.fromEntries(verdicts),
    point:
      typeof radius === "number"
        ? { lon: columns.lon[row] ?? 0, lat: columns.lat[row] ?? 0, radiusMeters: radius }
        : null,
  };
}

/** The first `most` rows that pass and are of that sort, in the order of the table. */
export function passedRows(
  table: SituationTable,
  passed: Uint8Array,
  { most, spread }: { readonly most: number; readonly spread?: "area" | "none" },
): readonly SituationRow[] {
  const { page, columns } = table;
  const found: SituationRow[] = [];
  for (let row = 0; row < page.rows && found.length < most; row++) {
    if (passed[row] !== 1) continue;
    if (spread !== undefined && page.radii[columns.radius[row] ?? -1] !== spread) continue;
    const one = situationRow(table, row);
    if (one !== null) found.push(one);
  }
  return found;
}
