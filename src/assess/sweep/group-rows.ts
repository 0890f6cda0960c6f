// Rows grouped by all that any reading can tell apart: GROUP BY situation (ASSESS, "Scale beyond one machine"). The codes of a row are
// the digits of a few large numbers; equal numbers are one group. Runs in workers: plain columns only.
import type { RowRange } from "../../geo/kernel/sort-rows.ts";
import { KeyTable } from "./key-table.ts";
import { timeCode, timeCodes } from "./times.ts";

/** What a digit of a key counts; questions follow them in their order. */
export const DIGITS = ["actors", "acts", "means", "things", "flags", "said", "time"] as const;

/** Columns and what their numbers mean; what is shared by workers. */
export interface KeyColumns {
  readonly codes: readonly Uint32Array[];
  /** Number of codes of each of `DIGITS` but time. */
  readonly values: readonly number[];
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly cuts: Float64Array;
  readonly aggregate: Uint8Array;
  readonly questions: readonly Uint16Array[];
  /** Number of codes of each question. */
  readonly answers: readonly number[];
}

/** Groups in ascending order of their keys. */
export interface Groups {
  readonly count: number;
  /** `digits[i][group]`: codes in the order of `DIGITS`, then of the questions. */
  readonly digits: readonly Uint32Array[];
  /** Incidents of each group, whole-night totals apart, and those. */
  readonly incidents: Float64Array;
  readonly aggregates: Float64Array;
}

/** The groups of one range, in order of appearance. */
export interface RangeGroups {
  readonly keys: Float64Array;
  readonly incidents: Float64Array;
  readonly aggregates: Float64Array;
}

/** A number of digits in one floating-point number, exactly. */
const LARGEST = 2 ** 52;
const BATCH = 1 << 14;

interface Digit {
  readonly word: number;
  readonly step: number;
  readonly radix: number;
}

export function digitsOf({ values, cuts, answers }: Omit<KeyColumns, "codes">): readonly Digit[] {
  let [word, step] = [0, 1];
  return [...values, timeCodes(cuts.length), ...answers].map((codes) => {
    const radix = Math.max(1, codes);
    if (step * radix > LARGEST) [word, step] = [word + 1, 1];
    const digit = { word, step, radix };
    step *= radix;
    return digit;
  });
}

/** More groups than this are no record that one looks at: some fact tells nearly every row apart. */
export const MOST_GROUPS = 5_000_000;

/** Writes the number of its group to every row of the range, counted within the range. Null above MOST_GROUPS. */
export function groupRows(
  columns: KeyColumns,
  range: RowRange,
  rowGroups: Uint32Array,
): RangeGroups | null {
  const digits = digitsOf(columns);
  const words = (digits.at(-1)?.word ?? 0) + 1;
  const table = new KeyTable(words);
  const keys = Array.from({ length: words }, () => new Float64Array(BATCH));
  const counts = [new Growing(), new Growing()] as const;
  for (let from = range.from; from < range.until; from += BATCH) {
    const until = Math.min(range.until, from + BATCH);
    writeKeys(columns, digits, { from, until }, keys);
    for (let row = from; row < until; row++) {
      const group = table.numberOf(keys, row - from);
      rowGroups[row] = group;
      (columns.aggregate[row] === 1 ? counts[1] : counts[0]).add(group);
    }
    if (table.count > MOST_GROUPS) return null;
  }
  const [incidents, aggregates] = [counts[0].first(table.count), counts[1].first(table.count)];
  return { keys: table.keys(), incidents, aggregates };
}

function writeKeys(
  columns: KeyColumns,
  digits: readonly Digit[],
  { from, until }: RowRange,
  keys: readonly Float64Array[],
): void {
  for (const words of keys) words.fill(0);
  const time = columns.codes.length;
  digits.forEach(({ word, step }, i) => {
    const into = keys[word];
    if (into === undefined) return;
    if (i === time) {
      addTimes(columns, { from, until }, { into, step });
      return;
    }
    const codes = i < time ? columns.codes[i] : columns.questions[i - time - 1];
    if (codes instanceof Uint32Array) addLong(codes.subarray(from, until), step, into);
    else if (codes !== undefined) addShort(codes.subarray(from, until), step, into);
  });
}

// Two functions, so that each sees one sort of array only.
function addLong(codes: Uint32Array, step: number, into: Float64Array): void {
  for (let i = 0; i < codes.length; i++) into[i] = (into[i] ?? 0) + step * (codes[i] ?? 0);
}

function addShort(codes: Uint16Array, step: number, into: Float64Array): void {
  for (let i = 0; i < codes.length; i++) into[i] = (into[i] ?? 0) + step * (codes[i] ?? 0);
}

function addTimes(
  { cuts, from: begins, until: ends }: KeyColumns,
  { from, until }: RowRange,
  { into, step }: { readonly into: Float64Array; readonly step: number },
): void {
  for (let row = from; row < until; row++) {
    const code = timeCode(cuts, begins[row] ?? NaN, ends[row] ?? NaN);
    into[row - from] = (into[row - from] ?? 0) + step * code;
  }
}

/** Counters, as many as are asked for. */
class Growing {
  #counts = new Float64Array(1024);

  add(at: number): void {
    if (at >= this.#counts.length) {
      const more = new Float64Array(2 * Math.max(at, this.#counts.length));
      more.set(this.#counts);
      this.#counts = more;
    }
    this.#counts[at] = (this.#counts[at] ?? 0) + 1;
  }

  first(count: number): Float64Array {
    const all = new Float64Array(count);
    all.set(this.#counts.subarray(0, count));
    return all;
  }
}

/** Groups of all ranges as one, and what the numbers of each range become. */
export function joinGroups(
  columns: Omit<KeyColumns, "codes">,
  ranges: readonly RangeGroups[],
): { readonly groups: Groups; readonly renumber: readonly Uint32Array[] } {
  const digits = digitsOf(columns);
  const words = (digits.at(-1)?.word ?? 0) + 1;
  const table = new KeyTable(words);
  const numbers = ranges.map(({ keys }) =>
    Uint32Array.from({ length: keys.length / words }, (_, i) =>
      table.numberOfWords(keys, i * words),
    ),
  );
  const keys = table.keys();
  const order = inOrder(keys, words, table);
  const place = new Uint32Array(order.length);
  order.forEach((group, to) => {
    place[group] = to;
  });
  const [incidents, aggregates] = [new Float64Array(order.length), new Float64Array(order.length)];
  const renumber = numbers.map((own) => own.map((group) => place[group] ?? 0));
  ranges.forEach((range, i) =>
    renumber[i]?.forEach((group, j) => {
      incidents[group] = (incidents[group] ?? 0) + (range.incidents[j] ?? 0);
      aggregates[group] = (aggregates[group] ?? 0) + (range.aggregates[j] ?? 0);
    }),
  );
  const groups = {
    count: order.length,
    digits: digits.map((digit) => digitIn(keys, order, { ...digit, words })),
    incidents,
    aggregates,
  };
  return { groups, renumber };
}

/** One digit of the keys of groups. Without `%`, which calls a function for large numbers; both quotients are exact below 2^52. */
function digitIn(
  keys: Float64Array,
  groups: Uint32Array,
  { word, step, radix, words }: Digit & { readonly words: number },
): Uint32Array {
  const digit = new Uint32Array(groups.length);
  for (let i = 0; i < groups.length; i++) {
    const key = keys[(groups[i] ?? 0) * words + word] ?? 0;
    const above = Math.floor(key / step);
    digit[i] = above - radix * Math.floor(above / radix);
  }
  return digit;
}

/** The two facts that tell most rows apart, by how many codes of each occur: what to narrow when there are too many groups. */
export function crowdedDigits(columns: KeyColumns): readonly [string, string] {
  const { codes, questions, from, until, cuts } = columns;
  const times = Uint32Array.from(from, (begins, row) => timeCode(cuts, begins, until[row] ?? NaN));
  const names = [...DIGITS, ...questions.map((_, i) => `place ${i + 1}`)];
  const sizes = [...codes, times, ...questions].map((column) => new Set(column).size);
  const [first = "", second = ""] = names
    .map((name, i) => ({ name, size: sizes[i] ?? 0 }))
    .sort((a, b) => b.size - a.size)
    .map(({ name, size }) => `${name} (${size})`);
  return [first, second];
}

/** Group numbers by their keys, the last word first. */
function inOrder(keys: Float64Array, words: number, table: KeyTable): Uint32Array {
  // Numbers are sorted without a function to compare them, which is ten times as quick.
  if (words === 1) {
    const sorted = keys.slice().sort();
    return Uint32Array.from(sorted, (_, i) => table.numberOfWords(sorted, i));
  }
  return Uint32Array.from({ length: keys.length / words }, (_, i) => i).sort((a, b) => {
    for (let word = words - 1; word >= 0; word--) {
      const apart = (keys[a * words + word] ?? 0) - (keys[b * words + word] ?? 0);
      if (apart !== 0) return apart;
    }
    return 0;
  });
}

/** Gives the rows of a range the numbers that their groups have in the end. */
export function renumberRows(rowGroups: Uint32Array, range: RowRange, renumber: Uint32Array): void {
  for (let row = range.from; row < range.until; row++)
    rowGroups[row] = renumber[rowGroups[row] ?? 0] ?? 0;
}
