// Two texts side by side, world against world: answers that both leave open in the same words are held alike, so that a change of
// one word is not blurred by what neither has changed. Likewise open edges that both hang on.
import { compareText } from "../../model/problem.ts";
import { canonicalAnswer } from "../../terms/canonical-terms.ts";
import { collectEdges } from "../atoms.ts";
import type { FactWorld } from "../fact-world.ts";
import { situationAt } from "../lint/space.ts";
import { sayings, valueOf } from "../lint/meaning.ts";
import type { Grid, SituationClass } from "../lint/grid.ts";
import type { Picks } from "../pick.ts";
import type { ReadingModel } from "../reading-model.ts";
import { choicesOf } from "../text-world.ts";
import type { TextWorld } from "../text-world.ts";
import type { VerdictKind } from "../verdict.ts";

/** Worlds of both sides under one choice of what they share. */
export interface Pair {
  readonly before: readonly TextWorld[];
  readonly after: readonly TextWorld[];
}

/** The choices that both sides have alike, and the distinct pairs of worlds they lead to, in the order of the first text. */
export function pairsOf(
  before: ReadingModel,
  after: ReadingModel,
): { readonly shared: readonly string[]; readonly pairs: readonly Pair[] } {
  const shared = sharedChoices(before, after);
  const [left, right] = [groups(before, shared), groups(after, shared)];
  const pairs = new Map<string, Pair>();
  for (const [key, worlds] of left) {
    const others = right.get(key);
    if (others === undefined) continue;
    const id = JSON.stringify([worlds, others].map((side) => side.map((world) => world.key)));
    pairs.set(id, { before: worlds, after: others });
  }
  return { shared, pairs: [...pairs.values()] };
}

function sharedChoices(before: ReadingModel, after: ReadingModel): readonly string[] {
  const others = new Map(
    choicesOf(after.context, after.reading).map((choice) => [choice.id, choice]),
  );
  const mine = choicesOf(before.context, before.reading);
  return mine
    .filter((choice) => {
      const other = others.get(choice.id);
      return other !== undefined && meaning(before, choice) === meaning(after, other);
    })
    .map(({ id }) => id);
}

/** Options with what they say: an answer of the same name may have been reworded. */
function meaning(
  { context }: ReadingModel,
  { id, options }: { readonly id: string; readonly options: readonly string[] },
): string {
  const answers = context.instrument.questions.get(id)?.answers;
  const said = options.map((option) => {
    const answer = answers?.get(option);
    return [option, answer === undefined ? null : canonicalAnswer(answer.value)];
  });
  return JSON.stringify(said.sort(([a], [b]) => compareText(a ?? "", b ?? "")));
}

function groups(
  { worlds }: ReadingModel,
  shared: readonly string[],
): ReadonlyMap<string, readonly TextWorld[]> {
  const found = new Map<string, Set<TextWorld>>();
  for (const world of worlds) {
    for (const picks of world.picks) {
      const key = shared.map((id) => `${id}=${pickOf(picks, id)}`).join("&");
      found.set(key, (found.get(key) ?? new Set()).add(world));
    }
  }
  return new Map([...found].map(([key, set]) => [key, [...set]]));
}

function pickOf(picks: Picks, id: string): string {
  return picks.get(id) ?? "";
}

/** From one verdict to another, if open edges that both sides hang on turn out so; no edge: whatever they do. */
export interface Change {
  readonly from: VerdictKind;
  readonly to: VerdictKind;
  readonly edges: ReadonlyMap<string, boolean>;
}

/** The changes of one class under one pair: one each way that edges which both sides hang on may turn out. */
export function changesOf(
  grid: Grid,
  cls: SituationClass,
  {
    before,
    after,
    pair,
  }: {
    readonly before: ReadingModel;
    readonly after: ReadingModel;
    readonly pair: Pair;
  },
): readonly Change[] {
  const left = tableOf(grid, cls, { worlds: pair.before, model: before });
  const right = tableOf(grid, cls, { worlds: pair.after, model: after });
  const hangsOn = new Set([...left.edges, ...right.edges]);
  const sides = [
    { model: before, worlds: pair.before },
    { model: after, worlds: pair.after },
  ];
  const shared = sharedEdges(hangsOn, sides, () => situationAt(grid.space, cls.first));
  const [a, b] = [left, right].map(({ rows }) => verdictsBy(rows, shared));
  return [...(a ?? [])].flatMap(([key, from]) => {
    const to = b?.get(key) ?? "not-covered";
    const edges = new Map(shared.map((edge, bit) => [edge, (key & (1 << bit)) !== 0]));
    return from === to ? [] : [{ from, to, edges }];
  });
}

interface Side {
  readonly model: ReadingModel;
  readonly worlds: readonly TextWorld[];
}

/** Of these edges those that both sides hang on, in id order. */
function sharedEdges(
  edges: ReadonlySet<string>,
  sides: readonly Side[],
  fact: () => FactWorld,
): readonly string[] {
  if (edges.size === 0) return [];
  const asked = sides.map((side) => askedEdges(side, fact()));
  return [...edges].filter((edge) => asked.every((among) => among.has(edge))).sort(compareText);
}

/** Open edges that some atom of some rule hangs on there, whether or not its other atoms hold. */
function askedEdges({ model, worlds }: Side, fact: FactWorld): ReadonlySet<string> {
  const edges = new Set<string>();
  for (const { rules } of worlds)
    for (const rule of rules) collectEdges({ context: model.context, rule, fact }, edges);
  return new Set([...edges].filter((edge) => !model.edges.has(edge)));
}

interface Row {
  readonly edges: ReadonlyMap<string, boolean>;
  readonly value: Exclude<VerdictKind, "undetermined">;
}

function tableOf(
  grid: Grid,
  cls: SituationClass,
  { worlds, model }: { readonly worlds: readonly TextWorld[]; readonly model: ReadingModel },
): { readonly edges: ReadonlySet<string>; readonly rows: readonly Row[] } {
  const rows = worlds.flatMap((world) =>
    sayings(grid, cls, world, model.edges).map(({ edges, matching }) => ({
      edges,
      value: valueOf(matching),
    })),
  );
  return { edges: new Set(rows.flatMap(({ edges }) => [...edges.keys()])), rows };
}

/** The verdict under each answer to the shared edges; a row that does not hang on one stands under both. */
function verdictsBy(
  rows: readonly Row[],
  shared: readonly string[],
): ReadonlyMap<number, VerdictKind> {
  const verdicts = new Map<number, VerdictKind>();
  for (let key = 0; key < 1 << shared.length; key++) {
    const fits = ({ edges }: Row): boolean =>
      shared.every((edge, bit) => {
        const isIn = edges.get(edge);
        return isIn === undefined || isIn === ((key & (1 << bit)) !== 0);
      });
    const values = new Set(rows.filter(fits).map(({ value }) => value));
    const [only] = values;
    verdicts.set(key, values.size === 1 && only !== undefined ? only : "undetermined");
  }
  return verdicts;
}
