// Faulty parts, swapped in by `npm run check:proof -- --sabotage KIND` to show that the check can go red. Nothing in src knows them.
import type { Files } from "../../src/record/bundle/tar.ts";
import type { CommittedEntry } from "../../src/record/kinds/commit-entry.ts";
import { redactOpenings } from "../../src/record/kinds/redact.ts";
import type { RecordProblem } from "../../src/record/problem.ts";
import { verifyBundle } from "../../src/record/verify/verify-bundle.ts";
import { verifyLog } from "../../src/record/verify/verify-log.ts";
import type { Verifying } from "../../src/record/verify/verify-log.ts";

/** The parts that the check tries. */
export interface Parts {
  readonly redact: (entry: CommittedEntry, fields: readonly string[]) => CommittedEntry;
  readonly bundle: (files: Files, how: Verifying) => readonly RecordProblem[];
  readonly log: (files: Files, how: Verifying, held: string | null) => readonly RecordProblem[];
}

export const SOUND: Parts = { redact: redactOpenings, bundle: verifyBundle, log: verifyLog };

export const FAULTY: Readonly<Record<string, Parts>> = {
  /** The value goes and its salt stays, so that the value can be guessed against the leaf. */
  "keep-salt": {
    ...SOUND,
    redact: (entry, fields) => {
      const blank = Object.entries(entry.openings).map(([name, opening]) =>
        fields.includes(name)
          ? ([name, { ...opening, value: null }] as const)
          : ([name, opening] as const),
      );
      return { ...entry, openings: Object.fromEntries(blank) };
    },
  },
  /** Signatures and sums are looked at, leaves and their hashes are not. */
  "skip-leaf-check": {
    ...SOUND,
    bundle: (files, how) => withoutLeafChecks(verifyBundle(files, how)),
    log: (files, how, held) => withoutLeafChecks(verifyLog(files, how, held)),
  },
};

function withoutLeafChecks(problems: readonly RecordProblem[]): readonly RecordProblem[] {
  const leafChecks = ["not-included", "root-mismatch", "bad-proof", "bad-value", "not-canonical"];
  return problems.filter(({ code }) => !leafChecks.includes(code));
}
