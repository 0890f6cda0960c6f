// The record seeds of a case, joined: sources, incidents with the claims about them, talks, totals, events.
import type { RecordedEvent } from "../model/event.ts";
import type { Claim } from "../model/claim.ts";
import type { Incident } from "../model/incident.ts";
import { compareText } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import type { YamlMap } from "../model/yaml.ts";
import { readClaim } from "../record/seeds/claim.ts";
import { readEvent } from "../record/seeds/event.ts";
import { joinClaims } from "../record/seeds/facts.ts";
import { fieldText, openSeedFile, readSeeds } from "../record/seeds/file.ts";
import type { NameOf, SeedFile } from "../record/seeds/file.ts";
import { readIncident } from "../record/seeds/incident.ts";
import { SeedReader } from "../record/seeds/names.ts";
import type { CaseNames } from "../record/seeds/names.ts";
import { readSource } from "../record/seeds/source.ts";
import type { Case, CaseFiles } from "./case.ts";
import { TALKS_FILE, readTalks } from "./talks.ts";
import type { Talks } from "./talks.ts";

/** Every file the record is read from. */
export const RECORD_FILES = {
  sources: "record/sources.yaml",
  incidents: "record/incidents.yaml",
  claims: "record/claims.yaml",
  events: "record/events.yaml",
  statements: "record/statements.yaml",
  stances: "record/stances.yaml",
  meetings: "record/meetings.yaml",
  instruments: "record/instruments.yaml",
  counts: "record/counts.yaml",
} as const;

type CaseRecord = Pick<Case, "sources" | "incidents" | "events"> &
  Omit<Talks, "opened"> & { readonly problems: readonly Problem[] };

/** Reads the whole record: every problem at once; a row with an error is left out, the rest stays. */
export function readRecord(files: CaseFiles, names: CaseNames): CaseRecord {
  const open = (what: keyof typeof RECORD_FILES, nameOf?: NameOf): SeedFile =>
    openSeedFile(files.get(RECORD_FILES[what]), RECORD_FILES[what], nameOf);
  const sourceFile = open("sources");
  const reader = new SeedReader(names, sourceFile.ids);
  const sources = new Map(
    readSeeds(sourceFile, reader, (row) => readSource(reader, row)).map((source) => [
      source.id,
      source,
    ]),
  );
  const { incidents, opened } = readIncidents(reader, { open, sources });
  const talks = readTalks(reader, open, files.get(TALKS_FILE));
  const events = open("events", eventName);
  const recorded: readonly RecordedEvent[] = readSeeds(events, reader, (row) =>
    readEvent(reader, row),
  );
  const { opened: talkFiles, ...kept } = talks;
  const found = [sourceFile, ...opened, ...talkFiles, events].flatMap(({ problems }) => problems);
  return {
    sources,
    incidents,
    events: recorded,
    ...kept,
    problems: [...found, ...reader.problems],
  };
}

type Open = (what: keyof typeof RECORD_FILES, nameOf?: NameOf) => SeedFile;

function readIncidents(
  reader: SeedReader,
  { open, sources }: { readonly open: Open; readonly sources: ReadonlyMap<string, Source> },
): { readonly incidents: readonly Incident[]; readonly opened: readonly SeedFile[] } {
  const incidentFile = open("incidents");
  const claimFile = open("claims");
  const seeds = readSeeds(incidentFile, reader, (row) => readIncident(reader, row));
  const claims = readSeeds(claimFile, reader, (row) => readClaim(reader, row, incidentFile.ids));
  const bySubject = new Map<string, Claim[]>();
  for (const claim of claims)
    bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);
  const knowledge = { sources, zone: reader.names.timeZones[0] ?? "UTC" };
  const incidents = seeds
    .map((seed) => joinClaims(seed, bySubject.get(seed.id) ?? [], knowledge))
    .sort((a, b) => compareText(a.id, b.id));
  return { incidents, opened: [incidentFile, claimFile] };
}

/** One event of one instrument is recorded once. */
function eventName(row: YamlMap): string | null {
  const id = fieldText(row, "id");
  return id === null ? null : `${fieldText(row, "instrument") ?? "all"}: ${id}`;
}
