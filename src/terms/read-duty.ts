// Obligations: by when (`due`) and what fulfils them (`fulfilled-by`), for clauses that require (TERMS 2.8).
import type { YamlNode } from "../model/yaml.ts";
import type { Due, Fulfilment } from "./ast.ts";
import { eventRule, readDuration, readTimePoint } from "./read-time.ts";
import { readNames } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** A point in time, or a length counted from the start of the obligation. */
export function readDue(scope: Scope, node: YamlNode | undefined): Due | null {
  if (node === undefined) return null;
  if (node.kind === "map") return readTimePoint(scope, node);
  const length = readDuration(scope, node);
  return length === null ? null : { kind: "after", length };
}

/** Events that must all have come: one, a list, or a map of them per party that is bound. */
export function readFulfilment(scope: Scope, node: YamlNode | undefined): Fulfilment | null {
  if (node === undefined) return null;
  const rule = eventRule(scope);
  if (node.kind !== "map") return { kind: "together", events: readNames(scope, node, rule) };
  const parties = new Map<string, readonly string[]>();
  for (const { key, keyAt, value } of node.entries) {
    if (scope.declared.parties.has(key)) parties.set(key, readNames(scope, value, rule));
    else {
      const message = `unknown party bound by this text: "${key}"`;
      scope.reader.unknownName("205", message, key, scope.declared.parties, keyAt);
    }
  }
  return { kind: "each", parties: new Map([...parties].sort(([a], [b]) => (a < b ? -1 : 1))) };
}
