// Changes of a text by its parts (`clauses/strikes/act`), as a form makes them: only the words of the part change, in the file as people
// wrote it. INVARIANT: a text that comes back says exactly what was asked and nothing else is different in it.
import type { Plain } from "./ast.ts";
import { findBlocks } from "./literate.ts";
import type { Block } from "./literate.ts";
import { rootOf } from "./parse-terms.ts";
import { isPlainMap, plainKey, yamlToPlain } from "./plain.ts";
import { depthIn, spliceIn, spliceOut } from "./splice-yaml.ts";

/** One change of the part at `path`, the keys that lead to it. */
export type TermsEdit =
  | { readonly kind: "set"; readonly path: readonly string[]; readonly value: Plain }
  /** Nothing happens where there is no such part. */
  | { readonly kind: "remove"; readonly path: readonly string[] };

/** The text with all changes, in turn; null when one cannot be made (the text cannot be read, or is written in too odd a way). */
export function editTerms(text: string, file: string, edits: readonly TermsEdit[]): string | null {
  const before = plainOf(text, file);
  if (before === null) return null;
  let edited = text;
  let wanted: Plain = before;
  for (const edit of edits) {
    const steps = stepsOf(wanted, edit);
    edited = steps.reduce((made, step) => editedBy(made, file, step), edited);
    wanted = withEdit(wanted, edit.path, edit.kind === "set" ? edit.value : undefined);
  }
  const after = plainOf(edited, file);
  return after !== null && plainKey(after) === plainKey(wanted) ? edited : null;
}

/** `value` with the part at `path` set, or taken out (undefined): what an edit means. */
export function withEdit(value: Plain, path: readonly string[], part: Plain | undefined): Plain {
  const [key, ...rest] = path;
  if (key === undefined) return part ?? null;
  const map = isPlainMap(value) ? value : {};
  if (part === undefined && (map[key] === undefined || (rest.length > 0 && !isPlainMap(map[key]))))
    return value;
  if (part === undefined && rest.length === 0)
    return Object.fromEntries(Object.entries(map).filter(([name]) => name !== key));
  return { ...map, [key]: withEdit(map[key] ?? {}, rest, part) };
}

function plainOf(text: string, file: string): Plain | null {
  const root = rootOf(text, file);
  return root === null ? null : yamlToPlain(root);
}

/** A map that takes the place of a map is changed field by field, so that fields which stay keep their words. */
function stepsOf(before: Plain, edit: TermsEdit): readonly TermsEdit[] {
  if (edit.kind === "remove") return [edit];
  const { path, value } = edit;
  const old = partAt(before, path);
  if (old !== undefined && plainKey(old) === plainKey(value)) return [];
  if (!isPlainMap(value) || old === undefined || !isPlainMap(old)) return [edit];
  const gone = Object.keys(old).filter((key) => value[key] === undefined);
  return [
    ...Object.entries(value).flatMap(([key, part]) =>
      stepsOf(before, { kind: "set", path: [...path, key], value: part }),
    ),
    ...gone.map((key): TermsEdit => ({ kind: "remove", path: [...path, key] })),
  ];
}

function partAt(value: Plain, path: readonly string[]): Plain | undefined {
  return path.reduce<Plain | undefined>(
    (part, key) => (part !== undefined && isPlainMap(part) ? part[key] : undefined),
    value,
  );
}

function editedBy(text: string, file: string, edit: TermsEdit): string {
  if (!file.endsWith(".md")) {
    const { path } = edit;
    return edit.kind === "set" ? spliceIn(text, path, edit.value) : spliceOut(text, path);
  }
  const { blocks } = findBlocks(text, file);
  // From the last to the first: what stands above keeps its lines.
  if (edit.kind === "remove")
    return [...blocks]
      .reverse()
      .reduce((made, one) => withBlock(made, one, spliceOut(one.yaml, edit.path)), text);
  const { path, value } = edit;
  const home = homeOf(blocks, path);
  if (home === null)
    return `${text.trimEnd()}\n\n\`\`\`terms\n${spliceIn("", path, value)}\`\`\`\n`;
  return withBlock(text, home, spliceIn(home.yaml, path, value));
}

/** The block that holds the part, or the last of those that hold most of the way to it. Null: it needs a block of its own. */
function homeOf(blocks: readonly Block[], path: readonly string[]): Block | null {
  let home: Block | null = null;
  let deepest = 0;
  for (const block of blocks) {
    const depth = depthIn(block.yaml, path);
    if (depth > deepest || (depth === deepest && depth > 0)) [home, deepest] = [block, depth];
  }
  if (home === null) return null;
  // A quotation is the `text` of whatever its block adds: it would be given to a part that it does not speak of.
  const isNewPart = deepest < partDepth(path);
  return isNewPart && home.quotation !== null ? null : home;
}

/** How many keys name the clause or the answer that a path leads into. */
function partDepth([section, , field]: readonly string[]): number {
  if (section === "clauses") return 2;
  if (section === "questions") return field === "answers" ? 4 : 2;
  return 0;
}

function withBlock(text: string, { fenceLine, endLine }: Block, yaml: string): string {
  const lines = text.split("\n");
  const own = yaml.replace(/\n$/, "").split("\n");
  return [...lines.slice(0, fenceLine), ...own, ...lines.slice(endLine - 1)].join("\n");
}
