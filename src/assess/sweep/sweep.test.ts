// The sweep equals the judge: on random texts and records, on whole real cases, however the rows are cut and ordered.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  arbitraryEvents,
  arbitraryJointRecord,
  arbitraryRecord,
} from "../../../test/kit/arbitrary-record.ts";
import { arbitraryRegister } from "../../../test/kit/arbitrary-register.ts";
import { KIND_NAMES, arbitraryInstrument, inputOf } from "../../../test/kit/arbitrary.ts";
import { filesOf } from "../../../test/kit/load-folder.ts";
import { incident, input, text } from "../../../test/kit/makers.ts";
import { runs } from "../../../test/kit/runs.ts";
import { everything, longer, verdictOf, widerTargets } from "../../../test/kit/variations.ts";
import { workloadText } from "../../../test/kit/workload.ts";
import { loadCase } from "../../case/load-case.ts";
import type { Incident } from "../../model/incident.ts";
import { assessCase, modelsOf } from "../assess.ts";
import type { NamedModel } from "../assess.ts";
import { columnsOf } from "./columns.ts";
import { judgeSweep, sweepColumns, verdictAt } from "./sweep.ts";
import type { Sweep } from "./sweep.ts";
import { boundsByCell, sweptTotals } from "./totals.ts";

/** With and without objects of its own, so that sometimes nothing at all is listed. */
const documents = fc
  .boolean()
  .chain((release) =>
    fc
      .tuple(arbitraryInstrument({ ...everything, release }), fc.boolean())
      .map(([instrument, isBare]) =>
        isBare ? { ...instrument, objects: new Map(), annexes: new Map() } : instrument,
      ),
  );

const around = fc.record({ events: arbitraryEvents, register: arbitraryRegister });

test("every verdict of a batch is the judge's own", () => {
  fc.assert(
    fc.property(
      documents,
      arbitraryJointRecord(8),
      around,
      (instrument, incidents, { events, register }) => {
        const models = modelsOf({ ...inputOf([instrument], incidents, events), register });
        const swept = sweepOf(models, incidents);
        swept.readings.forEach((reading) =>
          incidents.forEach((incident, row) =>
            expect(verdictAt(swept, reading, row)).toEqual(verdictOf(reading.model, incident)),
          ),
        );
      },
    ),
    { numRuns: runs(100) },
  );
});

test("its totals are those of counting one by one", () => {
  fc.assert(
    fc.property(
      documents,
      arbitraryJointRecord(8),
      around,
      (instrument, incidents, { events, register }) => {
        const input = { ...inputOf([instrument], incidents, events), register };
        const swept = sweepOf(modelsOf(input), incidents);
        assessCase(input).readings.forEach((all, i) => {
          const { totals, byParty, byReason, byStanding } = all;
          const counted = { id: all.id, totals, byParty, byReason, byStanding };
          const reading = swept.readings[i];
          if (reading === undefined) throw new Error("a reading is missing");
          expect(sweptTotals(swept, reading)).toEqual(counted);
          const { atLeast, atMost } = boundsByCell(swept, reading, {
            cellOf: incidents.map((_, row) => row % 3),
            cells: 3,
          });
          const sum = (cells: Uint32Array) => cells.reduce((a, b) => a + b, 0);
          expect([sum(atLeast), sum(atMost)]).toEqual([
            counted.totals.atLeast,
            counted.totals.atMost,
          ]);
        });
      },
    ),
    { numRuns: runs(150) },
  );
});

test("cut into parts it gives the same bytes, turned round the same verdicts", () => {
  fc.assert(
    fc.property(
      documents,
      arbitraryRecord(8),
      around,
      (instrument, incidents, { events, register }) => {
        const models = modelsOf({ ...inputOf([instrument], incidents, events), register });
        const whole = sweepOf(models, incidents);
        const parts = sweepOf(models, incidents, 3);
        expect(parts.grouped.groups).toEqual(whole.grouped.groups);
        expect(parts.prepared.rowGroups).toEqual(whole.prepared.rowGroups);
        const turned = sweepOf(models, incidents.toReversed());
        whole.readings.forEach((reading, i) => {
          const [part, other] = [parts.readings[i], turned.readings[i]];
          if (part === undefined || other === undefined) throw new Error("a reading is missing");
          expect(part.ofGroup).toEqual(reading.ofGroup);
          incidents.forEach((_, row) =>
            expect(verdictAt(turned, other, incidents.length - 1 - row)).toEqual(
              verdictAt(whole, reading, row),
            ),
          );
        });
      },
    ),
    { numRuns: runs(100) },
  );
});

test("states of a text that are judged in turn over the same groups keep to the judge", () => {
  const kinds = fc.array(fc.constantFrom(...KIND_NAMES), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(
      documents,
      kinds,
      arbitraryJointRecord(5),
      around,
      (instrument, added, incidents, { events, register }) => {
        const wider = added.map((kind) => widerTargets(instrument, kind));
        const states = [instrument, ...wider, longer(instrument)].map((state) => {
          const models = modelsOf({ ...inputOf([state], incidents, events), register });
          const judged = models.map(({ model }) => incidents.map((one) => verdictOf(model, one)));
          return { models, judged };
        });
        const whole = sweepOf(
          states.flatMap(({ models }) => models),
          incidents,
        );
        for (const { models, judged } of [...states, ...states.toReversed()]) {
          const swept = judgeSweep(models, whole.prepared, whole.grouped);
          const found = swept.readings.map((reading) =>
            incidents.map((_, row) => verdictAt(swept, reading, row)),
          );
          expect(found).toEqual(judged);
        }
      },
    ),
    { numRuns: runs(100) },
  );
});

test("two clauses that exchange their days are not taken for each other, over the same groups", () => {
  const state = (first: string, second: string) =>
    text(`
truceline: terms/1
id: exchanged
title: Two clauses
time-zones: [Europe/Kyiv]
parties: [RU, UA]
clauses:
  strikes: {effect: prohibit, by: [RU], act: strike, from: {on: ${first}, tz: Europe/Kyiv}, for: P1D, source: src-1}
  force: {effect: prohibit, by: [UA], act: strike, from: {on: ${second}, tz: Europe/Kyiv}, for: P1D, source: src-1}
readings:
  open: {}
`);
  const incidents = ["18", "20"].map((day, i) =>
    incident({ id: `inc-${i + 1}`, by: ["RU"], act: ["strike"], at: `2025-03-${day}T10:00Z` }),
  );
  // One vocabulary: what is kept is kept with it.
  const around = input([], { incidents });
  const days = ["2025-03-18", "2025-03-20"] as const;
  const states = [state(...days), state(days[1], days[0])].map((instrument) =>
    modelsOf({ ...around, instruments: [{ instrument, version: "test" }] }),
  );
  const whole = sweepOf(states.flat(), incidents);
  for (const models of [...states, ...states.toReversed()]) {
    const swept = judgeSweep(models, whole.prepared, whole.grouped);
    for (const reading of swept.readings)
      incidents.forEach((one, row) =>
        expect(verdictAt(swept, reading, row)).toEqual(verdictOf(reading.model, one)),
      );
  }
});

test("an incident of more combinations than the judge tries is over the limit, its neighbours are not", () => {
  const crowded = (id: string, things: number): Incident =>
    incident({
      id,
      at: "2025-03-20T10:00Z",
      kinds: Array.from({ length: things }, () => "unknown"),
    });
  const incidents = [crowded("inc-1", 1), crowded("inc-2", 17), crowded("inc-3", 1)];
  const models = modelsOf(input([workloadText()], { incidents }));
  const swept = sweepOf(models, incidents);
  const limits = swept.readings.map((reading) =>
    incidents.map((one, row) => {
      const verdict = verdictAt(swept, reading, row);
      expect(verdict).toEqual(verdictOf(reading.model, one));
      return verdict.limit;
    }),
  );
  expect(limits).toEqual(models.map(() => [null, "too many combinations", null]));
});

describe.each(["cases/ukraine-2025", "cases/korea-1953", "cases/example"])("%s", (folder) => {
  const { value: theCase } = loadCase(filesOf(folder));
  if (theCase === null) throw new Error(`${folder} does not load`);

  test("is judged by the sweep as one by one, every incident under every reading", () => {
    const swept = sweepOf(modelsOf(theCase), theCase.incidents);
    const rows = new Map(
      assessCase(theCase).rows.map(({ incident, verdicts }) => [incident.id, verdicts]),
    );
    let compared = 0;
    for (const reading of swept.readings) {
      theCase.incidents.forEach(({ id }, row) => {
        expect(verdictAt(swept, reading, row), `${id} ${reading.id}`).toEqual(
          rows.get(id)?.get(reading.id),
        );
        compared++;
      });
    }
    expect(compared).toBe(theCase.incidents.length * swept.readings.length);
    expect(compared).toBeGreaterThan(0);
  });
});

function sweepOf(models: readonly NamedModel[], incidents: readonly Incident[], parts = 1): Sweep {
  const swept = sweepColumns(models, columnsOf(incidents), parts);
  if (swept.kind === "refused") throw new Error(swept.why);
  return swept;
}
