// Values as YAML the way people write these texts: short ones in one line, named parts of several fields one field a line.
import { stringify } from "yaml";
import type { Plain } from "./ast.ts";
import { isPlainMap } from "./plain.ts";

const LONGEST_LINE = 90;

/** In one line, fit to stand within brackets too. */
export function inlineYaml(value: Plain): string {
  const options = { collectionStyle: "flow", flowCollectionPadding: false, lineWidth: 0 } as const;
  const text = stringify([value], { ...options, aliasDuplicateObjects: false })
    .trimEnd()
    .slice(1, -1);
  // A string of several lines would be spread over lines of its own, past any indentation; JSON is YAML in one line.
  return text.includes("\n") ? JSON.stringify(value) : text;
}

/** `key: value` and what follows it, each line indented; ends without a line break. `path` says which part of a text it is. */
export function entryYaml(path: readonly string[], value: Plain, indent: string): string {
  const key = `${indent}${inlineYaml(path.at(-1) ?? "")}:`;
  if (isInline(path, value)) return `${key} ${inlineYaml(value)}`;
  const inner = `${indent}  `;
  const lines = Array.isArray(value)
    ? (value as readonly Plain[]).map((item) => `${inner}- ${inlineYaml(item)}`)
    : Object.entries(value ?? {}).map(([name, part]) => entryYaml([...path, name], part, inner));
  return [key, ...lines].join("\n");
}

function isInline(path: readonly string[], value: Plain): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Object.keys(value).length === 0) return true;
  if (!isPlainMap(value)) return inlineYaml(value).length <= LONGEST_LINE;
  const holdsMaps = Object.values(value).some((part) => isPlainMap(part) && path.length < 4);
  return path.length > 2 && !holdsMaps && inlineYaml(value).length <= LONGEST_LINE;
}
