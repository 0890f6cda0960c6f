// What is at hand while one text is read: the reader that collects problems, the names the text declares, what it keeps.
import type { Span } from "../model/problem.ts";
import type { Reader } from "../model/reader.ts";
import type { YamlMap, YamlNode } from "../model/yaml.ts";
import type { Plain, Slot, Sort } from "./ast.ts";
import type { TermsContext } from "./context.ts";
import { yamlToPlain } from "./plain.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Every name a text declares, gathered before its parts are read, so that order does not matter. */
export interface Declared {
  /** Bound sides. */
  readonly parties: ReadonlySet<string>;
  /** Bound sides, mediators and guarantors. */
  readonly everyone: ReadonlySet<string>;
  /** Question -> its sort; null when no answer tells it. Open edges are not listed. */
  readonly questions: ReadonlyMap<string, Sort | null>;
  /** Question or open edge -> its answers. */
  readonly answers: ReadonlyMap<string, ReadonlySet<string>>;
  readonly clauses: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly lines: ReadonlySet<string>;
  readonly objects: ReadonlySet<string>;
  readonly annexes: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  readonly events: ReadonlySet<string>;
  /** The case's vocabulary with the text's additions; null = not known, names are not checked. */
  readonly kinds: Vocabulary | null;
  readonly means: Vocabulary | null;
  readonly acts: Vocabulary | null;
  readonly timeZones: readonly string[];
}

/** One text being read; made once a file. */
export interface Scope {
  readonly reader: Reader;
  readonly context: TermsContext;
  readonly declared: Declared;
  /** Filled while reading: what is printed back but not judged. */
  readonly kept: Map<string, Plain>;
}

/** How a name is checked: the code's number, what it names, what is valid (null: anything). */
export interface NameRule {
  readonly code: string;
  readonly what: string;
  readonly valid: { has(name: string): boolean; keys(): Iterable<string> } | null;
}

/** One name; null after it was reported. */
export function readName(scope: Scope, node: YamlNode | undefined, rule: NameRule): string | null {
  const name = scope.reader.text(node, rule.what);
  if (name === null || node === undefined) return null;
  if (rule.valid === null || rule.valid.has(name)) return name;
  const message = `unknown ${rule.what}: "${name}"`;
  return scope.reader.unknownName(rule.code, message, name, rule.valid.keys(), node.at);
}

/** One name or a list of names; unknown ones are reported and left out. */
export function readNames(
  scope: Scope,
  node: YamlNode | undefined,
  rule: NameRule,
): readonly string[] {
  if (node === undefined) return [];
  const nodes = node.kind === "list" ? node.items : [node];
  return nodes.map((item) => readName(scope, item, rule)).filter((name) => name !== null);
}

/** Like `readNames`, but an empty list is a wrong form: what binds nobody or nothing is better left out. */
export function readSomeNames(
  scope: Scope,
  node: YamlNode | undefined,
  rule: NameRule,
): readonly string[] | null {
  if (node?.kind === "list" && node.items.length === 0) {
    return scope.reader.report("105", `an empty list names no ${rule.what}`, node.at);
  }
  return readNames(scope, node, rule);
}

/** The `{question: id}` form, or null when the node is something else. */
export function questionNode(node: YamlNode): YamlNode | null {
  if (node.kind !== "map") return null;
  return node.entries.find(({ key }) => key === "question")?.value ?? null;
}

/** A value written out, or the question whose answers give it; the question's sort must be the slot's. */
export function readSlot<T>(
  scope: Scope,
  node: YamlNode | undefined,
  slot: { readonly sort: Sort; readonly read: (node: YamlNode) => T | null },
): Slot<T> | null {
  if (node === undefined) return null;
  const asked = questionNode(node);
  if (asked === null) {
    const value = slot.read(node);
    return value === null ? null : { kind: "value", value };
  }
  scope.reader.fields(node, { what: `${slot.sort}: {question}`, required: ["question"] });
  const question = readQuestionName(scope, asked, slot.sort);
  return question === null ? null : { kind: "question", question };
}

/** A question's name where a value of `sort` is wanted; null after an unknown name or a wrong sort was reported. */
export function readQuestionName(scope: Scope, node: YamlNode, sort: Sort): string | null {
  const { questions } = scope.declared;
  const question = readName(scope, node, { code: "204", what: "question", valid: questions });
  const found = question === null ? null : (questions.get(question) ?? null);
  if (question === null || found === null || found === sort) return question;
  const message = `question "${question}" answers "${found}", but "${sort}" is asked for here`;
  return scope.reader.report("207", message, node.at);
}

/** Keeps what is not judged yet and says what that does to verdicts (T901). */
export function keep(
  scope: Scope,
  path: string,
  kept: { readonly node: YamlNode; readonly at: Span; readonly effect: string },
): void {
  scope.kept.set(path, yamlToPlain(kept.node));
  warnKept(scope, kept);
}

/** The T901 warning alone, for parts that the AST itself holds. */
export function warnKept(scope: Scope, kept: { readonly at: Span; readonly effect: string }): void {
  scope.reader.report("901", `kept, not judged: ${kept.effect}`, kept.at, { severity: "warning" });
}

/** Value of a key of a map node, without any check. */
export function peek(node: YamlNode | null | undefined, key: string): YamlNode | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key === key)?.value : undefined;
}

/** Keys of a map node, without any check; none for anything else. */
export function peekKeys(node: YamlNode | null | undefined): readonly string[] {
  return isMap(node) ? node.entries.map(({ key }) => key) : [];
}

function isMap(node: YamlNode | null | undefined): node is YamlMap {
  return node?.kind === "map";
}
