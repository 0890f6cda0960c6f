// The same violations counted in other units than incidents: days with at least one, protected objects hit. Bounds, like every count.
import type { Bounds } from "../model/count.ts";
import type { ReadingId } from "../model/id.ts";
import { modelsOf } from "./assess.ts";
import type { Assessment } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { daysWithAny } from "./days.ts";
import type { Hold } from "./hold.ts";
import { knownBy } from "./known-by.ts";
import { objectsHit } from "./objects.ts";

export interface UnitCounts {
  /** Days, cut in the case's first time zone, with at least one violation. */
  readonly days: Bounds;
  /** Things at a place that the reading protects (objects.ts). */
  readonly objects: Bounds;
}

/** Counts of each reading of an assessment of `input`; `hold` as it was assessed with. */
export function unitCounts(
  input: AssessInput,
  { asOf, readings, rows }: Assessment,
  hold?: Hold,
): ReadonlyMap<ReadingId, UnitCounts> {
  const known = asOf === null ? input : knownBy(input, asOf);
  const zone = input.settings.timeZones[0] ?? "UTC";
  const ids = readings.map(({ id }) => id);
  return new Map(
    modelsOf(known, ids, hold).map(({ id, model }) => {
      const judged = rows.flatMap(({ incident, verdicts }) => {
        const verdict = verdicts.get(id);
        return verdict === undefined ? [] : [{ incident, verdict }];
      });
      return [id, { days: daysWithAny(judged, zone), objects: objectsHit(model, judged) }];
    }),
  );
}
