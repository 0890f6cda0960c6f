// A mapping file: which column of somebody's table is the day, the place, the actor, and what its words mean in a case. Written and read
// by people, because what a publisher's class means under a text is a judgement that has to stand in the open (INTAKE 4).
import type { Parsed } from "../model/problem.ts";
import { parseYaml } from "../model/yaml.ts";
import type { YamlNode } from "../model/yaml.ts";
import { isZone, zoneNames } from "../model/zone.ts";
import { SeedReader } from "../record/seeds/names.ts";
import type { CaseNames } from "../record/seeds/names.ts";
import type { CsvMarks } from "./csv.ts";
import { dayPattern } from "./day-pattern.ts";
import type { DayPattern } from "./day-pattern.ts";
import { readSectorColumns } from "./sector-columns.ts";
import type { SectorColumns } from "./sector-columns.ts";
import { readValues } from "./value-source.ts";
import type { ValueSource } from "./value-source.ts";

export interface DayColumn {
  readonly column: string;
  readonly patterns: readonly DayPattern[];
}

/** How far the true place may be from the position given, or what stands instead of it. */
export type Precision = number | "region" | "unknown";

export type RadiusSource =
  | { readonly kind: "constant"; readonly precision: Precision }
  | {
      readonly kind: "column";
      readonly column: string;
      readonly values: ReadonlyMap<string, Precision>;
      readonly otherwise: Precision | null;
    };

export interface CountColumns {
  readonly low: string;
  readonly high: string;
}

export interface Mapping {
  /** Who made the table, its licence, and what has to be known beside every figure from it. */
  readonly source: string;
  readonly licence: string;
  readonly caveat: string;
  readonly marks: CsvMarks;
  /** Ids are `<prefix>-<key cells>`; without key columns, the number of the row's line. */
  readonly prefix: string;
  readonly key: readonly string[];
  readonly occurred: {
    readonly from: DayColumn;
    readonly to: DayColumn | null;
    /** Where the table dates the report: so many days before, the event may lie too. */
    readonly daysBefore: number;
    readonly zones: readonly string[];
  };
  /** The day on which a row was published or recorded: what is asked "as of" hangs on it; null: the table does not say. */
  readonly published: DayColumn | null;
  readonly place: {
    readonly lat: string;
    readonly lon: string;
    readonly name: string | null;
    /** Of the position: the observer's own, where there is a sector. */
    readonly radius: RadiusSource;
    readonly sector: SectorColumns | null;
    readonly regions: readonly ValueSource[];
  };
  readonly actor: readonly ValueSource[];
  readonly act: readonly ValueSource[];
  readonly means: readonly ValueSource[];
  readonly kind: readonly ValueSource[];
  readonly flags: Readonly<Record<string, boolean>>;
  readonly killed: CountColumns | null;
  readonly injured: CountColumns | null;
}

const SHAPE = {
  what: "a mapping",
  required: ["mapping", "reads", "source", "licence", "caveat", "occurred", "place"],
  optional: [
    "options",
    "prefix",
    "key",
    "actor",
    "act",
    "means",
    "kind",
    "flags",
    "counts",
    "published",
  ],
};

type Fields = ReadonlyMap<string, YamlNode>;

/** Reads a mapping against the names of a case; null with every problem placed. */
export function parseMapping(text: string, file: string, names: CaseNames): Parsed<Mapping> {
  const { root, problems } = parseYaml(text, { file, prefix: "C" });
  const reader = new SeedReader(names, new Set());
  const fields = root === null ? null : reader.fields(root, SHAPE);
  const value = fields === null ? null : readMapping(reader, fields);
  const all = [...problems, ...reader.problems];
  if (root === null && all.length === 0) {
    const at = { file, line: 1, column: 1, endColumn: 2 };
    reader.report("102", 'the file is empty; expected "mapping: 1"', at);
    all.push(...reader.problems);
  }
  return { value: all.length > 0 ? null : value, problems: all };
}

function readMapping(reader: SeedReader, fields: Fields): Mapping | null {
  reader.oneOf(fields.get("mapping"), "mapping", ["1"]);
  reader.oneOf(fields.get("reads"), "reads", ["csv"]);
  const text = (field: string) => reader.text(fields.get(field), field);
  const values = (field: "actor" | "act" | "means" | "kind") =>
    readValues(reader, fields.get(field), (node) => reader[field](node));
  const [source, licence, caveat] = [text("source"), text("licence"), text("caveat")];
  const occurred = readOccurred(reader, fields.get("occurred"));
  const place = readPlace(reader, fields.get("place"));
  const counts = optionalFields(reader, fields.get("counts"), {
    what: "counts",
    optional: ["killed", "injured"],
  });
  const rest = {
    marks: readMarks(reader, fields.get("options")),
    published: readDayColumn(reader, fields.get("published")),
    prefix: reader.id(fields.get("prefix"), "prefix") ?? "row",
    key: reader.texts(fields.get("key"), "key"),
    actor: values("actor"),
    act: values("act"),
    means: values("means"),
    kind: values("kind"),
    flags: readFlags(reader, fields.get("flags")),
    killed: readCounts(reader, counts?.get("killed"), "killed"),
    injured: readCounts(reader, counts?.get("injured"), "injured"),
  };
  if (source === null || licence === null || caveat === null) return null;
  if (occurred === null || place === null) return null;
  return { source, licence, caveat, occurred, place, ...rest };
}

function readMarks(reader: SeedReader, node: YamlNode | undefined): CsvMarks {
  const fields = optionalFields(reader, node, {
    what: "options",
    optional: ["delimiter", "quote"],
  });
  const delimiter = reader.oneOf(fields?.get("delimiter"), "delimiter", [",", ";", "\t", "|"]);
  const quote = reader.oneOf(fields?.get("quote"), "quote", ['"', "'"]);
  return { delimiter: delimiter ?? ",", quote: quote ?? '"' };
}

function readOccurred(reader: SeedReader, node: YamlNode | undefined): Mapping["occurred"] | null {
  const fields = optionalFields(reader, node, {
    what: "occurred",
    required: ["from"],
    optional: ["to", "daysBefore", "zone"],
  });
  const from = readDayColumn(reader, fields?.get("from"));
  const to = readDayColumn(reader, fields?.get("to"));
  const daysBefore = reader.amount(fields?.get("daysBefore"), "daysBefore") ?? 0;
  const zones = reader.each(fields?.get("zone"), (item) => {
    const name = reader.text(item, "zone");
    if (name === null || isZone(name)) return name;
    return reader.unknownName("213", `unknown time zone: "${name}"`, name, zoneNames(), item.at);
  });
  if (from === null) return null;
  const used = zones.length > 0 ? zones : reader.names.timeZones.slice(0, 1);
  return { from, to, daysBefore: Math.round(daysBefore), zones: used };
}

function readDayColumn(reader: SeedReader, node: YamlNode | undefined): DayColumn | null {
  const fields = optionalFields(reader, node, {
    what: "a column of days",
    required: ["column", "pattern"],
  });
  const column = reader.text(fields?.get("column"), "column");
  const patterns = reader.each(fields?.get("pattern"), (item) => {
    const text = reader.text(item, "pattern");
    const read = text === null ? null : dayPattern(text);
    if (text === null || read !== null) return read;
    const expected = "expected yyyy, MM and dd once each, such as yyyy-MM-dd";
    return reader.report("105", `bad pattern of days: "${text}"; ${expected}`, item.at);
  });
  return column === null || patterns.length === 0 ? null : { column, patterns };
}

function readPlace(reader: SeedReader, node: YamlNode | undefined): Mapping["place"] | null {
  const fields = optionalFields(reader, node, {
    what: "place",
    required: ["lat", "lon", "radiusMeters"],
    optional: ["name", "region", "sector"],
  });
  const [lat, lon] = [
    reader.text(fields?.get("lat"), "lat"),
    reader.text(fields?.get("lon"), "lon"),
  ];
  const name = reader.text(fields?.get("name"), "name");
  const radius = readRadius(reader, fields?.get("radiusMeters"));
  const sector = readSectorColumns(reader, fields?.get("sector"));
  const regions = readValues(reader, fields?.get("region"), (item) => reader.region(item));
  if (lat === null || lon === null || radius === null) return null;
  return { lat, lon, name, radius, sector, regions };
}

function readRadius(reader: SeedReader, node: YamlNode | undefined): RadiusSource | null {
  if (node === undefined) return null;
  if (node.kind === "scalar") {
    const precision = readPrecision(reader, node);
    return precision === null ? null : { kind: "constant", precision };
  }
  const fields = reader.fields(node, {
    what: "radiusMeters",
    required: ["column", "values"],
    optional: ["otherwise"],
  });
  const column = reader.text(fields?.get("column"), "column");
  const map = fields?.get("values");
  const entries = map === undefined ? [] : (reader.map(map, "values")?.entries ?? []);
  const values = new Map<string, Precision>();
  for (const { key, value } of entries) {
    const precision = readPrecision(reader, value);
    if (precision !== null) values.set(key, precision);
  }
  const otherwise = readPrecision(reader, fields?.get("otherwise"));
  return column === null ? null : { kind: "column", column, values, otherwise };
}

function readPrecision(reader: SeedReader, node: YamlNode | undefined): Precision | null {
  if (node?.kind === "scalar" && (node.text === "region" || node.text === "unknown")) {
    return node.text;
  }
  return reader.amount(node, "radiusMeters");
}

function readFlags(reader: SeedReader, node: YamlNode | undefined): Mapping["flags"] {
  const entries = reader.entries(node, "flags").map(({ key, value }) => {
    return [key, reader.boolean(value, key) ?? false] as const;
  });
  return { ...reader.names.flags, ...Object.fromEntries(entries) };
}

function readCounts(
  reader: SeedReader,
  node: YamlNode | undefined,
  what: string,
): CountColumns | null {
  const fields = optionalFields(reader, node, { what, required: ["low", "high"] });
  const [low, high] = [
    reader.text(fields?.get("low"), "low"),
    reader.text(fields?.get("high"), "high"),
  ];
  return low === null || high === null ? null : { low, high };
}

/** The fields of a map that may be absent. */
function optionalFields(
  reader: SeedReader,
  node: YamlNode | undefined,
  shape: Parameters<SeedReader["fields"]>[1],
): Fields | null {
  return node === undefined ? null : reader.fields(node, shape);
}
