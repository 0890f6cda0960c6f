// Where a JSON text breaks, and where its parts begin: the same line and column on every engine, whose own messages differ.
// Only used once something is wrong; JSON.parse does the reading.
import type { Span } from "../model/problem.ts";

export interface JsonBreak {
  /** UTF-16 offset of the first character that cannot stand there; the text's length when it ends too early. */
  readonly offset: number;
  readonly expected: string;
}

export interface JsonPlaces {
  /** null when the text is JSON. */
  readonly broken: JsonBreak | null;
  /** Offset of every value down to `depth` levels, by its path: `features/3`; the whole text is "". */
  readonly starts: ReadonlyMap<string, number>;
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;
const SPACE = /[ \t\n\r]*/y;
/** Deeper texts are refused, as the recursion must end. */
const DEEPEST = 200;

/** Reads a JSON text for its places only. */
export function placeJson(text: string, depth = 2): JsonPlaces {
  const scan = new JsonScan(text, depth);
  return { broken: scan.run(), starts: scan.starts };
}

/** Spans of one character (or of the end) at UTF-16 offsets of a text; cheapest when they ascend, as every line is then walked once. */
export function spansOf(text: string, file: string): (offset: number) => Span {
  let last = { offset: 0, line: 1, column: 1 };
  return (offset) => {
    const from = offset < last.offset ? { offset: 0, line: 1, column: 1 } : last;
    const passed = text.slice(from.offset, offset);
    const lineStart = passed.lastIndexOf("\n") + 1;
    const column = codePoints(passed, lineStart) + (lineStart > 0 ? 1 : from.column);
    const line = from.line + (lineStart > 0 ? breaks(passed) : 0);
    last = { offset, line, column };
    return { file, line, column, endColumn: column + 1 };
  };
}

function breaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function codePoints(text: string, from: number): number {
  let count = 0;
  for (let at = from; at < text.length; at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1) count++;
  return count;
}

class JsonScan {
  readonly starts = new Map<string, number>();
  readonly #text: string;
  readonly #depth: number;
  #at = 0;
  #broken: JsonBreak | null = null;

  constructor(text: string, depth: number) {
    this.#text = text;
    this.#depth = depth;
  }

  run(): JsonBreak | null {
    this.#skip();
    if (this.#value([]) && this.#at < this.#text.length) this.#fail("the end of the text");
    return this.#broken;
  }

  #value(path: readonly string[]): boolean {
    if (path.length <= this.#depth) this.starts.set(path.join("/"), this.#at);
    if (path.length > DEEPEST) return this.#fail(`at most ${DEEPEST} levels`);
    if (this.#take("{")) return this.#members(path);
    if (this.#take("[")) return this.#items(path);
    const found = this.#match(STRING) ?? this.#match(NUMBER) ?? this.#match(WORD);
    if (found === null) return this.#fail("a value");
    this.#skip();
    return true;
  }

  #members(path: readonly string[]): boolean {
    if (this.#take("}")) return true;
    do {
      const key = this.#match(STRING);
      if (key === null) return this.#fail("a key in double quotes");
      this.#skip();
      if (!this.#take(":")) return this.#fail('":"');
      if (!this.#value([...path, key.slice(1, -1)])) return false;
    } while (this.#take(","));
    return this.#take("}") || this.#fail('"," or "}"');
  }

  #items(path: readonly string[]): boolean {
    if (this.#take("]")) return true;
    let index = 0;
    do {
      if (!this.#value([...path, String(index++)])) return false;
    } while (this.#take(","));
    return this.#take("]") || this.#fail('"," or "]"');
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at++;
    this.#skip();
    return true;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #skip(): void {
    this.#match(SPACE);
  }

  #fail(expected: string): false {
    this.#broken ??= { offset: this.#at, expected };
    return false;
  }
}
