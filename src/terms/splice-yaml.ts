// One change in a YAML text that leaves every other byte where it is: comments, order and layout of the rest stay. Offsets come from
// the yaml package's nodes; whoever calls this checks what came out (`editTerms`).
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import type { Node, Pair, YAMLMap, YAMLSeq } from "yaml";
import type { Plain } from "./ast.ts";
import { plainKey } from "./plain.ts";
import { entryYaml, inlineYaml } from "./render-yaml.ts";

/** What a path leads to in one text: the innermost map on the way, the entry of the next key in it, and how many keys were found. */
interface Site {
  readonly map: YAMLMap;
  readonly pair: Pair | null;
  /** Keys that lead to `map`. */
  readonly depth: number;
}

/** Keys of the path that the text has; 0 for a text without any. */
export function depthIn(yaml: string, path: readonly string[]): number {
  const site = siteOf(yaml, path);
  return site === null ? 0 : site.depth + (site.pair === null ? 0 : 1);
}

/** Sets the value at a path; maps on the way are made when absent. */
export function spliceIn(yaml: string, path: readonly string[], value: Plain): string {
  const site = siteOf(yaml, path);
  if (site === null) return `${yaml}${lineBreakAfter(yaml)}${added(path, 0, value, "")}\n`;
  const { map, pair, depth } = site;
  if (pair === null) return withEntry(yaml, site, { path, value });
  const rest = path.slice(depth + 1);
  return withValue(yaml, { map, pair, value: nested(rest, value) });
}

/** Takes the entry at a path out; the same text where there is none. */
export function spliceOut(yaml: string, path: readonly string[]): string {
  const site = siteOf(yaml, path);
  if (site?.pair == null || site.depth !== path.length - 1) return yaml;
  const { map, pair, depth } = site;
  if (map.flow === true) return withoutFlowEntry(yaml, map, pair);
  if (map.items.length > 1) return withoutLines(yaml, map, pair);
  const above = depth === 0 ? null : siteOf(yaml, path.slice(0, -1));
  if (above?.pair == null) return withoutLines(yaml, map, pair);
  return withValue(yaml, { map: above.map, pair: above.pair, value: {} });
}

function siteOf(yaml: string, path: readonly string[]): Site | null {
  const root: unknown = parseDocument(yaml, { version: "1.2" }).contents;
  let map: YAMLMap | null = isMap(root) ? root : null;
  for (let depth = 0; map !== null && depth < path.length; depth++) {
    const pair: Pair | null = map.items.find(({ key }) => nameOf(key) === path[depth]) ?? null;
    const inner: unknown = pair?.value;
    if (pair === null || depth === path.length - 1 || !isMap(inner)) return { map, pair, depth };
    map = inner;
  }
  return null;
}

function nameOf(key: unknown): string | null {
  if (!isScalar(key)) return null;
  return typeof key.value === "string" ? key.value : (key.source ?? null);
}

function nested(keys: readonly string[], value: Plain): Plain {
  return keys.reduceRight<Plain>((inner, key) => ({ [key]: inner }), value);
}

function added(path: readonly string[], depth: number, value: Plain, indent: string): string {
  return entryYaml(path.slice(0, depth + 1), nested(path.slice(depth + 1), value), indent);
}

function withEntry(
  yaml: string,
  { map, depth }: Site,
  { path, value }: { readonly path: readonly string[]; readonly value: Plain },
): string {
  const last = map.items.at(-1);
  if (map.flow === true || last === undefined) {
    const text = `${inlineYaml(path[depth] ?? "")}: ${inlineYaml(nested(path.slice(depth + 1), value))}`;
    return last === undefined
      ? spliced(yaml, startOf(map) + 1, startOf(map) + 1, text)
      : spliced(yaml, endOfPair(yaml, last), endOfPair(yaml, last), `, ${text}`);
  }
  const at = lineEnd(yaml, endOfPair(yaml, last));
  const indent = " ".repeat(columnOf(yaml, startOf(map)));
  const before = yaml.slice(0, at);
  const line = added(path, depth, value, indent);
  return `${before}${lineBreakAfter(before)}${line}\n${yaml.slice(at)}`;
}

function withValue(
  yaml: string,
  change: { readonly map: YAMLMap; readonly pair: Pair; readonly value: Plain },
): string {
  const { map, pair, value } = change;
  const old = pair.value as Node | null;
  const colon = yaml.indexOf(":", endOf(yaml, pair.key as Node)) + 1;
  if (old === null) return spliced(yaml, colon, colon, ` ${inlineYaml(value)}`);
  const [from, until] = [startOf(old), endOf(yaml, old)];
  const isBlock = (isMap(old) || isSeq(old)) && old.flow !== true;
  if (isSeq(old) && isBlock && Array.isArray(value) && value.length > 0) {
    const items = withItems(yaml, old, value as readonly Plain[]);
    if (items !== null) return items;
  }
  if (isBlock && map.flow !== true) {
    // A comment behind the key stays behind the new value.
    const gap = yaml.slice(colon, from).trimEnd();
    return spliced(yaml, colon, until, ` ${inlineYaml(value)}${gap}`);
  }
  const space = from === colon ? " " : "";
  return spliced(yaml, from, until, `${space}${inlineYaml(value)}`);
}

/** Items that stay keep their lines; new ones get lines of their own. Null where the list does not stand on lines of its own. */
function withItems(yaml: string, list: YAMLSeq, values: readonly Plain[]): string | null {
  const from = lineStart(yaml, startOf(list));
  const indent = yaml.slice(from, startOf(list));
  if (indent.trim() !== "") return null;
  const kept = new Map<string, string[]>();
  let at = from;
  for (const item of list.items as readonly Node[]) {
    const end = lineEnd(yaml, endOf(yaml, item));
    const key = plainKey(item.toJSON() as Plain);
    kept.set(key, [...(kept.get(key) ?? []), withLineBreak(yaml.slice(at, end))]);
    at = end;
  }
  const lines = values.map(
    (value) => kept.get(plainKey(value))?.shift() ?? `${indent}- ${inlineYaml(value)}\n`,
  );
  return spliced(yaml, from, at, lines.join(""));
}

function withoutFlowEntry(yaml: string, { items }: YAMLMap, pair: Pair): string {
  const index = items.indexOf(pair);
  const [before, after] = [items[index - 1], items[index + 1]];
  const end = endOfPair(yaml, pair);
  if (before !== undefined) return spliced(yaml, endOfPair(yaml, before), end, "");
  const start = startOf(pair.key as Node);
  return spliced(yaml, start, after === undefined ? end : startOf(after.key as Node), "");
}

/** The entry's lines, and the comment right above it. */
function withoutLines(yaml: string, { items }: YAMLMap, pair: Pair): string {
  const start = startOf(pair.key as Node);
  const next = items[items.indexOf(pair) + 1];
  let from = lineStart(yaml, start);
  // The first field of a list's item shares its line with the dash.
  if (yaml.slice(from, start).trim() !== "" && next !== undefined)
    return spliced(yaml, start, startOf(next.key as Node), "");
  const indent = yaml.slice(from, start);
  for (let above = lineStart(yaml, from - 1); from > 0; above = lineStart(yaml, from - 1)) {
    if (!yaml.slice(above, from).startsWith(`${indent}#`)) break;
    from = above;
  }
  return spliced(yaml, from, lineEnd(yaml, endOfPair(yaml, pair)), "");
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

function endOfPair(yaml: string, { key, value }: Pair): number {
  return value === null ? endOf(yaml, key as Node) : endOf(yaml, value as Node);
}

/** Where the last word of a node ends: behind it may stand a comment. */
function endOf(yaml: string, node: Node): number {
  const last: unknown = isMap(node) || isSeq(node) ? node.items.at(-1) : undefined;
  const isOpen = (isMap(node) || isSeq(node)) && node.flow !== true;
  if (isOpen && isMap(node) && last !== undefined) return endOfPair(yaml, last as Pair);
  if (isOpen && last !== undefined) return endOf(yaml, last as Node);
  let end = node.range?.[1] ?? 0;
  while (end > startOf(node) && yaml[end - 1] === "\n") end--;
  return end;
}

function spliced(yaml: string, from: number, until: number, text: string): string {
  return yaml.slice(0, from) + text + yaml.slice(until);
}

function lineStart(yaml: string, offset: number): number {
  return yaml.lastIndexOf("\n", offset - 1) + 1;
}

/** Behind the line break, or the end of the text. */
function lineEnd(yaml: string, offset: number): number {
  const found = yaml.indexOf("\n", offset);
  return found < 0 ? yaml.length : found + 1;
}

function columnOf(yaml: string, offset: number): number {
  return offset - lineStart(yaml, offset);
}

function lineBreakAfter(text: string): string {
  return text === "" || text.endsWith("\n") ? "" : "\n";
}

function withLineBreak(text: string): string {
  return `${text}${lineBreakAfter(text)}`;
}
