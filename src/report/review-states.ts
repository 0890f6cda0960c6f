// Where the review of each account stands, for lists that narrow by it.
import type { Case } from "../case/case.ts";
import type { Instant } from "../model/instant.ts";
import { asOf as viewAsOf } from "../record/fold/as-of.ts";
import { thingsOf } from "../record/fold/state.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import type { RecordedLog } from "./recorded.ts";

/** Incident id -> state, of those that somebody decided something about; all others are `reported`. */
export type ReviewStates = ReadonlyMap<string, ReviewState>;

/** As known at `at` (null: now). Empty for a case of seeds: nobody decides anything there. */
export function reviewStates(
  { settings }: Pick<Case, "settings">,
  log: RecordedLog,
  at: Instant | null,
): ReviewStates {
  if (log.head === null) return new Map();
  const zone = settings.timeZones[0] ?? "UTC";
  const entries = at === null ? [] : log.entries();
  const state = at === null ? log.state() : viewAsOf(entries, entries.length, { at, zone }).state;
  return new Map(
    thingsOf(state, "incident").flatMap(({ id, review }) =>
      review === null || review.by === null ? [] : [[id, review.state] as const],
    ),
  );
}
