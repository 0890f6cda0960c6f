// The case's kinds.yaml and means.yaml: what is a kind of what, and which memberships are disputed (TERMS 1.2, REFERENCE 6).
import { withoutTheRest } from "../model/most-problems.ts";
import { hasErrors } from "../model/problem.ts";
import type { Parsed, Span } from "../model/problem.ts";
import { Reader } from "../model/reader.ts";
import { parseYaml } from "../model/yaml.ts";
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { VocabularyNode } from "./ast.ts";
import { MAX_KINDS } from "./check-size.ts";
import { readVocabularyNode } from "./read-vocabulary.ts";
import { cycles } from "./vocabulary.ts";

/** What means.yaml holds; nodes in file order. */
export interface MeansFile {
  readonly means: readonly VocabularyNode[];
  readonly acts: readonly VocabularyNode[];
}

/** Reads `truceline: kinds/1`. Nodes in file order; value null when there is an error. */
export function parseKinds(
  text: string,
  options: { readonly file: string },
): Parsed<readonly VocabularyNode[]> {
  const { graphs, problems } = parseGraphs(text, { ...options, language: "kinds/1" }, ["kinds"]);
  return { value: hasErrors(problems) ? null : (graphs.get("kinds") ?? []), problems };
}

/** Reads `truceline: means/1`, which holds means and acts. Nodes in file order; value null when there is an error. */
export function parseMeans(text: string, options: { readonly file: string }): Parsed<MeansFile> {
  const file = { ...options, language: "means/1" };
  const { graphs, problems } = parseGraphs(text, file, ["means", "acts"]);
  const value = { means: graphs.get("means") ?? [], acts: graphs.get("acts") ?? [] };
  return { value: hasErrors(problems) ? null : value, problems };
}

function parseGraphs(
  text: string,
  file: { readonly file: string; readonly language: string },
  sections: readonly string[],
) {
  const reader = new Reader("T");
  const graphs = new Map<string, readonly VocabularyNode[]>();
  const { root, problems } = parseYaml(text, { file: file.file, prefix: "T" });
  if (root === null && problems.length === 0) {
    const at = { file: file.file, line: 1, column: 1, endColumn: 2 };
    reader.report("102", `the file is empty; expected "truceline: ${file.language}"`, at);
  }
  const shape = { what: "a vocabulary", required: ["truceline", ...sections] };
  const fields = root === null ? null : reader.fields(root, shape);
  checkLanguage(reader, fields?.get("truceline"), file.language);
  for (const section of sections) {
    graphs.set(section, readGraph(reader, fields?.get(section), section));
  }
  return { graphs, problems: withoutTheRest([...problems, ...reader.problems], "T801") };
}

function checkLanguage(reader: Reader, node: YamlNode | undefined, language: string): void {
  const found = reader.text(node, `"truceline"`);
  if (node === undefined || found === null || found === language) return;
  const message = `this file says "truceline: ${found}"; expected "${language}"`;
  reader.report("106", message, node.at);
}

function readGraph(
  reader: Reader,
  node: YamlNode | undefined,
  section: string,
): readonly VocabularyNode[] {
  const entries = reader.entries(node, section);
  if (entries.length > MAX_KINDS) {
    const message = `the file has ${entries.length} ${section}; at most ${MAX_KINDS}`;
    reader.report("801", message, node?.at ?? null);
    return [];
  }
  const ids = new Set(entries.map(({ key }) => key));
  const nodes = entries
    .map((entry) => readLabelledNode(reader, entry, ids))
    .filter((read) => read !== null);
  const places = new Map(entries.map(({ key, keyAt }) => [key, keyAt]));
  reportCycles(reader, nodes, places);
  return nodes;
}

/** Nodes of a case are shown to people, so each has at least an English label; `.` is kept for `.other`. */
function readLabelledNode(
  reader: Reader,
  entry: YamlEntry,
  ids: ReadonlySet<string>,
): VocabularyNode | null {
  if (entry.key.includes(".")) {
    const rule = `a dot is kept for ".other"`;
    return reader.report("106", `bad id "${entry.key}": ${rule}`, entry.keyAt);
  }
  const node = readVocabularyNode(reader, entry, ids);
  if (node !== null && node.labels["en"] === undefined) {
    reader.report("102", `"${entry.key}" lacks an English label`, entry.keyAt);
  }
  return node;
}

/** Reports each cycle once (T211), at its first node; `places` are the nodes' spans. */
export function reportCycles(
  reader: Reader,
  nodes: Iterable<VocabularyNode>,
  places: ReadonlyMap<string, Span>,
): void {
  for (const cycle of cycles(new Map([...nodes].map((node) => [node.id, node])))) {
    const at = cycle.map((id) => places.get(id)).find((span) => span !== undefined) ?? null;
    reader.report("211", `a kind of itself: ${cycle.join(" is ")}`, at);
  }
}
