// What a text world chose where the text leaves a choice, and the value a slot has under that choice.
import type { AnswerValue, Slot, Sort, ZoneChoice } from "../terms/ast.ts";
import type { Context } from "./context.ts";

/** Question id, `tz` (unknown zone), `tz:<a|b>` (listed zones) or `zone:<id>` (undrawn zone) -> what was chosen. */
export type Picks = ReadonlyMap<string, string>;

/** Picks that can only be asked one by one, so that what was asked is all that an answer hangs on. */
export type Asked = Pick<Picks, "get">;

type SortValues = { readonly [V in AnswerValue as V["sort"]]: V["value"] };

/** The value type of a slot of sort S. */
export type ValueOf<S extends Sort> = SortValues[S];

/** The value of a slot under the picks; null when the clause leaves the slot out. */
export function resolveSlot<S extends Sort>(
  context: Context,
  slot: Slot<unknown> | null,
  { sort, picks }: { readonly sort: S; readonly picks: Asked },
): ValueOf<S> | null {
  if (slot === null) return null;
  if (slot.kind === "value") return slot.value as ValueOf<S>;
  const question = context.instrument.questions.get(slot.question);
  const answer = question?.answers.get(picks.get(slot.question) ?? "");
  return answer?.value.sort === sort ? (answer.value.value as ValueOf<S>) : null;
}

/** The pick that decides between several named zones. */
export function zoneChoiceId(zone: Extract<ZoneChoice, { kind: "zones" }>): string {
  return `tz:${zone.names.join("|")}`;
}
