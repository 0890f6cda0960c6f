// Where each part of a text stands in its file, by path: findings about meaning are made on the AST and placed through this.
import type { Span } from "../model/problem.ts";
import type { YamlNode } from "../model/yaml.ts";

/** Span of a part by its path (`clauses`, `strikes`, `from`); of the nearest part around it when it has none of its own. */
export type Places = (...path: readonly string[]) => Span | null;

/** Places in the YAML under `root`: a key's span for a named part, an item's own span for list items (`0`, `1`, ...). */
export function placesOf(root: YamlNode | null): Places {
  return (...path) => {
    let at = root?.at ?? null;
    let node = root;
    for (const step of path) {
      const found = node === null ? null : child(node, step);
      if (found === null) return at;
      [at, node] = [found.at, found.node];
    }
    return at;
  };
}

function child(
  node: YamlNode,
  step: string,
): { readonly at: Span; readonly node: YamlNode } | null {
  if (node.kind === "list") {
    const item = node.items[Number(step)];
    return item === undefined ? null : { at: item.at, node: item };
  }
  if (node.kind === "scalar") return null;
  const entry = node.entries.find(({ key }) => key === step);
  return entry === undefined ? null : { at: entry.keyAt, node: entry.value };
}
