// What of the record counts: things that nobody rejected, merged away or withdrew, and whose required fields can be read.
import { thingsOf } from "../fold/state.ts";
import type { RecordState, Thing } from "../fold/state.ts";
import { ruleOf } from "../kinds/kinds.ts";

/** Why a thing does not count. */
export type Aside = "rejected" | "merged" | "withdrawn" | "closed";

export interface Standing {
  /** In the order of the log. */
  readonly things: readonly Thing[];
  /** The others with the first reason that holds, in the order of the log. */
  readonly aside: readonly { readonly thing: Thing; readonly why: Aside }[];
}

/** `closed`: a field that the kind requires is redacted, or not for this reader. */
export function standing(state: RecordState): Standing {
  const judged = thingsOf(state).map((thing) => ({ thing, why: asideOf(thing) }));
  return {
    things: judged.flatMap(({ thing, why }) => (why === null ? [thing] : [])),
    aside: judged.flatMap(({ thing, why }) => (why === null ? [] : [{ thing, why }])),
  };
}

/** Why it does not count; null: it does. */
export function asideOf(thing: Thing): Aside | null {
  if (thing.review?.state === "rejected") return "rejected";
  if (thing.mergedInto !== null) return "merged";
  if (thing.withdrawals.length > 0) return "withdrawn";
  const isWhole = Object.entries(ruleOf(thing.kind).fields).every(
    ([name, { isRequired }]) => !isRequired || Object.hasOwn(thing.fields, name),
  );
  return isWhole ? null : "closed";
}
