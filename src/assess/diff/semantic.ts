// What a change of words changes (TERMS 5): every decided situation whose verdict is another, folded into few boxes a direction,
// each with one situation that shows it. The record plays no part.
import type { Interval } from "../../model/instant.ts";
import { compareText } from "../../model/problem.ts";
import type { Instrument } from "../../terms/ast.ts";
import { contextOf } from "../context.ts";
import type { AssessInput } from "../context.ts";
import { gridOf } from "../lint/grid.ts";
import type { Grid } from "../lint/grid.ts";
import { MAX_SITUATIONS, numberOf, spaceOf } from "../lint/space.ts";
import type { Space, TooMany } from "../lint/space.ts";
import { withoutRecord } from "../lint/survey.ts";
import { actorWords, foldedNames, situationWords } from "../lint/words.ts";
import { readingModel } from "../reading-model.ts";
import type { ReadingModel } from "../reading-model.ts";
import type { VerdictKind } from "../verdict.ts";
import { folder } from "./fold.ts";
import type { FoldedBox } from "./fold.ts";
import { changesOf, pairsOf } from "./paired.ts";
import type { Change, Pair } from "./paired.ts";

/** TERMS 5: at most this many boxes are told a direction. */
export const MAX_BOXES = 12;

export interface SemanticDiff {
  /** Decided situations compared. */
  readonly situations: number;
  /** Answers that both texts leave open in the same words, held alike; and how many ways they can be given that matter. */
  readonly shared: readonly string[];
  readonly ways: number;
  /** None: the same meaning over all situations. */
  readonly directions: readonly Direction[];
}

/** All situations that go from one verdict to another. */
export interface Direction {
  readonly from: VerdictKind;
  readonly to: VerdictKind;
  /** Kinds of things, as few names as say it; `.other` last. */
  readonly kinds: readonly string[];
  /** Largest first. */
  readonly boxes: readonly Box[];
  /** Boxes that are not told. */
  readonly left: number;
}

export interface Box {
  readonly kinds: readonly string[];
  /** Null: whoever, whatever, wherever. */
  readonly actors: readonly string[] | null;
  readonly acts: readonly string[] | null;
  readonly means: readonly string[] | null;
  /** Stretches of time, in order; outer bounds where they depend on answers. */
  readonly times: readonly Interval[];
  /** True when it holds under some answers to what both leave open and not under others. */
  readonly someAnswers: boolean;
  /** Open edges that both texts hang on (`attempt-in-strike`): part of the box only counts if they turn out so. */
  readonly edges: readonly string[];
  /** One situation in words with both verdicts. */
  readonly example: string;
}

/** Compares two models, which may be of different texts; refuses over the limit of TERMS 10. */
export function semanticDiff(before: ReadingModel, after: ReadingModel): SemanticDiff | TooMany {
  const space = spaceOf([before, after]);
  if ("tooMany" in space) return space;
  const { shared, pairs } = pairsOf(before, after);
  if (space.size * pairs.length > MAX_SITUATIONS)
    return { tooMany: space.size * pairs.length, largest: [] };
  const grid = gridOf(space, [before, after]);
  const sides = { grid, before, after, pairs };
  const marks = marksOf(sides);
  const boxes = folder(grid, (cls) => marks.get(cls) ?? []);
  const directions = CHANGES.flatMap(([from, to], bit) => {
    const found = boxes(1 << bit);
    return found.length === 0 ? [] : [directionOf({ from, to }, found, sides)];
  });
  return { situations: space.size, shared, ways: pairs.length, directions };
}

/** A text with some answers taken and all else open, apart from any record. */
export function wordsOf(
  input: AssessInput,
  loaded: { readonly instrument: Instrument; readonly version: string },
  take: ReadonlyMap<string, readonly string[]> = new Map(),
): ReadingModel {
  const context = contextOf(withoutRecord(input), loaded);
  return readingModel(context, { id: "", by: null, take, assume: new Map(), note: null });
}

/** Every change there can be, what is lost first; the place of one is its bit. */
const CHANGES: readonly (readonly [VerdictKind, VerdictKind])[] = [
  ["violation", "not-covered"],
  ["violation", "undetermined"],
  ["undetermined", "not-covered"],
  ["not-covered", "violation"],
  ["undetermined", "violation"],
  ["not-covered", "undetermined"],
  ["violation", "conflict"],
  ["undetermined", "conflict"],
  ["not-covered", "conflict"],
  ["conflict", "violation"],
  ["conflict", "undetermined"],
  ["conflict", "not-covered"],
];

interface Sides {
  readonly grid: Grid;
  readonly before: ReadingModel;
  readonly after: ReadingModel;
  readonly pairs: readonly Pair[];
}

function marksOf(sides: Sides): ReadonlyMap<number, readonly number[]> {
  const { grid, pairs } = sides;
  return new Map(
    grid.classes.map((cls) => {
      const marks = pairs.map((pair) =>
        changesOf(grid, cls, { ...sides, pair }).reduce(
          (mark, { from, to }) =>
            mark | (1 << CHANGES.findIndex(([a, b]) => a === from && b === to)),
          0,
        ),
      );
      return [cls.id, marks];
    }),
  );
}

function directionOf(
  { from, to }: { readonly from: VerdictKind; readonly to: VerdictKind },
  found: readonly FoldedBox[],
  sides: Sides,
): Direction {
  const ordered = [...found].sort((a, b) => b.size - a.size || a.first - b.first);
  const things = [...new Set(found.flatMap(({ values }) => values.things))];
  return {
    from,
    to,
    kinds: kindsOf(sides, things),
    boxes: ordered.slice(0, MAX_BOXES).map((box) => boxOf(box, { from, to }, sides)),
    left: Math.max(0, found.length - MAX_BOXES),
  };
}

function kindsOf(
  { before, after, grid: { space } }: Sides,
  things: readonly number[],
): readonly string[] {
  const leaves = things.flatMap((thing) => (space.things[thing] ?? []).map(({ leaf }) => leaf));
  const vocabularies = [before, after].map(({ context }) => context.kinds.vocabulary);
  return foldedNames(vocabularies, [...new Set(leaves)]);
}

function boxOf(box: FoldedBox, change: Pick<Change, "from" | "to">, sides: Sides): Box {
  const { before, after, grid } = sides;
  const { space } = grid;
  const { values, pairs } = box;
  const names = (dimension: "acts" | "means") => {
    if (values[dimension].length === space[dimension].length) return null;
    const vocabularies = [before, after].map(({ context }) => context[dimension].vocabulary);
    return foldedNames(
      vocabularies,
      values[dimension].flatMap((value) => space[dimension][value] ?? []),
    );
  };
  const actors = values.actors.map((actor) => actorWords(space.actors[actor]));
  return {
    kinds: kindsOf(sides, values.things),
    actors: actors.length === space.actors.length ? null : actors,
    acts: names("acts"),
    means: names("means"),
    times: stretches(values.times.map((time) => space.times[time]?.cell ?? { from: 0, until: 0 })),
    someAnswers: pairs.length < sides.pairs.length,
    ...shownIn(box, change, sides),
  };
}

/** A situation that hangs on no open edge, if there is one; and the edges that others of the box hang on. */
function shownIn(
  { values, pairs }: FoldedBox,
  { from, to }: Pick<Change, "from" | "to">,
  { grid, before, after, pairs: all }: Sides,
): Pick<Box, "edges" | "example"> {
  const classes = new Map(grid.classes.map((cls) => [cls.id, cls]));
  const pair = all[pairs[0] ?? 0];
  const changeAt = (index: number): Change | undefined => {
    const cls = classes.get(grid.classOf[index] ?? -1);
    if (cls === undefined || pair === undefined) return undefined;
    const changes = changesOf(grid, cls, { before, after, pair });
    return changes.find((one) => one.from === from && one.to === to);
  };
  const found = [...numbersIn(grid.space, values)].flatMap((index) => {
    const change = changeAt(index);
    return change === undefined ? [] : [{ index, edges: change.edges }];
  });
  const best = found.find(({ edges }) => edges.size === 0) ?? found[0];
  const words =
    best === undefined ? "" : situationWords(grid.space, before.context, best.index, best.edges);
  return {
    edges: [...new Set(found.flatMap(({ edges }) => [...edges.keys()]))].sort(compareText),
    example: `${words}: ${from} before, ${to} after`,
  };
}

/** Situations of a box, with the first of all actors, means, places and flags. */
function* numbersIn(space: Space, values: FoldedBox["values"]): Generator<number> {
  const [actors = 0] = values.actors;
  const [means = 0] = values.means;
  const [places = 0] = values.places;
  const [flags = 0] = values.flags;
  for (const things of values.things)
    for (const acts of values.acts)
      for (const times of values.times)
        yield numberOf(space, { things, actors, acts, means, places, flags, times });
}

/** Cells that touch are one stretch. */
function stretches(cells: readonly Interval[]): readonly Interval[] {
  const joined: Interval[] = [];
  for (const cell of cells) {
    const last = joined.at(-1);
    if (last !== undefined && cell.from <= last.until)
      joined[joined.length - 1] = { from: last.from, until: Math.max(last.until, cell.until) };
    else joined.push(cell);
  }
  return joined;
}
