// Pins: a text names each vocabulary with the SHA-256 of its bytes, so that its version id covers all that a verdict depends on
// (TERMS 1). Written into the text as it stands: nothing but the pin changes, comments and order stay.
import { sha256Hex } from "../model/hash.ts";
import type { Span } from "../model/problem.ts";
import type { YamlMap, YamlNode } from "../model/yaml.ts";
import type { Instrument } from "./ast.ts";
import { rootOf } from "./parse-terms.ts";

/** Vocabularies that a text may pin, by their key under `uses`. */
const PINNED = ["kinds", "means"] as const;

type Pinned = (typeof PINNED)[number];

export interface PinResult {
  /** The text with its pins. */
  readonly text: string;
  /** `kinds.yaml` and its like, as far as they were set or changed. */
  readonly changed: readonly string[];
  /** Named under `uses`, and not among the files. */
  readonly missing: readonly string[];
}

/** Sets the pin of every vocabulary that the text names; `contents` are texts of files by path below the case folder. */
export function pinTerms(
  text: string,
  { file, contents }: { readonly file: string; readonly contents: ReadonlyMap<string, string> },
): PinResult {
  const uses = entryOf(rootOf(text, file), "uses");
  const edits: Edit[] = [];
  const [changed, missing]: [string[], string[]] = [[], []];
  for (const key of PINNED) {
    const node = entryOf(uses, key);
    const path = pathOf(node);
    if (node === null || path === null) continue;
    const content = contents.get(path);
    if (content === undefined) {
      missing.push(path);
      continue;
    }
    const hash = sha256Hex(content);
    const edit = editOf(node, { path, hash });
    if (edit === null) continue;
    edits.push(edit);
    changed.push(path);
  }
  return { text: applied(text, edits), changed, missing };
}

/** Vocabularies whose pin is not that of the file at hand: the text was read with other words than it was pinned to. */
export function stalePins(
  { uses }: Instrument,
  contents: ReadonlyMap<string, string>,
): readonly Pinned[] {
  return PINNED.filter((key) => {
    const pin = uses[key];
    const content = contents.get(pin?.path ?? "");
    if (pin === null || pin.sha256 === null || content === undefined) return false;
    return pin.sha256 !== sha256Hex(content);
  });
}

interface Edit {
  readonly at: Span;
  readonly to: string;
}

function editOf(
  node: YamlNode,
  { path, hash }: { readonly path: string; readonly hash: string },
): Edit | null {
  if (node.kind === "scalar") return { at: node.at, to: `{path: ${path}, sha256: ${hash}}` };
  const known = entryOf(node, "sha256");
  if (known?.kind === "scalar") return known.text === hash ? null : { at: known.at, to: hash };
  const name = entryOf(node, "path");
  return name === null ? null : { at: name.at, to: `${path}, sha256: ${hash}` };
}

function pathOf(node: YamlNode | null): string | null {
  const name = node?.kind === "map" ? entryOf(node, "path") : node;
  return name?.kind === "scalar" ? name.text : null;
}

function entryOf(node: YamlNode | null, key: string): YamlNode | null {
  const entries: YamlMap["entries"] = node?.kind === "map" ? node.entries : [];
  return entries.find((entry) => entry.key === key)?.value ?? null;
}

/** Each edit lies within one line; columns count code points. Later ones first, so that places stay true. */
function applied(text: string, edits: readonly Edit[]): string {
  const lines = text.split("\n");
  const ordered = [...edits].sort((a, b) => b.at.line - a.at.line || b.at.column - a.at.column);
  for (const { at, to } of ordered) {
    const line = [...(lines[at.line - 1] ?? "")];
    line.splice(at.column - 1, at.endColumn - at.column, to);
    lines[at.line - 1] = line.join("");
  }
  return lines.join("\n");
}
