// Everything that the rules of some readings ask about place, each question once: how an end of an incident lies to an area, how far it
// is from a line and on which side, how far from the nearest object of some kinds.
import { relateKnown } from "../../geo/line.ts";
import type { Path } from "../../geo/line.ts";
import type { MeterRange } from "../../geo/nearest-on-edge.ts";
import type { Area } from "../../model/place.ts";
import { areasShared } from "../apart.ts";
import type { Context } from "../context.ts";
import { drawn, sameDrawing } from "../drawings.ts";
import type { Measures } from "../relate-spots.ts";
import type { ReadingModel } from "../reading-model.ts";
import { keysOf } from "../spot.ts";
import type { Role, Spot } from "../spot.ts";
import type { Nearness } from "../../terms/ast.ts";
import { metersIn, slotCount } from "./slots.ts";

/** Distances are told apart by the bounds only, see slots.ts. */
export type Question =
  | { readonly kind: "area"; readonly role: Role; readonly area: Area }
  | {
      readonly kind: "line";
      readonly role: Role;
      readonly paths: readonly Path[];
      readonly bounds: readonly number[];
    }
  | { readonly kind: "side"; readonly role: Role; readonly paths: readonly Path[] }
  | {
      readonly kind: "kinds";
      readonly role: Role;
      readonly kinds: readonly string[];
      readonly bounds: readonly number[];
      /** Whose vocabulary and register are meant. */
      readonly context: Context;
    };

/** Codes of an area's column. */
export const RELATIONS = ["outside", "inside", "possible"] as const;
/** Codes of a side's column; null: it cannot be said. */
export const SIDES = [null, "left", "right"] as const;

/** Number of codes of a question's column. */
export function codesOf(question: Question): number {
  if (question.kind === "area") return RELATIONS.length;
  return question.kind === "side" ? SIDES.length : slotCount(question.bounds) ** 2;
}

/** Questions of all readings, in the order in which their rules ask; bounds of equal questions are put together. */
export function questionsOf(models: readonly ReadingModel[]): readonly Question[] {
  const found: Question[] = [];
  // Readings that share their rules ask the same.
  const frames = new Map(models.map(({ context, frame }) => [frame, { context, frame }]));
  for (const { context, frame } of frames.values()) {
    for (const { role, shape } of frame.spots.spots) {
      if (shape.kind === "area" && shape.area !== null)
        add(found, { kind: "area", role, area: shape.area });
      if (shape.kind === "around") {
        const { of, meters } = shape.near;
        add(found, { kind: "kinds", role, kinds: of, bounds: [0, meters], context });
      }
      if (shape.kind !== "strip") continue;
      const { paths, from, to, side } = shape.strip;
      add(found, { kind: "line", role, paths, bounds: [from, to] });
      if (side !== null) add(found, { kind: "side", role, paths });
    }
    for (const role of ["target", "origin"] as const)
      for (const area of areasShared(frame.spots.spots, role))
        add(found, { kind: "area", role, area });
    for (const { of, meters } of frame.spots.near)
      add(found, { kind: "kinds", role: "target", kinds: of, bounds: [0, meters], context });
  }
  return found.map(inOrder);
}

function add(found: Question[], asked: Question): void {
  const at = found.findIndex((one) => isSame(one, asked));
  const known = found[at];
  if (known === undefined) found.push(asked);
  else if ("bounds" in known && "bounds" in asked)
    found[at] = { ...known, bounds: [...known.bounds, ...asked.bounds] };
}

function inOrder(question: Question): Question {
  if (!("bounds" in question)) return question;
  const bounds = [...new Set(question.bounds)].filter(Number.isFinite);
  return { ...question, bounds: bounds.sort((a, b) => a - b) };
}

/** By what is drawn and listed, not by which text says so: a changed text asks the same of places that it leaves as they are. */
function isSame(a: Question, b: Question): boolean {
  if (a.role !== b.role) return false;
  if (a.kind === "area") return b.kind === "area" && sameDrawing(a.area) === sameDrawing(b.area);
  if (a.kind === "kinds") {
    return (
      b.kind === "kinds" &&
      listsTheSame(a.context, b.context) &&
      kindsKey(a.kinds) === kindsKey(b.kinds)
    );
  }
  return a.kind === b.kind && (a.paths === b.paths || drawn(a.paths) === drawn(b.paths));
}

/** The same but for the bounds and for what the case's register lists. */
export function isSameUnlisted(a: Question, b: Question): boolean {
  if (a.kind !== "kinds" || b.kind !== "kinds") return isSame(a, b);
  return (
    a.role === b.role &&
    namesTheSame(a.context, b.context) &&
    kindsKey(a.kinds) === kindsKey(b.kinds)
  );
}

function listsTheSame(a: Context, b: Context): boolean {
  return a.register === b.register && namesTheSame(a, b);
}

/** By the vocabulary and the text's own objects. */
function namesTheSame(a: Context, b: Context): boolean {
  if (a === b) return true;
  return a.kinds === b.kinds && drawn(a.instrument.objects) === drawn(b.instrument.objects);
}

/** Whether a question, with all of its bounds, is among others. */
export function isAskedIn(questions: readonly Question[], asked: Question): boolean {
  return questions.some((one) => {
    if (!isSame(one, asked)) return false;
    if (!("bounds" in one) || !("bounds" in asked)) return true;
    return asked.bounds.every((bound) => one.bounds.includes(bound));
  });
}

/** All that readings ask of places, in words: equal where the same answers to `questions` say the same. */
export function spotsWords(
  { context, frame }: ReadingModel,
  questions: readonly Question[],
): string {
  const { spots, near, calibres } = frame.spots;
  const kinds = (role: Role, { of, meters }: Nearness) => [
    indexOf(questions, { kind: "kinds", role, kinds: of, bounds: [], context }),
    kindsKey(of),
    meters,
  ];
  const drawings = spots.map((spot) => {
    const { role, shape } = spot;
    const asked = shapeWords(questions, spot, kinds);
    return [role, keysOf(spot), shape.kind, asked];
  });
  return JSON.stringify([drawings, near.map((one) => kinds("target", one)), calibres]);
}

function shapeWords(
  questions: readonly Question[],
  { role, shape }: Spot,
  kinds: (role: Role, near: Nearness) => readonly (number | string)[],
): readonly unknown[] {
  if (shape.kind === "area")
    return shape.area === null
      ? []
      : [indexOf(questions, { kind: "area", role, area: shape.area })];
  if (shape.kind === "around") return kinds(role, shape.near);
  if (shape.kind !== "strip") return [];
  const { paths, from, to, side } = shape.strip;
  return [indexOf(questions, { kind: "line", role, paths, bounds: [] }), from, String(to), side];
}

function kindsKey(kinds: readonly string[]): string {
  return [...new Set(kinds)].sort().join();
}

/** The answers that some codes stand for, as the judge asks for them. `codeOf` gives the code of the i-th question. */
export function measuresFrom(
  context: Context,
  questions: readonly Question[],
  codeOf: (question: number) => number,
): Measures {
  const codeOfSame = (asked: Question): number => codeOf(indexOf(questions, asked));
  return {
    toArea: (role, area) =>
      area === null
        ? "possible"
        : (RELATIONS[codeOfSame({ kind: "area", role, area })] ?? "possible"),
    toStrip: (role, strip) => {
      const asked = { kind: "line", role, paths: strip.paths, bounds: [] } as const;
      const known = rangeOf(questions, indexOf(questions, asked), codeOf);
      const side = () => SIDES[codeOfSame({ kind: "side", role, paths: strip.paths })] ?? null;
      return { known, relation: relateKnown(strip, known, side) };
    },
    toKinds: (role, kinds) =>
      rangeOf(
        questions,
        indexOf(questions, { kind: "kinds", role, kinds, bounds: [], context }),
        codeOf,
      ),
  };
}

/** The number of a question that was asked before. */
export function indexOf(questions: readonly Question[], asked: Question): number {
  const at = questions.findIndex((one) => isSame(one, asked));
  if (at < 0) throw new RangeError(`nobody asked for this ${asked.kind} before`);
  return at;
}

function rangeOf(
  questions: readonly Question[],
  at: number,
  codeOf: (question: number) => number,
): MeterRange {
  const question = questions[at];
  const bounds = question !== undefined && "bounds" in question ? question.bounds : [];
  const [code, slots] = [codeOf(at), slotCount(bounds)];
  return { low: metersIn(bounds, Math.floor(code / slots)), high: metersIn(bounds, code % slots) };
}
