// More incidents beside a sweep that stands: only they are situated, and only situations that no reading has met are judged. Totals add
// up, so the sweep that stands is left as it is.
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import type { IncidentColumns } from "./columns.ts";
import { prepareMore } from "./prepare.ts";
import { refusalOf, sweepPrepared } from "./sweep.ts";
import type { Sweep, SweepRefusal } from "./sweep.ts";

/** The same readings over further rows; their facts may be others than those of the sweep that stands. */
export function sweepMore(standing: Sweep, columns: IncidentColumns): Sweep | SweepRefusal {
  const refused = refusalOf(standing.readings.length, columns);
  if (refused !== null) return refused;
  return sweepPrepared(standing.readings, prepareMore(standing.prepared, columns, ordinaryMemory));
}
