// The rows of a reading's matrix: its text worlds, split where release on breach hangs on an open edge, and how release looks to the
// incidents of the record.
import type { Instant } from "../model/instant.ts";
import type { BreachTimes, ReleaseRow } from "./context.ts";
import { contraryActs, mayRelease } from "./contrary-acts.ts";
import type { IncidentActs } from "./contrary-acts.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";
import { instantOf } from "./fact-world.ts";
import { answersKey } from "./membership.ts";
import { releaseAt, releaseCuts } from "./release.ts";
import { releaseRows } from "./release-rows.ts";
import { cellRange } from "./situation-class.ts";
import type { TextWorld } from "./text-world.ts";
import { keptFor, stretchNumber, timesOf, undatedWorld } from "./undated.ts";
import type { Undated } from "./undated.ts";

/** A row of the matrix: a text world, with an answer to each edge on which it hangs whom an earlier breach has freed. */
export interface TextRow extends ReleaseRow {
  readonly world: TextWorld;
}

/**
 * The rows of a model, world by world. Those of each world are worked out once per context, so that every reading shares them that has
 * the world and answers the same edges.
 */
export function textRows(model: ReadingModel): readonly TextRow[] {
  const found = ROWS.get(model.frame) ?? rowsOf(model);
  ROWS.set(model.frame, found);
  return found;
}

const ROWS = new WeakMap<Frame, readonly TextRow[]>();

function rowsOf(model: ReadingModel): readonly TextRow[] {
  const { edges, worlds } = model;
  const known = knownRows(model);
  const missing = worlds.filter((world) => mayRelease(world) && !known.has(world.key));
  const records = missing.length === 0 ? [] : contraryActs(model, missing);
  missing.forEach(({ key }, i) => known.set(key, keptRows(model, records[i] ?? [])));
  const bound = [{ edges, times: NO_BREACHES }];
  return worlds.flatMap((world) =>
    (known.get(world.key) ?? bound).map((row) => ({ world, ...row })),
  );
}

const NO_BREACHES: BreachTimes = new Map();

/** Most edits of a text change no breach of the record: its rows are taken from another world, or another state of the text. */
function keptRows(model: ReadingModel, record: readonly IncidentActs[]): readonly ReleaseRow[] {
  const kept = keptFor(KEPT, model, MOST_KEPT);
  const key = recordKey(record);
  const found = kept.get(key) ?? releaseRows(model.context, record, model.edges);
  kept.set(key, found);
  return found;
}

const KEPT = new WeakMap<Undated, Map<string, readonly ReleaseRow[]>>();

/** A key has a few characters for each incident. */
const MOST_KEPT = 256;

/** Equal for records in which the same incidents may be the same breaches at the same instants. */
function recordKey(record: readonly IncidentActs[]): string {
  return record
    .map(
      ({ number, acts }) =>
        `${number}${acts.map(({ incident, at, latest }) => `${incident} ${at} ${latest}`).join()}`,
    )
    .join(";");
}

function knownRows({ context, edges }: ReadingModel): Map<string, readonly ReleaseRow[]> {
  const answered = answersKey(edges);
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
  /** By stretch between the cuts: a number of what time says in it and of who is free in which row. */
  readonly stretches: readonly number[];
}

/** One view for all worlds of a model. */
export function releaseView(model: ReadingModel): ReleaseView {
  const rows = textRows(model);
  const all = [
    ...model.frame.cuts,
    ...rows.flatMap(({ times }) => releaseCuts(times, NO_INCIDENT)),
  ];
  const cuts = [...new Set(all)].sort((a, b) => a - b);
  const parties = rows.flatMap(({ times }) => [...times.values()]);
  const firsts = parties.flatMap(({ possible: [first] }) => first?.incident ?? []);
  return { cuts, firsts: new Set(firsts), stretches: stretchesOf(model, rows, cuts) };
}

/** Stands for every incident that may not itself be the first breach to free a party. */
export const NO_INCIDENT = "";

function stretchesOf(
  model: ReadingModel,
  rows: readonly TextRow[],
  cuts: readonly Instant[],
): readonly number[] {
  const said = timesOf(model);
  const { parties } = model.context.instrument;
  const answered = rowWords(model, rows);
  return [-Infinity, ...cuts].map((from, i) => {
    const at = instantOf({ from, until: cuts[i] ?? Infinity });
    const [stretch] = cellRange({ from: at, until: at }, model.frame.cuts);
    const states = rows.map(({ times }) =>
      parties.map((actor) => releaseAt(times, NO_INCIDENT, { actor, at })).join(),
    );
    return stretchNumber(model, JSON.stringify([said[stretch], states, answered]));
  });
}

/** The rows apart from times: which worlds there are and which of their open edges are answered. */
export function rowWords(model: ReadingModel, rows: readonly TextRow[]): string {
  const known = WORDS.get(rows);
  if (known !== undefined) return known;
  const words = rows.map(({ world, edges }) => [
    undatedWorld(model, world).place,
    [...edges].filter(([edge]) => !model.edges.has(edge)),
  ]);
  const found = JSON.stringify(words);
  WORDS.set(rows, found);
  return found;
}

const WORDS = new WeakMap<readonly TextRow[], string>();
