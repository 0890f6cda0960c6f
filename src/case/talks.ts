// What a case keeps of talks: the rows of talks.yaml and of the record seeds about talks, joined. An id stands in one of them.
import type { Problem } from "../model/problem.ts";
import { parseYaml } from "../model/yaml.ts";
import type { YamlMap } from "../model/yaml.ts";
import { fieldText, readSeeds, seedFileOf } from "../record/seeds/file.ts";
import type { NameOf, SeedFile } from "../record/seeds/file.ts";
import { readInstrument } from "../record/seeds/instrument.ts";
import { readMeeting } from "../record/seeds/meeting.ts";
import type { SeedReader } from "../record/seeds/names.ts";
import { readPublishedCount } from "../record/seeds/published-count.ts";
import { readStance, readStatement } from "../record/seeds/statement.ts";
import type { TalkNames } from "../record/seeds/talk-names.ts";
import { readRound, readTrack, reportCycles } from "../record/seeds/track.ts";
import type { Case } from "./case.ts";

export const TALKS_FILE = "talks.yaml";

/** Sections of talks.yaml that become values, and those that a later version reads. */
const SECTIONS = ["tracks", "rounds", "meetings", "statements"] as const;
const UNREAD_SECTIONS = ["issues", "positions", "claims"] as const;
type Section = (typeof SECTIONS)[number] | (typeof UNREAD_SECTIONS)[number];
const SHAPE = { what: TALKS_FILE, optional: [...SECTIONS, ...UNREAD_SECTIONS] };

/** In the order of the files, record seeds first. */
export interface Talks extends Pick<
  Case,
  "tracks" | "rounds" | "meetings" | "statements" | "stances" | "instrumentRecords" | "counts"
> {
  readonly opened: readonly Pick<SeedFile, "problems">[];
}

/** Opens the record seeds of one kind. */
type Open = (
  what: "statements" | "stances" | "meetings" | "instruments" | "counts",
  nameOf?: NameOf,
) => SeedFile;

/** Reads all that is kept of talks; `text` is that of talks.yaml, undefined where the case has none. */
export function readTalks(reader: SeedReader, open: Open, text: string | undefined): Talks {
  const { sections, problems } = readSections(reader, text);
  const files = {
    tracks: seedFileOf({ rows: sections.tracks, problems }),
    rounds: seedFileOf({ rows: sections.rounds, problems: [] }),
    meetings: joined(open("meetings"), sections.meetings),
    statements: joined(open("statements"), sections.statements),
    stances: open("stances", stanceName),
    instruments: open("instruments"),
    counts: open("counts"),
  };
  const names: TalkNames = {
    tracks: files.tracks.ids,
    rounds: files.rounds.ids,
    issues: issueNames(files.stances.rows, sections.issues),
    statements: files.statements.ids,
    instruments: files.instruments.ids,
    stances: files.stances.ids,
  };
  const tracks = readSeeds(files.tracks, reader, (row) => readTrack(reader, row, names));
  reportCycles(reader, tracks, files.tracks.rows);
  return {
    tracks,
    rounds: readSeeds(files.rounds, reader, (row) => readRound(reader, row, names)),
    stances: readSeeds(files.stances, reader, (row) => readStance(reader, row)),
    statements: readSeeds(files.statements, reader, (row) => readStatement(reader, row, names)),
    meetings: readSeeds(files.meetings, reader, (row) => readMeeting(reader, row, names)),
    instrumentRecords: readSeeds(files.instruments, reader, (row) => readInstrument(reader, row)),
    counts: readSeeds(files.counts, reader, (row) => readPublishedCount(reader, row)),
    opened: Object.values(files),
  };
}

type Sections = Readonly<Record<Section, readonly YamlMap[]>>;

function readSections(
  reader: SeedReader,
  text: string | undefined,
): { readonly sections: Sections; readonly problems: readonly Problem[] } {
  const { root, problems } = parseYaml(text ?? "", { file: TALKS_FILE, prefix: "C" });
  const fields = root === null ? null : reader.fields(root, SHAPE);
  const rowsOf = (section: Section): readonly YamlMap[] => {
    const node = fields?.get(section);
    const items = node === undefined ? [] : (reader.list(node, section)?.items ?? []);
    return items.flatMap((item) => reader.map(item, `a row of ${section}`) ?? []);
  };
  for (const section of UNREAD_SECTIONS) {
    const node = fields?.get(section);
    if (node === undefined) continue;
    const message = `"${section}" of ${TALKS_FILE} is kept but not read by this version`;
    reader.report("403", message, node.at, { severity: "warning" });
  }
  const sections: Sections = {
    tracks: rowsOf("tracks"),
    rounds: rowsOf("rounds"),
    meetings: rowsOf("meetings"),
    statements: rowsOf("statements"),
    issues: rowsOf("issues"),
    positions: rowsOf("positions"),
    claims: rowsOf("claims"),
  };
  return { sections, problems };
}

function joined(seeds: SeedFile, rows: readonly YamlMap[]): SeedFile {
  return seedFileOf({ rows: [...seeds.rows, ...rows], problems: seeds.problems });
}

function issueNames(stances: readonly YamlMap[], issues: readonly YamlMap[]): ReadonlySet<string> {
  const names = [
    ...stances.map((row) => fieldText(row, "issue")),
    ...issues.map((row) => fieldText(row, "id")),
  ];
  return new Set(names.flatMap((name) => name ?? []));
}

function stanceName(row: YamlMap): string | null {
  const [issue, key] = [fieldText(row, "issue"), fieldText(row, "key")];
  return issue === null || key === null ? null : `${issue}/${key}`;
}
