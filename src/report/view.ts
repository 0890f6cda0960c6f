// What a page asks, as its address says it (WEB 3): one parser for the server's query and the browser's address bar.
// Old links must keep working for ever, so keys are only ever added; test/vectors of view.test.ts are frozen.
import { formatInstant, parseDay, parseInstant } from "../model/instant.ts";
import type { Day, Instant } from "../model/instant.ts";
import { didYouMean } from "../model/nearest.ts";
import { compareText } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";

/** One thing to narrow by: `kind:port`, `party:RU`. */
export interface Facet {
  readonly name: FacetName;
  readonly value: string;
}

/** Facets that totals understand now; at most one of each. */
export const FACET_NAMES = ["kind", "means", "party", "region"] as const;
export type FacetName = (typeof FACET_NAMES)[number];

/** A question held to one answer in every reading: `on-breach:bound`. */
export interface Held {
  readonly question: string;
  readonly answer: string;
}

/** A part of the disagreement of one pair: `alone:scope`, `together:scope,start`, `either:...`, `instrument:`. */
export interface CausePart {
  readonly kind: "alone" | "either" | "together" | "instrument";
  readonly questions: readonly string[];
}

/** One number of one card: the incidents of `reading` with that verdict; `at-most` = all that may be violations. */
export interface CardPart {
  readonly reading: string;
  readonly verdict: (typeof PART_VERDICTS)[number];
}

/** One question of one text, compared answer by answer: `energy/scope`. */
export interface ComparedQuestion {
  readonly instrument: string;
  readonly question: string;
}

export const PART_VERDICTS = [
  "violation",
  "at-most",
  "not-covered",
  "undetermined",
  "conflict",
] as const;
/** Border lines of maps: coast only, international boundaries, or every claimed line. */
export const BOUNDARY_POLICIES = ["none", "recognised", "claims"] as const;
export type BoundaryPolicy = (typeof BOUNDARY_POLICIES)[number];
/** What a card can count instead of incidents. */
export const UNITS = ["casualties", "objects", "days"] as const;
export type Unit = (typeof UNITS)[number];
const CAUSE_KINDS = ["alone", "either", "together", "instrument"] as const;

/** All that a screen shows, in its URL. Absent keys are null or empty: no reading is the default. */
export interface View {
  /** `r`: reading ids in id order, or instrument ids standing for all their readings. */
  readonly readings: readonly string[];
  /** `from`, `until`: days in the case's first zone, half-open. */
  readonly from: Day | null;
  readonly until: Day | null;
  /** `asof`: what was known by then; null = now. */
  readonly asOf: Instant | null;
  /** `f`: in name order. */
  readonly facets: readonly Facet[];
  /** `hold`: in question order. Changes figures: every reading takes these answers, whatever its holder says. */
  readonly hold: readonly Held[];
  /** `q`: a card a live answer of this question instead of whole readings; the others are held or open. */
  readonly compared: ComparedQuestion | null;
  /** `window`: only incidents that may lie in the in-force window of the readings shown; null = the whole record. */
  readonly window: "in-force" | null;
  /** `unit`: what cards count instead of incidents. */
  readonly unit: Unit | null;
  /** `sort`: cards from narrow to wide where that is an order; else by name. */
  readonly sort: "width" | null;
  /** `word`: the slot whose words are lit and to whose incidents the lists are narrowed. */
  readonly word: string | null;
  /** `pair`: two reading ids in id order. */
  readonly pair: readonly [string, string] | null;
  readonly cause: CausePart | null;
  /** `of`: the incidents behind one number of one card. */
  readonly of: CardPart | null;
  /** `pat`: one letter a card, in id order of the readings: v, n, u, c. */
  readonly pattern: string | null;
  /** `why`: on an incident's page, the reading whose trace is open. */
  readonly why: string | null;
  /** `b`: which border lines maps draw; null = as the case says. */
  readonly boundary: BoundaryPolicy | null;
  /** `sel`: the incident chosen on map and list. */
  readonly selected: string | null;
  /** `bbox`: only incidents whose point lies in it. */
  readonly bbox: MapBox | null;
  /** `maps`: how a pair is shown on the map, each reading on its own or one map of what they answer differently; null = one map. */
  readonly maps: MapMode | null;
}

/** Degrees, edges included: west < east, south < north; it does not cross the antimeridian. */
export type MapBox = readonly [west: number, south: number, east: number, north: number];

/** `two`: a map a reading of the pair; `differ`: only what the pair answers differently, surely or possibly. */
export const MAP_MODES = ["two", "differ"] as const;
export type MapMode = (typeof MAP_MODES)[number];

export const EMPTY_VIEW: View = {
  readings: [],
  from: null,
  until: null,
  asOf: null,
  facets: [],
  hold: [],
  compared: null,
  window: null,
  unit: null,
  sort: null,
  word: null,
  pair: null,
  cause: null,
  of: null,
  pattern: null,
  why: null,
  boundary: null,
  selected: null,
  bbox: null,
  maps: null,
};

/** More readings than this are shown as cards, without being compared two by two. */
export const MAX_COMPARED = 4;

/** The view of a comparison that a case has prepared. */
export function comparisonView(
  readings: readonly string[],
  hold: Iterable<readonly [string, string]>,
): View {
  const held = [...hold].map(([question, answer]) => ({ question, answer }));
  return {
    ...EMPTY_VIEW,
    readings: [...readings].sort(compareText),
    hold: held.sort((a, b) => compareText(a.question, b.question)),
  };
}

/** The view with one facet set, or let go. */
export function withFacet(view: View, name: FacetName, value: string | null): View {
  const others = view.facets.filter((facet) => facet.name !== name);
  const facets = value === null ? others : [...others, { name, value }];
  return { ...view, facets: facets.toSorted((a, b) => compareText(a.name, b.name)) };
}

/** Keys that change figures; the others only choose what is lit or listed. */
export const QUESTION_KEYS = ["r", "from", "until", "window", "asof", "f", "hold"] as const;
/** Keys of the Price screen's figures: those of any question, and one question's answers in place of readings. */
export const PRICE_KEYS = [...QUESTION_KEYS, "q"] as const;
export type PriceKey = (typeof PRICE_KEYS)[number];
export const VIEW_KEYS = [
  ...PRICE_KEYS,
  "unit",
  "sort",
  "word",
  "pair",
  "cause",
  "of",
  "pat",
  "why",
  "b",
  "sel",
  "bbox",
  "maps",
] as const;
export type ViewKey = (typeof VIEW_KEYS)[number];

export interface ParsedView {
  /** What was understood; a key with a problem counts as absent. */
  readonly view: View;
  /** All that was not: V101 unknown key, V102 key twice, V103 bad value, V104 an empty period. `at` is null. */
  readonly problems: readonly Problem[];
}

/**
 * Reads key-value pairs, already percent-decoded. Empty values count as absent. `allowed` are the view's keys that may be given
 * (default all); `others` are keys that the caller reads itself.
 */
export function parseView(
  pairs: Iterable<readonly [string, string]>,
  allowed: readonly ViewKey[] = VIEW_KEYS,
  others: readonly string[] = [],
): ParsedView {
  const problems: Problem[] = [];
  const given = new Map<ViewKey, string>();
  for (const [key, value] of pairs) {
    const known = allowed.find((name) => name === key);
    if (known === undefined) {
      if (!others.includes(key)) problems.push(unknownKey(key, [...others, ...allowed]));
    } else if (given.has(known)) {
      problems.push(problem("V102", `key "${key}" came twice; expected once`));
    } else if (value !== "") given.set(known, value);
  }
  const read = <T>(key: ViewKey, parse: (text: string) => T | null, expected: string): T | null => {
    const text = given.get(key);
    if (text === undefined) return null;
    const value = parse(text);
    if (value === null) problems.push(badValue(key, text, expected));
    return value;
  };
  const view = readView(read);
  if (view.from !== null && view.until !== null && view.from >= view.until) {
    const came = `${view.from} >= ${view.until}`;
    problems.push(
      problem("V104", `period is empty: "from" must come before "until"; came ${came}`),
    );
    return { view: { ...view, from: null, until: null }, problems };
  }
  return { view, problems };
}

/** The pairs of a view in key order, absent keys left out: `parseView(printView(v))` is `v`. */
export function printView(view: View): readonly (readonly [ViewKey, string])[] {
  const texts: Record<ViewKey, string> = {
    r: view.readings.join(","),
    from: view.from ?? "",
    until: view.until ?? "",
    asof: view.asOf === null ? "" : formatInstant(view.asOf),
    f: view.facets.map(({ name, value }) => `${name}:${value}`).join(","),
    hold: view.hold.map(({ question, answer }) => `${question}:${answer}`).join(","),
    q: view.compared === null ? "" : `${view.compared.instrument}/${view.compared.question}`,
    window: view.window ?? "",
    unit: view.unit ?? "",
    sort: view.sort ?? "",
    word: view.word ?? "",
    pair: view.pair?.join(",") ?? "",
    cause: view.cause === null ? "" : `${view.cause.kind}:${view.cause.questions.join(",")}`,
    of: view.of === null ? "" : `${view.of.reading}:${view.of.verdict}`,
    pat: view.pattern ?? "",
    why: view.why ?? "",
    b: view.boundary ?? "",
    sel: view.selected ?? "",
    bbox: view.bbox?.join(",") ?? "",
    maps: view.maps ?? "",
  };
  return VIEW_KEYS.filter((key) => texts[key] !== "").map((key) => [key, texts[key]] as const);
}

type Read = <T>(key: ViewKey, parse: (text: string) => T | null, expected: string) => T | null;

function readView(read: Read): View {
  const readingId = "a reading id such as energy/RU";
  return {
    readings: read("r", parseReadings, "reading ids such as energy/RU,energy/UA") ?? [],
    from: read("from", parseDay, "a day such as 2025-03-11"),
    until: read("until", parseDay, "a day such as 2025-03-25"),
    asOf: read("asof", parseInstant, "an instant such as 2025-03-25T06:00Z"),
    facets:
      read("f", parseFacets, "kind:<id>, means:<id>, party:<id> or region:<id>, each once") ?? [],
    hold:
      read(
        "hold",
        parseHold,
        "question:answer pairs such as on-breach:bound, each question once",
      ) ?? [],
    compared: read("q", parseCompared, "a text and one of its questions, such as energy/scope"),
    window: read("window", (text) => (text === "in-force" ? text : null), "in-force"),
    unit: read("unit", (text) => UNITS.find((known) => known === text) ?? null, UNITS.join(", ")),
    sort: read("sort", (text) => (text === "width" ? text : null), "width"),
    word: read("word", parseName, "the name of a part of the text, such as targets"),
    pair: read("pair", parsePair, "two different reading ids such as energy/RU,energy/UA"),
    cause: read("cause", parseCause, "alone:, either: or together: and question ids"),
    of: read("of", parseCardPart, "a reading id and a verdict, such as energy/RU:violation"),
    pattern: read(
      "pat",
      (text) => (/^[vnuc]{1,16}$/.test(text) ? text : null),
      "letters v, n, u, c",
    ),
    why: read("why", (text) => (READING.test(text) ? text : null), readingId),
    boundary: read("b", parseBoundary, BOUNDARY_POLICIES.join(", ")),
    selected: read("sel", parseName, "an incident id such as inc-077"),
    bbox: read("bbox", parseBox, "west,south,east,north in degrees, such as 30,46,36.5,50"),
    maps: read("maps", (text) => MAP_MODES.find((known) => known === text) ?? null, "two, differ"),
  };
}

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9.:-]{0,78}[A-Za-z0-9])?$/;
const READING = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,158})(?:\/[A-Za-z0-9][A-Za-z0-9.=-]{0,158})?$/;

function parseName(text: string): string | null {
  return NAME.test(text) ? text : null;
}

function parseBoundary(text: string): BoundaryPolicy | null {
  return BOUNDARY_POLICIES.find((known) => known === text) ?? null;
}

/** Decimals as they come, at most five: about a metre. */
const DEGREES = /^-?\d{1,3}(?:\.\d{1,5})?$/;

function parseBox(text: string): MapBox | null {
  const parts = text.split(",");
  // Plus zero: -0 is 0.
  const [west, south, east, north] = parts.map((part) => Number(part) + 0);
  if (parts.length !== 4 || !parts.every((part) => DEGREES.test(part))) return null;
  if (west === undefined || south === undefined) return null;
  if (east === undefined || north === undefined) return null;
  const isOrdered = -180 <= west && west < east && east <= 180;
  return isOrdered && -90 <= south && south < north && north <= 90
    ? [west, south, east, north]
    : null;
}

function parseReadings(text: string): readonly string[] | null {
  const ids = [...new Set(text.split(","))].sort(compareText);
  return ids.every((id) => READING.test(id)) ? ids : null;
}

function parseCompared(text: string): ComparedQuestion | null {
  const [instrument = "", question = "", ...rest] = text.split("/");
  if (!NAME.test(instrument) || !NAME.test(question) || rest.length > 0) return null;
  return { instrument, question };
}

function parsePair(text: string): readonly [string, string] | null {
  const ids = parseReadings(text);
  const [a, b] = ids ?? [];
  return a === undefined || b === undefined || ids?.length !== 2 ? null : [a, b];
}

function parseFacets(text: string): readonly Facet[] | null {
  const facets: Facet[] = [];
  for (const part of text.split(",")) {
    const colon = part.indexOf(":");
    const name = FACET_NAMES.find((known) => known === part.slice(0, colon));
    const value = part.slice(colon + 1);
    if (name === undefined || !NAME.test(value)) return null;
    if (facets.some((facet) => facet.name === name)) return null;
    facets.push({ name, value });
  }
  return facets.sort((a, b) => compareText(a.name, b.name));
}

function parseHold(text: string): readonly Held[] | null {
  const held: Held[] = [];
  for (const part of text.split(",")) {
    const [question = "", answer = "", ...rest] = part.split(":");
    if (!NAME.test(question) || !NAME.test(answer) || rest.length > 0) return null;
    if (held.some((one) => one.question === question)) return null;
    held.push({ question, answer });
  }
  return held.sort((a, b) => compareText(a.question, b.question));
}

function parseCause(text: string): CausePart | null {
  const colon = text.indexOf(":");
  const kind = CAUSE_KINDS.find((known) => known === text.slice(0, colon));
  const rest = text.slice(colon + 1);
  const questions = rest === "" ? [] : rest.split(",");
  if (kind === undefined || !questions.every((id) => NAME.test(id))) return null;
  return (kind === "instrument") === (questions.length === 0) ? { kind, questions } : null;
}

function parseCardPart(text: string): CardPart | null {
  const colon = text.lastIndexOf(":");
  const verdict = PART_VERDICTS.find((known) => known === text.slice(colon + 1));
  const reading = text.slice(0, colon);
  return verdict === undefined || !READING.test(reading) ? null : { reading, verdict };
}

/** V101, with the nearest known key. */
export function unknownKey(key: string, allowed: readonly string[]): Problem {
  const help = didYouMean(key, allowed);
  const expected = allowed.length === 0 ? "no key here" : `one of ${allowed.join(", ")}`;
  const message = `not understood: ${key}; expected ${expected}`;
  return { ...problem("V101", message), ...(help === undefined ? {} : { help }) };
}

function badValue(key: string, text: string, expected: string): Problem {
  const shown = text.length > 80 ? `${text.slice(0, 80)}…` : text;
  return problem("V103", `"${key}" is not ${expected}; came "${shown}"`);
}

function problem(code: string, message: string): Problem {
  return { code, severity: "error", message, at: null };
}
