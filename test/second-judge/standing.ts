// Whether the text bound the actor on that day (TERMS 2.9). Days are counted in UTC: the corpus keeps away from midnight.
import { dayOf } from "./clock.ts";
import { listOf } from "./document.ts";
import type { Document, Reading } from "./document.ts";
import { intervalOf, rowsOf } from "./incident.ts";
import type { Incident } from "./incident.ts";

type Standing = "applies" | "unclear" | "would-apply";

/** Applies when the actor had accepted; unclear on the day that changes; a counterfactual never applies. */
export function standingOf(document: Document, reading: Reading, incident: Incident): Standing {
  if (Object.keys(reading.assume ?? {}).length > 0) return "would-apply";
  const actors = rowsOf(incident).flatMap((row) => listOf(row.by ?? "unknown"));
  const possible = new Set(
    actors.flatMap((actor) => (actor === "unknown" ? [...document.parties, "other"] : [actor])),
  );
  const [from, until] = intervalOf(incident);
  const found = [...possible].map((actor) =>
    standingBetween(document, actor, [dayOf("UTC", from), dayOf("UTC", until - 1)]),
  );
  return found.every((each) => each === found[0]) ? (found[0] ?? "unclear") : "unclear";
}

function standingBetween(
  document: Document,
  actor: string,
  [first, last]: readonly [string, string],
): Standing {
  const states = document.status?.[actor] ?? [];
  const before = states.filter(({ since }) => since < first).at(-1)?.is === "accepted";
  const after = states.filter(({ since }) => since <= last).at(-1)?.is === "accepted";
  if (before !== after) return "unclear";
  return after ? "applies" : "would-apply";
}
