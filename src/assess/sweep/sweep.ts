// The sweep: a whole batch of incidents under some readings (ASSESS, "Two stages"). Geometry once for each row, a verdict once for each
// situation; a change of wording that asks nothing new of places starts from the groups.
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import type { NamedModel } from "../assess.ts";
import { judge } from "../judge.ts";
import type { ReadingModel } from "../reading-model.ts";
import { situate } from "../situation.ts";
import { releaseView } from "../text-rows.ts";
import type { Verdict } from "../verdict.ts";
import { columnFaults } from "./check-columns.ts";
import { factsAt } from "./columns.ts";
import type { IncidentColumns } from "./columns.ts";
import { combinationsOf } from "./facets.ts";
import type { Grouped } from "./facets.ts";
import { crowdedDigits, joinGroups, renumberRows } from "./group-rows.ts";
import type { RangeGroups } from "./group-rows.ts";
import { judgeGroups } from "./judge-groups.ts";
import { keptVerdicts } from "./kept-verdicts.ts";
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
  /** Number of the verdict of each group. */
  readonly ofGroup: Uint32Array;
  /** By verdict of the groups: incidents, whole-night totals apart, and those; rows judged alone count as their groups do. */
  readonly incidents: Float64Array;
  readonly aggregates: Float64Array;
  /** Rows judged alone: what may be the first breach that frees a party frees nobody from itself, and facts may hang together. */
  readonly alone: ReadonlyMap<number, number>;
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
  const refused = refusalOf(models.length, columns);
  if (refused !== null) return refused;
  return sweepPrepared(models, prepareSweep(models, columns, ordinaryMemory), parts);
}

/** Readings that are swept at once: each asks its own questions of places and has its own states. */
const MOST_READINGS = 4096;

/** Null where the columns can be swept under so many readings. */
export function refusalOf(readings: number, columns: IncidentColumns): SweepRefusal | null {
  if (readings > MOST_READINGS)
    return { kind: "refused", why: `${readings} readings; at most ${MOST_READINGS} at once` };
  const faults = columnFaults(columns);
  return faults.length === 0 ? null : { kind: "refused", why: faults.join("; ") };
}

/** Verdict numbers of all readings that are held at once: a quarter of a gigabyte. */
const MOST_NUMBERS = 2 ** 26;

/** Null where so many readings of these groups can be held. */
export function refusalOfReadings(readings: number, { groups }: Grouped): SweepRefusal | null {
  const most = Math.floor(MOST_NUMBERS / Math.max(1, groups.count));
  if (readings <= most) return null;
  const why = `${readings} readings of ${groups.count} groups of incidents; at most ${most} at once: sweep them in parts`;
  return { kind: "refused", why };
}

/** The same where what is asked was prepared before. */
export function sweepPrepared(
  models: readonly NamedModel[],
  prepared: Prepared,
  parts = 1,
): Sweep | SweepRefusal {
  for (const range of splitRows(prepared.columns.count, parts)) {
    codeRange(prepared, range);
    settleRange(prepared, range);
  }
  return sweepCoded(models, prepared, parts);
}

/** The same where every row has its codes. */
export function sweepCoded(
  models: readonly NamedModel[],
  prepared: Prepared,
  parts = 1,
): Sweep | SweepRefusal {
  const ranges = splitRows(prepared.columns.count, parts);
  const groups = ranges.map((range) => groupRange(prepared, range));
  const grouped = joinRanges(prepared, groups);
  if (grouped.kind === "refused") return grouped;
  ranges.forEach((range, i) =>
    renumberRows(prepared.rowGroups, range, grouped.renumber[i] ?? NO_NUMBERS),
  );
  return (
    refusalOfReadings(models.length, grouped.grouped) ??
    judgeSweep(models, prepared, grouped.grouped)
  );
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
  const grouped = { dimensions, questions, cuts: keys.cuts, groups, ...combinationsOf(groups) };
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
    const judged = keptVerdicts(named.model, grouped, () => judgeGroups(named.model, grouped));
    return { ...named, ...judged, ...judgeAlone(named.model, prepared.columns, judged.verdicts) };
  });
  return { kind: "sweep", prepared, grouped, readings };
}

/**
 * Verdicts, those of `groups` first, and which of them rows have that are judged alone: they see another release than all others, or
 * their facts hang together. Both are few.
 */
function judgeAlone(
  model: ReadingModel,
  columns: IncidentColumns,
  groups: readonly Verdict[],
): Pick<SweptReading, "verdicts" | "alone"> {
  const { firsts } = releaseView(model);
  const rows = new Set([...columns.joint.keys(), ...rowsOf(columns, firsts)]);
  if (rows.size === 0) return { verdicts: groups, alone: NOBODY };
  const verdicts = [...groups];
  const numbers = new Map(groups.map((verdict, i) => [JSON.stringify(verdict), i]));
  const alone = new Map<number, number>();
  for (const row of [...rows].sort((a, b) => a - b)) {
    const verdict = judge(model, situate(model, factsAt(columns, row)), columns.idOf(row));
    const key = JSON.stringify(verdict);
    const number = numbers.get(key) ?? verdicts.push(verdict) - 1;
    numbers.set(key, number);
    alone.set(row, number);
  }
  return { verdicts, alone };
}

function rowsOf(columns: IncidentColumns, ids: ReadonlySet<string>): readonly number[] {
  if (ids.size === 0) return [];
  return Array.from({ length: columns.count }, (_, row) => row).filter((row) =>
    ids.has(columns.idOf(row)),
  );
}

const NOBODY: ReadonlyMap<number, number> = new Map();

/** The verdict of one row under one of the readings. */
export function verdictAt(
  { prepared }: Pick<Sweep, "prepared">,
  reading: SweptReading,
  row: number,
): Verdict {
  const number = reading.alone.get(row) ?? reading.ofGroup[prepared.rowGroups[row] ?? 0] ?? 0;
  const verdict = reading.verdicts[number];
  if (verdict === undefined) throw new RangeError(`row ${row} has no verdict`);
  return verdict;
}
