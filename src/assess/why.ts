// Why (TERMS 3): a smallest set of inputs that keeps a determined verdict when all others are widened to anything.
import { inputIds, keepOnly } from "./inputs.ts";
import type { Judgement } from "./inputs.ts";
import { columnsOf } from "./judge.ts";
import { outcomeOf } from "./outcome.ts";
import type { VerdictKind } from "./verdict.ts";
import { subsetsBySize } from "./subsets.ts";

/** How many candidate sets are tried beyond the inputs that are needed anyway, before a merely irreducible set is returned. */
const MAX_TRIES = 400;

/** Input ids in the order of the atoms; empty for an undetermined verdict. `exact` is false when the search was cut short. */
export function whySet(
  judgement: Judgement,
  verdict: VerdictKind,
): { readonly inputs: readonly string[]; readonly exact: boolean } {
  if (verdict === "undetermined") return { inputs: [], exact: true };
  const all = inputIds(judgement);
  const keeps = (kept: readonly string[]): boolean =>
    isAlways(keepOnly(judgement, new Set(kept)), verdict);
  const needed = all.filter((input) => !keeps(all.filter((other) => other !== input)));
  if (keeps(needed)) return { inputs: needed, exact: true };
  const rest = all.filter((input) => !needed.includes(input));
  const candidates = subsetsBySize(rest).slice(0, MAX_TRIES);
  const found = candidates.find((more) => keeps([...needed, ...more]));
  if (found !== undefined) {
    return {
      inputs: all.filter((input) => needed.includes(input) || found.includes(input)),
      exact: true,
    };
  }
  return { inputs: irreducible(all, keeps), exact: false };
}

/** Drops inputs from the last atom to the first while the verdict stays. */
function irreducible(
  all: readonly string[],
  keeps: (kept: readonly string[]) => boolean,
): readonly string[] {
  return [...all].reverse().reduce<readonly string[]>((kept, input) => {
    const fewer = kept.filter((other) => other !== input);
    return keeps(fewer) ? fewer : kept;
  }, all);
}

/** True when every world gives this verdict; stops at the first that does not. */
export function isAlways({ model, situation, incident }: Judgement, verdict: VerdictKind): boolean {
  const { context, edges, worlds } = model;
  const columns = columnsOf(model, situation, incident);
  if (columns === null) return false;
  return worlds.every(({ rules }, row) =>
    columns.facts.every((fact, column) => {
      const released = columns.released[row]?.[column] ?? false;
      const { cells } = outcomeOf({ context, rules, fact, edges, released });
      return cells.every(({ value }) => value === verdict);
    }),
  );
}
