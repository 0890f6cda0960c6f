// What an unanswered question is worth: the gap between at least and at most, answer by answer.
import { describe, expect, test } from "vitest";
import { incident, input, readText, text } from "../../test/kit/makers.ts";
import { assessCase, requireReading } from "./assess.ts";
import { openQuestions } from "./open-questions.ts";

const energy = text(readText("test/fixtures/energy.terms.yaml"));
const record = input([energy], {
  incidents: [
    incident({
      id: "inc-1",
      at: "2025-03-19T02:08+03:00",
      kinds: ["oil-pumping-station"],
      by: ["UA"],
    }),
    incident({ id: "inc-2", at: "2025-03-28T12:00+02:00", kinds: ["substation"], by: ["RU"] }),
    incident({ id: "inc-3", at: "2025-04-23T21:30Z", kinds: ["substation"], by: ["RU"] }),
  ],
});

describe("a reading's open questions", () => {
  const open = openQuestions(record, requireReading(record, "energy/RU"));

  test("are those with more than one possible answer, in the order of the text", () => {
    expect(open.map(({ question }) => question)).toEqual(["length", "on-breach"]);
    expect(open[1]?.answers.map(({ answer }) => answer)).toEqual([
      "free-by-conduct",
      "free-on-notice",
    ]);
  });

  test("give the bounds that the reading would have with that answer alone", () => {
    for (const { question, answers } of open) {
      for (const { answer, bounds } of answers) {
        const readings = [requireReading(record, "energy/RU")];
        const [held] = assessCase(record, {
          readings,
          hold: new Map([[question, answer]]),
        }).readings;
        expect(bounds).toEqual({ atLeast: held?.totals.atLeast, atMost: held?.totals.atMost });
      }
    }
  });

  test("show which answer makes the gap: freedom by conduct takes the strike of 28 March out", () => {
    const bounds = Object.fromEntries(
      open[1]?.answers.map((one) => [one.answer, one.bounds]) ?? [],
    );
    expect(bounds).toEqual({
      "free-by-conduct": { atLeast: 1, atMost: 1 },
      "free-on-notice": { atLeast: 2, atMost: 2 },
    });
  });

  test("shrink when a question is held", () => {
    const hold = new Map([["on-breach", "bound"]]);
    const left = openQuestions(record, requireReading(record, "energy/RU"), { hold });
    expect(left.map(({ question }) => question)).toEqual(["length"]);
  });
});
