// What is wrong with columns that some table engine filled: this is a door, and what comes through it is trusted inside. Nothing is repaired.
import { IS_DISC, NO_PLACE } from "./columns.ts";
import type { IncidentColumns, PlaceColumns } from "./columns.ts";

/** Rows of one fault that are named; the others are counted. */
const SHOWN = 3;

/** Every fault, each with the rows that have it; empty when the columns can be swept. Cost: linear in rows. */
export function columnFaults(columns: IncidentColumns): readonly string[] {
  const short = shortColumns(columns);
  if (short.length > 0) return short;
  return [...(isSound(columns) ? [] : rowFaults(columns)), ...areaFaults(columns.areas)];
}

/** Whether no row has a fault; which ones have, and what, is asked only where some have. */
function isSound(columns: IncidentColumns): boolean {
  const { from, until, dimensions, target, origin, areas } = columns;
  for (let row = 0; row < columns.count; row++)
    if (!((from[row] ?? NaN) <= (until[row] ?? NaN))) return false;
  return (
    Object.values(dimensions).every(({ codes, values }) => isListed(codes, values.length)) &&
    arePlaces(target, areas.length) &&
    (origin === null || arePlaces(origin, areas.length))
  );
}

function isListed(codes: Uint32Array, values: number): boolean {
  for (let row = 0; row < codes.length; row++) if ((codes[row] ?? 0) >= values) return false;
  return true;
}

function arePlaces({ count, lon, lat, radius, area }: PlaceColumns, areas: number): boolean {
  for (let row = 0; row < count; row++) {
    const number = area[row] ?? NaN;
    const meters = radius[row] ?? NaN;
    const isRight =
      number === IS_DISC
        ? isOnEarth(lon[row], lat[row]) && meters >= 0 && meters < Infinity
        : number >= NO_PLACE && number < areas && !(meters >= 0);
    if (!isRight) return false;
  }
  return true;
}

function isOnEarth(lon = NaN, lat = NaN): boolean {
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

/** Areas were checked where they were read; a number that is none would pass every comparison of the geometry in silence. */
function areaFaults(areas: IncidentColumns["areas"]): readonly string[] {
  return areas.flatMap(({ polygons }, i) =>
    polygons.every((rings) =>
      rings.every((ring) => ring.every(([lon, lat]) => isOnEarth(lon, lat))),
    )
      ? []
      : [`area ${i + 1} has a position that is none on earth`],
  );
}

function rowFaults(columns: IncidentColumns): readonly string[] {
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
      (row) => isDisc(row) && !isOnEarth(lon[row], lat[row]),
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
