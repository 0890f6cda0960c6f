// The product as an engine of the corpus: through its doors, as they stand in the package's export map, and nothing behind them.
import { assessCase, lintText } from "../../src/assess/index.ts";
import type { AssessInput } from "../../src/assess/index.ts";
import { loadTerms, parseKinds, parseMeans, vocabulary } from "../../src/terms/index.ts";
import { instantOf } from "../second-judge/clock.ts";
import { listOf } from "../second-judge/document.ts";
import { intervalOf, rowsOf, thingsOf } from "../second-judge/incident.ts";
import type { EventTime, Events, Incident, Place } from "../second-judge/incident.ts";
import { jointFacts } from "../../src/model/joint.ts";
import { corpusFile } from "./corpus.ts";
import type { ConformanceCase } from "./corpus.ts";
import type { Found } from "./second.ts";

type Row = AssessInput["incidents"][number];
type RecordedTime = AssessInput["events"][number]["time"];

/** A text that the product refuses; the message lists its problems. */
export class RefusedTextError extends Error {
  override name = "RefusedTextError";
}

const words = readWords();
// Texts kept read; random ones come by the thousand.
const MOST_TEXTS = 500;
const texts = new Map<string, AssessInput["instruments"][number]>();

// Of what cases may need.
const CAN: readonly string[] = ["joint", "lines", "around", "zones-together"];

/** What the product's records cannot express, of what a case needs. */
export function unsupported({ needs }: Pick<ConformanceCase, "needs">): readonly string[] {
  return needs.filter((need) => !CAN.includes(need));
}

/** The product's verdicts of the readings asked for. */
export function judgedByProduct(
  asked: Pick<ConformanceCase, "text" | "incident" | "before" | "events">,
  readings: readonly string[],
): Found {
  const { text, incident, before, events } = asked;
  const { input, loaded } = recordOf({ text, incidents: [incident, ...before], events });
  const { id, parties } = loaded.instrument;
  const verdicts = assessCase(input).rows.find(
    ({ incident }) => incident.id === rowId(0),
  )?.verdicts;
  if (verdicts === undefined) throw new Error(`no verdict for ${parties.join(", ")}`);
  const entries = [...verdicts].map(([reading, verdict]) => [reading.slice(id.length + 1), verdict] as const);
  return Object.fromEntries(entries.filter(([reading]) => readings.includes(reading)));
}

/** A case as the product's record: the incident asked about is the first, `inc-0`. */
export function recordOf({
  text,
  incidents,
  events,
}: {
  readonly text: string;
  readonly incidents: readonly Incident[];
  readonly events: Events;
}): { readonly input: AssessInput; readonly loaded: AssessInput["instruments"][number] } {
  const loaded = textOf(text);
  const input = {
    ...inputOf(loaded),
    incidents: incidents.map((incident, index) => rowOf(incident, index)),
    events: Object.entries(events).map(([event, time]) => ({
      id: event,
      instrument: loaded.instrument.id,
      time: timeOf(time),
      sources: [],
    })),
  };
  return { input, loaded };
}

/** What the product finds in a text, read and then tried on every situation: codes, with their places where they have one. */
export function findingsOf(
  yaml: string,
  keptTexts: ReadonlyMap<string, string> = new Map(),
): readonly { code: string; severity: string; line: number; column: number }[] {
  const sources = new Map(["src-1", "src-2"].map((id) => [id, null]));
  const context = { ...words, parties: null, sources, features: null, keptTexts };
  const { value: loaded, problems } = loadTerms(yaml, { file: "text.terms.yaml", context });
  const nowhere = (): null => null;
  const tried =
    loaded === null ? [] : lintText({ input: inputOf(loaded), loaded, places: nowhere });
  return [...problems, ...tried].map(({ code, severity, at }) => ({
    code,
    severity,
    line: at?.line ?? 0,
    column: at?.column ?? 0,
  }));
}

function inputOf(loaded: AssessInput["instruments"][number]): AssessInput {
  const settings = { id: "conformance", timeZones: ["UTC"] };
  return { ...words, settings, instruments: [loaded], zones: new Map(), incidents: [], events: [] };
}

function readWords(): Pick<AssessInput, "kinds" | "means" | "acts"> {
  const kinds = parseKinds(corpusFile("vocabularies/kinds.yaml"), { file: "kinds.yaml" }).value;
  const means = parseMeans(corpusFile("vocabularies/means.yaml"), { file: "means.yaml" }).value;
  if (kinds === null || means === null) throw new Error("the corpus's vocabularies do not parse");
  return { kinds: vocabulary(kinds), means: vocabulary(means.means), acts: vocabulary(means.acts) };
}

function textOf(yaml: string): AssessInput["instruments"][number] {
  const known = texts.get(yaml);
  if (known !== undefined) return known;
  const context = { ...words, parties: null, sources: null, features: null };
  const { value, problems } = loadTerms(yaml, { file: "text.terms.yaml", context });
  if (value === null) {
    const errors = problems.filter(({ severity }) => severity === "error");
    throw new RefusedTextError(errors.map(({ code, message }) => `${code} ${message}`).join("; "));
  }
  if (texts.size > MOST_TEXTS) texts.clear();
  texts.set(yaml, value);
  return value;
}

/** The id of the incident of that number. */
export function rowId(index: number): string {
  return `inc-${index}`;
}

function rowOf(incident: Incident, index: number): Row {
  const [from, until] = intervalOf(incident);
  const day = new Date(from).toISOString().slice(0, 10);
  const row = {
    id: rowId(index),
    day,
    occurred: { from, until, basis: "case", assumed: false },
    place: { name: "", names: {}, admin1: null, country: null, extent: extentOf(incident.place), regions: [] },
    object: null,
    effects: null,
    aggregate: false,
    facts: factsOf(incident),
    claims: [],
    sources: [],
    note: null,
    knownAt: null,
  };
  return row as unknown as Row;
}

function factsOf(incident: Incident): Row["facts"] {
  const [first, ...others] = rowsOf(incident).map(factRowOf);
  if (first === undefined) throw new Error("an incident has a row of facts");
  return others.length === 0 ? first : jointFacts(first, others);
}

function factRowOf(incident: Incident): Row["facts"] {
  const [from, until] = intervalOf(incident);
  return {
    occurred: { from, until },
    actors: possible(incident.by),
    acts: possible(incident.act),
    means: possible(incident.means),
    things: thingsOf(incident).map(({ kinds, ...facets }) => ({
      kinds: possible(kinds),
      name: null,
      facets: Object.fromEntries(Object.entries(facets).map(([name, values]) => [name, listOf(values)])),
    })),
    target: extentOf(incident.place),
    origin: extentOf(incident.origin),
    flags: incident.flags ?? {},
    ...(incident.near === undefined ? {} : { distances: rangesOf(incident.near) }),
    ...(incident.calibre === undefined
      ? {}
      : { calibre: { low: incident.calibre[0], high: incident.calibre[1] } }),
  };
}

function rangesOf(near: NonNullable<Incident["near"]>): Record<string, { low: number; high: number }> {
  return Object.fromEntries(Object.entries(near).map(([kind, [low, high]]) => [kind, { low, high }]));
}

function possible(values: string | readonly string[] | undefined): Row["facts"]["acts"] {
  return listOf(values ?? "unknown").map((value) => ({ value, claims: [] }));
}

function extentOf(place: Place | undefined): Row["facts"]["target"] {
  if (place === undefined) return { kind: "unknown" };
  if ("polygon" in place) return { kind: "area", polygons: [[place.polygon]] };
  return { kind: "disc", center: [place.lon, place.lat], radiusMeters: place["radius-meters"] };
}

function timeOf(time: EventTime): RecordedTime {
  if ("at" in time) return { kind: "at", at: instantOf(time.at) };
  if ("not-by" in time) return { kind: "not-by", at: instantOf(time["not-by"]) };
  return { kind: "between", from: instantOf(time.between[0]), until: instantOf(time.between[1]) };
}
