// Reads conformance/: cases by group, the texts and vocabularies they name. Two judges are measured by it: ours, through its door
// (product.ts), and the second one (test/second-judge).
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { Events, Incident } from "../second-judge/incident.ts";

/** The verdict of one reading; `reasons` with not-covered, `cause` with undetermined, `standing` where the case is about it. */
export interface Expected {
  readonly verdict: string;
  readonly reasons?: readonly string[];
  readonly cause?: string | null;
  readonly standing?: string;
}

/** One case, its text read in. */
export interface ConformanceCase {
  readonly id: string;
  readonly group: string;
  readonly why: string;
  /** YAML of the document. */
  readonly text: string;
  /** Features beyond incidents, texts and events that an implementation must have to run it. */
  readonly needs: readonly string[];
  readonly incident: Incident;
  readonly before: readonly Incident[];
  readonly events: Events;
  readonly expect: Readonly<Record<string, Expected>>;
}

/** A group file as it is written. */
interface GroupFile {
  readonly group: string;
  readonly cases: readonly (Partial<ConformanceCase> & Pick<ConformanceCase, "id" | "why" | "text" | "incident" | "expect">)[];
}

/** The folder of the corpus. */
export const CORPUS = fileURLToPath(new URL("../../conformance", import.meta.url));

/** A file of the corpus. */
export function corpusFile(path: string): string {
  return readFileSync(join(CORPUS, path), "utf8");
}

/** All cases, in the order of group files and of their rows. */
export function readCorpus(): readonly ConformanceCase[] {
  const files = readdirSync(join(CORPUS, "cases")).sort();
  return files.flatMap((file) => {
    const { group, cases } = parse(corpusFile(`cases/${file}`)) as GroupFile;
    return cases.map((row) => ({
      needs: [],
      before: [],
      events: {},
      ...row,
      group,
      text: corpusFile(`texts/${row.text}.terms.yaml`),
    }));
  });
}

/** What differs between what is expected and what was found; empty when nothing does. */
export function differences(expected: Expected, found: Required<Expected>): readonly string[] {
  const fields = ["verdict", "reasons", "cause", "standing"] as const;
  return fields
    .filter((field) => expected[field] !== undefined && String(expected[field]) !== String(found[field]))
    .map((field) => `${field} ${String(found[field]) || "none"}, expected ${String(expected[field])}`);
}
