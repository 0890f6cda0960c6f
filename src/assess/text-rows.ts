// The rows of a reading's matrix: its text worlds, split where release on breach hangs on an open edge, and how release looks to the
// incidents of the record.
import type { Instant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { BreachTimes, ReleaseRow } from "./context.ts";
import { contraryActs } from "./contrary-acts.ts";
import type { ReadingModel } from "./reading-model.ts";
import { releaseCuts } from "./release.ts";
import { releaseRows } from "./release-rows.ts";
import type { TextWorld } from "./text-world.ts";

/** A row of the matrix: a text world, with an answer to each edge on which it hangs whom an earlier breach has freed. */
export interface TextRow extends ReleaseRow {
  readonly world: TextWorld;
}

/**
 * The rows of a model, world by world. Those of each world are worked out once per context, so that every reading shares them that has
 * the world and answers the same edges.
 */
export function textRows(model: ReadingModel): readonly TextRow[] {
  const { context, edges, worlds } = model;
  const known = knownRows(model);
  const missing = worlds.filter((world) => mayRelease(world) && !known.has(world.key));
  const records = missing.length === 0 ? [] : contraryActs(model, missing);
  missing.forEach(({ key }, i) => known.set(key, releaseRows(context, records[i] ?? [], edges)));
  const bound = [{ edges, times: NO_BREACHES }];
  return worlds.flatMap((world) =>
    (known.get(world.key) ?? bound).map((row) => ({ world, ...row })),
  );
}

const NO_BREACHES: BreachTimes = new Map();

function knownRows({ context, edges }: ReadingModel): Map<string, readonly ReleaseRow[]> {
  const answered = JSON.stringify([...edges].sort(([a], [b]) => compareText(a, b)));
  const known = context.releaseRows.get(answered) ?? new Map<string, readonly ReleaseRow[]>();
  context.releaseRows.set(answered, known);
  return known;
}

/** The release of a reading as every incident sees it that may not itself be the first breach to free a party. */
export interface ReleaseView {
  /** The cut points of the rules and of release, ascending. */
  readonly cuts: readonly Instant[];
  /** Incidents that see another release than all the others. */
  readonly firsts: ReadonlySet<string>;
}

/** One view for all worlds of a model. */
export function releaseView(model: ReadingModel): ReleaseView {
  const rows = textRows(model);
  const cuts = [
    ...model.frame.cuts,
    ...rows.flatMap(({ times }) => releaseCuts(times, NO_INCIDENT)),
  ];
  const parties = rows.flatMap(({ times }) => [...times.values()]);
  const firsts = parties.flatMap(({ possible: [first] }) => first?.incident ?? []);
  return { cuts: [...new Set(cuts)].sort((a, b) => a - b), firsts: new Set(firsts) };
}

const NO_INCIDENT = "";

function mayRelease({ rules }: TextWorld): boolean {
  return rules.some(({ release }) => release.kind !== "none");
}
