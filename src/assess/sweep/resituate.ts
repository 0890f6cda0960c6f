// A sweep again after its texts, zones or objects changed, over the same rows: what was asked of places before and is drawn and listed as it
// was keeps its answers; a new version of a zone asks that zone alone; a new object asks the rows about it alone (ASSESS, "Situate").
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import type { Allocate, DiscColumns } from "../../geo/kernel/columns.ts";
import type { Position } from "../../model/place.ts";
import type { NamedModel } from "../assess.ts";
import type { ObjectRegister } from "../object-register.ts";
import { changedShapes, mayMatter, rowsOfKind } from "./changed-objects.ts";
import type { ChangedShape } from "./changed-objects.ts";
import { UNCODED, codeRows } from "./code-rows.ts";
import { IS_DISC } from "./columns.ts";
import type { PlaceColumns } from "./columns.ts";
import { NOT_LISTED, planFor } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { askedOf, cutsFor, nowhere } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";
import { codesOf, isSameUnlisted } from "./questions.ts";
import type { Question } from "./questions.ts";
import { refusalOf, settleRange, sweepCoded } from "./sweep.ts";
import type { Sweep, SweepRefusal } from "./sweep.ts";

/** What becomes of a question: it keeps its column, or only the rows about some shapes are asked again, or all rows are. */
type Fate = { readonly kind: "kept"; readonly from: number } | Near | { readonly kind: "new" };

interface Near {
  readonly kind: "near";
  readonly from: number;
  readonly shapes: readonly ChangedShape[];
  /** Metres: the last bound that is asked about. */
  readonly furthest: number;
}

export interface Resituated {
  readonly prepared: Prepared;
  /** By question: how many rows were asked again. */
  readonly asked: readonly number[];
}

/** Changed shapes that are looked for one by one; where more changed, every row is asked. */
const FEW_SHAPES = 64;

/** Verdicts of the same rows under other readings, zones or objects; the sweep that stands is left as it is. */
export function sweepAgain(models: readonly NamedModel[], standing: Sweep): Sweep | SweepRefusal {
  return (
    refusalOf(models.length, standing.prepared.columns) ??
    sweepCoded(models, resituate(models, standing.prepared, ordinaryMemory).prepared)
  );
}

/** The same columns, questions and codes as if everything were prepared and asked anew. */
export function resituate(
  models: readonly NamedModel[],
  standing: Prepared,
  allocate: Allocate,
): Resituated {
  const { columns, keys } = standing;
  const all = models.map(({ model }) => model);
  const questions = askedOf(all);
  const fates = questions.map((question) => fateOf(question, standing.questions));
  const codes = fates.map((fate) => columnFor(fate, standing, allocate));
  const changed = changedPlans({ questions, fates }, standing, allocate);
  const asked = fates.map((fate) => (fate.kind === "new" ? columns.count : 0));
  for (const { plan, places } of changed) {
    for (const [question, rows] of askRows({ plan, places, fates }, codes)) asked[question] = rows;
  }
  const settling: Prepared = {
    ...standing,
    questions,
    plans: changed,
    keys: {
      ...keys,
      cuts: cutsFor(all, allocate),
      questions: codes,
      answers: questions.map(codesOf),
    },
    rowGroups: new Uint32Array(allocate(4 * columns.count)),
  };
  settleRange(settling, { from: 0, until: columns.count });
  const plans = [...keptPlans({ questions, fates }, standing, allocate), ...changed];
  return { prepared: { ...settling, plans }, asked };
}

/** The column that stands, a copy of it to be changed, or an empty one. */
function columnFor(fate: Fate, { columns, keys }: Prepared, allocate: Allocate): Uint16Array {
  const known = fate.kind === "new" ? undefined : keys.questions[fate.from];
  if (known !== undefined && fate.kind === "kept") return known;
  const own = new Uint16Array(allocate(2 * columns.count)).fill(UNCODED);
  if (known !== undefined) own.set(known);
  return own;
}

function fateOf(question: Question, before: readonly Question[]): Fate {
  const from = before.findIndex((one) => isSameUnlisted(one, question));
  const known = before[from];
  if (known === undefined || boundsOf(known).join() !== boundsOf(question).join())
    return { kind: "new" };
  if (known.kind !== "kinds" || question.kind !== "kinds") return { kind: "kept", from };
  const shapes = changedShapes(known, question);
  if (shapes === null || shapes.length > FEW_SHAPES) return { kind: "new" };
  if (shapes.length === 0) return { kind: "kept", from };
  return { kind: "near", from, shapes, furthest: question.bounds.at(-1) ?? 0 };
}

function boundsOf(question: Question): readonly number[] {
  return "bounds" in question ? question.bounds : [];
}

interface Asked {
  readonly questions: readonly Question[];
  readonly fates: readonly Fate[];
}

type PlannedPlaces = Prepared["plans"][number];

/** One index for what is asked again of each end. */
function changedPlans(
  { questions, fates }: Asked,
  { columns }: Prepared,
  allocate: Allocate,
): readonly PlannedPlaces[] {
  const only = new Set(fates.flatMap(({ kind }, i) => (kind === "kept" ? [] : [i])));
  return (["target", "origin"] as const).flatMap((role) => {
    const plan = planFor(role, questions, { allocate, only });
    if (plan.tasks.length === 0) return [];
    return [{ plan, places: columns[role] ?? nowhere(columns.count, allocate) }];
  });
}

/** What stands of the plans: tasks whose answers are kept, under their new numbers. */
function keptPlans(
  { questions, fates }: Asked,
  standing: Prepared,
  allocate: Allocate,
): readonly PlannedPlaces[] {
  const [before, now] = [registerOf(standing.questions), registerOf(questions)];
  return standing.plans.flatMap(({ plan, places }) => {
    const tasks = plan.tasks.flatMap((task) => {
      const question = fates.findIndex(
        (fate) => fate.kind === "kept" && fate.from === task.question,
      );
      return question < 0 ? [] : [{ ...task, question }];
    });
    if (tasks.length === 0) return [];
    const isMoved = before !== null && now !== null && before !== now;
    const listed = isMoved ? movedRows(plan, { before, now }, allocate) : plan.listed;
    return [{ plan: { ...plan, tasks, listed }, places }];
  });
}

function registerOf(questions: readonly Question[]): ObjectRegister | null {
  const [first] = questions.flatMap((one) => (one.kind === "kinds" ? [one.context.register] : []));
  return first ?? null;
}

/** Where the indexed shapes stand in another register, which lists those that any kept question counts as they were, in that order. */
function movedRows(
  { listed }: Plan,
  { before, now }: { readonly before: ObjectRegister; readonly now: ObjectRegister },
  allocate: Allocate,
): Uint32Array {
  const rowOf = new Uint32Array(before.shapes.count).fill(NOT_LISTED);
  for (const kind of before.kinds) {
    const [old, own] = [rowsOfKind(before, kind), rowsOfKind(now, kind)];
    if (old.length === own.length) old.forEach((row, i) => (rowOf[row] = own[i] ?? NOT_LISTED));
  }
  const moved = new Uint32Array(allocate(4 * listed.length));
  for (let i = 0; i < listed.length; i++) moved[i] = rowOf[listed[i] ?? NOT_LISTED] ?? NOT_LISTED;
  return moved;
}

interface Asking extends PlannedPlaces {
  readonly fates: readonly Fate[];
}

/** Codes what the kernel can say of the rows that are asked again; the others of a `near` question keep theirs. How many were asked. */
function askRows(
  { plan, places, fates }: Asking,
  codes: readonly Uint16Array[],
): ReadonlyMap<number, number> {
  const whole = plan.tasks.filter(({ question }) => fates[question]?.kind === "new");
  codeRows({ ...plan, tasks: whole }, places, { from: 0, until: places.count }, codes);
  const asked = new Map<number, number>();
  for (const task of plan.tasks) {
    const [fate, into] = [fates[task.question], codes[task.question]];
    if (fate?.kind !== "near" || into === undefined) continue;
    const rows = rowsNear(places, fate);
    const some: Uint16Array[] = [];
    some[task.question] = new Uint16Array(rows.length);
    codeRows(
      { ...plan, tasks: [task] },
      picked(places, rows),
      { from: 0, until: rows.length },
      some,
    );
    rows.forEach((row, i) => (into[row] = some[task.question]?.[i] ?? UNCODED));
    asked.set(task.question, rows.length);
  }
  return asked;
}

/** Discs so near to one of the shapes that their answer may change, and every row that has no disc. */
function rowsNear(
  { count, lon, lat, radius, area }: PlaceColumns,
  { shapes, furthest }: Near,
): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < count; row++) {
    const center: Position = [lon[row] ?? NaN, lat[row] ?? NaN];
    const meters = furthest + (radius[row] ?? 0);
    if (area[row] !== IS_DISC || shapes.some((shape) => mayMatter(shape, center, meters)))
      rows[found++] = row;
  }
  return rows.slice(0, found);
}

function picked({ lon, lat, radius }: DiscColumns, rows: Uint32Array): DiscColumns {
  const of = (column: Float64Array) => Float64Array.from(rows, (row) => column[row] ?? NaN);
  return { count: rows.length, lon: of(lon), lat: of(lat), radius: of(radius) };
}
