// What is wrong with columns that some table engine filled: this is a door, and what comes through it is trusted inside. Nothing is repaired.
import { IS_DISC, NO_PLACE } from "./columns.ts";
import type { IncidentColumns, PlaceColumns } from "./columns.ts";

/** Rows of one fault that are named; the others are counted. */
const SHOWN = 3;

/** Every fault, each with the rows that have it; empty when the columns can be swept. Cost: linear in rows. */
export function columnFaults(columns: IncidentColumns): readonly string[] {
  const short = shortColumns(columns);
  if (short.length > 0) return short;
  const { dimensions, from, until, target, origin } = columns;
  return [
    ...rowsWith(
      columns,
      "an interval that is no time",
      (row) =>
        Number.isNaN((from[row] ?? NaN) + (until[row] ?? NaN)) && !isEndless(from[row], until[row]),
    ),
    ...rowsWith(
      columns,
      "an interval that ends before it begins",
      (row) => (until[row] ?? NaN) < (from[row] ?? NaN),
    ),
    ...Object.entries(dimensions).flatMap(([name, { codes, values }]) =>
      rowsWith(
        columns,
        `a number in "${name}" that stands for nothing`,
        (row) => (codes[row] ?? 0) >= values.length,
      ),
    ),
    ...placeFaults(columns, "target", target),
    ...(origin === null ? [] : placeFaults(columns, "origin", origin)),
  ];
}

/** From ever until ever: the sum of both is no number, and nothing is wrong. */
function isEndless(from = NaN, until = NaN): boolean {
  return from === -Infinity && until === Infinity;
}

function shortColumns({
  count,
  from,
  until,
  day,
  aggregate,
  dimensions,
  target,
  origin,
}: IncidentColumns): readonly string[] {
  const places = (name: string, { lon, lat, radius, area }: PlaceColumns) =>
    Object.entries({ lon, lat, radius, area }).map(
      ([of, { length }]) => [`${name}.${of}`, length] as const,
    );
  const lengths = [
    ...Object.entries({ from, until, day, aggregate }).map(
      ([name, { length }]) => [name, length] as const,
    ),
    ...Object.entries(dimensions).map(([name, { codes }]) => [name, codes.length] as const),
    ...places("target", target),
    ...(origin === null ? [] : places("origin", origin)),
  ];
  return lengths
    .filter(([, length]) => length !== count)
    .map(([name, length]) => `the column "${name}" has ${length} rows; expected ${count}`);
}

function placeFaults(
  columns: IncidentColumns,
  name: string,
  places: PlaceColumns,
): readonly string[] {
  const { lon, lat, radius, area } = places;
  const isDisc = (row: number) => area[row] === IS_DISC;
  return [
    ...rowsWith(
      columns,
      `a ${name} at no position on earth`,
      (row) =>
        isDisc(row) && !(Math.abs(lon[row] ?? NaN) <= 180 && Math.abs(lat[row] ?? NaN) <= 90),
    ),
    ...rowsWith(
      columns,
      `a ${name} whose radius is no number of metres`,
      (row) => isDisc(row) && !((radius[row] ?? NaN) >= 0 && (radius[row] ?? NaN) < Infinity),
    ),
    ...rowsWith(
      columns,
      `a ${name} in an area that is not listed`,
      (row) => (area[row] ?? 0) >= columns.areas.length || (area[row] ?? 0) < NO_PLACE,
    ),
    // A row of an area has no disc; the kernel would measure one that has.
    ...rowsWith(
      columns,
      `a ${name} that is an area or unknown and yet has a radius`,
      (row) => !isDisc(row) && (radius[row] ?? NaN) >= 0,
    ),
  ];
}

function rowsWith(
  { count }: IncidentColumns,
  what: string,
  isWrong: (row: number) => boolean,
): readonly string[] {
  const shown: number[] = [];
  let found = 0;
  for (let row = 0; row < count; row++) {
    if (!isWrong(row)) continue;
    if (found++ < SHOWN) shown.push(row + 1);
  }
  if (found === 0) return [];
  const more = found > SHOWN ? ` and ${found - SHOWN} more` : "";
  return [`${what}: row ${shown.join(", ")}${more}`];
}
