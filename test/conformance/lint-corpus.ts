// The seeded faults of conformance/lint: a bad text, a good one, the code that stands between them and where it must stand.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CORPUS, corpusFile } from "./corpus.ts";
import { findingsOf } from "./product.ts";

/** `expect.json` of a fault. */
interface Fault {
  readonly code: string;
  /** The line and the words at which the finding starts; null: the place is left to the implementation. */
  readonly where: { readonly line: number; readonly text: string } | null;
  readonly needs?: readonly string[];
}

/** What was found of the faults. */
export interface LintScore {
  readonly total: number;
  readonly passed: number;
  /** Folders of faults that need what the product's door does not offer yet. */
  readonly unsupported: readonly string[];
  readonly failures: readonly string[];
}

// What the product's doors offer of what faults need.
const CAN: readonly string[] = ["enumeration", "kept-texts"];

/** Every fault must bring its code and no other, at its place; the good text must not have it. */
export function scoreLint(): LintScore {
  const folders = readdirSync(join(CORPUS, "lint")).sort();
  const faults = folders.map((folder) => ({ folder, fault: JSON.parse(corpusFile(`lint/${folder}/expect.json`)) as Fault }));
  const unsupported = faults.filter(({ fault }) => (fault.needs ?? []).some((need) => !CAN.includes(need))).map(({ folder }) => folder);
  const failures = faults.filter(({ folder }) => !unsupported.includes(folder)).flatMap(({ folder, fault }) => wrongOf(folder, fault));
  const failed = new Set(failures.map((failure) => failure.split(":")[0]));
  return { total: folders.length, passed: folders.length - unsupported.length - failed.size, unsupported, failures };
}

/** `kept-src-1.md` is the kept text of source src-1. */
function keptTexts(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(join(CORPUS, "lint", folder)).filter((name) => name.startsWith("kept-"));
  return new Map(names.map((name) => [name.slice("kept-".length, -".md".length), corpusFile(`lint/${folder}/${name}`)]));
}

function wrongOf(folder: string, { code, where }: Fault): readonly string[] {
  const kept = keptTexts(folder);
  const good = findingsOf(corpusFile(`lint/${folder}/good.terms.yaml`), kept);
  const text = corpusFile(`lint/${folder}/bad.terms.yaml`);
  const bad = findingsOf(text, kept);
  const before = new Set(good.map((finding) => finding.code));
  const added = [...new Set(bad.map((finding) => finding.code))].filter((each) => !before.has(each));
  if (added.join() !== code) return [`${folder}: found ${added.join(", ") || "nothing"}, expected ${code} alone`];
  if (where === null) return [];
  const column = (text.split("\n")[where.line - 1] ?? "").indexOf(where.text) + 1;
  const there = bad.some((finding) => finding.code === code && finding.line === where.line && finding.column === column);
  const places = bad.filter((finding) => finding.code === code).map(({ line, column }) => `${line}:${column}`);
  return there ? [] : [`${folder}: ${code} at ${places.join(", ")}, expected at ${where.line}:${column}`];
}
