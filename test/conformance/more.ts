// Groups of conformance/more, which ask for something else than verdicts: obligations, what would settle a verdict, sets of questions
// that make the difference between two readings, what changes between them, problems with their places. The product answers; the second judge, which only gives
// verdicts, answers for `compare` alone.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { Events, Incident } from "../second-judge/incident.ts";
import { CORPUS, corpusFile } from "./corpus.ts";
import type { Expected } from "./corpus.ts";

/** What all cases have. */
interface Named {
  readonly id: string;
  readonly why: string;
}

/** States of the clauses that require something, by reading and clause, at an instant. */
export interface ObligationCase extends Named {
  readonly group: "obligations";
  readonly text: string;
  readonly at: string;
  readonly events: Events;
  readonly expect: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** What settling an input would do, by input. */
export interface ExplainCase extends Named {
  readonly group: "explain";
  readonly text: string;
  readonly incident: Incident;
  readonly before: readonly Incident[];
  readonly reading: string;
  readonly expect: { readonly settles: Readonly<Record<string, string>> };
}

/** The inputs that keep a verdict when all others are widened, in the order of the atoms. */
export interface WhyCase extends Named {
  readonly group: "why";
  readonly text: string;
  readonly incident: Incident;
  readonly reading: string;
  readonly expect: { readonly why: readonly string[] };
}

/** How two readings differ over an incident, and the smallest sets of questions that make it. */
export interface CompareCase extends Named {
  readonly group: "compare";
  readonly text: string;
  readonly incident: Incident;
  readonly between: readonly [string, string];
  readonly expect: Difference;
}

/** `hard`: two verdicts without doubt. `soft`: one of them undetermined. */
export interface Difference {
  readonly disagreement: "hard" | "soft" | "none";
  readonly sets: readonly (readonly string[])[];
}

/** Kinds of things whose verdict is another under the second reading, by verdict before and after, in the order of these. */
export interface DiffCase extends Named {
  readonly group: "diff";
  readonly text: string;
  readonly between: readonly [string, string];
  readonly expect: readonly {
    readonly from: string;
    readonly to: string;
    readonly kinds: readonly string[];
  }[];
}

/** Errors that a text brings, in the order of their places. */
export interface ErrorCase extends Named {
  readonly group: "errors";
  readonly document: string;
  readonly expect: readonly { readonly code: string; readonly line: number; readonly column: number }[];
}

/** Verdicts of a text as it stood on a day; `none`: no version is that old. */
export interface VersionsCase extends Named {
  readonly group: "versions";
  /** Its versions, each a text of its own. */
  readonly texts: readonly string[];
  readonly "text-as-of": string;
  readonly incident: Incident;
  readonly expect: Readonly<Record<string, Expected>>;
}

/** A case of conformance/more. */
export type MoreCase = ObligationCase | ExplainCase | CompareCase | DiffCase | ErrorCase | VersionsCase | WhyCase;

/** All of them, `text` read in, in the order of files and rows. */
export function readMore(): readonly MoreCase[] {
  const files = readdirSync(join(CORPUS, "more"))
    .filter((file) => file.endsWith(".yaml"))
    .sort();
  return files.flatMap((file) => {
    const { group, cases } = parse(corpusFile(`more/${file}`)) as {
      group: MoreCase["group"];
      cases: readonly (Named & { readonly text?: string; readonly texts?: readonly string[] })[];
    };
    return cases.map(({ text, texts, ...row }) => {
      const read = {
        ...(text === undefined ? {} : { text: textNamed(text) }),
        ...(texts === undefined ? {} : { texts: texts.map(textNamed) }),
      };
      return { before: [], events: {}, ...row, ...read, group } as unknown as MoreCase;
    });
  });
}

function textNamed(name: string): string {
  return corpusFile(`texts/${name}.terms.yaml`);
}
