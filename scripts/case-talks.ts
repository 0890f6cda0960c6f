// Meetings and tracks of cases/ukraine-2025: what the collected rows say, and what we read out of their notes, one line a judgement.
import type { MeetingRow } from "./case-rows.ts";
import { blockRow, flowRow, seedFile } from "./case-yaml.ts";
import type { Fields } from "./case-yaml.ts";

/** Names of the tracks; the rows group meetings by who takes part. */
const TRACKS: Readonly<Record<string, { readonly id: string; readonly title: string }>> = {
  "FR-UA": { id: "FR-UA", title: "France and Ukraine" },
  NATO: { id: "NATO", title: "Ministers of the NATO states" },
  "RU-SA": { id: "RU-SA", title: "Russia and Saudi Arabia" },
  "RU-TR": { id: "RU-TR", title: "Russia and Turkey" },
  "RU-UA humanitarian": {
    id: "RU-UA-humanitarian",
    title: "Russia and Ukraine: exchanges of prisoners",
  },
  UN: { id: "UN", title: "United Nations Security Council" },
  "US-RU": { id: "US-RU", title: "Russia and the United States" },
  "US-UA": { id: "US-UA", title: "Ukraine and the United States" },
  "US-UA-Europe": {
    id: "US-UA-Europe",
    title: "Ukraine, the United States and European states",
  },
  coalition: { id: "coalition", title: "States that support Ukraine" },
};

/** Times that the rows tell in notes: meetings of two days, and what bounds the ones without a day. */
const TIMES: Readonly<Record<string, Fields>> = {
  "mt-mtg-ankara-0415": { occurred: { first: "2025-04-15", last: "2025-04-16" } },
  "mt-mtg-article-next-us-ua": { occurred: "unknown", notBefore: "2025-03-24" },
  "mt-mtg-call-mbs-0314": {
    occurred: "unknown",
    notBefore: "2025-03-13",
    notAfter: "2025-03-14",
  },
  "mt-mtg-call-rl-weekend": {
    occurred: "unknown",
    notBefore: "2025-04-26",
    notAfter: "2025-04-27",
  },
  "mt-mtg-nato-0404": { occurred: { first: "2025-04-03", last: "2025-04-04" } },
  "mt-mtg-next-us-ua-soon": { occurred: "unknown", notBefore: "2025-03-25" },
  "mt-mtg-washington-dmitriev": { occurred: "unknown", notAfter: "2025-04-03" },
};

/** Only announced, as the rows know them; the others were reported after they were held. */
const ANNOUNCED = ["mt-mtg-article-next-us-ua", "mt-mtg-next-us-ua-soon"];

/** Where the format of a row is finer in TALKS 1: by video; more than two parties in a room. */
const FORMATS: Readonly<Record<string, string>> = {
  "mt-mtg-london-0423": "multilateral",
  "mt-mtg-nato-0404": "multilateral",
  "mt-mtg-paris-0327": "multilateral",
  "mt-mtg-paris-0417": "multilateral",
  "mt-mtg-unsc-0417": "multilateral",
  "mt-mtg-unsc-0429": "multilateral",
  "mt-mtg-virtual-0315": "video",
};

/** A row of record/meetings.yaml. */
export function meetingRow(row: MeetingRow): string {
  const { occurred, ...bounds } = TIMES[row.id] ?? { occurred: row.day ?? "unknown" };
  return blockRow({
    id: row.id,
    track: trackOf(row).id,
    occurred,
    ...bounds,
    status: ANNOUNCED.includes(row.id) ? "announced" : "held",
    place: row.place,
    participants: row.participants.flatMap(participantFields).map((group) => ({ ...group })),
    format: FORMATS[row.id] ?? (row.format === "technical" ? "expert" : row.format),
    issues: row.agenda.length === 0 ? null : row.agenda,
    outcome: row.outcome,
    sources: row.sources.length === 0 ? null : row.sources,
    note: row.note,
  });
}

/** talks.yaml: the tracks that meetings name, alphabetical, with the case's parties that met in them. */
export function trackRows(meetings: readonly MeetingRow[]): string {
  const ids = [...new Set(meetings.map((row) => trackOf(row).id))].sort();
  const rows = ids.map((id) => {
    const own = meetings.filter((row) => trackOf(row).id === id);
    const groups = own.flatMap((row) => row.participants.flatMap(participantFields));
    const parties = groups.filter(({ role }) => role === null).map(({ party }) => party);
    const title = own.map((row) => trackOf(row).title)[0] ?? id;
    return flowRow({ id, title, level: "official", parties: [...new Set(parties)].sort() });
  });
  const about = [
    "Tracks: lines of talks, by who meets. The meetings stand in record/meetings.yaml, what was said in record/statements.yaml.",
    "parties: all that took part in a meeting on record, hosts and mediators left out: meetings name those where a source does.",
  ];
  return seedFile(about, ["tracks:", ...rows.map((row) => `  ${row}`)]);
}

function trackOf({ track }: MeetingRow): { readonly id: string; readonly title: string } {
  const known = TRACKS[track];
  if (known === undefined) throw new Error(`no name for the track "${track}"`);
  return known;
}

interface Group {
  readonly party: string;
  readonly names: readonly string[] | null;
  readonly role: string | null;
}

/** A role that a row writes behind a name, `Faisal bin Farhan (host)`, becomes one; each role is a group of its own. */
function participantFields({ party, names }: MeetingRow["participants"][number]): readonly Group[] {
  const split = names.map((text) => {
    const [, name = text, role = null] = /^(.*) \((host|mediator)\)$/.exec(text) ?? [];
    return { name, role };
  });
  const roles = [...new Set(split.map(({ role }) => role))];
  if (roles.length === 0) return [{ party, names: null, role: null }];
  return roles.map((role) => ({
    party,
    names: split.filter((one) => one.role === role).map(({ name }) => name),
    role,
  }));
}
