// The laws of TERMS 8 that need only the judge, and P1 for the look-up by situation. `npm run check:mutants` plants a bug for each.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import {
  arbitraryEvents,
  arbitraryIncident,
  arbitraryRecord,
  possibility,
} from "../../test/kit/arbitrary-record.ts";
import { KINDS, arbitraryInstrument, inputOf } from "../../test/kit/arbitrary.ts";
import {
  bare,
  decided,
  decidedText,
  doubled,
  everything,
  fixedPeriod,
  longer,
  models,
  narrowings,
  shifted,
  oneLineForAll,
  turnedFacts,
  undated,
  verdictOf,
  verdictTable,
  widerTargets,
  widerZone,
  withClauses,
  withFacts,
  withReading,
} from "../../test/kit/variations.ts";
import { DAY_MS } from "../model/instant.ts";
import type { Instrument } from "../terms/ast.ts";
import { assessCase, modelsOf } from "./assess.ts";
import { readingModel } from "./reading-model.ts";
import { retake } from "./retake.ts";

describe("knowing more never overturns a verdict", () => {
  test("P3: narrowing a fact keeps every determined verdict", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryIncident(),
        arbitraryEvents,
        (instrument, incident, events) => {
          for (const model of models(instrument, [incident], events)) {
            const before = verdictOf(model, incident);
            if (before.verdict === "undetermined") continue;
            for (const narrower of narrowings(incident)) {
              expect(verdictOf(model, narrower).verdict).toBe(before.verdict);
            }
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test("P4: taking a live answer keeps every determined verdict", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(3),
        arbitraryEvents,
        (instrument, incidents, events) => {
          for (const model of models(instrument, incidents, events)) {
            for (const question of instrument.questions.values()) {
              if (model.reading.take.has(question.id)) continue;
              for (const answer of question.answers.keys()) {
                const taken = readingModel(
                  model.context,
                  retake(model.reading, [[question.id, [answer]]]),
                );
                for (const incident of incidents) {
                  const before = verdictOf(model, incident);
                  if (before.verdict !== "undetermined")
                    expect(verdictOf(taken, incident).verdict).toBe(before.verdict);
                }
              }
            }
          }
        },
      ),
      { numRuns: runs(150) },
    );
  });
});

test("P1: a verdict looked up by its situation is the judge's own", () => {
  fc.assert(
    fc.property(
      fc.boolean().chain((release) => arbitraryInstrument({ ...everything, release })),
      arbitraryRecord(6),
      arbitraryEvents,
      (instrument, incidents, events) => {
        const input = inputOf([instrument], incidents, events);
        const named = modelsOf(input);
        for (const { incident, verdicts } of assessCase(input).rows) {
          for (const { id, model } of named) {
            expect(verdicts.get(id)).toEqual(verdictOf(model, incident));
          }
        }
      },
    ),
    { numRuns: runs(200) },
  );
});

describe("P5: without release, more forbidden is never less broken", () => {
  test("wider targets, a wider zone and a longer period never remove a violation", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ zones: true }).map(decidedText),
        arbitraryIncident().map(decided),
        fc.constantFrom(...KINDS.nodes.keys()),
        (narrow, incident, kind) => {
          const before = models(narrow, [incident]);
          for (const wide of [longer(narrow), widerTargets(narrow, kind), widerZone(narrow)]) {
            const after = models(wide, [incident]);
            before.forEach((model, i) => {
              const widened = after[i];
              if (widened === undefined || verdictOf(model, incident).verdict !== "violation")
                return;
              expect(verdictOf(widened, incident).verdict).toBe("violation");
            });
          }
        },
      ),
      { numRuns: runs(1000) },
    );
  });

  test("an added exception never adds a violation", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ permits: true }).map(decidedText),
        arbitraryIncident().map(decided),
        (excepted, incident) => {
          const plain = {
            ...excepted,
            clauses: new Map([...excepted.clauses].filter(([id]) => id !== "exception")),
          };
          const without = withClauses(plain, (clause) => ({ ...clause, unless: null }));
          const [before, after] = [models(without, [incident]), models(excepted, [incident])];
          after.forEach((model, i) => {
            const bare = before[i];
            if (bare === undefined || verdictOf(model, incident).verdict !== "violation") return;
            expect(verdictOf(bare, incident).verdict).toBe("violation");
          });
        },
      ),
      { numRuns: runs(1000) },
    );
  });
});

describe("what does not matter", () => {
  test("P6: the order and the doubles of clauses, readings, answers taken, possibilities and rows", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(),
        arbitraryEvents,
        (instrument, incidents, events) => {
          const turned: Instrument = {
            ...instrument,
            clauses: new Map([...instrument.clauses].reverse()),
            questions: new Map([...instrument.questions].reverse()),
            readings: new Map(
              [...instrument.readings].reverse().map(([id, reading]) => [id, doubled(reading)]),
            ),
          };
          const mirrored = incidents.map((incident) =>
            withFacts(incident, turnedFacts(incident.facts)),
          );
          expect(verdictTable(turned, mirrored.reverse(), events)).toEqual(
            verdictTable(instrument, incidents, events),
          );
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test("P7: the names of clauses, readings and answers", () => {
    fc.assert(
      fc.property(arbitraryInstrument(everything), arbitraryIncident(), (instrument, incident) => {
        const renamed = withClauses(
          withReading(instrument, (reading) => ({ ...reading, id: `x${reading.id}` })),
          (clause) => (clause.id === "exception" ? clause : { ...clause, id: `z${clause.id}` }),
        );
        const verdicts = (one: Instrument) =>
          models(one, [incident]).map((model) => verdictOf(model, incident).verdict);
        expect(verdicts(renamed)).toEqual(verdicts(instrument));
      }),
      { numRuns: runs(200) },
    );
  });

  test("P8: shifting text and record together in UTC shifts nothing else", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything).map(undated),
        arbitraryRecord(),
        fc.integer({ min: 1, max: 400 }),
        (instrument, incidents, days) => {
          const later = incidents.map((incident) => {
            const { from, until } = incident.facts.occurred;
            return withFacts(incident, {
              occurred: { from: from + days * DAY_MS, until: until + days * DAY_MS },
            });
          });
          expect(verdictTable(shifted(instrument, days), later)).toEqual(
            verdictTable(instrument, incidents),
          );
        },
      ),
      { numRuns: runs(150) },
    );
  });

  test("P9: swapping the parties of a symmetric text swaps nothing but who did it", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ ...everything, symmetric: true }).map(oneLineForAll),
        arbitraryRecord(),
        (instrument, incidents) => {
          const swap = (party: string): string => ({ A: "B", B: "A" })[party] ?? party;
          const swapped = incidents.map((incident) =>
            withFacts(incident, {
              actors: incident.facts.actors.map(({ value }) => possibility(swap(value))),
            }),
          );
          expect(verdictTable(instrument, swapped)).toEqual(verdictTable(instrument, incidents));
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe("P10: periods are half-open", () => {
  test("the start is inside, the end outside, and abutting periods have no seam", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({}),
        fc.integer({ min: -1, max: 2 }),
        fc.integer({ min: 1, max: 4 }),
        (instrument, start, days) => {
          const first = fixedPeriod(instrument, start, days);
          const second = fixedPeriod(instrument, start + days, days);
          const reasonsAt = (one: Instrument, at: number): readonly string[] =>
            models(one, []).flatMap((model) => verdictOf(model, bare(at)).reasons);
          const [from, end] = [start * DAY_MS, (start + days) * DAY_MS].map(
            (at) => Date.parse("2025-03-18T00:00:00Z") + at,
          );
          if (from === undefined || end === undefined) return;
          expect(reasonsAt(first, from)).not.toContain("period");
          expect(reasonsAt(first, from - 1)).toContain("period");
          expect(reasonsAt(first, end - 1)).not.toContain("period");
          expect(reasonsAt(first, end)).toContain("period");
          expect(reasonsAt(second, end)).not.toContain("period");
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe("numbers hold", () => {
  test("P11: at least <= at most, and the parts sum to the totals", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(6),
        arbitraryEvents,
        (instrument, incidents, events) => {
          const mixed = incidents.map((incident, i) =>
            i % 2 === 0 ? incident : decided(incident),
          );
          const { readings, rows } = assessCase(inputOf([instrument], mixed, events));
          for (const { totals, byParty, byStanding } of readings) {
            const { facts, text, both } = totals.undetermined;
            expect(
              totals.violation + totals.notCovered + totals.conflict + facts + text + both,
            ).toBe(totals.incidents);
            expect(totals.incidents + totals.aggregates).toBe(rows.length);
            expect(totals.aggregates).toBe(
              rows.filter(({ incident }) => incident.aggregate).length,
            );
            expect(totals.atLeast).toBe(totals.violation);
            for (const bounds of [
              totals,
              ...Object.values(byParty),
              ...Object.values(byStanding),
            ]) {
              expect(bounds.atLeast).toBeLessThanOrEqual(bounds.atMost);
            }
            const standing = Object.values(byStanding);
            expect(standing.reduce((sum, { atMost }) => sum + atMost, 0)).toBe(totals.atMost);
            expect(standing.reduce((sum, { atLeast }) => sum + atLeast, 0)).toBe(totals.atLeast);
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });

  test("P20: every verdict but a violation has a reason or a cause, and only those have one", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument(everything),
        arbitraryRecord(),
        arbitraryEvents,
        (instrument, incidents, events) => {
          for (const { verdicts } of assessCase(inputOf([instrument], incidents, events)).rows) {
            for (const { verdict, reasons, cause, clauses, maybe } of verdicts.values()) {
              expect(cause !== null).toBe(verdict === "undetermined");
              expect(reasons.length > 0 || verdict !== "not-covered").toBe(true);
              expect(reasons.length === 0 || verdict !== "violation").toBe(true);
              expect(clauses.length > 0).toBe(true);
              expect(maybe || verdict !== "violation").toBe(true);
            }
          }
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
