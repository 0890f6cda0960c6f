// Sets of situations folded into boxes: per dimension a set of values, the product of which is the box. Situations that go on alike
// are shared from the fastest dimension up (a decision diagram), so that boxes are read off its paths.
import type { Grid } from "../lint/grid.ts";
import { DIMENSIONS, numberOf } from "../lint/space.ts";
import type { Dimension, Space } from "../lint/space.ts";

/** Which values of each dimension; for `times` those at which it holds under some pair. */
export interface FoldedBox {
  readonly values: Readonly<Record<Dimension, readonly number[]>>;
  /** Pairs under which it holds at some of the times. */
  readonly pairs: readonly number[];
  /** Situations times pairs. */
  readonly size: number;
  /** Number of the first situation. */
  readonly first: number;
}

/** Per class and pair what holds there, as bits. */
export type Marks = (cls: number) => readonly number[];

interface Node {
  /** Per value of the dimension the node below, or, below the last dimension, the marks. */
  readonly children: readonly number[];
}

/** Folds everything that any class is marked with; then gives the boxes of one bit. */
export function folder(grid: Grid, marks: Marks): (bit: number) => readonly FoldedBox[] {
  const { space } = grid;
  const leaves = new Interned();
  const leafOf = new Map<number, number>();
  for (const { id } of grid.classes) leafOf.set(id, leaves.idOf(marks(id)));
  let ids: readonly number[] = Array.from(grid.classOf, (cls) => leafOf.get(cls) ?? 0);
  const levels: Interned[] = [];
  for (const dimension of DIMENSIONS.toReversed()) {
    const level = new Interned();
    const radix = space[dimension].length;
    const above: number[] = [];
    for (let at = 0; at < ids.length; at += radix)
      above.push(level.idOf(ids.slice(at, at + radix)));
    levels.unshift(level);
    ids = above;
  }
  const root = ids[0] ?? 0;
  return (bit) => boxesOf({ space, levels, leaves, bit }, root);
}

/** Lists of numbers, each with a number. */
class Interned {
  readonly #ids = new Map<string, number>();
  readonly #nodes: Node[] = [];

  idOf(children: readonly number[]): number {
    const key = children.join();
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    this.#ids.set(key, this.#nodes.length);
    return this.#nodes.push({ children }) - 1;
  }

  at(id: number): readonly number[] {
    return this.#nodes[id]?.children ?? [];
  }
}

interface Folding {
  readonly space: Space;
  readonly levels: readonly Interned[];
  readonly leaves: Interned;
  readonly bit: number;
}

/** Values chosen so far, from the slowest dimension on. */
type Chosen = readonly (readonly number[])[];

function boxesOf(folding: Folding, root: number): readonly FoldedBox[] {
  const boxes: FoldedBox[] = [];
  const walk = (depth: number, id: number, chosen: Chosen): void => {
    if (depth === DIMENSIONS.length - 1) {
      const box = lastBox(folding, id, chosen);
      if (box !== null) boxes.push(box);
      return;
    }
    const alike = new Map<number, number[]>();
    const children = folding.levels[depth]?.at(id) ?? [];
    children.forEach((child, value) => alike.set(child, [...(alike.get(child) ?? []), value]));
    for (const [child, values] of alike) walk(depth + 1, child, [...chosen, values]);
  };
  walk(0, root, []);
  return boxes;
}

/** Times and pairs stay together: which days depends on the answers that both sides leave open. */
function lastBox(
  { space, levels, leaves, bit }: Folding,
  id: number,
  chosen: Chosen,
): FoldedBox | null {
  const times = levels.at(-1)?.at(id) ?? [];
  const held = times.flatMap((leaf, time) => {
    const pairs = leaves.at(leaf).flatMap((mark, pair) => ((mark & bit) === 0 ? [] : [pair]));
    return pairs.length === 0 ? [] : [{ time, pairs }];
  });
  if (held.length === 0) return null;
  const all = [...chosen, held.map(({ time }) => time)];
  const [things = [], actors = [], acts = [], means = [], places = [], flags = [], at = []] = all;
  const values = { things, actors, acts, means, places, flags, times: at };
  const product = chosen.reduce((size, some) => size * some.length, 1);
  return {
    values,
    pairs: [...new Set(held.flatMap(({ pairs }) => pairs))].sort((a, b) => a - b),
    size: product * held.reduce((sum, { pairs }) => sum + pairs.length, 0),
    first: numberOf(space, {
      things: things[0] ?? 0,
      actors: actors[0] ?? 0,
      acts: acts[0] ?? 0,
      means: means[0] ?? 0,
      places: places[0] ?? 0,
      flags: flags[0] ?? 0,
      times: at[0] ?? 0,
    }),
  };
}
