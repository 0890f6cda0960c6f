// Readings: who takes which answers; what is not taken stays open; assumed events make a reading counterfactual.
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { Reading, TimePoint } from "./ast.ts";
import { eventRule, readTimePoint } from "./read-time.ts";
import { peek, readName } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** One reading; null after its problems were reported. */
export function readReading(scope: Scope, entry: YamlEntry): Reading | null {
  const { reader, declared } = scope;
  const what = `reading "${entry.key}"`;
  const fields = reader.fields(entry.value, { what, optional: ["by", "take", "assume", "note"] });
  if (fields === null) return null;
  const holder = {
    code: "205",
    what: "party or other named by this text",
    valid: declared.everyone,
  };
  const by = readName(scope, fields.get("by"), holder);
  const take = new Map<string, readonly string[]>();
  for (const taken of entriesOf(scope, fields.get("take"), `"take" of ${what}`)) {
    const answers = readTaken(scope, entry.key, taken);
    if (answers !== null) take.set(taken.key, answers);
  }
  const assume = new Map<string, TimePoint>();
  for (const assumed of entriesOf(scope, fields.get("assume"), `"assume" of ${what}`)) {
    const point = readAssumed(scope, assumed);
    if (point !== null) assume.set(assumed.key, point);
  }
  const note = reader.text(fields.get("note"), `"note" of ${what}`);
  return { id: entry.key, by, take, assume, note };
}

function entriesOf(scope: Scope, node: YamlNode | undefined, what: string): readonly YamlEntry[] {
  return node === undefined ? [] : (scope.reader.map(node, what)?.entries ?? []);
}

/** Answers taken for one question, sorted; null when none is left. */
function readTaken(scope: Scope, reading: string, taken: YamlEntry): readonly string[] | null {
  const { reader, declared } = scope;
  const valid = declared.answers.get(taken.key);
  if (valid === undefined) {
    const questions = declared.answers.keys();
    const message = `reading "${reading}" answers an unknown question: "${taken.key}"`;
    return reader.unknownName("204", message, taken.key, questions, taken.keyAt);
  }
  const items = taken.value.kind === "list" ? taken.value.items : [taken.value];
  if (items.length === 0) {
    return reader.report("105", `no answer is taken; leave "${taken.key}" out`, taken.value.at);
  }
  const answers = items
    .map((item) => readAnswerName(scope, item, { reading, question: taken.key, valid }))
    .filter((answer) => answer !== null);
  return answers.length === 0 ? null : [...new Set(answers)].sort();
}

function readAnswerName(
  scope: Scope,
  node: YamlNode,
  taken: {
    readonly reading: string;
    readonly question: string;
    readonly valid: ReadonlySet<string>;
  },
): string | null {
  const { reading, question, valid } = taken;
  const answer = scope.reader.text(node, `an answer to "${question}"`);
  if (answer === null || valid.has(answer)) return answer;
  const message = `reading "${reading}" takes an answer that question "${question}" does not have: "${answer}"`;
  return scope.reader.unknownName("203", message, answer, valid, node.at);
}

function readAssumed(scope: Scope, assumed: YamlEntry): TimePoint | null {
  const { valid } = eventRule(scope);
  if (valid !== null && !valid.has(assumed.key)) {
    const message = `unknown event: "${assumed.key}"`;
    return scope.reader.unknownName("208", message, assumed.key, valid.keys(), assumed.keyAt);
  }
  if (peek(assumed.value, "on") === undefined && peek(assumed.value, "at") === undefined) {
    const expected = "a point in time such as {on: 2025-03-11, tz: unknown}";
    return scope.reader.report("105", `an assumed event needs ${expected}`, assumed.value.at);
  }
  return readTimePoint(scope, assumed.value);
}
