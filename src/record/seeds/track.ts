// `tracks` and `rounds` of talks.yaml: lines of talks, and the sets of meetings in them.
import { MEETING_STATUSES, TRACK_LEVELS } from "../../model/talks.ts";
import type { Round, Track } from "../../model/talks.ts";
import { compareText } from "../../model/problem.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";
import { listedName } from "./talk-names.ts";
import type { TalkNames } from "./talk-names.ts";
import { readTalkTime } from "./talk-time.ts";

const TRACK = {
  what: "a track",
  required: ["id", "title", "parties"],
  optional: ["level", "mediators", "issues", "opened", "closed", "parent"],
};
const ROUND = {
  what: "a round",
  required: ["id", "track", "label"],
  optional: ["occurred", "place", "status"],
};

/** Reads one track; null when it cannot be used. */
export function readTrack(reader: SeedReader, row: YamlMap, names: TalkNames): Track | null {
  const fields = reader.fields(row, TRACK);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "track id");
  const title = reader.text(fields.get("title"), "title");
  const level = reader.oneOf(fields.get("level"), "level", TRACK_LEVELS) ?? "unknown";
  const parties = readParties(reader, fields.get("parties"));
  const mediators = readMediators(reader, fields.get("mediators"));
  const issues = reader.each(fields.get("issues"), (item) =>
    listedName(reader, "issue", item, names),
  );
  const [opened, closed] = [
    reader.day(fields.get("opened"), "opened"),
    reader.day(fields.get("closed"), "closed"),
  ];
  if (opened !== null && closed !== null && closed < opened) {
    reader.report("301", `the track closes before it opens: ${closed} < ${opened}`, row.at);
  }
  const parent = listedName(reader, "track", fields.get("parent"), names);
  if (id === null || title === null) return null;
  return { id, title, level, parties, mediators, issues, opened, closed, parent };
}

/** Reads one round; null when it cannot be used. */
export function readRound(reader: SeedReader, row: YamlMap, names: TalkNames): Round | null {
  const fields = reader.fields(row, ROUND);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "round id");
  const track = listedName(reader, "track", fields.get("track"), names);
  const label = reader.text(fields.get("label"), "label");
  const occurred = readTalkTime(reader, fields.get("occurred"), "occurred");
  const place = reader.text(fields.get("place"), "place");
  const status = reader.oneOf(fields.get("status"), "status", MEETING_STATUSES) ?? "unknown";
  if (id === null || track === null || label === null || occurred === null) return null;
  return { id, track, label, occurred, place, status };
}

/** Reports every track that is, by way of its parents, above itself (C221). */
export function reportCycles(
  reader: SeedReader,
  tracks: readonly Track[],
  rows: readonly YamlMap[],
): void {
  const parents = new Map(tracks.map(({ id, parent }) => [id, parent]));
  for (const { id } of tracks) {
    if (!isAboveItself(id, parents)) continue;
    const row = rows.find(({ entries }) =>
      entries.some(
        ({ key, value }) => key === "id" && value.kind === "scalar" && value.text === id,
      ),
    );
    reader.report(
      "221",
      `the track "${id}" is its own parent by way of its parents`,
      row?.at ?? null,
    );
  }
}

function isAboveItself(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>();
  let above = parents.get(id) ?? null;
  while (above !== null && above !== id && !seen.has(above)) {
    seen.add(above);
    above = parents.get(above) ?? null;
  }
  return above === id;
}

function readMediators(reader: SeedReader, node: YamlNode | undefined): Track["mediators"] {
  const isUnknown = node === undefined || (node.kind === "scalar" && node.text === "unknown");
  return isUnknown ? "unknown" : readParties(reader, node);
}

/** Alphabetical, whatever the file's order. */
function readParties(reader: SeedReader, node: YamlNode | undefined): readonly string[] {
  return [...reader.each(node, (item) => reader.party(item))].sort(compareText);
}
