// record/incidents.yaml: what happened, as far as anybody says. Who did it and how many were hurt are claims (claims.yaml).
import { parseIncidentId } from "../../model/id.ts";
import type { Incident, Occurred, Possibility, Thing } from "../../model/incident.ts";
import type { NamedPlace } from "../../model/place.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";
import { readMeasures } from "../../model/measures.ts";
import type { Measures } from "../../model/measures.ts";
import { readOccurred } from "./occurred.ts";
import { PLACE_FIELDS, readPlace } from "./place.ts";

/** An incident before the claims about it are joined. */
export interface IncidentSeed extends Pick<
  Incident,
  "id" | "day" | "object" | "effects" | "aggregate" | "sources" | "note"
> {
  readonly occurred: Occurred;
  readonly place: NamedPlace;
  readonly things: readonly Thing[];
  readonly acts: readonly string[];
  readonly means: readonly string[];
  readonly flags: Readonly<Record<string, boolean | "unknown">>;
  readonly measures: Measures;
}

const FACETS = ["function", "side", "controlled-by", "listed-in"];
const SHAPE = {
  what: "an incident",
  required: ["id", "day", "occurred", "place", "things", "acts", "means", "sources"],
  optional: [
    ...PLACE_FIELDS,
    "object",
    "effects",
    "aggregate",
    "flags",
    "distances",
    "calibre",
    "note",
  ],
};

type Fields = ReadonlyMap<string, YamlNode>;

/** Reads one row; null when it cannot be used. Empty lists of things, acts or means mean that nothing is known of them. */
export function readIncident(reader: SeedReader, row: YamlMap): IncidentSeed | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const id = readId(reader, fields);
  const day = reader.day(fields.get("day"), "day");
  const occurredNode = fields.get("occurred");
  const occurred = occurredNode === undefined ? null : readOccurred(reader, occurredNode);
  const place = readPlace(reader, fields);
  const sources = reader.sourceList(fields.get("sources"));
  const facts = readFacts(reader, fields, sources);
  if (id === null || day === null || occurred === null || place === null) return null;
  return {
    id,
    day,
    occurred,
    place,
    sources,
    ...facts,
    object: reader.text(fields.get("object"), "object"),
    effects: reader.text(fields.get("effects"), "effects"),
    aggregate: reader.boolean(fields.get("aggregate"), "aggregate") ?? false,
    note: reader.text(fields.get("note"), "note"),
  };
}

function readId(reader: SeedReader, fields: Fields): Incident["id"] | null {
  const text = reader.id(fields.get("id"), "incident id");
  return text === null ? null : parseIncidentId(text);
}

function readFacts(
  reader: SeedReader,
  fields: Fields,
  sources: readonly string[],
): Pick<IncidentSeed, "things" | "acts" | "means" | "flags" | "measures"> {
  const things = reader.each(fields.get("things"), (item) => readThing(reader, item, sources));
  const acts = reader.each(fields.get("acts"), (item) => reader.act(item));
  const means = reader.each(fields.get("means"), (item) => reader.means(item));
  const flags = { ...reader.names.flags, ...readFlags(reader, fields.get("flags")) };
  const measures = readMeasures(reader, fields, (node) => reader.kind(node));
  return { things, acts, means, flags, measures };
}

/**
 * One thing: a kind; a list of the kinds it may be; or `{kinds, name?}` with facets (function, side, controlled-by,
 * listed-in), each one value or a list of possible ones.
 */
function readThing(reader: SeedReader, node: YamlNode, sources: readonly string[]): Thing | null {
  if (node.kind !== "map") return thingOf(reader, node, { sources });
  const fields = reader.fields(node, {
    what: "a thing",
    required: ["kinds"],
    optional: ["name", ...FACETS],
  });
  const facets = FACETS.flatMap((facet) => {
    const values = reader.texts(fields?.get(facet), facet);
    return values.length === 0 ? [] : [[facet, values] as const];
  });
  const name = reader.text(fields?.get("name"), "name");
  return thingOf(reader, fields?.get("kinds"), {
    sources,
    name,
    facets: Object.fromEntries(facets),
  });
}

function thingOf(
  reader: SeedReader,
  node: YamlNode | undefined,
  more: { readonly sources: readonly string[] } & Partial<Pick<Thing, "name" | "facets">>,
): Thing | null {
  const kinds = reader.each(node, (item) => reader.kind(item));
  if (kinds.length === 0) return null;
  return {
    kinds: possibilities(kinds, more.sources),
    name: more.name ?? null,
    facets: more.facets ?? {},
  };
}

/** Each true or false, or `unknown` where that is disputed or nobody says. */
function readFlags(
  reader: SeedReader,
  node: YamlNode | undefined,
): Readonly<Record<string, boolean | "unknown">> {
  if (node === undefined) return {};
  const flags: Record<string, boolean | "unknown"> = {};
  for (const { key, value } of reader.map(node, "flags")?.entries ?? []) {
    const isOpen = value.kind === "scalar" && value.value === "unknown";
    const holds = isOpen ? "unknown" : reader.boolean(value, `flag "${key}"`);
    if (holds !== null) flags[key] = holds;
  }
  return flags;
}

/** Each value with what it rests on; nothing given is `unknown`. */
export function possibilities(
  values: readonly string[],
  claims: readonly string[],
): readonly Possibility[] {
  const given = values.length === 0 ? ["unknown"] : [...new Set(values)];
  return given.map((value) => ({ value, claims }));
}
