// An incident as the record holds it: possible times, actors, acts, targets, each with who says so; series kept whole.
import { regionsOf } from "../../assess/index.ts";
import type { Case } from "../../case/case.ts";
import type { CasualtyClaim, Claim } from "../../model/claim.ts";
import type { CountRange } from "../../model/count.ts";
import type { Incident, Possibility } from "../../model/incident.ts";
import { formatInstant } from "../../model/instant.ts";
import { formatLocal, isCovered } from "../../model/zone.ts";
import type { Language, Style } from "../terminal.ts";
import { table } from "./table.ts";
import { inWords, paragraph } from "./text.ts";
import { placeIn } from "./view.ts";

interface Page {
  readonly width: number;
  readonly style: Style;
  readonly lang: Language;
}

export function renderIncident(incident: Incident, theCase: Case, page: Page): string {
  const { id, day, place, aggregate, facts } = incident;
  const title = `${id}, ${day}, ${placeIn(place, page.lang)}`;
  const possible = (all: readonly Possibility[]): string => possibilities(all, incident.sources);
  const rows = [
    ["When", occurredWords(incident, theCase)],
    ["Where", placeWords(incident, theCase, page.lang)],
    ["By", possible(facts.actors)],
    ["What was done", possible(facts.acts)],
    ["With", possible(facts.means)],
    ...facts.things.map((thing, index) => [
      index === 0 ? "To" : "and to",
      `${possible(thing.kinds)}${thing.name === null ? "" : ` (${thing.name})`}`,
    ]),
    ...optional("Object", incident.object),
    ...optional("Effects", incident.effects),
    ...optional("Note", incident.note),
    ["Sources", incident.sources.join(", ")],
  ];
  return [
    `${page.style.strong(title)}\n`,
    aggregate ? "A whole-night total: judged, in no total of ours.\n" : "",
    table(FACT_COLUMNS, rows, Math.min(page.width, 100)),
    casualtyPart(incident, page),
    claimsPart(incident, page),
  ].join("");
}

const FACT_COLUMNS = [
  { head: ["On record"], align: "left" as const },
  { head: ["What may be"], align: "left" as const, elastic: true },
];

function optional(name: string, value: string | null): readonly (readonly string[])[] {
  return value === null ? [] : [[name, value]];
}

function occurredWords({ occurred }: Incident, { settings }: Case): string {
  const zone = settings.timeZones[0] ?? "UTC";
  const isLocal = isCovered(occurred.from) && isCovered(occurred.until);
  const [from, until] = [occurred.from, occurred.until].map((at) =>
    isLocal ? formatLocal(at, zone) : formatInstant(at),
  );
  const span = `${from} to ${until} (${isLocal ? zone : "UTC"})`;
  return `${span}${occurred.assumed ? ", inferred" : ""}: ${occurred.basis}`;
}

function placeWords(incident: Incident, { zones }: Case, lang: Language): string {
  const { place } = incident;
  const regionName = (id: string, fallback: string): string => {
    const names = zones.get(id)?.names;
    return names?.[lang] ?? names?.en ?? fallback;
  };
  const regions =
    place.admin1 === null
      ? []
      : regionsOf(incident).map((id) => regionName(id, place.admin1 ?? id));
  const named = [placeIn(place, lang), ...regions, place.country].filter((part) => part !== null);
  const { extent } = place;
  const extentWords =
    extent.kind === "disc"
      ? `within ${extent.radiusMeters} m of ${extent.center[1]}, ${extent.center[0]}`
      : extent.kind === "area"
        ? `somewhere in ${inWords(place.regions.map((id) => regionName(id, id)))}`
        : "no geometry known";
  return `${named.join(", ")} (${extentWords})`;
}

/** Each with the claims it rests on; what rests on the whole of the incident's sources needs no mark. */
function possibilities(all: readonly Possibility[], sources: readonly string[]): string {
  const marked = ({ value, claims }: Possibility): string => {
    const own = claims.filter((id) => !sources.includes(id));
    return own.length === 0 ? value : `${value} [${own.join(", ")}]`;
  };
  return inWords(all.map(marked), "or");
}

function casualtyPart({ claims }: Incident, { width, style }: Page): string {
  const series = claims.filter((claim): claim is CasualtyClaim => claim.predicate === "casualties");
  if (series.length === 0) return "";
  const columns = [
    { head: ["As of"], align: "left" as const },
    { head: ["Killed"], align: "right" as const },
    { head: ["Injured"], align: "right" as const },
    { head: ["According to"], align: "left" as const, elastic: true },
  ];
  const rows = series.map((claim) => [
    asOfWords(claim),
    range(claim.killed),
    range(claim.injured),
    `${claim.by} (${claim.source})`,
  ]);
  const key =
    'A "-" is not stated, which is not zero. Later figures replace nothing: all are kept.';
  return `\n${style.strong("Casualties as reported, in order of reporting")}\n${table(columns, rows, width)}${paragraph(key, width)}`;
}

function range(count: CountRange | null): string {
  if (count === null) return "-";
  if (count.high === null) return `${count.low} or more`;
  return count.low === count.high ? String(count.low) : `${count.low} to ${count.high}`;
}

function asOfWords({ asOf }: Claim): string {
  if (asOf === null) return "not stated";
  return "day" in asOf ? asOf.day : formatLocal(asOf.at, "UTC");
}

function claimsPart({ claims }: Incident, { width, style }: Page): string {
  const rows = claims.flatMap((claim) => {
    const words = claimWords(claim);
    return words === null ? [] : [[claim.id, claim.by, words, claim.source]];
  });
  if (rows.length === 0) return "";
  const columns = [
    { head: ["Claim"], align: "left" as const },
    { head: ["By"], align: "left" as const },
    { head: ["Says"], align: "left" as const, elastic: true },
    { head: ["Source"], align: "left" as const },
  ];
  return `\n${style.strong("Claims, none of them a finding")}\n${table(columns, rows, width)}`;
}

function claimWords(claim: Claim): string | null {
  switch (claim.predicate) {
    case "casualties":
      return null;
    case "attribution":
      return `${claim.actor} did it`;
    case "denial":
      return claim.of === "actor" ? "denies having done it" : "denies that it happened";
    case "no-comment":
      return "does not comment";
    case "measure":
      return `${claim.what}: ${claim.value}`;
    case "account":
      return claim.text;
    default:
      return claim satisfies never;
  }
}
