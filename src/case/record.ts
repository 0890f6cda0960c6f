// The record seeds of a case, joined: sources, incidents with the claims about them, talks, totals, events.
import type { Claim } from "../model/claim.ts";
import { compareText } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import type { YamlMap } from "../model/yaml.ts";
import type { RecordSeeds } from "../record/seed-entries/record-seeds.ts";
import { thingsToSeeds } from "../record/seed-entries/things-to-seeds.ts";
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
import { NO_RECORD, readStanding } from "./standing-file.ts";
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

type RecordParts = Pick<Case, "logHead" | "sources" | "incidents" | "events" | "seeds"> &
  Omit<Talks, "opened"> & { readonly problems: readonly Problem[] };

/**
 * Reads the whole record: every problem at once; a row with an error is left out, the rest stays. What stands in the case's store
 * counts instead of the seeds it began with.
 */
export function readRecord(files: CaseFiles, names: CaseNames): RecordParts {
  const standing = readStanding(files);
  const { seeds, problems } =
    standing.value === null
      ? readRecordSeeds(files, names)
      : { seeds: thingsToSeeds(standing.value.things, names.regions), problems: [] };
  const logHead = standing.value?.head ?? NO_RECORD;
  const { sources, claims, incidents, instruments, ...kept } = seeds;
  const bySubject = new Map<string, Claim[]>();
  for (const claim of claims)
    bySubject.set(claim.subject, [...(bySubject.get(claim.subject) ?? []), claim]);
  const byId = new Map(sources.map((source) => [source.id, source]));
  const knowledge = { sources: byId, zone: names.timeZones[0] ?? "UTC" };
  const joined = incidents
    .map((seed) => joinClaims(seed, bySubject.get(seed.id) ?? [], knowledge))
    .sort((a, b) => compareText(a.id, b.id));
  return {
    ...kept,
    logHead,
    sources: byId,
    incidents: joined,
    instrumentRecords: instruments,
    seeds,
    problems: [...standing.problems, ...problems],
  };
}

/** The rows as they were written, before claims are joined to incidents: what becomes entries of the record. */
export function readRecordSeeds(
  files: CaseFiles,
  names: CaseNames,
): { readonly seeds: RecordSeeds; readonly problems: readonly Problem[] } {
  const open = (what: keyof typeof RECORD_FILES, nameOf?: NameOf): SeedFile =>
    openSeedFile(files.get(RECORD_FILES[what]), RECORD_FILES[what], nameOf);
  const sourceFile = open("sources");
  const reader = new SeedReader(names, sourceFile.ids);
  const sources = readSeeds(sourceFile, reader, (row) => readSource(reader, row));
  const [incidentFile, claimFile] = [open("incidents"), open("claims")];
  const incidents = readSeeds(incidentFile, reader, (row) => readIncident(reader, row));
  const claims = readSeeds(claimFile, reader, (row) => readClaim(reader, row, incidentFile.ids));
  const talks = readTalks(reader, open, files.get(TALKS_FILE));
  const eventFile = open("events", eventName);
  const events = readSeeds(eventFile, reader, (row) => readEvent(reader, row));
  const { opened, instrumentRecords, ...kept } = talks;
  const all = [sourceFile, incidentFile, claimFile, ...opened, eventFile];
  return {
    seeds: { sources, incidents, claims, events, instruments: instrumentRecords, ...kept },
    problems: [...all.flatMap(({ problems }) => problems), ...reader.problems],
  };
}

/** One event of one instrument is recorded once. */
function eventName(row: YamlMap): string | null {
  const id = fieldText(row, "id");
  return id === null ? null : `${fieldText(row, "instrument") ?? "all"}: ${id}`;
}
