// The days on which a drawing holds: `valid: [2014-09-19, 2015-02-12]`, half-open, null for no bound (TERMS 2.5).
import type { Day } from "../model/instant.ts";
import type { YamlNode } from "../model/yaml.ts";
import type { Validity } from "./ast.ts";
import type { Scope } from "./scope.ts";

/** Null when nothing is given, and after a problem was reported. */
export function readValidity(scope: Scope, node: YamlNode | undefined): Validity | null {
  if (node === undefined) return null;
  const { reader } = scope;
  const form = "[first day, first day after it], null for no bound";
  if (node.kind !== "list" || node.items.length !== 2) {
    return reader.report("105", `"valid" must be ${form}`, node.at);
  }
  const [from, until] = node.items.map((item) => bound(scope, item));
  if (from === undefined || until === undefined) return null;
  if (from !== null && until !== null && until <= from) {
    return reader.report("501", `"valid" ends before it starts: ${until} <= ${from}`, node.at);
  }
  return from === null && until === null ? null : { from, until };
}

/** Undefined after a problem was reported. */
function bound(scope: Scope, node: YamlNode): Day | null | undefined {
  if (node.kind === "scalar" && node.value === null) return null;
  return scope.reader.day(node, `a day of "valid"`) ?? undefined;
}
