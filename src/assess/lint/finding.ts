// Findings of this folder: a problem with the part of the text it is about and the situation that shows it.
import type { Problem, Severity } from "../../model/problem.ts";
import type { EdgeAnswers } from "../membership.ts";
import type { SituationClass } from "./grid.ts";
import type { Survey } from "./survey.ts";
import { situationWords } from "./words.ts";

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** Path of the part in the file. */
  readonly path: readonly string[];
  readonly help?: string;
  readonly related?: readonly {
    readonly message: string;
    readonly path: readonly string[];
  }[];
  /** A situation in words. */
  readonly shown?: string;
}

export function problemOf({ places }: Pick<Survey, "places">, finding: Finding): Problem {
  const { code, severity, message, path, help, related, shown } = finding;
  return {
    code,
    severity,
    message,
    at: places(...path),
    ...(help === undefined ? {} : { help }),
    ...(related === undefined
      ? {}
      : { related: related.map((one) => ({ message: one.message, at: places(...one.path) })) }),
    ...(shown === undefined ? {} : { counterexample: shown }),
  };
}

/** The situation that a class was first seen in. */
export function shownBy(
  { grid, context }: Pick<Survey, "grid" | "context">,
  { cls, edges }: { readonly cls: SituationClass; readonly edges?: EdgeAnswers },
): string {
  return situationWords(grid.space, context, cls.first, edges);
}
