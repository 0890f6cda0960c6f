// Nodes of a vocabulary as they are written: `{is: [parent, '?disputed'], label: {en, uk, ru}}`. Used by case files and by texts.
import type { Reader } from "../model/reader.ts";
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { VocabularyEdge, VocabularyNode } from "./ast.ts";

const LANGUAGES = ["en", "uk", "ru"];

/** One node; its parents are checked against `parents` (T201) unless that is null. */
export function readVocabularyNode(
  reader: Reader,
  entry: YamlEntry,
  parents: ReadonlySet<string> | null,
): VocabularyNode | null {
  const what = `"${entry.key}"`;
  const fields = reader.fields(entry.value, { what, optional: ["is", "label"] });
  if (fields === null) return null;
  const edges = listItems(fields.get("is")).map((node) => readEdge(reader, node, parents));
  const is = edges.filter((edge) => edge !== null);
  return { id: entry.key, is, labels: readLabels(reader, fields.get("label"), what) };
}

function readEdge(
  reader: Reader,
  node: YamlNode,
  parents: ReadonlySet<string> | null,
): VocabularyEdge | null {
  const text = reader.text(node, `a parent in "is"`);
  if (text === null) return null;
  const open = text.startsWith("?");
  const to = open ? text.slice(1) : text;
  if (parents === null || parents.has(to)) return { to, open };
  return reader.unknownName("201", `unknown parent: "${to}"`, to, parents, node.at);
}

function readLabels(
  reader: Reader,
  node: YamlNode | undefined,
  what: string,
): Readonly<Record<string, string>> {
  if (node === undefined) return {};
  const shape = { what: `the label of ${what}`, optional: LANGUAGES };
  const labels: Record<string, string> = {};
  for (const [language, value] of reader.fields(node, shape) ?? []) {
    const label = reader.text(value, `the label of ${what} in "${language}"`);
    if (label !== null) labels[language] = label;
  }
  return labels;
}

function listItems(node: YamlNode | undefined): readonly YamlNode[] {
  if (node === undefined) return [];
  return node.kind === "list" ? node.items : [node];
}
