// The rows that the kernel left open, asked of the plain functions that define the answers: places that are areas or unknown, lines'
// sides, distances and outlines so near to a bound that rounding would decide.
import { shapesNear } from "../../geo/kernel/shapes-near.ts";
import { circleAround, metersToLine, sideOf } from "../../geo/line.ts";
import type { MeterRange } from "../../geo/nearest-on-edge.ts";
import { relate } from "../../geo/relation.ts";
import type { Extent } from "../../model/place.ts";
import { metersToKinds } from "../distance.ts";
import { UNCODED, codeRows } from "./code-rows.ts";
import { IS_DISC, NO_PLACE, extentAt, factsAt } from "./columns.ts";
import type { IncidentColumns, PlaceColumns } from "./columns.ts";
import { NOT_LISTED } from "./plan.ts";
import type { Plan } from "./plan.ts";
import { drawn } from "../drawings.ts";
import { RELATIONS, SIDES } from "./questions.ts";
import type { Question } from "./questions.ts";
import { slotCount, slotOf } from "./slots.ts";

interface Settling {
  readonly plan: Plan;
  readonly questions: readonly Question[];
  readonly columns: IncidentColumns;
}

/** Replaces every UNCODED code of the plan's questions in the range, and those where the record measured a distance itself. */
export function settleRows(
  settling: Settling,
  { from, until }: { readonly from: number; readonly until: number },
  codes: readonly Uint16Array[],
): void {
  const { plan, questions, columns } = settling;
  const places = plan.role === "origin" ? columns.origin : columns.target;
  const measured = measuredValues(columns);
  for (const { question: i } of plan.tasks) {
    const [question, into] = [questions[i], codes[i]];
    if (question === undefined || into === undefined) continue;
    const known = new Map<number, number>();
    const isMeasured = question.kind === "kinds" && question.role === "target" ? measured : null;
    for (let row = from; row < until; row++) {
      const own = isMeasured !== null && isMeasured.has(columns.dimensions.said.codes[row] ?? 0);
      if (into[row] !== UNCODED && !own) continue;
      const area = places?.area[row] ?? NO_PLACE;
      const asked = { question, row, places };
      const found = own || area === IS_DISC ? undefined : known.get(area);
      const code = found ?? (own ? codeOf(settling, asked) : keptCode(settling, asked, area));
      if (!own) known.set(area, code);
      into[row] = code;
    }
  }
}

/** Numbers of the values in which the record gives distances. */
function measuredValues({ dimensions: { said } }: IncidentColumns): ReadonlySet<number> | null {
  const some = said.values.flatMap(({ distances }, code) =>
    distances === undefined ? [] : [code],
  );
  return some.length === 0 ? null : new Set(some);
}

interface Asked {
  readonly question: Question;
  readonly row: number;
  readonly places: PlaceColumns | null;
}

/** The same regions come again with further rows: their codes are kept as long as the question. */
function keptCode(settling: Settling, asked: Asked, area: number): number {
  const drawing = settling.columns.areas[area];
  if (drawing === undefined) return codeOf(settling, asked);
  const kept = OF_AREAS.get(asked.question) ?? new Map<string, number>();
  OF_AREAS.set(asked.question, kept);
  const words = drawn(drawing);
  const code = kept.get(words) ?? codeOf(settling, asked);
  if (kept.size < MOST_AREAS) kept.set(words, code);
  return code;
}

const OF_AREAS = new WeakMap<Question, Map<string, number>>();
const MOST_AREAS = 10_000;

function codeOf({ plan, questions, columns }: Settling, asked: Asked): number {
  const { question, row, places } = asked;
  const extent = extentAt(columns, places, row);
  switch (question.kind) {
    case "area":
      return RELATIONS.indexOf(relate(extent, question.area));
    case "line":
      return rangeCode(question.bounds, metersToLine(extent, question.paths));
    case "side":
      return SIDES.indexOf(sideOf(extent, question.paths));
    case "kinds": {
      const { context, role, kinds, bounds } = question;
      const facts = factsAt(columns, row);
      const isMeasured = facts.distances !== undefined && role === "target";
      const number = questions.indexOf(question);
      const around = isMeasured ? UNCODED : codeAround(plan, extent, number);
      if (around !== UNCODED) return around;
      // What the index has no layers for is looked for among all objects.
      const isIndexed = plan.tasks.some(
        (task) => task.question === number && task.kind === "range",
      );
      const among = isIndexed && !isMeasured ? amongListed(plan, extent, bounds) : null;
      const asked = among === null ? { role, kinds } : { role, kinds, among };
      return rangeCode(bounds, metersToKinds(context, facts, asked));
    }
    default:
      return question satisfies never;
  }
}

/** Distances of an area are those of a circle around it (line.ts), which the kernel can be asked about. */
function codeAround(plan: Plan, extent: Extent, question: number): number {
  const circle = extent.kind === "area" ? circleAround(extent) : null;
  if (circle === null) return UNCODED;
  const disc = {
    count: 1,
    lon: Float64Array.of(circle.center[0]),
    lat: Float64Array.of(circle.center[1]),
    radius: Float64Array.of(circle.radius),
  };
  const task = plan.tasks.filter((one) => one.question === question);
  const codes: Uint16Array[] = [];
  codes[question] = new Uint16Array(1);
  codeRows({ ...plan, tasks: task }, disc, { from: 0, until: 1 }, codes);
  return codes[question][0] ?? UNCODED;
}

/** Metres: a little more than any bound's border. */
const MARGIN = 50;
/** Metres: a wider place asks all objects, which is quicker than to look for them. */
const WIDE = 50_000;

/** Objects of the case's register within the bounds that are asked about; null: any of them. */
function amongListed(
  { index, listed }: Plan,
  extent: Extent,
  bounds: readonly number[],
): readonly number[] | null {
  if (index === null || extent.kind !== "disc" || extent.radiusMeters > WIDE) return null;
  const meters = (bounds.at(-1) ?? 0) + extent.radiusMeters + MARGIN;
  return shapesNear(index.nearest, extent.center, meters)
    .map((shape) => listed[shape] ?? NOT_LISTED)
    .filter((row) => row !== NOT_LISTED);
}

function rangeCode(bounds: readonly number[], { low, high }: MeterRange): number {
  return slotOf(bounds, low) * slotCount(bounds) + slotOf(bounds, high);
}
