// A text as its readers lay it out: what is written for people, and beside each passage the parts that it is the source of. A
// literate file gives its own passages; in a YAML file each clause, question and provision stands for itself.
import type { Instrument } from "./ast.ts";
import { findBlocks } from "./literate.ts";
import { partsIn } from "./parts.ts";

/** A passage of a literate text, without its marks of Markdown; emphasis within a line stays as written. */
export interface Passage {
  /** `title`: a heading of the first rank. */
  readonly kind: "title" | "heading" | "text" | "quotation" | "item";
  readonly text: string;
}

export interface Article {
  readonly passages: readonly Passage[];
  /** Paths of the parts that its block writes first: `clauses/strikes`, `questions/scope`, `readings/RU`. */
  readonly parts: readonly string[];
}

/** Articles in the order of the file; every clause, question, reading and provision of the text is in exactly one. */
export function articlesOf(instrument: Instrument, text: string, file: string): readonly Article[] {
  const own = ownParts(instrument);
  const alone = (part: string): Article => ({ passages: [], parts: [part] });
  if (!file.endsWith(".md")) return own.map(alone);
  const { blocks } = findBlocks(text, file);
  const lines = text.split(/\r?\n/);
  const placed = partsIn(text, file);
  const told = new Set<string>();
  const articles = blocks.map((block, index) => {
    const start = blocks[index - 1]?.endLine ?? 0;
    const passages = passagesOf(lines.slice(start, block.fenceLine - 1));
    const within = placed.filter(({ line }) => line > block.fenceLine && line < block.endLine);
    const parts = own.filter((part) => !told.has(part) && within.some(({ path }) => path === part));
    for (const part of parts) told.add(part);
    return { passages, parts };
  });
  const after = passagesOf(lines.slice(blocks.at(-1)?.endLine ?? 0));
  const end = after.length === 0 ? [] : [{ passages: after, parts: [] }];
  return [...articles, ...end, ...own.filter((part) => !told.has(part)).map(alone)];
}

/** Questions before clauses: a clause says little before what it leaves open is known. */
function ownParts({ questions, clauses, provisions, readings }: Instrument): readonly string[] {
  return Object.entries({ questions, clauses, provisions, readings }).flatMap(([section, parts]) =>
    [...parts.keys()].map((id) => `${section}/${id}`),
  );
}

/** Lines of Markdown as passages: a blank line or another kind of line ends one. */
function passagesOf(lines: readonly string[]): readonly Passage[] {
  const passages: { kind: Passage["kind"]; lines: string[] }[] = [];
  let open = false;
  for (const line of lines) {
    const [kind, text] = kindOf(line);
    const last = passages.at(-1);
    const joins =
      open && last !== undefined && (last.kind === kind || isRunningOn(last.kind, line));
    if (text === "") open = false;
    else if (joins && (kind === "text" || kind === "quotation")) last.lines.push(text);
    else {
      passages.push({ kind, lines: [text] });
      open = true;
    }
  }
  return passages.map(({ kind, lines: own }) => ({ kind, text: own.join(" ") }));
}

/** The second line of an item of a list is indented. */
function isRunningOn(kind: Passage["kind"], line: string): boolean {
  return kind === "item" && /^\s+\S/.test(line);
}

function kindOf(line: string): readonly [Passage["kind"], string] {
  const heading = /^(#{1,6})\s+(.*)$/.exec(line);
  if (heading !== null) {
    return [heading[1] === "#" ? "title" : "heading", (heading[2] ?? "").trim()];
  }
  if (line.startsWith(">")) return ["quotation", line.slice(1).trim()];
  const item = /^(?:[-*+]|\d+\.)\s+(.*)$/.exec(line);
  return item === null ? ["text", line.trim()] : ["item", (item[1] ?? "").trim()];
}
