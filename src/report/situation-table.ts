// The table of an answer as a page holds it: columns as typed arrays beside the dictionaries they point into.
import { unpackColumn } from "./columns.ts";
import type { Column } from "./columns.ts";
import type { SituationColumns, SituationPage } from "./situation.ts";

/** All columns have `page.rows` entries. */
export interface SituationTable {
  readonly page: Omit<SituationPage, "columns">;
  readonly ids: readonly string[];
  readonly columns: Readonly<Record<Exclude<keyof SituationColumns, "ids">, Column>>;
}

/** Reads the columns. Throws RangeError when they are not all of one length. Cost: one pass a column. */
export function openSituation({ columns, ...page }: SituationPage): SituationTable {
  const { ids, ...packed } = columns;
  const open = {
    day: unpackColumn(packed.day),
    before: unpackColumn(packed.before),
    after: unpackColumn(packed.after),
    profile: unpackColumn(packed.profile),
    pattern: unpackColumn(packed.pattern),
    place: unpackColumn(packed.place),
    harm: unpackColumn(packed.harm),
    lon: unpackColumn(packed.lon),
    lat: unpackColumn(packed.lat),
    radius: unpackColumn(packed.radius),
  };
  const names = ids === "" ? [] : ids.split("\n");
  for (const [name, { length }] of [["ids", names] as const, ...Object.entries(open)]) {
    if (length === page.rows) continue;
    throw new RangeError(`column ${name} has ${length} rows; expected ${page.rows}`);
  }
  return { page, ids: names, columns: open };
}
