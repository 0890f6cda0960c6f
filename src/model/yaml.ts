// YAML that keeps its places: YAML 1.2 core schema read into plain nodes with spans. Source: yaml 2 (npm), docs/decisions/yaml.md.
// Refused, because a stranger's file must mean what it shows: anchors, aliases, tags, merge keys, several documents.
import { Composer, LineCounter, isAlias, isMap, isScalar, isSeq } from "yaml";
import type { Document, Node, ParsedNode } from "yaml";
import { MOST_WORDS, firstDeeper, tokensOf } from "./yaml-tokens.ts";
import { MOST_PROBLEMS, leftOut, shortened } from "./most-problems.ts";
import type { Problem, Span } from "./problem.ts";

export type YamlNode = YamlMap | YamlList | YamlScalar;

export interface YamlMap {
  readonly kind: "map";
  /** In file order; keys are unique (a double key is a problem and its second entry is left out). */
  readonly entries: readonly YamlEntry[];
  readonly at: Span;
}

export interface YamlEntry {
  readonly key: string;
  readonly keyAt: Span;
  readonly value: YamlNode;
}

export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly at: Span;
}

export interface YamlScalar {
  readonly kind: "scalar";
  /** Dates, `no` and `on` stay text (YAML 1.2 core schema). */
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly text: string;
  readonly at: Span;
}

/** What the caller's file type is: codes get its prefix letter, lines its first line (for blocks inside Markdown). */
export interface YamlOptions {
  readonly file: string;
  /** `T` terms, `S` scenarios, `C` case files: the letter before the code number. */
  readonly prefix: string;
  /** Added to every line number; 0 for a whole file. */
  readonly lineOffset?: number;
  /** Deepest nesting allowed; default 16 (TERMS 10). */
  readonly maxDepth?: number;
}

/** Longest file in UTF-16 units. Texts have a smaller limit of their own (TERMS 10). */
export const MAX_YAML = 2 * 1_048_576;

/** Reads one YAML document. `root` is null when nothing readable is left; an empty text is a null scalar's absence: null, no problem. */
export function parseYaml(
  text: string,
  options: YamlOptions,
): { readonly root: YamlNode | null; readonly problems: readonly Problem[] } {
  const reading = new YamlReading(text, options);
  return { root: reading.root(), problems: reading.problems };
}

const MOST_LEVELS = 16;
/** Deeper texts are refused by their tokens: composing them recurses, and how far it gets depends on the machine. */
const STACK_SAFE = 100;

class YamlReading {
  readonly problems: Problem[] = [];
  readonly #lines = new LineCounter();
  readonly #text: string;
  readonly #options: YamlOptions;
  #counted = { offset: 0, column: 1 };
  #left = 0;

  constructor(text: string, options: YamlOptions) {
    this.#text = text;
    this.#options = options;
  }

  root(): YamlNode | null {
    if (this.#text.length > MAX_YAML) {
      const message = `the file has ${this.#text.length} characters; at most ${MAX_YAML}`;
      this.#report("801", message, 0, 1);
      return null;
    }
    const root = this.#document();
    if (this.#left === 0) return root;
    const message = leftOut(this.#left);
    this.problems.push(this.#problem("801", message, this.span(0, 1)));
    return null;
  }

  #document(): YamlNode | null {
    const tokens = tokensOf(this.#text, this.#lines.addNewLine);
    if (tokens === null) {
      this.#report("801", `the file has more than ${MOST_WORDS} words and marks`, 0, 1);
      return null;
    }
    const deep = firstDeeper(tokens, STACK_SAFE);
    if (deep !== null) {
      this.#reportDepth(deep, deep + 1);
      return null;
    }
    const composer = new Composer({
      uniqueKeys: false,
      merge: false,
      prettyErrors: false,
      strict: true,
    });
    const parsed = [...composer.compose(tokens)];
    const [document, second] = parsed;
    if (document === undefined) return null;
    this.#reportSyntax(document);
    if (second !== undefined) {
      this.#refuse("several documents in one file", second.range[0], second.range[0] + 3);
    }
    return document.contents === null ? null : this.#node(document.contents, 0);
  }

  #reportSyntax(document: Document.Parsed): void {
    for (const error of document.errors) {
      this.#report("105", `not readable as YAML: ${error.message}`, error.pos[0], error.pos[1]);
    }
    // Tags are refused where they stand; the parser's own word about them would say it twice.
    for (const warning of document.warnings.filter(({ code }) => code !== "TAG_RESOLVE_FAILED")) {
      this.#refuse(warning.message, warning.pos[0], warning.pos[1]);
    }
    // A version directive would change what `no` and `on` mean.
    if (document.directives.yaml.explicit === true) {
      const from = Math.max(0, this.#text.indexOf("%YAML"));
      this.#refuse("directive %YAML", from, from + "%YAML".length);
    }
  }

  #node(node: ParsedNode | Node, depth: number): YamlNode | null {
    const [from, until] = [node.range?.[0] ?? 0, node.range?.[1] ?? 0];
    if (isAlias(node)) return this.#refuse(`alias "*${node.source}"`, from, until);
    if (node.anchor !== undefined) this.#refuseProperty(`&${node.anchor}`, "anchor", from);
    if (node.tag !== undefined) this.#refuseProperty("!", "tag", from);
    const deepest = this.#options.maxDepth ?? MOST_LEVELS;
    if (depth > deepest) {
      this.#reportDepth(from, until);
      return null;
    }
    if (isScalar(node)) return this.#scalar(node.value, node.source ?? "", from, until);
    if (isSeq(node)) {
      const at = this.span(from, until);
      const items = node.items.map((item) => this.#node(item as ParsedNode, depth + 1));
      return {
        kind: "list",
        items: items.filter((item) => item !== null),
        at,
      };
    }
    if (isMap(node)) return this.#map(node.items as MapItems, depth, this.span(from, until));
    return null;
  }

  #reportDepth(from: number, until: number): void {
    const deepest = this.#options.maxDepth ?? MOST_LEVELS;
    this.#report("801", `nested deeper than ${deepest} levels`, from, until);
  }

  #map(items: MapItems, depth: number, at: Span): YamlMap {
    const entries = new Map<string, YamlEntry>();
    for (const { key, value } of items) {
      const keyNode = isScalar(key) ? this.#node(key as ParsedNode, depth) : null;
      if (keyNode === null || keyNode.kind !== "scalar") {
        this.#report("105", "a key must be plain text", key?.range?.[0] ?? 0, key?.range?.[1] ?? 1);
        continue;
      }
      const name = keyNode.text;
      const first = entries.get(name);
      if (name === "<<") {
        if (this.#hasRoom()) this.#refuseAt('merge key "<<"', keyNode.at);
      } else if (first !== undefined) {
        if (!this.#hasRoom()) continue;
        this.problems.push({
          ...this.#problem("103", `key "${name}" stands twice`, keyNode.at),
          related: [{ message: "first here", at: first.keyAt }],
        });
      } else {
        const read = value === null ? null : this.#node(value, depth + 1);
        const empty: YamlScalar = { kind: "scalar", value: null, text: "", at: keyNode.at };
        entries.set(name, { key: name, keyAt: keyNode.at, value: read ?? empty });
      }
    }
    return { kind: "map", entries: [...entries.values()], at };
  }

  #scalar(value: unknown, text: string, from: number, until: number): YamlScalar {
    const at = this.span(from, until);
    if (typeof value === "number" || typeof value === "boolean" || value === null) {
      return { kind: "scalar", value, text, at };
    }
    return { kind: "scalar", value: String(value), text: String(value), at };
  }

  /** A node's range starts after its anchor and tag, so these are looked for right before it. */
  #refuseProperty(mark: string, what: string, nodeFrom: number): void {
    const mention = this.#text.lastIndexOf(mark, nodeFrom);
    const from = mark === "!" && this.#text[mention - 1] === "!" ? mention - 1 : mention;
    const [word = mark] = /^[^\s,[\]{}]+/.exec(this.#text.slice(Math.max(0, from))) ?? [];
    const start = from < 0 ? nodeFrom : from;
    this.#refuse(`${what} "${word}"`, start, start + word.length);
  }

  #refuse(what: string, from: number, until: number): null {
    if (!this.#hasRoom()) return null;
    return this.#refuseAt(what, this.span(from, until));
  }

  #refuseAt(what: string, at: Span): null {
    this.problems.push(this.#problem("104", `refused in this format: ${what}`, at));
    return null;
  }

  #report(number: string, message: string, from: number, until: number): void {
    if (this.#hasRoom()) this.problems.push(this.#problem(number, message, this.span(from, until)));
  }

  /** False once the report is full: what comes then is counted, not placed. */
  #hasRoom(): boolean {
    if (this.problems.length < MOST_PROBLEMS) return true;
    this.#left++;
    return false;
  }

  #problem(number: string, message: string, at: Span): Problem {
    return {
      code: `${this.#options.prefix}${number}`,
      severity: "error",
      message: shortened(message),
      at,
    };
  }

  /** The span of two UTF-16 offsets; a span over several lines ends with its first line. */
  span(from: number, until: number): Span {
    const { line } = this.#lines.linePos(from);
    const lineStart = this.#lines.lineStarts[Math.max(0, line - 1)] ?? 0;
    const lineEnd = (this.#lines.lineStarts[line] ?? this.#text.length + 1) - 1;
    const end = Math.max(from + 1, Math.min(until, lineEnd));
    const column = this.#columnOf(from, lineStart);
    return {
      file: this.#options.file,
      line: Math.max(1, line) + (this.#options.lineOffset ?? 0),
      column,
      endColumn: column + Math.max(1, codePoints(this.#text.slice(from, end))),
    };
  }

  /** Counts on from the place asked for last, so that a long line is walked once and not once a node. */
  #columnOf(offset: number, lineStart: number): number {
    const last = this.#counted;
    const goesOn = last.offset >= lineStart && last.offset <= offset;
    const from = goesOn ? last : { offset: lineStart, column: 1 };
    const column = from.column + codePoints(this.#text.slice(from.offset, offset));
    this.#counted = { offset, column };
    return column;
  }
}

type MapItems = readonly { readonly key: Node | null; readonly value: ParsedNode | null }[];

function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count++;
  return count;
}
