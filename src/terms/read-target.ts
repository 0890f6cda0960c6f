// What a clause protects or names: kinds, kinds with facets, nearness to registered objects; zones of `where` (TERMS 1.1, 2.3).
import type { YamlNode } from "../model/yaml.ts";
import type { Against, Target, Where } from "./ast.ts";
import { readMeters } from "./read-meters.ts";
import { questionNode, readName, readNames, readQuestionName, readSomeNames } from "./scope.ts";
import type { NameRule, Scope } from "./scope.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What an object serves. */
export const FUNCTIONS = ["civilian", "military", "dual"];
const WHERE = ["target", "origin", "either", "outside"] as const;

/** A list of targets, or one. */
export function readTargets(scope: Scope, node: YamlNode): readonly Target[] | null {
  const items = node.kind === "list" ? node.items : [node];
  if (items.length === 0) {
    return scope.reader.report("105", "an empty list protects nothing", node.at);
  }
  return items.map((item) => readTarget(scope, item)).filter((target) => target !== null);
}

function readTarget(scope: Scope, node: YamlNode): Target | null {
  if (node.kind !== "map") {
    const kind = readName(scope, node, vocabularyRule("kind", scope.declared.kinds));
    return kind === null ? null : { kind, facets: {} };
  }
  const near = node.entries.some(({ key }) => key === "within" || key === "of");
  return near ? readNearness(scope, node) : readFacets(scope, node);
}

function readNearness(scope: Scope, node: YamlNode): Target | null {
  const fields = scope.reader.fields(node, { what: "nearness", required: ["within", "of"] });
  const meters = readMeters(scope, fields?.get("within"), "within");
  const of = readSomeNames(scope, fields?.get("of"), vocabularyRule("kind", scope.declared.kinds));
  if (meters === null || of === null || of.length === 0) return null;
  return { kind: "object", facets: {}, near: { meters, of } };
}

function readFacets(scope: Scope, node: YamlNode): Target | null {
  const optional = ["function", "side", "controlled-by", "listed-in"];
  const fields = scope.reader.fields(node, { what: "a target", required: ["kind"], optional });
  if (fields === null) return null;
  const kind = readName(scope, fields.get("kind"), vocabularyRule("kind", scope.declared.kinds));
  const facets: Record<string, string> = {};
  for (const [facet, value] of fields) {
    if (facet === "kind") continue;
    const [name, word] = readFacet(scope, facet, value) ?? [];
    if (name !== undefined && word !== undefined) facets[name] = word;
  }
  return kind === null ? null : { kind, facets };
}

function readFacet(scope: Scope, facet: string, node: YamlNode): [string, string] | null {
  const asked = questionNode(node);
  if (asked !== null) {
    const question = readQuestionName(scope, asked, "side");
    return question === null ? null : [`${facet}-question`, question];
  }
  const word = readName(scope, node, facetRule(scope, facet));
  return word === null ? null : [facet, word];
}

function facetRule(scope: Scope, facet: string): NameRule {
  const { declared } = scope;
  if (facet === "function") return { code: "201", what: facet, valid: new Set(FUNCTIONS) };
  if (facet === "listed-in") return { code: "206", what: "annex", valid: declared.annexes };
  return { code: "205", what: "party", valid: declared.everyone };
}

/** `{target | origin | either | outside: zone}`; all given parts must hold. */
export function readWhere(scope: Scope, node: YamlNode): Where | null {
  const fields = scope.reader.fields(node, { what: "where", optional: WHERE });
  if (fields === null) return null;
  if (fields.size === 0) {
    return scope.reader.report("105", `"where" names no zone; leave it out`, node.at);
  }
  const rule = { code: "206", what: "zone", valid: scope.declared.zones };
  const zone = (part: (typeof WHERE)[number]) => readName(scope, fields.get(part), rule);
  return {
    target: zone("target"),
    origin: zone("origin"),
    either: zone("either"),
    outside: zone("outside"),
  };
}

/** `any`, `opponent` or a list of parties, bound or not: who is left out is not protected. */
export function readAgainst(scope: Scope, node: YamlNode): Against | null {
  if (node.kind === "scalar" && (node.text === "any" || node.text === "opponent")) return node.text;
  const named = { code: "205", what: "party", valid: scope.declared.everyone };
  const parties = readSomeNames(scope, node, named);
  return parties === null ? null : [...parties].sort();
}

/** Bound sides, alphabetical. */
export function readBoundParties(scope: Scope, node: YamlNode): readonly string[] | null {
  const parties = readSomeNames(scope, node, partyRule(scope));
  return parties === null ? null : [...new Set(parties)].sort();
}

/** Acts of the vocabulary, one or a list. */
export function readActs(scope: Scope, node: YamlNode): readonly string[] | null {
  return readSomeNames(scope, node, vocabularyRule("act", scope.declared.acts));
}

/** Means of the vocabulary, one or a list. */
export function readMeans(scope: Scope, node: YamlNode): readonly string[] | null {
  return readSomeNames(scope, node, vocabularyRule("means", scope.declared.means));
}

/** Names of exceptions; an empty list is an answer too ("no exception"). */
export function readUnless(scope: Scope, node: YamlNode): readonly string[] {
  return readNames(scope, node, clauseRule(scope));
}

/** Clauses of this text. */
export function clauseRule(scope: Scope): NameRule {
  return { code: "202", what: "clause", valid: scope.declared.clauses };
}

function partyRule(scope: Scope): NameRule {
  return { code: "205", what: "party bound by this text", valid: scope.declared.parties };
}

/** A node of the vocabulary, or the `.other` leaf of one of its inner nodes. */
export function vocabularyRule(what: string, vocabulary: Vocabulary | null): NameRule {
  if (vocabulary === null) return { code: "201", what, valid: null };
  const { nodes, leaves } = vocabulary;
  const valid = {
    has: (name: string) => nodes.has(name) || (name.endsWith(".other") && leaves.includes(name)),
    keys: () => new Set([...nodes.keys(), ...leaves]),
  };
  return { code: "201", what, valid };
}
