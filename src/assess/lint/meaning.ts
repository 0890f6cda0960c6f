// What a text says of a class of situations: which of its rules match as open edges turn out, what is left of them, and so which
// verdicts its worlds give. The same steps as the judge's cell, on rules that were narrowed before.
import { compareText } from "../../model/problem.ts";
import { undefeated } from "../cell.ts";
import type { CellValue } from "../cell.ts";
import { isMember } from "../membership.ts";
import type { EdgeAnswers } from "../membership.ts";
import { assignment } from "../outcome.ts";
import type { Rule } from "../rule.ts";
import type { TextWorld } from "../text-world.ts";
import type { VerdictKind } from "../verdict.ts";
import type { Grid, SituationClass } from "./grid.ts";

/** What one world says of one class under one answer to its open edges. */
export interface Saying {
  readonly world: TextWorld;
  /** Edges it hangs on, with the answer. */
  readonly edges: EdgeAnswers;
  /** Rules whose own atoms hold. */
  readonly matching: readonly Rule[];
}

/** Every saying of a world about a class; `answered` are edges that the reading took. */
export function sayings(
  grid: Grid,
  { alive }: SituationClass,
  world: TextWorld,
  answered: EdgeAnswers,
): readonly Saying[] {
  const numbers = grid.rulesOf.get(world) ?? [];
  if (!numbers.some((number) => (alive.get(number) ?? NOTHING).length > 0)) {
    const matching = world.rules.filter((_rule, i) => alive.has(numbers[i] ?? -1));
    return [{ world, edges: NO_EDGES, matching }];
  }
  const asked = new Set(
    numbers.flatMap((number) => (alive.get(number) ?? []).flatMap(({ edges }) => edges)),
  );
  const open = [...asked].filter((edge) => !answered.has(edge)).sort(compareText);
  return Array.from({ length: 1 << open.length }, (_, row) => {
    const edges = assignment(open, answered, row);
    const matches = (number: number | undefined): boolean => {
      const conditions = number === undefined ? undefined : alive.get(number);
      return conditions?.every((condition) => isMember(condition, edges)) === true;
    };
    const matching = world.rules.filter((_rule, i) => matches(numbers[i]));
    return {
      world,
      edges: new Map(open.map((edge) => [edge, edges.get(edge) === true])),
      matching,
    };
  });
}

const NOTHING: readonly never[] = [];
const NO_EDGES: EdgeAnswers = new Map();

/** What is left of matching rules: a cell's value before any release. */
export function valueOf(matching: readonly Rule[]): CellValue {
  const left = undefeated(matching, () => true);
  const forbids = left.some(({ effect }) => effect === "prohibit");
  if (!forbids) return "not-covered";
  return left.some(({ effect }) => effect === "permit") ? "conflict" : "violation";
}

/** The verdict of worlds about a class: one value throughout, or undetermined. */
export function verdictOf(
  grid: Grid,
  cls: SituationClass,
  { worlds, edges }: { readonly worlds: readonly TextWorld[]; readonly edges: EdgeAnswers },
): VerdictKind {
  const values = new Set(
    worlds.flatMap((world) =>
      sayings(grid, cls, world, edges).map(({ matching }) => valueOf(matching)),
    ),
  );
  const [only] = values;
  return values.size === 1 && only !== undefined ? only : "undetermined";
}
