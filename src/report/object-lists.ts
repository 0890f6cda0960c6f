// The lists of objects of a case: whose they are and what is not in them, and which texts are held against them.
import { contextOf } from "../assess/context.ts";
import type { Context } from "../assess/context.ts";
import { mayBe } from "../assess/distance.ts";
import type { Shape } from "../assess/shape.ts";
import type { Case } from "../case/case.ts";
import { compareText } from "../model/problem.ts";
import type { Instrument, Slot, Target } from "../terms/ast.ts";
import { groupBy } from "../terms/check.ts";

export interface ListPage {
  readonly file: string;
  readonly objects: number;
  /** In id order. */
  readonly kinds: readonly { readonly kind: string; readonly objects: number }[];
  readonly source: string;
  readonly licence: string;
  readonly attribution: string | null;
  /** A day, a month, a year or `unknown`. */
  readonly asOf: string;
  readonly listedBy: string;
  readonly leftOut: string | null;
  /** Texts that ask how near something was to kinds that the list may hold, in id order; empty: no verdict hangs on it. */
  readonly askedBy: readonly string[];
}

/** In file order. */
export function listPages(theCase: Case): readonly ListPage[] {
  const asking = theCase.instruments.map((loaded) => {
    const context = contextOf(theCase, loaded);
    return { context, kinds: kindsAsked(loaded.instrument, context) };
  });
  return theCase.objects.map(({ objects, ...said }) => {
    const kinds = [...groupBy(objects, ({ kind }) => kind)].sort(([a], [b]) => compareText(a, b));
    const texts = asking.filter((one) => kinds.some(([kind]) => isAsked(one, kind)));
    return {
      ...said,
      objects: objects.length,
      kinds: kinds.map(([kind, some]) => ({ kind, objects: some.length })),
      askedBy: texts.map(({ context }) => context.instrument.id),
    };
  });
}

interface Asking {
  readonly context: Context;
  readonly kinds: readonly string[];
}

function isAsked({ context, kinds }: Asking, kind: string): boolean {
  return kinds.length > 0 && mayBe(context, [kind], kinds) !== "no";
}

/** Kinds of objects that a text asks nearness to: in its targets, in answers to its questions, and in zones around such objects. */
function kindsAsked(instrument: Instrument, context: Context): readonly string[] {
  const inClauses = [...instrument.clauses.values()].flatMap(({ targets }) => inSlot(targets));
  const answers = [...instrument.questions.values()].flatMap((one) => [...one.answers.values()]);
  const inAnswers = answers.flatMap(({ value }) =>
    value?.sort === "targets" ? value.value.flatMap(inTarget) : [],
  );
  const inZones = [...context.shapes.values()].flatMap(inShape);
  return [...inClauses, ...inAnswers, ...inZones];
}

function inSlot(slot: Slot<readonly Target[]> | null): readonly string[] {
  return slot?.kind === "value" ? slot.value.flatMap(inTarget) : [];
}

function inTarget({ near }: Target): readonly string[] {
  return near?.of ?? [];
}

function inShape(shape: Shape): readonly string[] {
  if (shape.kind === "around") return shape.near.of;
  return shape.kind === "per-party" ? [...shape.shapes.values()].flatMap(inShape) : [];
}
