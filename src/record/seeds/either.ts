// Facts of an incident that hang together ("a missile there or a drone here"): rows of which one holds, and nothing else does (TERMS 2.2).
import type { Occurred, Thing } from "../../model/incident.ts";
import type { Measures } from "../../model/measures.ts";
import { readMeasures } from "../../model/measures.ts";
import type { NamedPlace } from "../../model/place.ts";
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";
import { readOccurred } from "./occurred.ts";
import { PLACE_FIELDS, WHERE_FIELDS, readPlace } from "./place.ts";
import { readFlags, readThing } from "./stated-facts.ts";

/** What a row states in place of the incident's own; what is null or empty it leaves as it is there. */
export interface SeedRow {
  /** Who did it, if the row holds; empty: whoever is said to have done it. */
  readonly by: readonly string[];
  readonly occurred: Occurred | null;
  readonly place: NamedPlace | null;
  readonly things: readonly Thing[] | null;
  readonly acts: readonly string[] | null;
  readonly means: readonly string[] | null;
  readonly flags: Readonly<Record<string, boolean | "unknown">>;
  readonly measures: Measures;
  /** Ids that the row rests on; empty: those of the incident. */
  readonly sources: readonly string[];
}

type Fields = ReadonlyMap<string, YamlNode>;

const SHAPE = {
  what: "a row of either",
  optional: [
    "by",
    "occurred",
    ...PLACE_FIELDS,
    "things",
    "acts",
    "means",
    "flags",
    "distances",
    "calibre",
    "sources",
  ],
};

/** The field `either` of an incident: none, or two rows at least. `sources`: the incident's own. Null when it cannot be used. */
export function readEither(
  reader: SeedReader,
  incident: Fields,
  sources: readonly string[],
): readonly SeedRow[] | null {
  const node = incident.get("either");
  if (node === undefined) return [];
  const items = node.kind === "list" ? node.items : [node];
  if (items.length < 2) return reader.report("314", "either needs two rows at least", node.at);
  const rows = items.map((item) => readRow(reader, item, { incident, sources }));
  const double = items.find(
    (_, row) => isPlaced(rows[row]) && WHERE_FIELDS.some((one) => incident.has(one)),
  );
  if (double !== undefined) {
    const message = "a place stands in a row and for the incident as a whole; expected one of them";
    return reader.report("314", message, double.at);
  }
  const read = rows.filter((row) => row !== null);
  return read.length === items.length ? read : null;
}

function isPlaced(row: SeedRow | null | undefined): boolean {
  return (row?.place ?? null) !== null;
}

function readRow(
  reader: SeedReader,
  node: YamlNode,
  { incident, sources }: { readonly incident: Fields; readonly sources: readonly string[] },
): SeedRow | null {
  const fields = reader.fields(node, SHAPE);
  if (fields === null) return null;
  const own = reader.sourceList(fields.get("sources"));
  const carried = own.length === 0 ? sources : own;
  const stated = <T>(field: string, read: (item: YamlNode) => T | null): readonly T[] | null =>
    fields.has(field) ? reader.each(fields.get(field), read) : null;
  const when = fields.get("occurred");
  const occurred = when === undefined ? null : readOccurred(reader, when);
  const place = placeOf(reader, fields, incident);
  const row: SeedRow = {
    by: reader.each(fields.get("by"), (item) => reader.actor(item)),
    occurred,
    place,
    things: stated("things", (item) => readThing(reader, item, carried)),
    acts: stated("acts", (item) => reader.act(item)),
    means: stated("means", (item) => reader.means(item)),
    flags: readFlags(reader, fields.get("flags")),
    measures: readMeasures(reader, fields, (kind) => reader.kind(kind)),
    sources: own,
  };
  const isBroken = (when !== undefined && occurred === null) || (isWhere(fields) && place === null);
  return isBroken ? null : row;
}

function isWhere(fields: Fields): boolean {
  return PLACE_FIELDS.some((field) => fields.has(field));
}

/** A row without a name of its own for its place has the incident's. */
function placeOf(reader: SeedReader, fields: Fields, incident: Fields): NamedPlace | null {
  if (!isWhere(fields)) return null;
  const named = PLACE_FIELDS.flatMap((field) => {
    const isOwn = fields.has("place") || WHERE_FIELDS.includes(field);
    const node = isOwn ? fields.get(field) : incident.get(field);
    return node === undefined ? [] : [[field, node] as const];
  });
  return readPlace(reader, new Map(named));
}
