// Parts of a text that are kept as they came: YAML nodes as plain values, paths into them.
import type { YamlNode } from "../model/yaml.ts";
import type { Plain } from "./ast.ts";

/** The node's value; text is NFC, places are dropped. */
export function yamlToPlain(node: YamlNode): Plain {
  if (node.kind === "list") return node.items.map(yamlToPlain);
  if (node.kind === "scalar") {
    return typeof node.value === "string" ? node.value.normalize("NFC") : node.value;
  }
  return Object.fromEntries(
    node.entries.map(({ key, value }) => [key.normalize("NFC"), yamlToPlain(value)]),
  );
}

/** `value` with `part` set at `path` (keys joined by `/`); maps on the way are made when absent. */
export function withPlainAt(value: Plain, path: string, part: Plain): Plain {
  const slash = path.indexOf("/");
  const key = slash < 0 ? path : path.slice(0, slash);
  const map = isPlainMap(value) ? value : {};
  const child = slash < 0 ? part : withPlainAt(map[key] ?? {}, path.slice(slash + 1), part);
  return { ...map, [key]: child };
}

/** True for a map, false for lists, scalars and null. */
export function isPlainMap(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A map of the fields that are not null, in the given order. */
export function record(fields: Readonly<Record<string, Plain>>): Plain {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** Named parts as a map, in their own order. */
export function mapped<T>(parts: ReadonlyMap<string, T>, toPlain: (part: T) => Plain): Plain {
  return Object.fromEntries([...parts].map(([id, part]) => [id, toPlain(part)]));
}

/** Equal for equal values: keys of maps in order. */
export function plainKey(value: Plain): string {
  return JSON.stringify(value, (_, part: Plain) =>
    isPlainMap(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
