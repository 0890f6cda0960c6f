// Clauses: one rule each, its slots written out or asked by a question; fields of `common` are shared (TERMS 1.1).
import type { YamlEntry, YamlMap, YamlNode } from "../model/yaml.ts";
import type { Clause, Effect, Slot, Sort } from "./ast.ts";
import { readDue, readFulfilment } from "./read-duty.ts";
import { readCalibre } from "./read-calibre.ts";
import { readNames, readSlot } from "./scope.ts";
import type { Scope } from "./scope.ts";
import {
  clauseRule,
  readActs,
  readAgainst,
  readBoundParties,
  readMeans,
  readTargets,
  readUnless,
  readWhere,
} from "./read-target.ts";
import {
  readDuration,
  readExtension,
  readInForce,
  readOnBreach,
  readPeriodStart,
  readTimePoint,
} from "./read-time.ts";

const EFFECTS = ["prohibit", "permit", "require"] as const;
const OPTIONAL = [
  "against",
  "act",
  "targets",
  "means",
  "calibre",
  "where",
  "when",
  "from",
  "until",
  "for",
  "in-force",
  "extension",
  "applies",
  "on-breach",
  "unless",
  "overrides",
  "source",
  "text",
  "note",
  "due",
  "fulfilled-by",
];

type Fields = ReadonlyMap<string, YamlNode>;

/** The entry with what `common` adds: a clause's own value wins, and its own end (`until` or `for`) replaces a shared one. */
export function withCommon(entry: YamlEntry, common: YamlMap | null): YamlEntry {
  if (common === null || entry.value.kind !== "map") return entry;
  const own = new Set(entry.value.entries.map(({ key }) => key));
  const ended = own.has("until") || own.has("for");
  const shared = common.entries.filter(
    ({ key }) => !own.has(key) && !(ended && (key === "until" || key === "for")),
  );
  const entries = [...entry.value.entries, ...shared];
  return { ...entry, value: { ...entry.value, entries } };
}

/** One clause, `common` already added; null after its problems were reported. */
export function readClause(scope: Scope, entry: YamlEntry): Clause | null {
  const { reader } = scope;
  const what = `clause "${entry.key}"`;
  const shape = { what, required: ["effect", "by"], optional: OPTIONAL };
  const fields = readFields(scope, entry, shape);
  if (fields === null) return null;
  const effect = readEffect(scope, fields.get("effect"));
  checkForm(scope, fields, { effect, what });
  const by = slotReader(scope, fields)("by", readBoundParties);
  const parts = readParts(scope, fields);
  const source = readNames(scope, fields.get("source"), {
    code: "208",
    what: "source",
    valid: scope.context.sources,
  });
  const text = reader.text(fields.get("text"), `"text" of ${what}`);
  const note = reader.text(fields.get("note"), `"note" of ${what}`);
  if (effect === null || by === null) return null;
  return { id: entry.key, effect, by, ...parts, source, text, note };
}

/** Missing fields are laid to the clause's name, where a person looks first. */
function readFields(
  scope: Scope,
  entry: YamlEntry,
  shape: {
    readonly what: string;
    readonly required: readonly string[];
    readonly optional: readonly string[];
  },
): Fields | null {
  const optional = [...shape.required, ...shape.optional];
  const fields = scope.reader.fields(entry.value, { what: shape.what, optional });
  if (fields === null) return null;
  for (const name of shape.required.filter((key) => !fields.has(key))) {
    scope.reader.report("102", `${shape.what} lacks the field "${name}"`, entry.keyAt);
  }
  return fields;
}

function readEffect(scope: Scope, node: YamlNode | undefined): Effect | null {
  const word = scope.reader.text(node, `"effect"`);
  const effect = EFFECTS.find((known) => known === word) ?? null;
  if (word === null || node === undefined || effect !== null) return effect;
  const message = `"effect" must be prohibit, permit or require; found "${word}"`;
  return scope.reader.unknownName("105", message, word, EFFECTS, node.at);
}

function checkForm(
  scope: Scope,
  fields: Fields,
  clause: { readonly effect: Effect | null; readonly what: string },
): void {
  const { reader } = scope;
  const { effect, what } = clause;
  const [length, end] = [fields.get("for"), fields.get("until")];
  if (length !== undefined && end !== undefined) {
    reader.report("105", `${what} has two ends, "until" and "for"; expected one`, length.at);
  }
  if (length !== undefined && fields.get("from") === undefined) {
    reader.report("102", `${what} lasts "for" a time but has no "from"`, length.at);
  }
  if (effect === null) return;
  const misplaced = [
    ...(effect === "permit" ? [] : ["when"]),
    ...(effect === "require" ? [] : ["due", "fulfilled-by"]),
  ];
  for (const key of misplaced) {
    const node = fields.get(key);
    const message = `"${key}" has no meaning in a clause that is to ${effect}`;
    if (node !== undefined) reader.report("101", message, node.at);
  }
}

function readParts(scope: Scope, fields: Fields) {
  const slot = slotReader(scope, fields);
  return {
    against: slot("against", readAgainst),
    act: slot("act", readActs),
    targets: slot("targets", readTargets),
    means: slot("means", readMeans),
    calibre: readCalibre(scope, fields.get("calibre")),
    where: slot("where", readWhere),
    when: readWhen(scope, fields.get("when")),
    from: slot("from", readPeriodStart),
    until: slot("until", readTimePoint),
    for: slot("for", readDuration),
    inForce: slot("in-force", readInForce),
    extension: slot("extension", readExtension),
    applies: slot("applies", readApplies),
    onBreach: slot("on-breach", readOnBreach),
    unless: slot("unless", readUnless),
    due: readDue(scope, fields.get("due")),
    fulfilledBy: readFulfilment(scope, fields.get("fulfilled-by")),
    overrides: readNames(scope, fields.get("overrides"), clauseRule(scope)),
  };
}

/** Reads slots of one clause by their sort. */
function slotReader(scope: Scope, fields: Fields) {
  return <T>(sort: Sort, read: (scope: Scope, node: YamlNode) => T | null): Slot<T> | null =>
    readSlot(scope, fields.get(sort), { sort, read: (node) => read(scope, node) });
}

function readApplies(scope: Scope, node: YamlNode): boolean | null {
  return scope.reader.boolean(node, `"applies"`);
}

function readWhen(scope: Scope, node: YamlNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const fields = scope.reader.fields(node, { what: "when", required: ["flags"] });
  const rule = { code: "208", what: "flag", valid: scope.declared.flags };
  return readNames(scope, fields?.get("flags"), rule);
}
