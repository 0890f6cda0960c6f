// Whose an object is, where the text leaves that to a question of sort `side` (TERMS 1.2): answered per text world.
import type { Clause, ObjectDefinition, Slot, Target } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import { resolveSlot } from "./pick.ts";
import type { Asked } from "./pick.ts";

/** Stands before a question in a facet of a thing; text worlds answer it. */
const ASKED = "?";

/** The value of a facet that a question answers, before any world has answered it. */
export function askedFacet(slot: Slot<string>): string {
  return slot.kind === "value" ? slot.value : ASKED + slot.question;
}

/** True for a facet that only a text world answers. */
export function isAsked(value: string): boolean {
  return value.startsWith(ASKED);
}

/** Targets with the party in place of each question. */
export function sidesAnswered(
  context: Context,
  targets: readonly Target[] | null,
  picks: Asked,
): readonly Target[] | null {
  if (targets === null || !targets.some(hasQuestion)) return targets;
  return targets.map((target) => ({ ...target, facets: answered(context, target.facets, picks) }));
}

function hasQuestion({ facets }: Target): boolean {
  return Object.keys(facets).some((facet) => facet.endsWith("-question"));
}

function answered(context: Context, facets: Target["facets"], picks: Asked): Target["facets"] {
  const entries = Object.entries(facets).map(([facet, value]): [string, string] => {
    if (!facet.endsWith("-question")) return [facet, value];
    return [facet.slice(0, -"-question".length), sideOf(context, value, picks)];
  });
  return Object.fromEntries(entries);
}

/** The party that this world answers; `nobody` where a question has no answer to pick. */
function sideOf(context: Context, question: string, picks: Asked): string {
  const slot = { kind: "question", question } as const;
  return resolveSlot(context, slot, { sort: "side", picks }) ?? "nobody";
}

/** Answers to the questions about objects, for a clause that can hang on whose an object is. */
export function answeredSides(
  context: Context,
  {
    targets,
    picks,
    against,
  }: {
    readonly targets: readonly Target[] | null;
    readonly picks: Asked;
    readonly against: Clause["against"];
  },
): Readonly<Record<string, string>> {
  const asks = against !== null || (targets ?? []).some(({ facets }) => asksParty(facets));
  const questions = asks ? [...context.instrument.objects.values()].flatMap(questionsOf) : [];
  const sorted = [...new Set(questions)].sort();
  return Object.fromEntries(sorted.map((question) => [question, sideOf(context, question, picks)]));
}

function asksParty(facets: Target["facets"]): boolean {
  return Object.keys(facets).some((facet) => /^(?:side|controlled-by)(?:-question)?$/.test(facet));
}

function questionsOf({ side, controlledBy }: ObjectDefinition): readonly string[] {
  return [side, controlledBy].flatMap((slot) => (slot?.kind === "question" ? [slot.question] : []));
}

/** A thing's facets as this world answers them. */
export function facetsIn(
  sides: Readonly<Record<string, string>>,
  facets: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (!Object.values(facets).some(isAsked)) return facets;
  const entries = Object.entries(facets).map(([facet, value]): [string, string] => [
    facet,
    isAsked(value) ? (sides[value.slice(ASKED.length)] ?? "nobody") : value,
  ]);
  return Object.fromEntries(entries);
}
