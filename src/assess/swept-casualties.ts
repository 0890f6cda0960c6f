// Casualties of a swept batch: bounds over what surely and what may be a violation, as `totalsOf` counts them one incident at a time.
import type { CountRange } from "../model/count.ts";
import type { Incident } from "../model/incident.ts";
import type { Sweep, SweptReading } from "./sweep/sweep.ts";
import { latestFigure } from "./totals.ts";
import type { CasualtySum } from "./verdict.ts";

/** One figure of every row: NaN where none is stated; `high` infinite where no upper bound is. */
export interface FigureColumns {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface CasualtyColumns {
  readonly killed: FigureColumns;
  readonly injured: FigureColumns;
}

/** The latest figures of incidents, in their order. */
export function casualtyColumns(incidents: readonly Pick<Incident, "claims">[]): CasualtyColumns {
  return {
    killed: figureColumns(incidents.map((one) => latestFigure(one, ({ killed }) => killed))),
    injured: figureColumns(incidents.map((one) => latestFigure(one, ({ injured }) => injured))),
  };
}

function figureColumns(figures: readonly (CountRange | null)[]): FigureColumns {
  return {
    low: Float64Array.from(figures, (figure) => figure?.low ?? NaN),
    high: Float64Array.from(figures, (figure) =>
      figure === null ? NaN : (figure.high ?? Infinity),
    ),
  };
}

/** Sums under one reading; whole-night totals are left out. Cost: linear in rows. */
export function sweptCasualties(
  sweep: Sweep,
  reading: SweptReading,
  { killed, injured }: CasualtyColumns,
): CasualtySum {
  const weights = weightsOf(sweep, reading);
  const [dead, hurt] = [sumOf(killed, weights), sumOf(injured, weights)];
  return {
    killed: dead.sum,
    injured: hurt.sum,
    withoutKilled: dead.without,
    withoutInjured: hurt.without,
  };
}

/** By row: 2 for a sure violation, 1 for what may be one, 0 for the rest and for whole-night totals. */
function weightsOf({ prepared }: Sweep, { ofGroup, alone, verdicts }: SweptReading): Uint8Array {
  const { columns, rowGroups } = prepared;
  const own = verdicts.map(({ verdict, maybe }) => (maybe ? (verdict === "violation" ? 2 : 1) : 0));
  return Uint8Array.from({ length: columns.count }, (_, row) => {
    if (columns.aggregate[row] === 1) return 0;
    return own[alone.get(row) ?? ofGroup[rowGroups[row] ?? 0] ?? 0] ?? 0;
  });
}

function sumOf(figures: FigureColumns, weights: Uint8Array) {
  let [low, high, without] = [0, 0, 0];
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row] ?? 0;
    if (weight === 0) continue;
    const least = figures.low[row] ?? NaN;
    if (Number.isNaN(least)) {
      without++;
      continue;
    }
    if (weight === 2) low += least;
    high += figures.high[row] ?? 0;
  }
  return { sum: { low, high: high === Infinity ? null : high }, without };
}
