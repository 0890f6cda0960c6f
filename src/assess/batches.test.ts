// A record in batches gives the totals of the whole: on random texts, records and cuts, casualties and release included.
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryEvents, arbitraryRecord } from "../../test/kit/arbitrary-record.ts";
import { arbitraryInstrument, inputOf } from "../../test/kit/arbitrary.ts";
import { runs } from "../../test/kit/runs.ts";
import { everything, verdictOf } from "../../test/kit/variations.ts";
import type { CasualtyClaim } from "../model/claim.ts";
import type { CountRange } from "../model/count.ts";
import type { Incident } from "../model/incident.ts";
import { assessCase } from "./assess.ts";
import { BatchAssessment, needsWholeRecord } from "./batches.ts";

const figure: fc.Arbitrary<CountRange | null> = fc.oneof(
  fc.constant(null),
  fc
    .tuple(fc.nat(5), fc.option(fc.nat(5)))
    .map(([low, more]) => ({ low, high: more === null ? null : low + more })),
);

const series = fc.array(fc.tuple(figure, figure), { maxLength: 2 });

function withCasualties(
  incident: Incident,
  points: readonly (readonly [CountRange | null, CountRange | null])[],
): Incident {
  const claims = points.map(([killed, injured], i): CasualtyClaim => ({
    id: `${incident.id}-${i}`,
    subject: incident.id,
    by: "media",
    source: "s",
    asOf: null,
    note: null,
    predicate: "casualties",
    killed,
    injured,
    childrenKilled: null,
    childrenInjured: null,
  }));
  return { ...incident, claims };
}

const records = fc
  .tuple(arbitraryRecord(9), fc.array(series, { minLength: 9, maxLength: 9 }))
  .map(([incidents, figures]) =>
    incidents.map((incident, i) => withCasualties(incident, figures[i] ?? [])),
  );

const documents = fc.boolean().chain((release) => arbitraryInstrument({ ...everything, release }));

test("batches add up to the whole, casualties and release included, and every verdict is the judge's", () => {
  fc.assert(
    fc.property(
      documents,
      records,
      arbitraryEvents,
      fc.integer({ min: 1, max: 9 }),
      (instrument, incidents, events, size) => {
        const input = inputOf([instrument], incidents, events);
        const record = needsWholeRecord(input, {}) ? incidents : [];
        const batches = new BatchAssessment(input, {}, record);
        for (let from = 0; from < incidents.length; from += size) {
          const batch = incidents.slice(from, from + size);
          const swept = batches.add(batch);
          if (swept.kind === "refused") throw new Error(swept.why);
          batch.forEach((incident, row) =>
            expect(swept.verdictsOf(row)).toEqual(
              batches.models.map(({ model }) => verdictOf(model, incident)),
            ),
          );
        }
        expect(batches.readings()).toEqual(assessCase(input).readings);
      },
    ),
    { numRuns: runs(300) },
  );
});

test("the tried texts hold some whose readings need the whole record and some that do not", () => {
  const tried = fc.sample(documents, { numRuns: 60, seed: 1 });
  const needs = tried.map((instrument) => needsWholeRecord(inputOf([instrument], []), {}));
  expect(new Set(needs)).toEqual(new Set([true, false]));
});
