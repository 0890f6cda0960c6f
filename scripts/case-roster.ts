// The roster, outlets and place names of the case, taken from its rows. Part of build-case.ts.
import { JOINT_SPEAKERS, NOT_PEOPLE, PEOPLE } from "./case-people.ts";
import type { PersonRow } from "./case-people.ts";
import type { IncidentRow, MeetingRow, SourceRow, StatementRow } from "./case-rows.ts";
import { blockRow, flowRow } from "./case-yaml.ts";

/** Lower case, Latin letters and digits, hyphens. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

interface OutletEntry {
  readonly id: string;
  readonly name: string;
  readonly side: string;
}

const NO_OUTLET = "no outlet named";

/** Outlets by the name a source prints; names that differ only in case or in signs are one outlet, under the first one printed. */
export function outletIds(sources: readonly SourceRow[]): ReadonlyMap<string, OutletEntry> {
  const entries = new Map<string, OutletEntry>();
  const byName = new Map<string, OutletEntry>();
  for (const { outlet } of sources) {
    const name = outlet ?? NO_OUTLET;
    const id = slug(name);
    const entry = entries.get(id) ?? { id, name, side: commonSide(sources, id) };
    entries.set(id, entry);
    byName.set(outlet ?? "", entry);
  }
  return byName;
}

/** The side most of the outlet's rows give; ties by name. */
function commonSide(sources: readonly SourceRow[], id: string): string {
  const counts = new Map<string, number>();
  for (const { outlet, outletSide } of sources) {
    if (slug(outlet ?? NO_OUTLET) === id) counts.set(outletSide, (counts.get(outletSide) ?? 0) + 1);
  }
  const [first] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return first?.[0] ?? "other";
}

const AGENCIES = [
  "anadolu",
  "interfax-avn",
  "interfax-ukraine",
  "irna",
  "rbc-ukraine",
  "tass",
  "ukrinform",
  "unn",
];
const OFFICIAL = ["un-news-copy", "scoop-us-government-statement"];

function outletKind({ id, name }: OutletEntry): string {
  if (id === "ukrainian-air-force-rows-as-tabulated") return "dataset";
  if (OFFICIAL.includes(id)) return "official";
  if (AGENCIES.includes(id)) return "agency";
  return /[(/]|copy|mirror/i.test(name) ? "relay" : "news";
}

export function outletRows(sources: readonly SourceRow[]): readonly string[] {
  const entries = new Map([...outletIds(sources).values()].map((entry) => [entry.id, entry]));
  return [...entries.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) =>
      flowRow({ id: entry.id, name: entry.name, side: entry.side, kind: outletKind(entry) }),
    );
}

/** Everybody in the table; throws for a name of the record that stands in no table. */
export function personRows(
  statements: readonly StatementRow[],
  meetings: readonly MeetingRow[],
): readonly string[] {
  const known = new Set([
    ...PEOPLE.map(({ en }) => en),
    ...NOT_PEOPLE,
    ...Object.keys(JOINT_SPEAKERS),
  ]);
  const met = meetings.flatMap(({ participants }) => participants.flatMap(({ names }) => names));
  const named = [
    ...statements.map(({ speaker }) => speaker),
    ...met.map((name) => name.replace(/ \(host\)$/, "")),
  ];
  const strangers = [...new Set(named)].filter((name) => !known.has(name));
  if (strangers.length > 0)
    throw new Error(`in no table of case-people.ts: ${strangers.join("; ")}`);
  return [...PEOPLE].sort((a, b) => (a.id < b.id ? -1 : 1)).map(personRow);
}

function personRow({ id, party, en, uk, ru, also, offices }: PersonRow): string {
  const held = offices.map((office) => {
    const [title = "", from, until] = office.split("; ");
    return { title, from, until };
  });
  return blockRow({ id, party, names: { en, uk, ru }, spellings: also, offices: held });
}

/** The names of a place that all its rows share, or those of its first row that has both. */
export interface Spelling {
  readonly uk: string | null;
  readonly ru: string | null;
}

/** Spellings by English name. */
export function placeSpellings(incidents: readonly IncidentRow[]): ReadonlyMap<string, Spelling> {
  const places = new Map<string, IncidentRow[]>();
  for (const row of incidents) places.set(row.place, [...(places.get(row.place) ?? []), row]);
  return new Map([...places].map(([name, rows]) => [name, spellingOf(rows)]));
}

function spellingOf(rows: readonly IncidentRow[]): Spelling {
  const both = rows.find((row) => row.placeUk != null && row.placeRu != null);
  if (both !== undefined) return { uk: both.placeUk ?? null, ru: both.placeRu ?? null };
  const uk = rows.find((row) => row.placeUk != null)?.placeUk ?? null;
  const ru = rows.find((row) => row.placeRu != null)?.placeRu ?? null;
  return { uk, ru };
}

export function placeRows(incidents: readonly IncidentRow[]): readonly string[] {
  return [...placeSpellings(incidents)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([en, { uk, ru }]) =>
      flowRow({ id: slug(en).slice(0, 80).replace(/-+$/, ""), en, uk, ru }),
    );
}
