// record/incidents.yaml: what happened, as far as anybody says. Who did it and how many were hurt are claims (claims.yaml).
import { parseIncidentId } from "../../model/id.ts";
import type { Incident, Occurred, Thing } from "../../model/incident.ts";
import type { NamedPlace } from "../../model/place.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";
import { readMeasures } from "../../model/measures.ts";
import type { Measures } from "../../model/measures.ts";
import { readOccurred } from "./occurred.ts";
import { readEither } from "./either.ts";
import type { SeedRow } from "./either.ts";
import { PLACE_FIELDS, readPlace } from "./place.ts";
import { readFlags, readThing } from "./stated-facts.ts";

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
  /** Facts that hang together: one of the rows holds. Empty: what is stated may be combined in any way. */
  readonly either: readonly SeedRow[];
}

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
    "either",
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
  const either = readEither(reader, fields, sources);
  if (id === null || day === null || occurred === null || place === null) return null;
  if (either === null) return null;
  return {
    id,
    day,
    occurred,
    place,
    sources: [...new Set([...sources, ...either.flatMap((one) => one.sources)])],
    ...facts,
    either,
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
