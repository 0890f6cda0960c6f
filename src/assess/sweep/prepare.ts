// A sweep made ready: what is asked of every row, the columns that hold the answers, and how the work is cut into ranges. Everything that
// a range needs is plain columns, so that `cli`, `serve` and `web/work` can hand ranges to workers over shared memory.
import type { Allocate } from "../../geo/kernel/columns.ts";
import type { RowRange } from "../../geo/kernel/sort-rows.ts";
import type { NamedModel } from "../assess.ts";
import type { ReadingModel } from "../reading-model.ts";
import { UNCODED, codeRows } from "./code-rows.ts";
import type { IncidentColumns, PlaceColumns } from "./columns.ts";
import { groupRows } from "./group-rows.ts";
import type { KeyColumns, RangeGroups } from "./group-rows.ts";
import { planFor } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { codesOf, questionsOf } from "./questions.ts";
import type { Question } from "./questions.ts";
import { cutsOfModels } from "./times.ts";

/** What a worker is told: typed arrays, numbers and text only. */
export interface RangeWork {
  readonly plans: readonly { readonly plan: Plan; readonly places: PlaceColumns }[];
  readonly keys: KeyColumns;
  /** The group of every row. */
  readonly rowGroups: Uint32Array;
}

export interface Prepared extends RangeWork {
  readonly questions: readonly Question[];
  readonly columns: IncidentColumns;
}

/** Columns over memory that workers share are handed on as they are; what is made here comes from `allocate`. */
export function prepareSweep(
  models: readonly NamedModel[],
  columns: IncidentColumns,
  allocate: Allocate,
): Prepared {
  const all = models.map(({ model }) => model);
  const questions = askedOf(all);
  const cuts = cutsFor(all, allocate);
  const plans = (["target", "origin"] as const).flatMap((role) =>
    questions.some((question) => question.role === role)
      ? [planFor(role, questions, { allocate })]
      : [],
  );
  return prepared({ questions, plans, cuts }, columns, allocate);
}

/** The instants at which some reading says something else, in memory that workers may share. */
export function cutsFor(models: readonly ReadingModel[], allocate: Allocate): Float64Array {
  const cuts = cutsOfModels(models);
  const own = new Float64Array(allocate(8 * cuts.length));
  own.set(cuts);
  return own;
}

/** What readings ask of places; each answer has a code that its column can hold. */
export function askedOf(models: readonly ReadingModel[]): readonly Question[] {
  const questions = questionsOf(models);
  if (questions.some((question) => codesOf(question) >= UNCODED))
    throw new RangeError("a question has more bounds than its column can tell apart");
  return questions;
}

/** Further rows for the same readings: what is indexed stays as it is. */
export function prepareMore(
  { questions, plans, keys: { cuts } }: Prepared,
  columns: IncidentColumns,
  allocate: Allocate,
): Prepared {
  const asked = { questions, plans: plans.map(({ plan }) => plan), cuts };
  return prepared(asked, columns, allocate);
}

interface Asked {
  readonly questions: readonly Question[];
  readonly plans: readonly Plan[];
  readonly cuts: Float64Array;
}

function prepared(
  { questions, plans, cuts }: Asked,
  columns: IncidentColumns,
  allocate: Allocate,
): Prepared {
  const { actors, acts, means, things, flags, said } = columns.dimensions;
  const dimensions = [actors, acts, means, things, flags, said];
  const { count, from, until, aggregate } = columns;
  return {
    questions,
    columns,
    plans: plans.map((plan) => {
      const places = columns[plan.role] ?? nowhere(count, allocate);
      return { plan, places };
    }),
    keys: {
      codes: dimensions.map(({ codes }) => codes),
      values: dimensions.map(({ values }) => values.length),
      from,
      until,
      cuts,
      aggregate,
      questions: questions.map(() => new Uint16Array(allocate(2 * count))),
      answers: questions.map(codesOf),
    },
    rowGroups: new Uint32Array(allocate(4 * count)),
  };
}

/** Places of rows of which nothing is known. */
export function nowhere(count: number, allocate: Allocate): PlaceColumns {
  const make = () => new Float64Array(allocate(8 * count)).fill(NaN);
  const area = new Int32Array(allocate(4 * count)).fill(-2);
  return { count, lon: make(), lat: make(), radius: make(), area };
}

/** First part of a range: the kernel's answers. Then `settleRows` on the thread that has the questions. */
export function codeRange({ plans, keys }: RangeWork, range: RowRange): void {
  for (const { plan, places } of plans) codeRows(plan, places, range, keys.questions);
}

/** Second part: the groups of a range; null when there are too many. */
export function groupRange({ keys, rowGroups }: RangeWork, range: RowRange): RangeGroups | null {
  return groupRows(keys, range, rowGroups);
}

/** All rows as so many ranges of about the same length, in order; none is empty unless there are no rows. */
export function splitRows(count: number, parts: number): readonly RowRange[] {
  const used = Math.max(1, Math.min(parts, count));
  return Array.from({ length: used }, (_, i) => ({
    from: Math.floor((i * count) / used),
    until: Math.floor(((i + 1) * count) / used),
  }));
}
