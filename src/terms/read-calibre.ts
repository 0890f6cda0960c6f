// Calibres of a clause: `{from: 100, below: 152}`, whole millimetres; a band without a bound on one side leaves it out.
import type { YamlNode } from "../model/yaml.ts";
import type { CalibreBand } from "./ast.ts";
import type { Scope } from "./scope.ts";

/** Null when the clause asks for no calibre, and after a problem was reported. */
export function readCalibre(scope: Scope, node: YamlNode | undefined): CalibreBand | null {
  if (node === undefined) return null;
  const { reader } = scope;
  const fields = reader.fields(node, { what: "calibre", optional: ["from", "below"] });
  if (fields === null) return null;
  const from = reader.integer(fields.get("from"), `"from" (millimetres)`) ?? 0;
  const below = reader.integer(fields.get("below"), `"below" (millimetres)`);
  if (fields.size > 0 && from >= 0 && (below === null || below > from)) return { from, below };
  const form = "{from: 100, below: 152}, one of the two at least, in millimetres";
  return reader.report("105", `"calibre" must be a band such as ${form}`, node.at);
}
