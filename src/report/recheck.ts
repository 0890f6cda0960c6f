// The lab's figures judged again, a few at a time, while nobody types: the plain judge, which defines meaning, reads one incident in a
// thousand (one at least) and says whether the verdicts on screen are its own. A difference is a fault of ours and stops the lab.
import { judge } from "../assess/judge.ts";
import { situate } from "../assess/situation.ts";
import type { VerdictKind } from "../assess/verdict.ts";
import { whatIfModels } from "../assess/whatif.ts";
import type { Desk } from "../case/draft.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import type { LabDraft, LabFigures } from "./lab.ts";
import { verdictOfLetter } from "./patterns.ts";
import { heldFor } from "./what-if.ts";

export interface Recheck {
  /** `draftHash` of the figures that were read again. */
  readonly hash: string;
  /** Verdicts read again: of some incidents under every reading shown. */
  readonly verdicts: number;
  /** The first that differs; null for none. */
  readonly mismatch: Mismatch | null;
}

/** What stands on screen and what the judge says. */
export interface Mismatch {
  readonly incident: IncidentId;
  readonly reading: ReadingId;
  /** Null: no verdict at all. */
  readonly shown: VerdictKind | null;
  readonly judged: VerdictKind;
}

/** Incidents that one is read again for. */
const ONE_IN = 1000;

/** `figures` are those on screen. Which incidents are read follows from the draft: another draft, others. */
export function recheck(
  { theCase, read }: Desk,
  draft: LabDraft,
  { hash, letters }: Pick<LabFigures, "hash" | "letters">,
): Recheck {
  const { loaded } = read(draft);
  if (loaded === null) return { hash, verdicts: 0, mismatch: null };
  const incidents = theCase.incidents.filter(({ aggregate }) => !aggregate);
  const models = whatIfModels(theCase, heldFor(theCase, loaded, draft.period)).filter(
    ({ id }) => letters[id] !== undefined,
  );
  let verdicts = 0;
  for (const index of chosenOf(incidents.length, hash)) {
    const incident = incidents[index];
    if (incident === undefined) continue;
    for (const { id, model } of models) {
      const decision = judge(model, situate(model, incident.facts), incident.id);
      const shown = verdictOfLetter(letters[id]?.[index] ?? "");
      verdicts++;
      if (shown !== decision.verdict) {
        const mismatch = { incident: incident.id, reading: id, shown, judged: decision.verdict };
        return { hash, verdicts, mismatch };
      }
    }
  }
  return { hash, verdicts, mismatch: null };
}

/** Evenly spread, from a place that the hash gives. */
function chosenOf(count: number, hash: string): readonly number[] {
  if (count === 0) return [];
  const chosen = Math.max(1, Math.floor(count / ONE_IN));
  const start = Number.parseInt(hash.slice("sha256:".length, "sha256:".length + 8), 16) % count;
  return Array.from({ length: chosen }, (_, i) => (start + i * ONE_IN) % count);
}
