// One text from its YAML nodes: declared names first, then every part, so that all problems come out at once.
import type { Reader } from "../model/reader.ts";
import type { YamlEntry, YamlMap, YamlNode } from "../model/yaml.ts";
import type { Instrument, Plain, Provision, VocabularyNode } from "./ast.ts";
import type { TermsContext } from "./context.ts";
import { declaredNames, extended } from "./declare.ts";
import { readClause, withCommon } from "./read-clause.ts";
import { checkLanguage, readDocumentId, readEvent, readStatus, readUses } from "./read-header.ts";
import { readLine } from "./read-line.ts";
import { readAnnex, readObject } from "./read-object.ts";
import { readQuestion, readSource } from "./read-question.ts";
import { readReading } from "./read-reading.ts";
import { readZoneName } from "./read-time.ts";
import { reportCycles } from "./parse-vocabulary.ts";
import { readVocabularyNode } from "./read-vocabulary.ts";
import { readZone } from "./read-zone.ts";
import { keep, peek, peekKeys, readSomeNames, warnKept } from "./scope.ts";
import type { Declared, Scope } from "./scope.ts";
import type { Vocabulary } from "./vocabulary.ts";

const REQUIRED = ["truceline", "id", "title", "parties", "clauses", "readings"];
const OPTIONAL = [
  "dated",
  "uses",
  "time-zones",
  "others",
  "status",
  "flags",
  "events",
  "zones",
  "lines",
  "annexes",
  "kinds",
  "means",
  "acts",
  "objects",
  "questions",
  "common",
  "provisions",
  "definitions",
  "relations",
];

/** Sections that are kept whole, with what that does to verdicts. */
const KEPT_SECTIONS: Readonly<Record<string, string>> = {
  definitions: "what words mean and who says so; verdicts follow the kinds and clauses",
  relations: "relations to other texts; a breach of one changes no verdict of another",
};

type Fields = ReadonlyMap<string, YamlNode>;

/** A text as far as it could be read, with the names it declares. */
export interface ReadText {
  readonly instrument: Instrument;
  readonly declared: Declared;
}

/** Reads the text at `root`; null when its id or title is missing. Problems go to `reader`. */
export function readInstrument(
  reader: Reader,
  root: YamlNode,
  context: TermsContext,
): ReadText | null {
  const fields = reader.fields(root, { what: "a text", required: REQUIRED, optional: OPTIONAL });
  if (fields === null) return null;
  const additions = {
    kinds: readAdditions(reader, fields.get("kinds"), { what: "kinds", base: context.kinds }),
    means: readAdditions(reader, fields.get("means"), { what: "means", base: context.means }),
    acts: readAdditions(reader, fields.get("acts"), { what: "acts", base: context.acts }),
  };
  const declared = declaredNames(root, context, {
    kinds: additions.kinds.values(),
    means: additions.means.values(),
    acts: additions.acts.values(),
  });
  const scope: Scope = { reader, context, declared, kept: new Map<string, Plain>() };
  checkLanguage(scope, fields.get("truceline"));
  keepSections(scope, root);
  const header = readHeader(scope, fields);
  const body = readBody(scope, fields);
  if (header === null) return null;
  return { instrument: { ...header, ...additions, ...body, kept: scope.kept }, declared };
}

function readHeader(scope: Scope, fields: Fields) {
  const { reader, context } = scope;
  const id = readDocumentId(scope, fields.get("id"));
  const title = reader.text(fields.get("title"), `"title"`);
  const dated = reader.day(fields.get("dated"), `"dated"`);
  const uses = readUses(scope, fields.get("uses"));
  const timeZones = readTimeZones(scope, fields.get("time-zones"));
  const party = { code: "205", what: "party of the case", valid: context.parties };
  const parties = sorted(readSomeNames(scope, fields.get("parties"), party) ?? []);
  const others = sorted(readSomeNames(scope, fields.get("others"), party) ?? []);
  const status = readMap(scope, fields, { key: "status", read: readPartyStatus });
  return id === null || title === null
    ? null
    : { id, title, dated, uses, timeZones, parties, others, status };
}

function readBody(scope: Scope, fields: Fields) {
  const common = fields.get("common");
  const shared: YamlMap | null = common === undefined ? null : scope.reader.map(common, "common");
  return {
    flags: readMap(scope, fields, { key: "flags", read: readFlag }),
    events: readMap(scope, fields, { key: "events", read: readEvent }),
    zones: readMap(scope, fields, { key: "zones", read: readZone }),
    lines: readMap(scope, fields, { key: "lines", read: readLine }),
    annexes: readMap(scope, fields, { key: "annexes", read: readAnnex }),
    objects: readMap(scope, fields, { key: "objects", read: readObject }),
    questions: readMap(scope, fields, { key: "questions", read: readQuestion }),
    clauses: readMap(scope, fields, {
      key: "clauses",
      read: (inner, entry) => readClause(inner, withCommon(entry, shared)),
    }),
    provisions: readMap(scope, fields, { key: "provisions", read: readProvision }),
    readings: readMap(scope, fields, { key: "readings", read: readReading }),
  };
}

/** A map of named parts, in file order; parts that could not be read are left out. */
function readMap<T>(
  scope: Scope,
  fields: Fields,
  section: { readonly key: string; readonly read: (scope: Scope, entry: YamlEntry) => T | null },
): ReadonlyMap<string, T> {
  const parts = new Map<string, T>();
  for (const entry of scope.reader.entries(fields.get(section.key), section.key)) {
    const part = section.read(scope, entry);
    if (part !== null) parts.set(entry.key, part);
  }
  return parts;
}

function readTimeZones(scope: Scope, node: YamlNode | undefined): readonly string[] {
  if (node === undefined) return [];
  const items = node.kind === "list" ? node.items : [node];
  return items.map((item) => readZoneName(scope, item)).filter((name) => name !== null);
}

function readPartyStatus(scope: Scope, entry: YamlEntry) {
  if (!scope.declared.everyone.has(entry.key)) {
    const message = `status of an unknown party: "${entry.key}"`;
    const { everyone } = scope.declared;
    return scope.reader.unknownName("205", message, entry.key, everyone, entry.keyAt);
  }
  return readStatus(scope, entry);
}

function readFlag(scope: Scope, entry: YamlEntry): string | null {
  return scope.reader.text(entry.value, `flag "${entry.key}"`);
}

/** A text without a rule, alone or with its sources. */
function readProvision(scope: Scope, entry: YamlEntry): Provision | null {
  warnKept(scope, { at: entry.keyAt, effect: "a provision without a rule; no verdict uses it" });
  if (entry.value.kind === "scalar") {
    const text = scope.reader.text(entry.value, `provision "${entry.key}"`);
    return text === null ? null : { id: entry.key, text, source: [] };
  }
  const shape = { what: `provision "${entry.key}"`, required: ["text"], optional: ["source"] };
  const fields = scope.reader.fields(entry.value, shape);
  const text = scope.reader.text(fields?.get("text"), `"text"`);
  const node = fields?.get("source");
  const items = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  const source = items.map((item) => readSource(scope, item)).filter((name) => name !== null);
  return text === null ? null : { id: entry.key, text, source };
}

function keepSections(scope: Scope, root: YamlNode): void {
  for (const [section, effect] of Object.entries(KEPT_SECTIONS)) {
    const node = peek(root, section);
    if (node !== undefined) keep(scope, section, { node, at: node.at, effect });
  }
}

function readAdditions(
  reader: Reader,
  node: YamlNode | undefined,
  section: { readonly what: string; readonly base: Vocabulary | null },
): ReadonlyMap<string, VocabularyNode> {
  const { what, base } = section;
  const parents = base === null ? null : new Set([...base.nodes.keys(), ...peekKeys(node)]);
  const nodes = new Map<string, VocabularyNode>();
  const entries = reader.entries(node, what);
  for (const entry of entries) {
    const read = readVocabularyNode(reader, entry, parents);
    if (read !== null) nodes.set(entry.key, read);
  }
  const places = new Map(entries.map(({ key, keyAt }) => [key, keyAt]));
  reportCycles(reader, extended(base, nodes.values())?.nodes.values() ?? nodes.values(), places);
  return nodes;
}

function sorted(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
