// Why (TERMS 3): a smallest set of inputs that keeps a determined verdict when all others are widened to anything.
import { ATOMS, collectEdges } from "./atoms.ts";
import type { Atom } from "./atoms.ts";
import { factWorlds } from "./fact-world.ts";
import { inputIds, keepOnly } from "./inputs.ts";
import type { Judgement } from "./inputs.ts";
import { columnsOf } from "./judge.ts";
import { assignment, outcomeOf } from "./outcome.ts";
import { inEveryRow } from "./situation.ts";
import type { Situation } from "./situation.ts";
import { subsetsBySize } from "./subsets.ts";
import type { Rule } from "./rule.ts";
import type { VerdictKind } from "./verdict.ts";

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

/** True when every world gives this verdict. */
export function isAlways(judgement: Judgement, verdict: VerdictKind): boolean {
  if (verdict === "not-covered" && isSurelyNotCovered(judgement)) return true;
  return hasNoOther(judgement, verdict);
}

/**
 * Looks for a world with another verdict. Neighbouring fact worlds are alike, so it walks them in long strides: a counterexample
 * turns up after a few steps, and only a claim that holds is looked at in full.
 */
function hasNoOther({ model, situation, incident }: Judgement, verdict: VerdictKind): boolean {
  const { context } = model;
  const columns = columnsOf(model, situation, incident);
  if (columns === null) return false;
  const { rows, facts, released } = columns;
  const stride = strideFor(facts.length);
  for (
    let step = 0, column = 0;
    step < facts.length;
    step++, column = (column + stride) % facts.length
  ) {
    const fact = facts[column];
    if (fact === undefined) continue;
    const isOther = rows.some(({ world: { rules }, edges }, row) => {
      const free = released[row]?.[column] ?? false;
      const { cells } = outcomeOf({ context, rules, fact, edges, released: free });
      return cells.some(({ value }) => value !== verdict);
    });
    if (isOther) return false;
  }
  return true;
}

/** A step near the golden section of `length` that has no factor in common with it, so that every place is visited once. */
function strideFor(length: number): number {
  let stride = Math.max(1, Math.round(length * 0.618));
  while (commonFactor(stride, length) > 1) stride++;
  return stride;
}

function commonFactor(a: number, b: number): number {
  return b === 0 ? a : commonFactor(b, a % b);
}

/**
 * True when every forbidding rule of every text world has an atom that fails whatever the other facts are. Each atom hangs on its
 * own few facts, so this needs no product over all of them; false says nothing.
 */
function isSurelyNotCovered(judgement: Judgement): boolean {
  const { model } = judgement;
  return model.worlds.every(({ rules }) =>
    rules
      .filter(({ effect }) => effect === "prohibit")
      .every((rule) => ATOMS.some((atom) => alwaysFails(judgement, rule, atom))),
  );
}

/** One fact of a situation. */
type Facet = Exclude<keyof Situation, "joint">;

/** What each atom looks at; everything else can be held at any one value. */
const LOOKS_AT: Readonly<Record<Atom, readonly Facet[]>> = {
  actor: ["actors"],
  act: ["acts"],
  "not-in-force": ["time", "events"],
  period: ["time", "events"],
  zone: ["zones", "actors", "time"],
  kind: ["things", "actors", "zones"],
  means: ["means", "zones"],
};

function alwaysFails(
  { model, situation }: Judgement,
  rule: Rule,
  { name, holds }: (typeof ATOMS)[number],
): boolean {
  const { context, edges: answered, frame } = model;
  const facts = factWorlds(lookingAt(situation, LOOKS_AT[name]), {
    cuts: frame.cuts,
    breachOpen: () => false,
    ages: frame.ages,
  });
  return (
    facts?.every((fact) => {
      const asked = new Set<string>();
      collectEdges({ context, rule, fact }, asked);
      const open = [...asked].filter((edge) => !answered.has(edge));
      const rows = Array.from({ length: 1 << open.length }, (_, row) =>
        assignment(open, answered, row),
      );
      return rows.every((edges) => !holds({ context, rule, fact, edges }));
    }) ?? false
  );
}

/** The situation with every other fact held at its first value; of facts that hang together, in each row. */
export function lookingAt(situation: Situation, kept: readonly Facet[]): Situation {
  return inEveryRow(situation, (row) => rowLookingAt(row, kept));
}

function rowLookingAt(situation: Situation, kept: readonly Facet[]): Situation {
  const first = <T>(options: readonly T[]): readonly T[] => options.slice(0, 1);
  const firsts = <T>(all: Readonly<Record<string, readonly T[]>>) =>
    Object.fromEntries(Object.entries(all).map(([key, options]) => [key, first(options)]));
  const keep = <K extends Facet>(key: K, held: Situation[K]): Situation[K] =>
    kept.includes(key) ? situation[key] : held;
  const { from } = situation.time;
  const instant = Number.isFinite(from) ? { from, until: from + 1 } : { from: 0, until: 1 };
  return {
    time: keep("time", instant),
    actors: keep("actors", first(situation.actors)),
    acts: keep("acts", first(situation.acts)),
    means: keep("means", first(situation.means)),
    things: keep("things", situation.things.map(first)),
    zones: keep("zones", firsts(situation.zones)),
    apart: kept.includes("zones") ? situation.apart : [],
    flags: keep("flags", firsts(situation.flags)),
    events: keep("events", {}),
  };
}
