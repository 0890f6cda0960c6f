// record/meetings.yaml and `meetings` of talks.yaml: who met, in which track. A meeting whose time is unknown stays undated.
import { MEETING_FORMATS, MEETING_STATUSES, PARTICIPANT_ROLES } from "../../model/talks.ts";
import type { Meeting, Participant, TalkTime } from "../../model/talks.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import { readCitation } from "./citation.ts";
import type { SeedReader } from "./names.ts";
import { listedName } from "./talk-names.ts";
import type { TalkNames } from "./talk-names.ts";
import { readBounds, readTalkTime } from "./talk-time.ts";

const SHAPE = {
  what: "a meeting",
  required: ["id", "track", "participants", "format"],
  optional: [
    ...["round", "status", "occurred", "notBefore", "notAfter", "place", "issues"],
    ...["outcome", "source", "sources", "note"],
  ],
};
const PARTICIPANT = {
  what: "a participant",
  required: ["party"],
  optional: ["names", "role", "office"],
};

type Fields = ReadonlyMap<string, YamlNode>;

/** Reads one row; `participants` is a list of `{party, names, role, office}`. Null when it cannot be used. */
export function readMeeting(reader: SeedReader, row: YamlMap, names: TalkNames): Meeting | null {
  const fields = reader.fields(row, SHAPE);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "meeting id");
  const track = listedName(reader, "track", fields.get("track"), names);
  const format = reader.oneOf(fields.get("format"), "format", MEETING_FORMATS);
  const occurred = readOccurred(reader, fields, row);
  const sources = ["source", "sources"].flatMap((key) =>
    reader.each(fields.get(key), (item) => readCitation(reader, item)),
  );
  const participants = reader.each(fields.get("participants"), (item) =>
    readParticipant(reader, item),
  );
  const more = readMore(reader, fields, names);
  if (id === null || track === null || format === null || occurred === null) return null;
  return { id, track, format, occurred, sources, participants, ...more };
}

function readMore(
  reader: SeedReader,
  fields: Fields,
  names: TalkNames,
): Pick<Meeting, "round" | "status" | "place" | "issues" | "outcome" | "note"> {
  return {
    round: listedName(reader, "round", fields.get("round"), names),
    status: reader.oneOf(fields.get("status"), "status", MEETING_STATUSES) ?? "unknown",
    place: reader.text(fields.get("place"), "place"),
    issues: reader.each(fields.get("issues"), (item) => listedName(reader, "issue", item, names)),
    outcome: reader.text(fields.get("outcome"), "outcome"),
    note: reader.text(fields.get("note"), "note"),
  };
}

/** `occurred`; where that is unknown or absent, `notBefore` and `notAfter` may stand beside it. */
function readOccurred(reader: SeedReader, fields: Fields, row: YamlMap): TalkTime | null {
  const time = readTalkTime(reader, fields.get("occurred"), "occurred");
  const [start, end] = [fields.get("notBefore"), fields.get("notAfter")];
  if (time === null || (start === undefined && end === undefined)) return time;
  const isBounded = time.kind === "unknown" && (time.notBefore !== null || time.notAfter !== null);
  if (time.kind === "unknown" && !isBounded) return readBounds(reader, { start, end, at: row });
  const message = "notBefore and notAfter stand beside an unknown time only; this one is given";
  return reader.report("304", message, (start ?? end ?? row).at);
}

function readParticipant(reader: SeedReader, node: YamlNode): Participant | null {
  const fields = reader.fields(node, PARTICIPANT);
  const party = reader.party(fields?.get("party"));
  const names = reader.texts(fields?.get("names"), "names");
  const role = reader.oneOf(fields?.get("role"), "role", PARTICIPANT_ROLES) ?? "unknown";
  const office = reader.text(fields?.get("office"), "office");
  return party === null ? null : { party, names, role, office };
}
