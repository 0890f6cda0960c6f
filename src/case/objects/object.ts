// One listed object from a row: its own fields, and the note's where it has none.
import { parseIncidentId } from "../../model/id.ts";
import type { ListedObject, ListedPlace } from "../../model/listed-object.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "../../record/seeds/names.ts";
import { readListDate } from "./note.ts";
import type { ObjectNote } from "./note.ts";

/** Columns of a table and properties of a feature that are read; whatever else stands there is named once a file (C101). */
export const OBJECT_FIELDS: readonly string[] = [
  "id",
  "kind",
  "name",
  "lat",
  "lon",
  "radius-km",
  "as-of",
  "source",
  "listed-by",
];

/** Reads where an object stands, from a feature's geometry or a row's columns, given how far it may be off. */
export type ReadPlace = (
  fields: ReadonlyMap<string, YamlNode>,
  radiusMeters: number,
) => ListedPlace | null;

/** An object, or null where something that it cannot be without is missing or wrong, with problems. */
export function readObject(
  reader: SeedReader,
  row: YamlMap,
  { note, readPlace }: { readonly note: ObjectNote; readonly readPlace: ReadPlace },
): ListedObject | null {
  const fields = new Map(row.entries.map(({ key, value }) => [key, value]));
  const id = required(reader, fields, "id", row) ? readId(reader, fields.get("id")) : null;
  const text = (field: string) => reader.text(fields.get(field), field);
  const kind = readKind(reader, fields.get("kind"), { note, row });
  const radius = reader.amount(fields.get("radius-km"), "radius-km");
  const place = readPlace(fields, radius === null ? (note.radiusMeters ?? 0) : radius * 1000);
  const asOf = fields.has("as-of") ? readListDate(reader, fields.get("as-of")) : note.asOf;
  if (id === null || kind === null || place === null || asOf === null) return null;
  return {
    id,
    kind,
    name: text("name"),
    place,
    asOf,
    source: text("source") ?? note.source,
    listedBy: text("listed-by") ?? note.listedBy,
  };
}

/** `lat` and `lon` of a row. */
export function columnsPlace(reader: SeedReader, row: YamlMap): ReadPlace {
  return (fields, radiusMeters) => {
    const has = [required(reader, fields, "lat", row), required(reader, fields, "lon", row)];
    const [lat, lon] = [fields.get("lat"), fields.get("lon")];
    const [y, x] = [reader.number(lat, "lat"), reader.number(lon, "lon")];
    if (has.includes(false) || y === null || x === null) return null;
    if (Math.abs(y) <= 90 && Math.abs(x) <= 180)
      return { kind: "disc", center: [x, y], radiusMeters };
    const help = Math.abs(x) <= 90 && Math.abs(y) <= 180 ? "are lat and lon swapped?" : undefined;
    const message = `lat must lie in -90..90 and lon in -180..180; found ${y}, ${x}`;
    const hint = help === undefined ? {} : { help };
    return reader.report("307", message, lat?.at ?? row.at, hint);
  };
}

/** A good id costs no look for its place. */
function readId(reader: SeedReader, node: YamlNode | undefined): string | null {
  const isGood = node?.kind === "scalar" && parseIncidentId(node.text) !== null;
  return isGood ? node.text : reader.id(node, "id");
}

function readKind(
  reader: SeedReader,
  node: YamlNode | undefined,
  { note, row }: { readonly note: ObjectNote; readonly row: YamlMap },
): string | null {
  if (node !== undefined) return reader.kind(node);
  return (
    note.kind ?? reader.report("102", `an object lacks a "kind", and the note gives none`, row.at)
  );
}

function required(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode>,
  field: string,
  row: YamlMap,
): boolean {
  if (fields.has(field)) return true;
  reader.report("102", `an object lacks "${field}"`, row.at);
  return false;
}
