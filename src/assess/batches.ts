// A record that comes in batches under some readings: each batch is swept, its totals are added, and nothing of it is kept. Only release
// on breach needs the whole record at once, because a breach frees a party for what comes after it.
import type { Incident, TableIncident } from "../model/incident.ts";
import { utcToDay } from "../model/instant.ts";
import { modelsOf, readingFacts } from "./assess.ts";
import type { AssessedReading, AssessOptions, NamedModel } from "./assess.ts";
import { addTotals } from "./add-totals.ts";
import type { AssessInput } from "./context.ts";
import { mayRelease } from "./contrary-acts.ts";
import { columnsOf } from "./sweep/columns.ts";
import { sweepMore } from "./sweep/add-rows.ts";
import { sweepColumns, verdictAt } from "./sweep/sweep.ts";
import type { Sweep, SweepRefusal } from "./sweep/sweep.ts";
import { casualtyColumns, sweptCasualties } from "./swept-casualties.ts";
import { sweptTotals } from "./sweep/totals.ts";
import { totalsOf } from "./totals.ts";
import type { ReadingTotals, Verdict } from "./verdict.ts";

/** Whether a verdict under one of the readings can hang on other incidents of the record. */
export function needsWholeRecord(
  input: AssessInput,
  options: Pick<AssessOptions, "readings" | "hold">,
): boolean {
  const models = modelsOf({ ...input, incidents: [] }, options.readings, options.hold);
  return models.some(({ model }) => model.worlds.some(mayRelease));
}

/** One swept batch: the verdict of each of its rows by reading, in the order of the readings. */
export interface SweptBatch {
  readonly kind: "swept";
  readonly verdictsOf: (row: number) => readonly Verdict[];
}

/** Totals over batches of a record that is not the case's own: `record` is all of it where `needsWholeRecord`, else empty. */
export class BatchAssessment {
  readonly models: readonly NamedModel[];
  #standing: Sweep | null = null;
  #totals: readonly ReadingTotals[];

  constructor(
    input: AssessInput,
    options: Pick<AssessOptions, "readings" | "hold">,
    record: readonly TableIncident[] = [],
  ) {
    const incidents = record.map(onAnyDay);
    this.models = modelsOf({ ...input, incidents }, options.readings, options.hold);
    this.#totals = this.models.map(({ id, model }) =>
      totalsOf(id, [], model.context.instrument.parties),
    );
  }

  /** Counts a batch. What the index holds is built for the first one and kept. */
  add(incidents: readonly TableIncident[]): SweptBatch | SweepRefusal {
    const columns = columnsOf(incidents);
    const sweep =
      this.#standing === null
        ? sweepColumns(this.models, columns)
        : sweepMore(this.#standing, columns);
    if (sweep.kind === "refused") return sweep;
    this.#standing ??= sweep;
    const figures = casualtyColumns(incidents);
    this.#totals = sweep.readings.map((reading, i) => {
      const casualties = sweptCasualties(sweep, reading, figures);
      const own: ReadingTotals = { ...sweptTotals(sweep, reading), casualties };
      const before = this.#totals[i];
      return before === undefined ? own : addTotals(before, own);
    });
    const verdictsOf = (row: number) =>
      sweep.readings.map((reading) => verdictAt(sweep, reading, row));
    return { kind: "swept", verdictsOf };
  }

  /** In id order. */
  readings(): readonly AssessedReading[] {
    return this.models.flatMap(({ model }, i) => {
      const totals = this.#totals[i];
      return totals === undefined ? [] : [{ ...totals, ...readingFacts(model) }];
    });
  }
}

/** What a breach frees hangs on when it occurred; `day` is for lists, and of a record of batches none is made. */
function onAnyDay(incident: TableIncident): Incident {
  return { ...incident, day: incident.day ?? utcToDay(0) };
}
