// Totals of a sweep: sums over groups, so that a million incidents are counted as fast as thousands. The same bounds as totals.ts,
// which counts one by one; casualties need the claims and are not here.
import type { Bounds } from "../../model/count.ts";
import type { Reason, ReadingTotals, Standing, Totals, Verdict } from "../verdict.ts";
import type { Sweep, SweptReading } from "./sweep.ts";

export type SweptTotals = Omit<ReadingTotals, "casualties">;

/** Totals of one reading of a sweep. */
export function sweptTotals(sweep: Sweep, reading: SweptReading): SweptTotals {
  const { incidents, aggregates } = countsOfVerdicts(sweep, reading);
  const { verdicts, model } = reading;
  const count = (test: (verdict: Verdict) => boolean): number =>
    verdicts.reduce((sum, verdict, i) => sum + (test(verdict) ? (incidents[i] ?? 0) : 0), 0);
  const bounds = (test: (verdict: Verdict) => boolean): Bounds => ({
    atLeast: count((one) => test(one) && one.verdict === "violation"),
    atMost: count((one) => test(one) && one.maybe),
  });
  const parties = model.context.instrument.parties;
  return {
    id: reading.id,
    totals: { ...totalsOf(count, bounds), aggregates: aggregates.reduce((a, b) => a + b, 0) },
    byParty: Object.fromEntries(parties.map((party) => [party, boundsOfParty(count, party)])),
    byReason: reasonsOf(verdicts, incidents),
    byStanding: {
      applies: bounds(stands("applies")),
      unclear: bounds(stands("unclear")),
      "would-apply": bounds(stands("would-apply")),
    },
  };
}

function stands(standing: Standing): (verdict: Verdict) => boolean {
  return (verdict) => verdict.standing === standing;
}

type Count = (test: (verdict: Verdict) => boolean) => number;

function totalsOf(
  count: Count,
  bounds: (test: (verdict: Verdict) => boolean) => Bounds,
): Omit<Totals, "aggregates"> {
  return {
    incidents: count(() => true),
    violation: count(({ verdict }) => verdict === "violation"),
    notCovered: count(({ verdict }) => verdict === "not-covered"),
    undetermined: {
      facts: count(({ cause }) => cause === "facts"),
      text: count(({ cause }) => cause === "text"),
      both: count(({ cause }) => cause === "both"),
    },
    conflict: count(({ verdict }) => verdict === "conflict"),
    ...bounds(() => true),
  };
}

function boundsOfParty(count: Count, party: string): Bounds {
  const isBy = ({ maybeBy }: Verdict) => maybeBy.includes(party);
  return {
    atLeast: count((one) => isBy(one) && one.verdict === "violation" && one.maybeBy.length === 1),
    atMost: count(isBy),
  };
}

function reasonsOf(
  verdicts: readonly Verdict[],
  incidents: Float64Array,
): Readonly<Partial<Record<Reason, number>>> {
  const counts: Partial<Record<Reason, number>> = {};
  verdicts.forEach(({ verdict, reasons }, i) => {
    const own = incidents[i] ?? 0;
    if (verdict === "not-covered" && own > 0)
      for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + own;
  });
  return counts;
}

/** Incidents and whole-night totals by the number of their verdict, rows judged alone by their own. */
function countsOfVerdicts(
  { prepared: { columns, rowGroups } }: Sweep,
  { ofGroup, alone, verdicts, ...ofGroups }: SweptReading,
) {
  const incidents = new Float64Array(verdicts.length);
  const aggregates = new Float64Array(verdicts.length);
  incidents.set(ofGroups.incidents);
  aggregates.set(ofGroups.aggregates);
  for (const [row, verdict] of alone) {
    const counts = columns.aggregate[row] === 1 ? aggregates : incidents;
    const ofOthers = ofGroup[rowGroups[row] ?? 0] ?? 0;
    counts[ofOthers] = (counts[ofOthers] ?? 0) - 1;
    counts[verdict] = (counts[verdict] ?? 0) + 1;
  }
  return { incidents, aggregates };
}

/** At least and at most in each cell of a cross-filter: a day, a region, a kind, a party, or any number a row may have. */
export interface CellBounds {
  readonly atLeast: Uint32Array;
  readonly atMost: Uint32Array;
}

/** Bounds by cell; rows whose cell is no number below `cells` are left out, whole-night totals too. Cost: linear in rows. */
export function boundsByCell(
  sweep: Sweep,
  reading: SweptReading,
  { cellOf, cells }: { readonly cellOf: ArrayLike<number>; readonly cells: number },
): CellBounds {
  const { columns, rowGroups } = sweep.prepared;
  const [atLeast, atMost] = [new Uint32Array(cells), new Uint32Array(cells)];
  const weight = Uint8Array.from(reading.verdicts, ({ verdict, maybe }) =>
    maybe ? (verdict === "violation" ? 2 : 1) : 0,
  );
  const { ofGroup, alone } = reading;
  for (let row = 0; row < columns.count; row++) {
    const common = ofGroup[rowGroups[row] ?? 0] ?? 0;
    const own = weight[alone.size === 0 ? common : (alone.get(row) ?? common)] ?? 0;
    const cell = cellOf[row] ?? -1;
    if (own === 0 || columns.aggregate[row] === 1 || !(cell >= 0 && cell < cells)) continue;
    atMost[cell] = (atMost[cell] ?? 0) + 1;
    if (own === 2) atLeast[cell] = (atLeast[cell] ?? 0) + 1;
  }
  return { atLeast, atMost };
}
