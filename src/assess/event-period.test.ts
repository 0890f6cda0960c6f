// A period that an event starts ends by the clock like any other: days after its recorded start, whoever else is judged beside it.
import { describe, expect, test } from "vitest";
import { at, incident, input, text } from "../../test/kit/makers.ts";
import type { EventTime } from "../model/event.ts";
import { assessCase, modelsOf } from "./assess.ts";
import { judge } from "./judge.ts";
import { situate } from "./situation.ts";

const source = `
truceline: terms/1
id: exchange
title: Two days from the exchange
parties: [RU, UA]
events:
  exchange: {says: prisoners are exchanged, unrecorded: no}
clauses:
  rule: {effect: prohibit, by: [RU, UA], act: strike, from: {event: exchange}, for: P2D, source: src-1}
readings: {text: {}}
`;

const within = incident({ id: "inc-1", at: "2025-03-02T12:00Z", by: ["UA"] });
const after = incident({ id: "inc-2", at: "2025-03-05T12:00Z", by: ["UA"] });
const across = incident({
  id: "inc-3",
  at: ["2025-03-02T12:00Z", "2025-03-05T12:00Z"],
  by: ["UA"],
});

function verdicts(time: EventTime, order: readonly (typeof within)[]) {
  const events = [{ id: "exchange", instrument: null, time, sources: [] }];
  const record = input([text(source)], { events, incidents: order });
  const looked = assessCase(record).rows.map(({ incident: { id }, verdicts: under }) => [
    id,
    [...under.values()].map(({ verdict }) => verdict).join(),
  ]);
  const [named] = modelsOf(record);
  const judged = order.map((one) => [
    one.id,
    named === undefined ? "" : judge(named.model, situate(named.model, one.facts), one.id).verdict,
  ]);
  return { looked: Object.fromEntries(looked), judged: Object.fromEntries(judged) };
}

describe("two days from a recorded event", () => {
  const expected = { "inc-1": "violation", "inc-2": "not-covered", "inc-3": "undetermined" };

  test.each([[[within, after, across]], [[across, after, within]]])(
    "cover what comes in them, and what may come after them only perhaps, in whatever order",
    (order) => {
      const { looked, judged } = verdicts({ kind: "at", at: at("2025-03-01T12:00Z") }, order);
      expect(judged).toEqual(expected);
      expect(looked).toEqual(expected);
    },
  );

  test("the same where the event came somewhere within an hour", () => {
    const [from, until] = [at("2025-03-01T12:00Z"), at("2025-03-01T13:00Z")];
    const { looked, judged } = verdicts({ kind: "between", from, until }, [within, after, across]);
    expect(judged).toEqual(expected);
    expect(looked).toEqual(expected);
  });
});
