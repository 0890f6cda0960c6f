// A situation of as many rows as asked for, SYNTHETIC and labelled so: facts and verdicts are those of real rows drawn at random, days
// and places are spread. The same for the same number. For pages that must bear a million rows; no figure of it means anything.
import type { SituationPage } from "../../src/report/situation.ts";
import { packDegrees, packWhole, unpackColumn } from "../../src/report/columns.ts";
import { addDays } from "../../src/model/instant.ts";
import { randomOf } from "../../src/model/random.ts";

/** Days that the rows are spread over: a little more than three years. */
const DAYS = 1200;

/** `rows` rows of ids `syn-0000001` on. */
export function manyRows(page: SituationPage, rows: number): SituationPage {
  const { baseDay } = page;
  if (baseDay === null) throw new RangeError("the page has no rows to repeat");
  const next = randomOf(42);
  const sources = Array.from({ length: rows }, () => Math.floor(next() * page.rows));
  const days = Array.from({ length: rows }, () => Math.floor(next() * DAYS)).sort((a, b) => a - b);
  const { columns } = page;
  const pick = (name: Exclude<keyof typeof columns, "ids">) => {
    const column = unpackColumn(columns[name]);
    return sources.map((row) => column[row] ?? 0);
  };
  const spread = (values: readonly number[]) =>
    values.map((value) => (value === 0 ? 0 : value + (next() - 0.5) * 0.8));
  return {
    ...page,
    rows,
    aggregates: 0,
    days:
      page.days === null
        ? null
        : {
            ...page.days,
            firstDay: addDays(baseDay, -most(pick("before"))),
            lastDay: addDays(baseDay, DAYS - 1 + most(pick("after"))),
          },
    profiles: page.profiles.map((profile) => ({ ...profile, aggregate: false })),
    columns: {
      ids: sources.map((_, row) => `syn-${String(row + 1).padStart(7, "0")}`).join("\n"),
      day: packWhole(days),
      before: packWhole(pick("before")),
      after: packWhole(pick("after")),
      profile: packWhole(pick("profile")),
      pattern: packWhole(pick("pattern")),
      place: packWhole(pick("place")),
      harm: packWhole(pick("harm")),
      lon: packDegrees(spread(pick("lon"))),
      lat: packDegrees(spread(pick("lat"))),
      radius: packWhole(pick("radius")),
    },
  };
}

function most(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), 0);
}
