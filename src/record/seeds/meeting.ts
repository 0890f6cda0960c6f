// record/meetings.yaml: who met, in which track. A meeting without a day stays undated.
import type { Meeting } from "../../model/talks.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

const SHAPE = {
  what: "a meeting",
  required: ["id", "track", "participants", "format"],
  optional: ["day", "from", "to", "place", "agenda", "outcome", "sources", "note"],
};

/** Reads one row; `participants` is a list of `{party, names}` (a party may stand twice). Null when it cannot be used. */
export function readMeeting(reader: SeedReader, row: YamlMap): Meeting | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "meeting id");
  const track = reader.text(fields.get("track"), "track");
  const format = reader.text(fields.get("format"), "format");
  const [from, to] = [
    reader.instant(fields.get("from"), "from"),
    reader.instant(fields.get("to"), "to"),
  ];
  if (from !== null && to !== null) reader.interval(from, to, fields.get("from") ?? row);
  if (id === null || track === null || format === null) return null;
  return {
    id,
    track,
    format,
    from,
    to,
    day: reader.day(fields.get("day"), "day"),
    place: reader.text(fields.get("place"), "place"),
    participants: reader.each(fields.get("participants"), (item) => readParticipant(reader, item)),
    agenda: reader.texts(fields.get("agenda"), "agenda"),
    outcome: reader.text(fields.get("outcome"), "outcome"),
    sources: reader.sourceList(fields.get("sources")),
    note: reader.text(fields.get("note"), "note"),
  };
}

function readParticipant(
  reader: SeedReader,
  node: YamlNode,
): Meeting["participants"][number] | null {
  const fields = reader.fields(node, {
    what: "a participant",
    required: ["party"],
    optional: ["names"],
  });
  const party = reader.party(fields?.get("party"));
  return party === null ? null : { party, names: reader.texts(fields?.get("names"), "names") };
}
