// One row of a table as an incident, or as refused with every reason. What a row does not say stays unknown; what it says wrongly is not
// mended.
import type { Claim } from "../model/claim.ts";
import type { CountRange } from "../model/count.ts";
import { parseIncidentId } from "../model/id.ts";
import type { IncidentId } from "../model/id.ts";
import type { Facts, Occurred, Possibility, TableIncident } from "../model/incident.ts";
import { addDays } from "../model/instant.ts";
import type { Day, Instant } from "../model/instant.ts";
import { UNKNOWN_EXTENT } from "../model/place.ts";
import type { Area, Disc, Extent, NamedPlace } from "../model/place.ts";
import { earliestStartOfDay, latestStartOfDay } from "../model/zone.ts";
import { regionExtent } from "../record/seeds/place.ts";
import type { CountColumns, DayColumn, Mapping, Precision } from "./mapping.ts";
import { columnsOfSector, sectorOfRow } from "./sector-columns.ts";
import { valuesOf } from "./value-source.ts";
import type { ValueSource } from "./value-source.ts";

/** Why a row is refused; each is counted under the first of its codes. */
export type RefusalCode =
  | "unreadable"
  | "cell-count"
  | "bad-id"
  | "double-id"
  | "bad-day"
  | "ends-before-start"
  | "published-before"
  | "bad-position"
  | "bad-sector"
  | "bad-count";

export interface Refusal {
  readonly code: RefusalCode;
  readonly message: string;
  /** Name of the column at fault; null: the row as a whole. */
  readonly column: string | null;
}

/** What the reading of rows shares: the mapping, the case's regions, and what is told beside them. */
export interface RowContext {
  readonly mapping: Mapping;
  readonly regions: ReadonlyMap<string, Area>;
  /** A word of a column that the mapping does not translate. */
  readonly missing: (column: string, word: string) => void;
  /** Counts that stood in the wrong order and were taken as the range between them. */
  readonly reordered: () => void;
}

/** A row's cells by the names of their columns. */
export interface NamedRow {
  readonly line: number;
  readonly cellOf: (column: string) => string;
}

/** The incident, or every reason why there is none; at least one. */
export function readRow(row: NamedRow, context: RowContext): TableIncident | readonly Refusal[] {
  const refusals: Refusal[] = [];
  const refuse = (code: RefusalCode, column: string | null, message: string): null => {
    refusals.push({ code, column, message });
    return null;
  };
  const reading = { row, context, refuse };
  const id = readId(reading);
  const when = readDays(reading);
  const place = readPlace(reading);
  const [killed, injured] = [
    readCounts(reading, context.mapping.killed),
    readCounts(reading, context.mapping.injured),
  ];
  if (id === null || when === null || place === null || refusals.length > 0) return refusals;
  const facts = factsOf(reading, when.occurred, place.extent);
  const claims =
    killed === null && injured === null
      ? []
      : [casualties(context.mapping, id, { killed, injured })];
  return { id, ...when, place, facts, claims, ...NOT_SAID };
}

const NOT_SAID = {
  object: null,
  effects: null,
  aggregate: false,
  sources: [],
  note: null,
} as const;

interface Reading {
  readonly row: NamedRow;
  readonly context: RowContext;
  readonly refuse: (code: RefusalCode, column: string | null, message: string) => null;
}

function readId({ row, context: { mapping }, refuse }: Reading): IncidentId | null {
  const { key, prefix } = mapping;
  const parts = key.length === 0 ? [String(row.line)] : key.map((one) => row.cellOf(one).trim());
  const text = [prefix, ...parts].join("-");
  return parts.includes("")
    ? refuse("bad-id", key[0] ?? null, "a key cell is empty")
    : (parseIncidentId(text) ?? refuse("bad-id", key[0] ?? null, `"${text}" is no id`));
}

type When = Pick<TableIncident, "day" | "occurred" | "knownAt">;

/** What a row does not say of its time bounds it nowhere; nothing is published before it happens. */
function readDays(reading: Reading): When | null {
  const { mapping } = reading.context;
  const { from, to, daysBefore, zones } = mapping.occurred;
  const day = readDay(reading, from);
  const last = to === null ? day : readDay(reading, to);
  const published = mapping.published === null ? "none" : readDay(reading, mapping.published);
  if (day === null || last === null || published === null) return null;
  if (day !== "none" && last !== "none" && last < day)
    return reading.refuse("ends-before-start", (to ?? from).column, `${last} lies before ${day}`);
  const first = day === "none" ? "none" : addDays(day, -daysBefore);
  const knownAt = published === "none" ? null : latestStartOfDay(addDays(published, 1), zones);
  const start = first === "none" ? -Infinity : earliestStartOfDay(first, zones);
  if (knownAt !== null && knownAt <= start) {
    const column = mapping.published?.column ?? null;
    return reading.refuse("published-before", column, `${published} lies before ${day}`);
  }
  const until = endOf(last, zones, knownAt);
  const basis = basisOf(first, last, zones);
  const assumed = daysBefore > 0 || zones.length > 1 || last === "none";
  return {
    day: day === "none" ? null : day,
    occurred: { from: start, until, basis, assumed },
    knownAt,
  };
}

function endOf(last: Day | "none", zones: readonly string[], knownAt: Instant | null): Instant {
  return last === "none" ? (knownAt ?? Infinity) : latestStartOfDay(addDays(last, 1), zones);
}

function basisOf(first: Day | "none", last: Day | "none", zones: readonly string[]): string {
  const clock = zones.join(" or ");
  if (first === "none") return last === "none" ? "no day is given" : `until ${last}, ${clock}`;
  if (last === "none") return `from ${first} on, ${clock}`;
  return `${first === last ? first : `${first} to ${last}`}, ${clock}`;
}

/** "none" where the cell is empty; null where the row is refused for it. */
function readDay({ row, refuse }: Reading, { column, patterns }: DayColumn): Day | "none" | null {
  const cell = row.cellOf(column).trim();
  if (cell === "") return "none";
  const day = patterns.map((read) => read(cell)).find((one) => one !== null) ?? null;
  if (day === null) return refuse("bad-day", column, `"${cell}" is no day of the form named`);
  if (day > "1970-01-02" && day < "2037-12-30") return day;
  return refuse("bad-day", column, `${day} does not lie between 1970 and 2037`);
}

function readPlace({ row, context, refuse }: Reading): NamedPlace | null {
  const { place } = context.mapping;
  const position = readPosition({ row, context, refuse });
  if (position === null) return null;
  const ids = valuesOf(place.regions, row.cellOf, context.missing);
  const precision = precisionOf({ row, context });
  const [only] = ids;
  const area = ids.length === 1 && only !== undefined ? context.regions.get(only) : undefined;
  const isPoint = position !== "none" && typeof precision === "number";
  const isRegion = !isPoint && precision !== "unknown" && ids.length > 0;
  const disc = isPoint ? discAt(position, precision) : null;
  const seen = disc === null ? null : readSector({ row, context, refuse }, disc);
  if (seen === "refused") return null;
  const extent: Extent =
    seen ??
    disc ??
    // One region is the case's own value, so that rows in it share what is worked out of it.
    (isRegion ? (area ?? regionExtent(context.regions, ids)) : UNKNOWN_EXTENT);
  const name = place.name === null ? "" : row.cellOf(place.name).trim();
  const regions = isRegion ? ids : [];
  return { name, names: {}, admin1: null, country: null, extent, regions };
}

function discAt(center: readonly [number, number], radiusMeters: number): Disc {
  return { kind: "disc", center, radiusMeters };
}

/** Where the row tells what was seen from its position. */
function readSector({ row, context, refuse }: Reading, observer: Disc): Area | "refused" | null {
  const { sector } = context.mapping.place;
  if (sector === null) return null;
  const read = sectorOfRow(sector, observer, row.cellOf);
  if (typeof read !== "string") return read;
  refuse("bad-sector", columnsOfSector(sector)[0] ?? null, read);
  return "refused";
}

/** A position of two numbers on earth; "none" where neither is given. 0, 0 is what a table writes that has no position. */
function readPosition({
  row,
  context: { mapping },
  refuse,
}: Reading): readonly [number, number] | "none" | null {
  const { lat, lon } = mapping.place;
  const [y, x] = [row.cellOf(lat).trim(), row.cellOf(lon).trim()];
  if (y === "" && x === "") return "none";
  const [latitude, longitude] = [numberOf(y), numberOf(x)];
  if (latitude === null || longitude === null) {
    return refuse("bad-position", latitude === null ? lat : lon, `"${y}", "${x}" is no position`);
  }
  const isOnEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  if (isOnEarth && (latitude !== 0 || longitude !== 0)) return [longitude, latitude];
  return refuse("bad-position", lat, `${y}, ${x} is no position of an incident`);
}

function numberOf(cell: string): number | null {
  return /^[-+]?\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : null;
}

function precisionOf({ row, context }: Pick<Reading, "row" | "context">): Precision {
  const { radius } = context.mapping.place;
  if (radius.kind === "constant") return radius.precision;
  const cell = row.cellOf(radius.column).trim();
  const known = radius.values.get(cell) ?? radius.otherwise;
  if (known === null && cell !== "") context.missing(radius.column, cell);
  return known ?? "unknown";
}

/** Low and high of a count; null where neither cell is given. */
function readCounts(reading: Reading, columns: CountColumns | null): CountRange | null {
  if (columns === null) return null;
  const [low, high] = [readCount(reading, columns.low), readCount(reading, columns.high)];
  if (low === null || high === null) return low === high ? null : { low: low ?? 0, high };
  if (low > high) reading.context.reordered();
  return { low: Math.min(low, high), high: Math.max(low, high) };
}

function readCount({ row, refuse }: Reading, column: string): number | null {
  const cell = row.cellOf(column).trim();
  if (cell === "") return null;
  if (/^\d{1,12}(?:\.0+)?$/.test(cell)) return Number(cell);
  return refuse("bad-count", column, `"${cell}" is no count`);
}

function factsOf({ row, context }: Reading, occurred: Occurred, target: Extent): Facts {
  const { mapping, missing } = context;
  const of = (sources: readonly ValueSource[]): readonly Possibility[] =>
    possibilities(valuesOf(sources, row.cellOf, missing));
  return {
    occurred: { from: occurred.from, until: occurred.until },
    actors: of(mapping.actor),
    acts: of(mapping.act),
    means: of(mapping.means),
    things: [{ kinds: of(mapping.kind), name: null, facets: {} }],
    target,
    origin: UNKNOWN_EXTENT,
    flags: mapping.flags,
  };
}

/** Nothing said, and anything said to be possible, are both `unknown`. */
function possibilities(values: readonly string[]): readonly Possibility[] {
  const some = values.length === 0 || values.includes("unknown") ? ["unknown"] : values;
  return some.map((value) => ({ value, claims: [] }));
}

/** What the table says of people, as the claim of whoever made it. */
function casualties(
  { source }: Mapping,
  id: IncidentId,
  figures: { readonly killed: CountRange | null; readonly injured: CountRange | null },
): Claim {
  return {
    id: `${id}-casualties`,
    subject: id,
    by: source,
    source,
    asOf: null,
    note: null,
    predicate: "casualties",
    ...figures,
    childrenKilled: null,
    childrenInjured: null,
  };
}
