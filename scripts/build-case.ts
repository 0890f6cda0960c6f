// Makes the record seeds of cases/ukraine-2025 from the collected case files (JSON Lines): `npx tsx scripts/build-case.ts FOLDER`.
// Deterministic. From then on the committed seeds are the master and are corrected by hand; running it again undoes corrections.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { incidentFiles } from "./case-incidents.ts";
import { outletIds, outletRows, personRows, placeRows } from "./case-roster.ts";
import type {
  Count,
  IncidentRow,
  InstrumentRow,
  MeetingRow,
  SourceRow,
  StanceRow,
  StatementRow,
} from "./case-rows.ts";
import { EVENTS } from "./case-judgements.ts";
import { meetingRow, trackRows } from "./case-talks.ts";
import { blockRow, flowRow, seedFile } from "./case-yaml.ts";

const folder = process.argv[2];
if (folder === undefined)
  throw new Error(
    "usage: npx tsx scripts/build-case.ts FOLDER (the folder with incidents.jsonl and the others)",
  );
const out = process.argv[3] ?? fileURLToPath(new URL("../cases/ukraine-2025", import.meta.url));

const sources = rowsOf<SourceRow>("sources");
const incidents = rowsOf<IncidentRow>("incidents");
const statements = rowsOf<StatementRow>("statements");
const meetings = rowsOf<MeetingRow>("meetings");
const { incidentRows, claimRows } = incidentFiles(incidents);

write(
  "outlets.yaml",
  [
    "Outlets that the sources appeared in, with the side they lean to and their kind.",
    "kind: news, agency, official, dataset, or relay (a page that carries another's text; the name says whose).",
  ],
  outletRows(sources),
);
write(
  "roster.yaml",
  ["People who speak or meet in the record: party, offices (dated where known), spellings."],
  personRows(statements, meetings),
);
write(
  "places.yaml",
  ["Spellings of the places of the incidents, by the English name that the incidents use."],
  placeRows(incidents),
);
write(
  "record/sources.yaml",
  [
    "Publications that the record rests on; titles are our own descriptions. Side: that of the outlet, unless a row says another.",
    "Without `published` the day of publication is not known.",
  ],
  sourceRows(),
);
write(
  "record/incidents.yaml",
  [
    "Incidents as reported, one a row. Who did it, how many were hurt and what else is said are claims: claims.yaml.",
    "things: each thing hit or aimed at; a list within the list is one thing that may be any of these kinds.",
    "occurred: at (the minute stated), from/until, day (local, in `zone`; two: either), night (18:00 of the evening before to 12:00), part.",
  ],
  incidentRows,
);
write(
  "record/claims.yaml",
  [
    "What is asserted about the incidents, one claim a row: attribution, denial, no-comment, casualties, measure, account.",
    "Points of a series stand in the order of reporting. A count that is left out was not stated: that is not zero.",
    "by: a party, or media (the publication itself, which names no other claimant).",
  ],
  claimRows,
);
write(
  "record/events.yaml",
  [
    "Facts outside incidents that a text waits for. What the record does not support stays unrecorded.",
  ],
  eventRows(),
);
write(
  "record/statements.yaml",
  [
    "What was said, by whom, through whom (chain). Without `said` no day is known, and none is invented.",
    "key is the stance on the issue (stances.yaml); gists are in our own words.",
  ],
  statements.map(statementRow),
);
write(
  "record/stances.yaml",
  [
    "Stances per issue. rank is an ordinal judgement along the issue, not a measurement; left out: not ordered.",
  ],
  rowsOf<StanceRow>("stances").map((row) =>
    flowRow({ issue: row.issue, key: row.key, rank: row.rank, means: row.means }),
  ),
);
write(
  "record/meetings.yaml",
  [
    "Meetings by track (talks.yaml). Where `occurred` is unknown it stays so; notBefore and notAfter bound it where a source does.",
  ],
  meetings.map(meetingRow),
);
writeText("talks.yaml", trackRows(meetings));
write(
  "record/instruments.yaml",
  [
    "Texts as the record describes them: status per party, what each says of a term. The judged texts are in terms/.",
  ],
  rowsOf<InstrumentRow>("instruments").map(instrumentRow),
);
write(
  "record/counts.yaml",
  [
    "Totals that the sides published, each in its own unit: never on one axis with the incidents of this record.",
    "violations: 7, 4-6, 30+ (at least), <=1100 (at most), unstated.",
  ],
  rowsOf<Count>("counts").map(countRow),
);

function rowsOf<T>(name: string): readonly T[] {
  const text = readFileSync(join(folder ?? "", `${name}.jsonl`), "utf8");
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

function write(path: string, about: readonly string[], rows: readonly string[]): void {
  mkdirSync(join(out, "record"), { recursive: true });
  writeFileSync(join(out, path), seedFile(about, rows));
  process.stdout.write(`${path}: ${rows.length} rows\n`);
}

function writeText(path: string, text: string): void {
  writeFileSync(join(out, path), text);
  process.stdout.write(`${path}\n`);
}

function sourceRows(): readonly string[] {
  const ids = outletIds(sources);
  return sources.map((row) => {
    const outlet = ids.get(row.outlet ?? "");
    if (outlet === undefined) throw new Error(`${row.id}: no outlet "${row.outlet}"`);
    const side = outlet.side === row.outletSide ? null : row.outletSide;
    return blockRow({
      id: row.id,
      title: row.title,
      outlet: outlet.id,
      side,
      published: row.published,
      url: row.url,
    });
  });
}

function eventRows(): readonly string[] {
  return EVENTS.map(
    ({ id, instrument, notBy, sources: cited, why }) =>
      `# ${why}\n${flowRow({ id, instrument, "not-by": notBy, sources: cited })}`,
  );
}

function statementRow(row: StatementRow): string {
  return blockRow({
    id: row.id,
    said: row.said,
    speaker: row.speaker,
    role: row.role,
    party: row.party,
    to: row.to,
    chain: someOf(row.via),
    issue: row.issue,
    act: row.kind,
    gist: row.gist,
    stance: row.stance,
    key: row.stanceKey,
    disputes: someOf(row.disputes),
    source: row.source,
    reported: row.reported,
    instrument: row.instrument,
    note: row.note,
  });
}

function instrumentRow(row: InstrumentRow): string {
  const status = row.statusByParty.map((state) => ({
    party: state.party,
    is: state.status,
    on: state.day,
    source: state.source,
  }));
  const terms = row.terms.map(({ about, party, gist, keyWords, source }) => ({
    about,
    party,
    gist,
    words: keyWords,
    source,
  }));
  return blockRow({
    id: row.id,
    kind: row.kind,
    title: row.title,
    "proposed-by": row.proposedBy,
    day: row.day,
    status: someOf(status),
    terms: someOf(terms),
    sources: someOf(row.sources),
    note: row.note,
  });
}

function countRow(row: Count): string {
  const { low, high } = row.violations;
  const stated =
    low === null
      ? high === null
        ? "unstated"
        : `<=${high}`
      : high === null
        ? `${low}+`
        : low === high
          ? String(low)
          : `${low}-${high}`;
  return blockRow({
    id: row.id,
    day: row.day,
    by: row.by,
    of: row.ofParty,
    period: row.period,
    unit: row.unit,
    violations: /^\d+$/.test(stated) ? Number(stated) : stated,
    source: row.source,
    note: row.note,
  });
}

function someOf<T>(list: readonly T[]): readonly T[] | null {
  return list.length === 0 ? null : list;
}
