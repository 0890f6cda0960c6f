// Findings about lists of kinds: one kind inside another (T308), all known children without the parent (T309).
import type { Problem } from "../model/problem.ts";
import type { Target } from "./ast.ts";
import { answersOfSort, remark, statedValues, warning } from "./check.ts";
import type { CheckInput, StatedValue } from "./check.ts";
import { extended } from "./declare.ts";
import { otherLeaf } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** T308 and T309; silent when the vocabulary is not known. */
export function checkKinds(input: CheckInput): readonly Problem[] {
  const { instrument, context } = input;
  const kinds = extended(context.kinds, instrument.kinds.values());
  if (kinds === null) return [];
  const written = [...instrument.clauses.values()].flatMap(({ id, targets }) =>
    targets?.kind === "value"
      ? statedValues(instrument, targets, { sort: "targets", clause: id })
      : [],
  );
  const lists = [...written, ...answersOfSort(instrument, "targets")];
  const children = childrenOf(kinds);
  return lists.flatMap((list) => [
    ...nestedKinds(input, kinds, list),
    ...missingParents(input, { kinds, children }, list),
  ]);
}

type TargetList = StatedValue<readonly Target[]>;

function nestedKinds(
  { places }: CheckInput,
  kinds: Vocabulary,
  list: TargetList,
): readonly Problem[] {
  const listed = plainKinds(list.value);
  return listed.flatMap((kind) => {
    const around = listed.filter((other) => other !== kind && isInside(kinds, kind, other));
    if (around.length === 0) return [];
    const message = `"${kind}" lies inside ${quoted(around)}, which this list names too`;
    const help = "naming both changes nothing: was something else meant by one of them?";
    return [remark({ code: "T308", message, at: places(...list.path), help })];
  });
}

function missingParents(
  { places }: CheckInput,
  { kinds, children }: { readonly kinds: Vocabulary; readonly children: Children },
  list: TargetList,
): readonly Problem[] {
  const listed = plainKinds(list.value);
  const isCovered = (kind: string) =>
    listed.some((other) => other === kind || isInside(kinds, kind, other));
  return [...children].flatMap(([parent, known]) => {
    const complete = known.length > 1 && known.every(isCovered);
    if (!complete || isCovered(parent) || isCovered(otherLeaf(parent))) return [];
    const message = `all ${known.length} known kinds of "${parent}" are listed, "${parent}" is not`;
    const counterexample = `an object of ${otherLeaf(parent)} is hit: not covered`;
    return [warning({ code: "T309", message, at: places(...list.path), counterexample })];
  });
}

function plainKinds(targets: readonly Target[]): readonly string[] {
  const plain = targets.filter(({ facets }) => Object.keys(facets).length === 0);
  return [...new Set(plain.map(({ kind }) => kind))];
}

/** True when every leaf of `kind` is surely of `other`. */
function isInside(kinds: Vocabulary, kind: string, other: string): boolean {
  if (!kinds.nodes.has(kind)) return kinds.membership(kind, other).kind === "in";
  const leaves = kinds.below(kind);
  return leaves.length > 0 && leaves.every((leaf) => kinds.membership(leaf, other).kind === "in");
}

/** Parent -> the kinds that are surely below it, in the order of the vocabulary. */
type Children = ReadonlyMap<string, readonly string[]>;

function childrenOf({ nodes }: Vocabulary): Children {
  const children = new Map<string, string[]>([...nodes.keys()].map((id) => [id, []]));
  for (const { id, is } of nodes.values()) {
    const parents = new Set(is.filter(({ open }) => !open).map(({ to }) => to));
    for (const parent of parents) children.get(parent)?.push(id);
  }
  return children;
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" and ");
}
