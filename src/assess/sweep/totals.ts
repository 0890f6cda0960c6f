// Totals of a sweep: sums over groups, so that a million incidents are counted as fast as thousands. The same bounds as totals.ts,
// which counts one by one; casualties need the claims and are not here.
import type { Reason, ReadingTotals, Standing, Totals, Verdict } from "../verdict.ts";
import type { Sweep, SweptReading } from "./sweep.ts";

export type SweptTotals = Omit<ReadingTotals, "casualties">;

/** Totals of one reading of a sweep. Verdicts are passed over once: a reading may have thousands of different ones. */
export function sweptTotals(sweep: Sweep, reading: SweptReading): SweptTotals {
  const { incidents, aggregates } = countsOfVerdicts(sweep, reading);
  const { verdicts, model } = reading;
  const sums = new Sums(model.context.instrument.parties);
  verdicts.forEach((verdict, i) => sums.add(verdict, incidents[i] ?? 0));
  return {
    id: reading.id,
    totals: { ...sums.totals(), aggregates: aggregates.reduce((a, b) => a + b, 0) },
    byParty: Object.fromEntries(sums.byParty),
    byReason: reasonsOf(verdicts, incidents),
    byStanding: sums.byStanding,
  };
}

interface OpenBounds {
  atLeast: number;
  atMost: number;
}

class Sums {
  readonly byParty: ReadonlyMap<string, OpenBounds>;
  readonly byStanding: Readonly<Record<Standing, OpenBounds>> = {
    applies: noneYet(),
    unclear: noneYet(),
    "would-apply": noneYet(),
  };
  readonly #all = noneYet();
  readonly #verdicts = { violation: 0, "not-covered": 0, undetermined: 0, conflict: 0 };
  readonly #causes = { facts: 0, text: 0, both: 0 };
  #incidents = 0;

  constructor(parties: readonly string[]) {
    this.byParty = new Map(parties.map((party) => [party, noneYet()]));
  }

  /** So many incidents of one verdict. */
  add({ verdict, cause, maybe, maybeBy, standing }: Verdict, count: number): void {
    this.#incidents += count;
    this.#verdicts[verdict] += count;
    if (cause !== null) this.#causes[cause] += count;
    const least = verdict === "violation" ? count : 0;
    widen(this.#all, least, maybe ? count : 0);
    widen(this.byStanding[standing], least, maybe ? count : 0);
    for (const party of maybeBy) {
      const bounds = this.byParty.get(party);
      if (bounds !== undefined) widen(bounds, maybeBy.length === 1 ? least : 0, count);
    }
  }

  totals(): Omit<Totals, "aggregates"> {
    return {
      incidents: this.#incidents,
      violation: this.#verdicts.violation,
      notCovered: this.#verdicts["not-covered"],
      undetermined: this.#causes,
      conflict: this.#verdicts.conflict,
      ...this.#all,
    };
  }
}

function noneYet(): OpenBounds {
  return { atLeast: 0, atMost: 0 };
}

function widen(bounds: OpenBounds, least: number, most: number): void {
  bounds.atLeast += least;
  bounds.atMost += most;
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
