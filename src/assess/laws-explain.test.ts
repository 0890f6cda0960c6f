// The laws of TERMS 8 about explanations and comparisons: they do what they say.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { arbitraryIncident, arbitraryRecord } from "../../test/kit/arbitrary-record.ts";
import { arbitraryInstrument, inputOf } from "../../test/kit/arbitrary.ts";
import { everything, models, switched, verdictOf } from "../../test/kit/variations.ts";
import { readingId } from "../model/id.ts";
import type { ReadingId } from "../model/id.ts";
import { modelsOf } from "./assess.ts";
import { explainIncident } from "./explain.ts";
import { keepOnly } from "./inputs.ts";
import { differingQuestions } from "./retake.ts";
import { situate } from "./situation.ts";
import { isAlways, whySet } from "./why.ts";
import { compareReadings } from "./wording.ts";

describe("explanations do what they say", () => {
  test("P13: flip sets flip, and no proper subset of one does", () => {
    fc.assert(
      fc.property(arbitraryInstrument(everything), arbitraryRecord(), (instrument, incidents) => {
        const input = inputOf([instrument], incidents);
        const [a, b] = [readingId("random", "reading-0"), readingId("random", "reading-1")];
        const compared = compareReadings(input, [a, b]);
        const { sets, causes, hard, soft } = compared;
        const [first, second] = modelsOf(input, [a, b]).map(({ model }) => model);
        if (first === undefined || second === undefined) return;
        for (const { questions, ids } of sets) {
          for (const incident of incidents.filter(({ id }) => ids.includes(id))) {
            const rank = ["not-covered", "undetermined", "conflict", "violation"];
            const covered = (model: typeof first): number =>
              rank.indexOf(verdictOf(model, incident).verdict);
            const [from, to] = covered(first) < covered(second) ? [first, second] : [second, first];
            const target = verdictOf(to, incident).verdict;
            expect(switched(from, to, questions, incident)).toBe(target);
            for (const left of questions) {
              const fewer = questions.filter((question) => question !== left);
              expect(switched(from, to, fewer, incident)).not.toBe(target);
            }
          }
        }
        const back = compareReadings(input, [b, a]);
        expect(back.causes).toEqual(causes);
        expect([back.alone, back.last]).toEqual([compared.alone, compared.last]);
        expect(causes.reduce((sum, cause) => sum + cause.hard + cause.soft, 0)).toBe(hard + soft);
        expect(
          sets
            .flatMap(({ questions }) => questions)
            .every((q) => differingQuestions(first.reading, second.reading).includes(q)),
        ).toBe(true);
      }),
      { numRuns: runs(150) },
    );
  });

  test("P14: the verdict follows from its why alone, and from nothing less", () => {
    fc.assert(
      fc.property(
        arbitraryInstrument({ permits: true, zones: true }),
        arbitraryIncident(),
        (instrument, incident) => {
          for (const model of models(instrument, [incident])) {
            const situation = situate(model, incident.facts);
            const judgement = { model, situation, incident: incident.id };
            const { verdict } = verdictOf(model, incident);
            if (verdict === "undetermined") continue;
            const { inputs } = whySet(judgement, verdict);
            expect(isAlways(keepOnly(judgement, new Set(inputs)), verdict)).toBe(true);
            for (const left of inputs) {
              const fewer = new Set(inputs.filter((input) => input !== left));
              expect(isAlways(keepOnly(judgement, fewer), verdict)).toBe(false);
            }
          }
        },
      ),
      { numRuns: runs(40) },
    );
  });

  test("a change that explains why not gives the verdict it names", () => {
    fc.assert(
      fc.property(arbitraryInstrument(everything), arbitraryRecord(2), (instrument, incidents) => {
        const input = inputOf([instrument], incidents);
        const [incident] = incidents;
        const reading: ReadingId = readingId("random", "reading-0");
        if (incident === undefined) return;
        const { whyNot, verdict, settles } = explainIncident(input, {
          incident: incident.id,
          reading,
        });
        expect(whyNot.every((change) => change.verdict !== verdict.verdict)).toBe(true);
        expect(settles.length > 0).toBe(
          verdict.verdict === "undetermined" && verdict.limit === null,
        );
      }),
      { numRuns: runs(25) },
    );
  });
});
