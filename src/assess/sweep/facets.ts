// Each fact of a group reduced to what one reading tells apart, one fact at a time, as `situate` reduces them: facts of which it makes the
// same are one.
import type { Facts } from "../../model/incident.ts";
import { cellRange } from "../situation-class.ts";
import type { ReadingModel } from "../reading-model.ts";
import { spotsFor } from "../relate-spots.ts";
import { releaseView } from "../text-rows.ts";
import { REDUCED, eventsOf } from "../situation.ts";
import type { Situation } from "../situation.ts";
import type { Dimensions, Said } from "./columns.ts";
import { DIGITS } from "./group-rows.ts";
import type { Groups } from "./group-rows.ts";
import { KeyTable } from "./key-table.ts";
import { indexOf, measuresFrom, questionsOf, spotsWords } from "./questions.ts";
import type { Question } from "./questions.ts";
import { intervalOf, timeCodes } from "./times.ts";

/** One fact of all groups: a code for each, and the part of a situation that a code stands for. */
export interface Facet {
  readonly codes: Uint32Array;
  /** The part of a code; parts that the reading does not tell apart are one. */
  readonly ofCode: Uint32Array;
  readonly parts: readonly Partial<Situation>[];
}

/** What all readings share. */
export interface Grouped {
  readonly dimensions: Dimensions;
  readonly questions: readonly Question[];
  readonly cuts: Float64Array;
  readonly groups: Groups;
  /** What is answered about place, and what the record measured. */
  readonly answers: Combinations;
  /** Who did what and when: the facts that clauses ask about first. */
  readonly deeds: Combinations;
  /** What was hit and how: what clauses ask about last. */
  readonly hits: Combinations;
  /** Deeds and answers together. */
  readonly scenes: Combinations;
}

/** Distinct combinations of some facts: the first group with each, and which a group has. */
export interface Combinations {
  readonly first: readonly number[];
  readonly ofGroup: Uint32Array;
}

const [SAID, TIME] = [DIGITS.indexOf("said"), DIGITS.indexOf("time")];

/** What stage two looks up of groups, whatever the reading. */
export function combinationsOf({
  digits,
  count,
}: Groups): Pick<Grouped, "answers" | "deeds" | "hits" | "scenes"> {
  const of = (...names: readonly (typeof DIGITS)[number][]) =>
    names.map((name) => digits[DIGITS.indexOf(name)] ?? NO_CODES);
  const answers = combined([...of("said"), ...digits.slice(DIGITS.length)], count);
  const deeds = combined(of("actors", "acts", "time"), count);
  return {
    answers,
    deeds,
    hits: combined(of("things", "means", "flags"), count),
    scenes: combined([deeds.ofGroup, answers.ofGroup], count),
  };
}

function combined(asked: readonly Uint32Array[], count: number): Combinations {
  const columns = asked.map((codes) => Float64Array.from(codes));
  const table = new KeyTable(columns.length);
  const first: number[] = [];
  const ofGroup = new Uint32Array(count);
  for (let group = 0; group < count; group++) {
    const number = table.numberOf(columns, group);
    if (number === first.length) first.push(group);
    ofGroup[group] = number;
  }
  return { first, ofGroup };
}

const NO_CODES = new Uint32Array(0);

/** In the order of `stepsOf`; together they make a whole situation. */
export function facetsOf(model: ReadingModel, grouped: Grouped): readonly Facet[] {
  const {
    dimensions: { actors, acts, things, means, flags },
    groups,
  } = grouped;
  const codesOf = (digit: (typeof DIGITS)[number]) =>
    groups.digits[DIGITS.indexOf(digit)] ?? NO_CODES;
  const known = [
    facet(
      codesOf("actors"),
      actors.values.map((value) => ({ actors: REDUCED.actors(model, value) })),
    ),
    facet(
      codesOf("acts"),
      acts.values.map((value) => ({ acts: REDUCED.acts(model, value) })),
    ),
    timeFacet(model, grouped),
    placeFacet(model, grouped),
    facet(
      codesOf("things"),
      things.values.map((value) => ({ things: REDUCED.things(model, value) })),
    ),
    facet(
      codesOf("means"),
      means.values.map((value) => ({ means: REDUCED.means(model, value) })),
    ),
  ];
  if (model.frame.flags.length === 0) return known;
  const parts = flags.values.map((value) => ({ flags: REDUCED.flags(model, value) }));
  return [...known, facet(codesOf("flags"), parts)];
}

/** Things count by the classes they may be of, in any order, as in intern.ts. */
function keyOf({ things, ...rest }: Partial<Situation>): string {
  const classes = things?.map((options) =>
    options
      .map(({ group }) => group)
      .sort((a, b) => a - b)
      .join(),
  );
  return JSON.stringify([classes?.sort() ?? null, rest]);
}

function facet(codes: Uint32Array, all: readonly Partial<Situation>[]): Facet {
  return keyedFacet(
    codes,
    all.map((part) => ({ part, key: keyOf(part) })),
  );
}

/** A part and what tells it apart from others. */
interface KeyedPart {
  readonly part: Partial<Situation>;
  readonly key: string;
}

function keyedFacet(codes: Uint32Array, all: readonly KeyedPart[]): Facet {
  const numbers = new Map<string, number>();
  const parts: Partial<Situation>[] = [];
  const ofCode = Uint32Array.from(all, ({ part, key }) => {
    const number = numbers.get(key) ?? parts.push(part) - 1;
    numbers.set(key, number);
    return number;
  });
  return { codes, ofCode, parts };
}

const NOWHERE: Facts = {
  occurred: { from: 0, until: 1 },
  actors: [],
  acts: [],
  means: [],
  things: [],
  target: { kind: "unknown" },
  origin: { kind: "unknown" },
  flags: {},
};

/** Answers are looked at once where they are the same to all that this reading asks, in whatever state of the text and for further rows. */
function placeFacet(
  model: ReadingModel,
  { dimensions, questions, groups, answers }: Grouped,
): Facet {
  const { own, known } = keptPlaces(model, questions);
  const parts = answers.first.map((group): KeyedPart => {
    const codeOf = (question: number) => groups.digits[DIGITS.length + question]?.[group] ?? 0;
    const said = dimensions.said.values[groups.digits[SAID]?.[group] ?? 0];
    const key = `${saidWords(said)} ${own.map(codeOf).join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const measures = measuresFrom(model.context, questions, codeOf);
    const part = spotsFor(model.context, model.frame.spots, { ...NOWHERE, ...said }, measures);
    const kept = { part, key: keyOf(part) };
    known.set(key, kept);
    return kept;
  });
  return keyedFacet(answers.ofGroup, parts);
}

/** Parts of places under what a reading asks of them. */
interface Places {
  /** Numbers of the questions it asks. */
  readonly own: readonly number[];
  /** By what was said and answered. It grows, and only as a memo. */
  readonly known: Map<string, KeyedPart>;
}

const PLACES = new WeakMap<readonly Question[], Map<string, Places>>();
/** Kept for one list of questions. */
const MOST_KEPT = 64;

function keptPlaces(model: ReadingModel, questions: readonly Question[]): Places {
  const kept = PLACES.get(questions) ?? new Map<string, Places>();
  PLACES.set(questions, kept);
  const words = spotsWords(model, questions);
  const own = () => questionsOf([model]).map((asked) => indexOf(questions, asked));
  const places = kept.get(words) ?? { own: own(), known: new Map<string, KeyedPart>() };
  kept.delete(words);
  kept.set(words, places);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return places;
}

function saidWords(said: Said | undefined): string {
  if (said === undefined) return "";
  const known = SAID_WORDS.get(said) ?? JSON.stringify(said, finite);
  SAID_WORDS.set(said, known);
  return known;
}

const SAID_WORDS = new WeakMap<Said, string>();

function finite(_key: string, value: unknown): unknown {
  return value === Infinity ? "Infinity" : value;
}

/** Intervals between the same cuts of this reading are one; the first stands for all. */
function timeFacet(model: ReadingModel, { cuts, groups }: Grouped): Facet {
  const codes = groups.digits[TIME] ?? NO_CODES;
  const own = releaseView(model).cuts;
  const events = eventsOf(model);
  const ranges = new Map<string, number>();
  const parts: Partial<Situation>[] = [];
  const ofCode = Uint32Array.from({ length: timeCodes(cuts.length) }, (_, code) => {
    const time = intervalOf(cuts, code);
    const key = cellRange(time, own).join();
    const number = ranges.get(key) ?? parts.push({ time, events }) - 1;
    ranges.set(key, number);
    return number;
  });
  return { codes, ofCode, parts };
}
