// Literate texts: Markdown in which each quoted article is followed by a fenced `terms` block. The blocks together are one
// YAML text; a quotation right before a block is the `text` of the block's clauses and answers. Places are the Markdown's.
import type { Problem, Span } from "../model/problem.ts";
import { parseYaml } from "../model/yaml.ts";
import type { YamlEntry, YamlMap, YamlNode, YamlScalar } from "../model/yaml.ts";

/** A fenced block: its YAML, the line number of its fence, and the quotation right before it. */
export interface Block {
  readonly yaml: string;
  readonly fenceLine: number;
  /** Line number of the fence that closes it. */
  readonly endLine: number;
  readonly quotation: YamlScalar | null;
}

const FENCE = /^(`{3,}|~{3,})\s*(\S*)\s*$/;
const INDENTED_FENCE = /^\s+(`{3,}|~{3,})\s*terms\s*$/;

/** Merges all blocks of a Markdown text. `root` is null when it has none that can be read. */
export function parseLiterate(
  text: string,
  options: { readonly file: string },
): { readonly root: YamlNode | null; readonly problems: readonly Problem[] } {
  const { blocks, problems: found } = findBlocks(text, options.file);
  const problems: Problem[] = [...found];
  let root: YamlMap | null = null;
  for (const block of blocks) {
    const place = { ...options, prefix: "T", lineOffset: block.fenceLine };
    const read = parseYaml(block.yaml, place);
    problems.push(...read.problems);
    if (read.root === null) continue;
    if (read.root.kind !== "map") {
      problems.push(error("105", "a `terms` block must be a map", read.root.at));
      continue;
    }
    const quoted = withQuotation(read.root, block.quotation);
    root = root === null ? quoted : mergeMaps(root, quoted, problems);
  }
  return { root, problems };
}

/** The `terms` blocks of a Markdown text, in order, with what is wrong about their fences. */
export function findBlocks(
  text: string,
  file: string,
): { readonly blocks: readonly Block[]; readonly problems: readonly Problem[] } {
  const lines = text.split(/\r?\n/);
  const blocks: Block[] = [];
  const problems: Problem[] = [];
  for (let line = 0; line < lines.length; line++) {
    const fence = FENCE.exec(lines[line] ?? "");
    if (fence === null) {
      if (INDENTED_FENCE.test(lines[line] ?? "")) {
        const at = { file, line: line + 1, column: 1, endColumn: (lines[line] ?? "").length + 1 };
        problems.push(error("105", "the fence of a `terms` block must start its line", at));
      }
      continue;
    }
    const end = closingLine(lines, line, fence[1] ?? "```");
    if (fence[2] === "terms") {
      const yaml = lines.slice(line + 1, end).join("\n");
      const quotation = quotationBefore(lines, line, file);
      blocks.push({ yaml, fenceLine: line + 1, endLine: end + 1, quotation });
      if (end === lines.length) {
        const at = { file, line: line + 1, column: 1, endColumn: (lines[line] ?? "").length + 1 };
        problems.push(error("105", "this `terms` block is never closed", at));
      }
    }
    line = end;
  }
  return { blocks, problems };
}

/** Line of the fence that closes the one at `open`, or one past the last line. */
function closingLine(lines: readonly string[], open: number, fence: string): number {
  const mark = fence.charAt(0);
  for (let line = open + 1; line < lines.length; line++) {
    const trimmed = (lines[line] ?? "").trimEnd();
    if (trimmed.length >= fence.length && trimmed === mark.repeat(trimmed.length)) return line;
  }
  return lines.length;
}

/** The blockquote that ends right above the fence, blank lines between allowed; its lines joined by spaces. */
function quotationBefore(lines: readonly string[], fence: number, file: string): YamlScalar | null {
  let last = fence - 1;
  while (last >= 0 && (lines[last] ?? "").trim() === "") last--;
  let first = last;
  while (first >= 0 && (lines[first] ?? "").startsWith(">")) first--;
  if (first === last) return null;
  const quoted = lines.slice(first + 1, last + 1).map((line) => line.slice(1).trim());
  const text = quoted.join(" ").replace(/\s+/g, " ").trim();
  if (text === "") return null;
  const endColumn = [...(lines[first + 1] ?? "")].length + 1;
  return { kind: "scalar", value: text, text, at: { file, line: first + 2, column: 1, endColumn } };
}

/** Every clause and answer of the block without a `text` of its own gets the quotation. */
function withQuotation(block: YamlMap, quotation: YamlScalar | null): YamlMap {
  if (quotation === null) return block;
  const quote = (part: YamlEntry): YamlEntry => withText(part, quotation);
  return mapEntries(block, (section) => {
    if (section.key === "clauses") return mapValue(section, quote);
    if (section.key !== "questions") return section;
    return mapValue(section, (question) =>
      mapValue(question, (field) => (field.key === "answers" ? mapValue(field, quote) : field)),
    );
  });
}

function withText(part: YamlEntry, quotation: YamlScalar): YamlEntry {
  const { value } = part;
  if (value.kind !== "map" || value.entries.some(({ key }) => key === "text")) return part;
  const text: YamlEntry = { key: "text", keyAt: quotation.at, value: quotation };
  return { ...part, value: { ...value, entries: [...value.entries, text] } };
}

function mapEntries(map: YamlMap, change: (entry: YamlEntry) => YamlEntry): YamlMap {
  return { ...map, entries: map.entries.map(change) };
}

function mapValue(entry: YamlEntry, change: (inner: YamlEntry) => YamlEntry): YamlEntry {
  if (entry.value.kind !== "map") return entry;
  return { ...entry, value: mapEntries(entry.value, change) };
}

/** Entries of both in order; maps under one key merge, any other key with two values is T103. */
function mergeMaps(first: YamlMap, second: YamlMap, problems: Problem[]): YamlMap {
  const entries = new Map(first.entries.map((entry) => [entry.key, entry]));
  for (const entry of second.entries) {
    const known = entries.get(entry.key);
    if (known === undefined) {
      entries.set(entry.key, entry);
    } else if (known.value.kind === "map" && entry.value.kind === "map") {
      entries.set(entry.key, { ...known, value: mergeMaps(known.value, entry.value, problems) });
    } else {
      const related = [{ message: "first here", at: known.keyAt }];
      const message = `key "${entry.key}" has two values`;
      problems.push({ ...error("103", message, entry.keyAt), related });
    }
  }
  return { ...first, entries: [...entries.values()] };
}

function error(number: string, message: string, at: Span): Problem {
  return { code: `T${number}`, severity: "error", message, at };
}
