// How zone-table.ts is written down: each zone as an initial offset and a chain of steps, the common steps as one character.
// A step is "so long after the last change the offset changes by so much"; half a year and one hour recur thousands of times.
import type { Instant } from "./instant.ts";

/** All times and offsets in the table count in this: Liberia stood 44 minutes and 30 seconds behind UTC until 1972. */
export const UNIT_MS = 30_000;

/** One change of the offset, relative to the change before. */
export interface ZoneStep {
  readonly afterMs: number;
  readonly changeMs: number;
}

/** Spans of constant offset: `offsets[i]` (ms east of UTC) holds from `starts[i]` until `starts[i + 1]`. Same lengths, at least 1. */
export interface ZoneHistory {
  readonly starts: readonly Instant[];
  readonly offsets: readonly number[];
}

/** Printable ASCII without space, quotes and backslash. */
const LETTERS = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).filter(
  (letter) => !`"'\\`.includes(letter),
);
/** The first steps are one letter; the rest are one of the last letters, followed by any. */
const SINGLES = 80;

/** The code of the step with that place in the list of steps. Throws beyond what the code can hold (990). */
export function stepCode(index: number): string {
  if (index < SINGLES) return letter(index);
  const rest = index - SINGLES;
  return letter(SINGLES + Math.floor(rest / LETTERS.length)) + letter(rest % LETTERS.length);
}

/** `dio+38`: after 17,520 units (base 36) the offset grows by 120 units (base 36). */
export function encodeStep(step: ZoneStep): string {
  const sign = step.changeMs < 0 ? "-" : "+";
  return `${units(step.afterMs)}${sign}${units(Math.abs(step.changeMs))}`;
}

/** The steps by their code. */
export function decodeSteps(text: string): ReadonlyMap<string, ZoneStep> {
  return new Map(text.split(" ").map((step, index) => [stepCode(index), decodeStep(step)]));
}

/** Reads `<offset in units> <codes>`; the first step counts from `from`. */
export function decodeHistory(
  text: string,
  steps: ReadonlyMap<string, ZoneStep>,
  from: Instant,
): ZoneHistory {
  const [initial = "", codes = ""] = text.split(" ");
  const starts = [from];
  const offsets = [Number(initial) * UNIT_MS];
  for (let i = 0; i < codes.length;) {
    const length = isSingle(codes.charAt(i)) ? 1 : 2;
    const step = steps.get(codes.slice(i, i + length));
    if (step === undefined) throw new RangeError(`zone table is damaged at "${codes.slice(i)}"`);
    starts.push((starts.at(-1) ?? from) + step.afterMs);
    offsets.push((offsets.at(-1) ?? 0) + step.changeMs);
    i += length;
  }
  return { starts, offsets };
}

function decodeStep(text: string): ZoneStep {
  const [after = "", change = ""] = text.split(/[+-]/);
  const sign = text.includes("-") ? -1 : 1;
  return {
    afterMs: Number.parseInt(after, 36) * UNIT_MS,
    changeMs: sign * Number.parseInt(change, 36) * UNIT_MS,
  };
}

function units(milliseconds: number): string {
  const count = milliseconds / UNIT_MS;
  if (!Number.isInteger(count)) throw new RangeError(`not a multiple of 30 s: ${milliseconds} ms`);
  return count.toString(36);
}

function letter(index: number): string {
  const found = LETTERS[index];
  if (found === undefined) throw new RangeError(`more steps than the code can hold: ${index}`);
  return found;
}

function isSingle(code: string): boolean {
  const index = LETTERS.indexOf(code);
  return index >= 0 && index < SINGLES;
}
