// The sweep: a whole batch of incidents under some readings (ASSESS, "Two stages"). Geometry once for each row, a verdict once for each
// situation; a change of wording that asks nothing new of places starts from the groups.
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import type { Interval } from "../../model/instant.ts";
import type { NamedModel } from "../assess.ts";
import { judge } from "../judge.ts";
import type { ReadingModel } from "../reading-model.ts";
import { situate } from "../situation.ts";
import type { Verdict } from "../verdict.ts";
import type { IncidentColumns } from "./columns.ts";
import { answersOf, facetsOf } from "./facets.ts";
import type { Grouped } from "./facets.ts";
import { crowdedDigits, joinGroups, renumberRows } from "./group-rows.ts";
import type { RangeGroups } from "./group-rows.ts";
import { judgeGroups, situationAt } from "./judge-groups.ts";
import { codeRange, groupRange, prepareSweep, splitRows } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";
import { isAskedIn, questionsOf } from "./questions.ts";
import { settleRows } from "./settle.ts";
import { cutsOfModels } from "./times.ts";

/** Every row's group, and the verdicts of the groups under each reading. */
export interface Sweep {
  readonly kind: "sweep";
  readonly prepared: Prepared;
  readonly grouped: Grouped;
  /** In the order in which readings were given. */
  readonly readings: readonly SweptReading[];
}

export interface SweptReading extends NamedModel {
  /** Distinct verdicts. */
  readonly verdicts: readonly Verdict[];
  /** Number of the verdict of each group; of each row where release on breach lets it hang on the incidents before it. */
  readonly of: { readonly kind: "group" | "row"; readonly numbers: Uint32Array };
  readonly situations: number;
}

export interface SweepRefusal {
  readonly kind: "refused";
  readonly why: string;
}

/** On this thread. `parts` only cuts the work: any number gives the same bytes. */
export function sweepColumns(
  models: readonly NamedModel[],
  columns: IncidentColumns,
  parts = 1,
): Sweep | SweepRefusal {
  return sweepPrepared(models, prepareSweep(models, columns, ordinaryMemory), parts);
}

/** The same where what is asked was prepared before. */
export function sweepPrepared(
  models: readonly NamedModel[],
  prepared: Prepared,
  parts = 1,
): Sweep | SweepRefusal {
  const { columns } = prepared;
  const ranges = splitRows(columns.count, parts);
  for (const range of ranges) {
    codeRange(prepared, range);
    settleRange(prepared, range);
  }
  const groups = ranges.map((range) => groupRange(prepared, range));
  const grouped = joinRanges(prepared, groups);
  if (grouped.kind === "refused") return grouped;
  ranges.forEach((range, i) =>
    renumberRows(prepared.rowGroups, range, grouped.renumber[i] ?? NO_NUMBERS),
  );
  return judgeSweep(models, prepared, grouped.grouped);
}

const NO_NUMBERS = new Uint32Array(0);

/** Asks the plain functions what the kernel left open. */
export function settleRange(
  { plans, questions, columns, keys }: Prepared,
  range: { readonly from: number; readonly until: number },
): void {
  for (const { plan } of plans) settleRows({ plan, questions, columns }, range, keys.questions);
}

export interface Joined {
  readonly kind: "joined";
  readonly grouped: Grouped;
  /** By range: what the numbers of its groups become, see `renumberRows`. */
  readonly renumber: readonly Uint32Array[];
}

export function joinRanges(
  { keys, columns, questions }: Prepared,
  ranges: readonly (RangeGroups | null)[],
): Joined | SweepRefusal {
  const known = ranges.filter((range) => range !== null);
  if (known.length < ranges.length) {
    const [first, second] = crowdedDigits(keys);
    const why = `more than 5 million situations, most of them told apart by ${first} and ${second}; narrow the record by one of them`;
    return { kind: "refused", why };
  }
  const { groups, renumber } = joinGroups(keys, known);
  const { dimensions } = columns;
  const grouped = { dimensions, questions, cuts: keys.cuts, groups, answers: answersOf(groups) };
  return { kind: "joined", grouped, renumber };
}

/** Whether readings ask nothing of places and times that was not prepared: then a change of wording starts from the groups. */
export function asksTheSame(models: readonly NamedModel[], { questions, keys }: Prepared): boolean {
  const all = models.map(({ model }) => model);
  const cuts = new Set(keys.cuts);
  return (
    cutsOfModels(all).every((cut) => cuts.has(cut)) &&
    questionsOf(all).every((question) => isAskedIn(questions, question))
  );
}

/** Stage two: also after a change of wording, where `asksTheSame`. */
export function judgeSweep(
  models: readonly NamedModel[],
  prepared: Prepared,
  grouped: Grouped,
): Sweep {
  const readings = models.map((named): SweptReading => {
    if (mayRelease(named.model)) return judgeRows(named, prepared, grouped);
    const { verdicts, ofGroup, situations } = judgeGroups(named.model, grouped);
    const swept = {
      ...named,
      verdicts,
      of: { kind: "group" as const, numbers: ofGroup },
      situations,
    };
    return prepared.columns.joint.size === 0 ? swept : judgeJoint(swept, prepared);
  });
  return { kind: "sweep", prepared, grouped, readings };
}

/** With release on breach a verdict hangs on the incidents before it, not on its situation alone. */
function mayRelease({ worlds }: ReadingModel): boolean {
  return worlds.some(({ rules }) => rules.some(({ release }) => release.kind !== "none"));
}

function judgeRows(named: NamedModel, prepared: Prepared, grouped: Grouped): SweptReading {
  const { columns, rowGroups } = prepared;
  const facets = facetsOf(named.model, grouped);
  const numbers = new Uint32Array(columns.count);
  const known = new Map<string, number>();
  const verdicts: Verdict[] = [];
  for (let row = 0; row < columns.count; row++) {
    const time: Interval = { from: columns.from[row] ?? NaN, until: columns.until[row] ?? NaN };
    const joint = columns.joint.get(row);
    const situation =
      joint === undefined
        ? { ...situationAt(facets, rowGroups[row] ?? 0), time }
        : situate(named.model, joint);
    const verdict = judge(named.model, situation, columns.idOf(row));
    const key = JSON.stringify(verdict);
    const number = known.get(key) ?? verdicts.push(verdict) - 1;
    known.set(key, number);
    numbers[row] = number;
  }
  return { ...named, verdicts, of: { kind: "row", numbers }, situations: columns.count };
}

/** Every row has the verdict of its group, but those whose facts hang together. */
function judgeJoint(swept: SweptReading, { columns, rowGroups }: Prepared): SweptReading {
  const numbers = Uint32Array.from(rowGroups, (group) => swept.of.numbers[group] ?? 0);
  const verdicts = [...swept.verdicts];
  for (const [row, facts] of columns.joint) {
    const verdict = judge(swept.model, situate(swept.model, facts), columns.idOf(row));
    const key = JSON.stringify(verdict);
    const known = verdicts.findIndex((one) => JSON.stringify(one) === key);
    numbers[row] = known >= 0 ? known : verdicts.push(verdict) - 1;
  }
  return { ...swept, verdicts, of: { kind: "row", numbers } };
}

/** The verdict of one row under one of the readings. */
export function verdictAt(
  { prepared }: Pick<Sweep, "prepared">,
  reading: SweptReading,
  row: number,
): Verdict {
  const { kind, numbers } = reading.of;
  const number = numbers[kind === "row" ? row : (prepared.rowGroups[row] ?? 0)] ?? 0;
  const verdict = reading.verdicts[number];
  if (verdict === undefined) throw new RangeError(`row ${row} has no verdict`);
  return verdict;
}
