// The door for texts: YAML or literate Markdown in, one instrument out, with every problem of the file at once. Never throws.
import { withoutTheRest } from "../model/most-problems.ts";
import { compareProblems, hasErrors } from "../model/problem.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import { Reader } from "../model/reader.ts";
import { parseYaml } from "../model/yaml.ts";
import type { YamlNode } from "../model/yaml.ts";
import { parseLiterate } from "./literate.ts";
import type { Instrument } from "./ast.ts";
import { NO_CONTEXT } from "./context.ts";
import type { TermsOptions } from "./context.ts";
import { placesOf } from "./places.ts";
import type { Places } from "./places.ts";
import { readInstrument } from "./read-instrument.ts";
import type { ReadText } from "./read-instrument.ts";

/** Largest text in UTF-16 units (TERMS 10: 1 MiB). */
export const MAX_TEXT = 1_048_576;

/** What parsing leaves for the checks: the text as far as it could be read and its nodes, which know their places. */
export interface ReadFile {
  readonly text: ReadText | null;
  readonly root: YamlNode | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads one text. `value` is null when there is any error; warnings (such as T901) leave it usable.
 * Form and names are checked here; findings about meaning are `checkTerms`'s.
 */
export function parseTerms(text: string, options: TermsOptions): Parsed<Instrument> {
  const { text: read, problems } = readTermsFile(text, options);
  return { value: hasErrors(problems) ? null : (read?.instrument ?? null), problems };
}

/** Reads a file as far as it goes, for the checks that want to see past its first errors. */
export function readTermsFile(text: string, options: TermsOptions): ReadFile {
  const { file, context = NO_CONTEXT } = options;
  const reader = new Reader("T");
  if (text.length > MAX_TEXT) {
    reader.report("801", `the text has ${text.length} characters; at most ${MAX_TEXT}`, {
      file,
      line: 1,
      column: 1,
      endColumn: 2,
    });
    return { text: null, root: null, problems: reader.problems };
  }
  const literate = file.endsWith(".md");
  const { root, problems } = literate
    ? parseLiterate(text, { file })
    : parseYaml(text, { file, prefix: "T" });
  if (root === null && problems.length === 0) {
    const at = { file, line: 1, column: 1, endColumn: 2 };
    const expected = literate ? "a fenced `terms` block" : "`truceline: terms/1` and what follows";
    reader.report("102", `the file holds no text; expected ${expected}`, at);
  }
  const read = root === null ? null : readInstrument(reader, root, context);
  return { text: read, root, problems: tidy([...problems, ...reader.problems]) };
}

/** Sorted by place; a problem of a shared part (`common`) is told once; past the limit they are counted (T801). */
export function tidy(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  const once = problems.filter((problem) => {
    const key = JSON.stringify([problem.code, problem.at, problem.message]);
    return !seen.has(key) && seen.add(key);
  });
  return withoutTheRest(once.sort(compareProblems), "T801");
}

/** Where the parts of a text stand in its file, for findings that are made elsewhere. */
export function placesIn(text: string, file: string): Places {
  return placesOf(rootOf(text, file));
}

/** The nodes of a text as they stand in its file, unchecked; null when nothing can be read. */
export function rootOf(text: string, file: string): YamlNode | null {
  const { root } = file.endsWith(".md")
    ? parseLiterate(text, { file })
    : parseYaml(text, { file, prefix: "T" });
  return root;
}
