// Incidents as plain columns: the seam at which any table engine can hold them (ASSESS, "Scale beyond one machine"). Facts that are
// lists of possibilities are numbers into a list of the distinct ones; places are discs, areas by number, or unknown.
import type { DiscColumns } from "../../geo/kernel/columns.ts";
import { parseIncidentId } from "../../model/id.ts";
import type { IncidentId } from "../../model/id.ts";
import type { Facts, Possibility, TableIncident, Thing } from "../../model/incident.ts";
import { dayToUtc, DAY_MS } from "../../model/instant.ts";
import type { Area, Extent } from "../../model/place.ts";

/** One fact of every incident: `values[codes[row]]`. Values are distinct. */
export interface Dimension<T> {
  readonly codes: Uint32Array;
  readonly values: readonly T[];
}

/** What the record measures of an incident beside its place. */
export type Said = Pick<Facts, "distances" | "calibre">;

export interface Dimensions {
  readonly actors: Dimension<readonly Possibility[]>;
  readonly acts: Dimension<readonly Possibility[]>;
  readonly means: Dimension<readonly Possibility[]>;
  readonly things: Dimension<readonly Thing[]>;
  readonly flags: Dimension<Facts["flags"]>;
  readonly said: Dimension<Said>;
}

/** A disc, or a number in `area`: of an area, or NO_PLACE; then the radius is NaN. */
export interface PlaceColumns extends DiscColumns {
  readonly area: Int32Array;
}

export const IS_DISC = -1;
export const NO_PLACE = -2;
/** Of a row whose day is not said. */
export const NO_DAY = -(2 ** 31);

export interface IncidentColumns {
  readonly count: number;
  /** Instants, half-open; infinite where nothing bounds them. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly dimensions: Dimensions;
  readonly target: PlaceColumns;
  /** Null: of no incident is anything known of where it came from. */
  readonly origin: PlaceColumns | null;
  /** Areas that places of both sorts name by number. */
  readonly areas: readonly Area[];
  /** Days since 1970 or NO_DAY, for lists and histograms; verdicts use the instants. */
  readonly day: Int32Array;
  /** 1: a whole-night total, judged and in no total. */
  readonly aggregate: Uint8Array;
  readonly idOf: (row: number) => IncidentId;
  /** Rows whose facts hang together: they are few and judged one by one. */
  readonly joint: ReadonlyMap<number, Facts>;
}

/** Incidents as columns, in their order. */
export function columnsOf(incidents: readonly TableIncident[]): IncidentColumns {
  const areas: Area[] = [];
  const all = incidents.map(({ facts }) => facts);
  const numbers = (of: (incident: TableIncident) => number) => Float64Array.from(incidents, of);
  const isAnyOrigin = all.some(({ origin }) => origin.kind !== "unknown");
  return {
    count: incidents.length,
    from: numbers(({ facts }) => facts.occurred.from),
    until: numbers(({ facts }) => facts.occurred.until),
    dimensions: {
      actors: dimension(all, ({ actors }) => actors),
      acts: dimension(all, ({ acts }) => acts),
      means: dimension(all, ({ means }) => means),
      things: dimension(all, ({ things }) => things),
      flags: dimension(all, ({ flags }) => flags),
      said: dimension(all, saidOf),
    },
    target: placesOf(
      all.map(({ target }) => target),
      areas,
    ),
    origin: isAnyOrigin
      ? placesOf(
          all.map(({ origin }) => origin),
          areas,
        )
      : null,
    areas,
    day: Int32Array.from(incidents, ({ day }) => (day === null ? NO_DAY : dayToUtc(day) / DAY_MS)),
    aggregate: Uint8Array.from(incidents, ({ aggregate }) => (aggregate ? 1 : 0)),
    idOf: (row) => incidents[row]?.id ?? rowId(row),
    joint: new Map([...all.entries()].filter(([, { joint }]) => joint !== undefined)),
  };
}

/** The id of a row that has no other. */
export function rowId(row: number): IncidentId {
  const id = parseIncidentId(`inc-${row + 1}`);
  if (id === null) throw new RangeError(`inc-${row + 1} is no incident id`);
  return id;
}

/** The facts of one row, as the plain judge takes them. */
export function factsAt(columns: IncidentColumns, row: number): Facts {
  const joint = columns.joint.get(row);
  if (joint !== undefined) return joint;
  const { actors, acts, means, things, flags, said } = columns.dimensions;
  return {
    occurred: { from: columns.from[row] ?? NaN, until: columns.until[row] ?? NaN },
    actors: valueAt(actors, row),
    acts: valueAt(acts, row),
    means: valueAt(means, row),
    things: valueAt(things, row),
    flags: valueAt(flags, row),
    ...valueAt(said, row),
    target: extentAt(columns, columns.target, row),
    origin: extentAt(columns, columns.origin, row),
  };
}

export function extentAt(
  { areas }: Pick<IncidentColumns, "areas">,
  places: PlaceColumns | null,
  row: number,
): Extent {
  const area = places?.area[row] ?? NO_PLACE;
  if (places === null || area === NO_PLACE) return { kind: "unknown" };
  if (area !== IS_DISC) return areas[area] ?? { kind: "unknown" };
  return {
    kind: "disc",
    center: [places.lon[row] ?? NaN, places.lat[row] ?? NaN],
    radiusMeters: places.radius[row] ?? NaN,
  };
}

export function valueAt<T>({ codes, values }: Dimension<T>, row: number): T {
  return valueOf({ codes, values }, codes[row] ?? 0);
}

export function valueOf<T>({ values }: Dimension<T>, code: number): T {
  const value = values[code];
  if (value === undefined) throw new RangeError(`there is no value ${code}, only ${values.length}`);
  return value;
}

/** The claims that carry a possibility do not tell facts apart. */
function dimension<T>(all: readonly Facts[], of: (facts: Facts) => T): Dimension<T> {
  const known = new Map<string, number>();
  const values: T[] = [];
  const codes = Uint32Array.from(all, (facts) => {
    const value = of(facts);
    const key = JSON.stringify(value, withoutClaims);
    const code = known.get(key) ?? values.push(value) - 1;
    known.set(key, code);
    return code;
  });
  return { codes, values };
}

function withoutClaims(key: string, value: unknown): unknown {
  if (key === "claims") return undefined;
  return value === Infinity ? "Infinity" : value;
}

function saidOf({ distances, calibre }: Facts): Said {
  return {
    ...(distances === undefined ? {} : { distances }),
    ...(calibre === undefined ? {} : { calibre }),
  };
}

function placesOf(extents: readonly Extent[], areas: Area[]): PlaceColumns {
  const numberOf = (area: Area): number => {
    const known = areas.indexOf(area);
    return known >= 0 ? known : areas.push(area) - 1;
  };
  return {
    count: extents.length,
    lon: Float64Array.from(extents, (one) => (one.kind === "disc" ? one.center[0] : NaN)),
    lat: Float64Array.from(extents, (one) => (one.kind === "disc" ? one.center[1] : NaN)),
    radius: Float64Array.from(extents, (one) => (one.kind === "disc" ? one.radiusMeters : NaN)),
    area: Int32Array.from(extents, (one) => {
      if (one.kind === "area") return numberOf(one);
      return one.kind === "disc" ? IS_DISC : NO_PLACE;
    }),
  };
}
