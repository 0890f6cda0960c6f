// Each fact of a group reduced to what one reading tells apart: `situate` is asked about one fact at a time, and facts of which it makes
// the same are one.
import type { Facts } from "../../model/incident.ts";
import { cellRange } from "../situation-class.ts";
import type { ReadingModel } from "../reading-model.ts";
import { situate } from "../situation.ts";
import type { Situation } from "../situation.ts";
import type { Dimensions } from "./columns.ts";
import { DIGITS } from "./group-rows.ts";
import type { Groups } from "./group-rows.ts";
import { KeyTable } from "./key-table.ts";
import { measuresFrom } from "./questions.ts";
import type { Question } from "./questions.ts";
import { intervalOf } from "./times.ts";

/** One fact of all groups: a number for each, and the part of a situation that a number stands for. */
export interface Facet {
  readonly ofGroup: Uint32Array;
  readonly parts: readonly Partial<Situation>[];
  /** Equal for equal parts of one reading, whatever the record. */
  readonly keys: readonly string[];
}

/** What all readings share. */
export interface Grouped {
  readonly dimensions: Dimensions;
  readonly questions: readonly Question[];
  readonly cuts: Float64Array;
  readonly groups: Groups;
  readonly answers: Answers;
}

/** Distinct combinations of answers about place and of what the record measured: the first group with each, and which a group has. */
interface Answers {
  readonly first: readonly number[];
  readonly ofGroup: Uint32Array;
}

const [SAID, TIME] = [DIGITS.indexOf("said"), DIGITS.indexOf("time")];

export function answersOf({ digits, count }: Groups): Answers {
  const asked = [digits[SAID] ?? NO_CODES, ...digits.slice(DIGITS.length)];
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

/** The actors first; together they make a whole situation. */
export function facetsOf(model: ReadingModel, grouped: Grouped): readonly Facet[] {
  const { dimensions, groups } = grouped;
  const known = (["actors", "acts", "means", "things", "flags"] as const).map((key) => {
    const codes = groups.digits[DIGITS.indexOf(key)] ?? NO_CODES;
    const parts = dimensions[key].values.map((value) => partOf(model, key, value));
    return facet(codes, parts);
  });
  return [...known, placeFacet(model, grouped), timeFacet(model, grouped)];
}

const UNKNOWN: Facts = {
  occurred: { from: 0, until: 1 },
  actors: [{ value: "unknown", claims: [] }],
  acts: [{ value: "unknown", claims: [] }],
  means: [{ value: "unknown", claims: [] }],
  things: [{ kinds: [{ value: "unknown", claims: [] }], name: null, facets: {} }],
  target: { kind: "unknown" },
  origin: { kind: "unknown" },
  flags: {},
};

function partOf(
  model: ReadingModel,
  key: "actors" | "acts" | "means" | "things" | "flags",
  value: unknown,
): Partial<Situation> {
  // Only this fact of the situation is read; the places of the probe are unknown, so no geometry is asked.
  const situation = situate(model, { ...UNKNOWN, [key]: value });
  return { [key]: situation[key] };
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
  const numbers = new Map<string, number>();
  const parts: Partial<Situation>[] = [];
  const ofCode = Uint32Array.from(all, (part) => {
    const key = keyOf(part);
    const number = numbers.get(key) ?? parts.push(part) - 1;
    numbers.set(key, number);
    return number;
  });
  return { ofGroup: codes.map((code) => ofCode[code] ?? 0), parts, keys: [...numbers.keys()] };
}

function placeFacet(
  model: ReadingModel,
  { dimensions, questions, groups, answers }: Grouped,
): Facet {
  const parts = answers.first.map((group): Partial<Situation> => {
    const codeOf = (question: number) => groups.digits[DIGITS.length + question]?.[group] ?? 0;
    const measures = measuresFrom(model.context, questions, codeOf);
    const said = dimensions.said.values[groups.digits[SAID]?.[group] ?? 0];
    const { zones, apart, events } = situate(model, { ...UNKNOWN, ...said }, measures);
    return { zones, apart, events };
  });
  return facet(answers.ofGroup, parts);
}

/** Intervals between the same cuts of this reading are one; the first stands for all. */
function timeFacet({ frame }: ReadingModel, { cuts, groups }: Grouped): Facet {
  const codes = groups.digits[TIME] ?? NO_CODES;
  const numbers = new Map<number, number>();
  const ranges = new Map<string, number>();
  const parts: Partial<Situation>[] = [];
  const numberOf = (code: number): number => {
    const time = intervalOf(cuts, code);
    const key = cellRange(time, frame.cuts).join();
    const number = ranges.get(key) ?? parts.push({ time }) - 1;
    ranges.set(key, number);
    return number;
  };
  const ofGroup = new Uint32Array(codes.length);
  for (let group = 0; group < codes.length; group++) {
    const code = codes[group] ?? 0;
    const number = numbers.get(code) ?? numberOf(code);
    numbers.set(code, number);
    ofGroup[group] = number;
  }
  return { ofGroup, parts, keys: [...ranges.keys()] };
}
