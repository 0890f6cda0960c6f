// Reads our types out of YAML nodes: every field known, every problem placed, all of them at once.
// One Reader per file; its functions return null after they have reported, so that callers go on with what is left.
import { MOST_PROBLEMS, shortened } from "./most-problems.ts";
import { didYouMean } from "./nearest.ts";
import { parseDay, parseInstant } from "./instant.ts";
import type { Day, Instant } from "./instant.ts";
import type { Problem, Severity, Span } from "./problem.ts";
import type { YamlEntry, YamlList, YamlMap, YamlNode } from "./yaml.ts";

/** Kebab-case or camel-free id: letters, digits, inner hyphens and dots; starts with a letter or digit; at most 80. */
const ID = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,78}[A-Za-z0-9])?$/;

/** A lone surrogate: no bytes stand for it, so nothing that holds one can be hashed or stored. */
const HALF = /\p{Surrogate}/u;

/** What the fields of one map are. `optional` and `required` are field names; anything else is an unknown field. */
export interface Shape {
  readonly what: string;
  readonly required?: readonly string[];
  readonly optional?: readonly string[];
}

export class Reader {
  readonly problems: Problem[] = [];
  readonly #prefix: string;

  /** `prefix` is the letter of the file type: T terms, S scenarios, C case files. */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  /** Adds a problem; `number` is the code without its letter. */
  report(
    number: string,
    message: string,
    at: Span | null,
    more: Partial<Pick<Problem, "help" | "related" | "severity" | "counterexample">> = {},
  ): null {
    const severity: Severity = more.severity ?? "error";
    const help = more.help === undefined ? {} : { help: more.help };
    this.problems.push({
      ...more,
      code: `${this.#prefix}${number}`,
      severity,
      message: shortened(message),
      at,
      ...help,
    });
    return null;
  }

  /** The known fields of a map by name; unknown (101) and missing (102) ones are reported. */
  fields(node: YamlNode | null, shape: Shape): ReadonlyMap<string, YamlNode> | null {
    const map = this.map(node, shape.what);
    if (map === null) return null;
    const known = [...(shape.required ?? []), ...(shape.optional ?? [])];
    const found = new Map<string, YamlNode>();
    for (const { key, keyAt, value } of map.entries) {
      if (known.includes(key)) found.set(key, value);
      else this.unknownName("101", `unknown field "${key}" in ${shape.what}`, key, known, keyAt);
    }
    for (const name of shape.required ?? []) {
      if (!found.has(name)) this.report("102", `${shape.what} lacks the field "${name}"`, map.at);
    }
    return found;
  }

  /** Reports a name that is not one of `valid`, with the nearest valid ones as help. */
  unknownName(
    number: string,
    message: string,
    given: string,
    valid: Iterable<string>,
    at: Span | null,
  ): null {
    // Past the limit no hint is looked for: these problems are only counted.
    const help = this.problems.length < MOST_PROBLEMS ? didYouMean(given, valid) : undefined;
    return this.report(number, message, at, help === undefined ? {} : { help });
  }

  map(node: YamlNode | null, what: string): YamlMap | null {
    return node?.kind === "map" ? node : this.#wrong(node, `${what} must be a map`);
  }

  list(node: YamlNode | null, what: string): YamlList | null {
    return node?.kind === "list" ? node : this.#wrong(node, `${what} must be a list`);
  }

  /** The entries of a map of named things, ids checked (106). */
  entries(node: YamlNode | undefined, what: string): readonly YamlEntry[] {
    if (node === undefined) return [];
    const entries = this.map(node, what)?.entries ?? [];
    return entries.filter(({ key, keyAt }) => this.checkId(key, keyAt, `id in ${what}`) !== null);
  }

  text(node: YamlNode | undefined, what: string): string | null {
    if (node === undefined) return null;
    if (node.kind === "scalar" && HALF.test(node.text))
      return this.report("105", `${what} holds half of a character (a lone surrogate)`, node.at);
    if (node.kind === "scalar" && node.value !== null) return node.text.normalize("NFC");
    return this.#wrong(node, `${what} must be text`);
  }

  /** One text or a list of texts. */
  texts(node: YamlNode | undefined, what: string): readonly string[] {
    if (node === undefined) return [];
    const nodes = node.kind === "list" ? node.items : [node];
    return nodes.map((item) => this.text(item, what)).filter((text) => text !== null);
  }

  id(node: YamlNode | undefined, what: string): string | null {
    const text = this.text(node, what);
    return text === null || node === undefined ? null : this.checkId(text, node.at, what);
  }

  checkId(text: string, at: Span, what: string): string | null {
    if (ID.test(text)) return text;
    const rule = "letters, digits and inner hyphens, at most 80 characters";
    return this.report("106", `bad ${what}: "${text}"; expected ${rule}`, at);
  }

  day(node: YamlNode | undefined, what: string): Day | null {
    const text = this.text(node, what);
    if (text === null) return null;
    return parseDay(text) ?? this.#wrong(node ?? null, `${what} must be a day such as 2025-03-24`);
  }

  instant(node: YamlNode | undefined, what: string): Instant | null {
    const text = this.text(node, what);
    if (text === null) return null;
    const expected = "an instant with its offset, such as 2025-03-24T14:00+02:00";
    return parseInstant(text) ?? this.#wrong(node ?? null, `${what} must be ${expected}`);
  }

  integer(node: YamlNode | undefined, what: string): number | null {
    if (node === undefined) return null;
    if (node.kind === "scalar" && Number.isSafeInteger(node.value)) return node.value as number;
    return this.#wrong(node, `${what} must be a whole number`);
  }

  boolean(node: YamlNode | undefined, what: string): boolean | null {
    if (node === undefined) return null;
    if (node.kind === "scalar" && typeof node.value === "boolean") return node.value;
    return this.#wrong(node, `${what} must be true or false`);
  }

  /** A wrong form (105): says what was expected and what came. */
  #wrong(node: YamlNode | null, expectation: string): null {
    return this.report("105", `${expectation}; found ${describe(node)}`, node?.at ?? null);
  }
}

function describe(node: YamlNode | null): string {
  if (node === null) return "nothing";
  if (node.kind === "map") return "a map";
  if (node.kind === "list") return "a list";
  return node.value === null ? "nothing" : `"${node.text}"`;
}
