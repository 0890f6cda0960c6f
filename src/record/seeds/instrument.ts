// record/instruments.yaml: texts as the record describes them, with the status per party and what each party says of a term.
// The texts that are judged stand in terms/.
import type { InstrumentRecord } from "../../model/talks.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";
import { readQuotation } from "./quotation.ts";

const SHAPE = {
  what: "an instrument",
  required: ["id", "kind", "title", "proposed-by", "day"],
  optional: ["status", "terms", "sources", "note"],
};
const STATUS = { what: "a status", required: ["party", "is", "source"], optional: ["on"] };
const TERM = {
  what: "a term",
  required: ["about", "party", "gist", "source"],
  optional: ["words"],
};

/** Reads one row; null when it cannot be used. */
export function readInstrument(reader: SeedReader, row: YamlMap): InstrumentRecord | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "instrument id");
  const kind = reader.text(fields.get("kind"), "kind");
  const title = reader.text(fields.get("title"), "title");
  const proposedBy = reader.party(fields.get("proposed-by"));
  const day = reader.day(fields.get("day"), "day");
  if (id === null || kind === null || title === null) return null;
  if (proposedBy === null || day === null) return null;
  return {
    id,
    kind,
    title,
    proposedBy,
    day,
    statusByParty: reader.each(fields.get("status"), (item) => readStatus(reader, item)),
    terms: reader.each(fields.get("terms"), (item) => readTerm(reader, item)),
    sources: reader.sourceList(fields.get("sources")),
    note: reader.text(fields.get("note"), "note"),
  };
}

function readStatus(
  reader: SeedReader,
  node: YamlNode,
): InstrumentRecord["statusByParty"][number] | null {
  const fields = reader.fields(node, STATUS);
  const party = reader.party(fields?.get("party"));
  const status = reader.text(fields?.get("is"), "is");
  const source = reader.source(fields?.get("source"));
  if (party === null || status === null || source === null) return null;
  return { party, status, day: reader.day(fields?.get("on"), "on"), source };
}

function readTerm(reader: SeedReader, node: YamlNode): InstrumentRecord["terms"][number] | null {
  const fields = reader.fields(node, TERM);
  const about = reader.text(fields?.get("about"), "about");
  const party = reader.party(fields?.get("party"));
  const gist = reader.text(fields?.get("gist"), "gist");
  const source = reader.source(fields?.get("source"));
  if (about === null || party === null || gist === null || source === null) return null;
  return {
    about,
    party,
    gist,
    keyWords: readQuotation(reader, fields?.get("words"), "words"),
    source,
  };
}
