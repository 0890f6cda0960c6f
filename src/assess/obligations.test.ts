// Obligations with deadlines (TERMS 2.8), by worked examples: Minsk-like withdrawals that are due, done, done late, or not on record.
import { describe, expect, test } from "vitest";
import { at, incident, input, text } from "../../test/kit/makers.ts";
import type { EventTime, RecordedEvent } from "../model/event.ts";
import { assessCase } from "./assess.ts";

const body = (clause: string, more = ""): string => `
truceline: terms/1
id: withdrawal
title: Withdrawal
parties: [RU, UA]
events:
  withdrawn: {says: heavy weapons are withdrawn}
  signed: {says: the document is signed}
  ru-withdrew: {says: the first side withdrew}
  ua-withdrew: {says: the second side withdrew, unrecorded: 'no'}
${more}
clauses:
  rule: {effect: prohibit, by: [RU, UA], source: src-1}
  withdraw: {effect: require, by: [RU, UA], ${clause}, source: src-1}
readings: {text: {}}
`;

const FIXED = "from: {on: 2025-03-01, tz: Europe/Kyiv}, due: P14D, fulfilled-by: withdrawn";

function states(source: string, when: string, events: Readonly<Record<string, EventTime>> = {}) {
  const recorded = Object.entries(events).map(([id, time]): RecordedEvent => ({
    id,
    instrument: null,
    time,
    sources: [],
  }));
  const record = input([text(source)], { events: recorded, incidents: [incident({ at: when })] });
  const { obligations, readings } = assessCase(record, { at: at(when) });
  expect(readings.every(({ totals }) => totals.incidents === 1)).toBe(true);
  return obligations.map(({ by, state, possible, cause, due }) => ({
    by: by.join("+"),
    state,
    possible: possible.join(" "),
    cause,
    due,
  }));
}

const on = (day: string): EventTime => ({ kind: "at", at: at(`${day}T12:00Z`) });
const stateOf = (...args: Parameters<typeof states>) => states(...args)[0]?.state;

describe("an obligation with a deadline", () => {
  test("is not in force before its start, pending until it is due, then unmet", () => {
    const nothing = { withdrawn: { kind: "not-by", at: at("2025-05-01T00:00Z") } } as const;
    expect(stateOf(body(FIXED), "2025-02-28T12:00Z", nothing)).toBe("not-in-force");
    expect(stateOf(body(FIXED), "2025-03-10T12:00Z", nothing)).toBe("pending");
    expect(stateOf(body(FIXED), "2025-03-20T12:00Z", nothing)).toBe("unmet");
  });

  test("is met when fulfilled before it is due, and late after that", () => {
    const when = "2025-03-20T12:00Z";
    expect(stateOf(body(FIXED), when, { withdrawn: on("2025-03-10") })).toBe("met");
    expect(stateOf(body(FIXED), when, { withdrawn: on("2025-03-16") })).toBe("late");
    expect(stateOf(body(FIXED), "2025-03-15T12:00Z", { withdrawn: on("2025-03-16") })).toBe(
      "unmet",
    );
  });

  test("is due at an instant: the first of the fifteenth day is too late, the millisecond before is not", () => {
    const due = at("2025-03-14T22:00Z");
    const done = (moment: number) => ({ withdrawn: { kind: "at" as const, at: moment } });
    expect(stateOf(body(FIXED), "2025-03-20T12:00Z", done(due))).toBe("late");
    expect(stateOf(body(FIXED), "2025-03-20T12:00Z", done(due - 1))).toBe("met");
    expect(states(body(FIXED), "2025-03-20T12:00Z")[0]?.due).toEqual([due, due]);
  });

  test("of which the record says nothing is unknown, with every state it may be in", () => {
    expect(states(body(FIXED), "2025-03-20T12:00Z")[0]).toMatchObject({
      state: "unknown",
      possible: "met late unmet",
      cause: "facts",
    });
    expect(states(body(FIXED), "2025-03-10T12:00Z")[0]).toMatchObject({ possible: "pending met" });
  });

  test("fulfilled somewhere between two instants may be met or late, and no other", () => {
    const between = {
      kind: "between",
      from: at("2025-03-10T00:00Z"),
      until: at("2025-03-18T00:00Z"),
    };
    expect(
      states(body(FIXED), "2025-03-20T12:00Z", { withdrawn: between as EventTime })[0],
    ).toMatchObject({ state: "unknown", possible: "met late" });
  });
});

test("a length that the text leaves open makes the state hang on the text", () => {
  const open = body(
    "from: {question: start}, due: P14D, fulfilled-by: withdrawn",
    `questions:
  start: {asks: From when?, answers: {early: {from: {on: 2025-03-01, tz: Europe/Kyiv}, held: {by: RU}},
    later: {from: {on: 2025-03-10, tz: Europe/Kyiv}, held: {by: UA}}}}`,
  );
  expect(states(open, "2025-03-20T12:00Z", { withdrawn: on("2025-03-16") })[0]).toMatchObject({
    state: "unknown",
    possible: "met late",
    cause: "text",
  });
});

test("an obligation that starts with an event is due so long after it", () => {
  const waits = body("from: {event: signed}, due: PT48H, fulfilled-by: withdrawn");
  const never = { withdrawn: { kind: "not-by", at: at("2025-05-01T00:00Z") } } as const;
  expect(stateOf(waits, "2025-03-20T12:00Z", { ...never, signed: on("2025-03-19") })).toBe(
    "pending",
  );
  expect(stateOf(waits, "2025-03-22T12:00Z", { ...never, signed: on("2025-03-19") })).toBe("unmet");
  expect(states(waits, "2025-03-20T12:00Z", never)[0]).toMatchObject({
    state: "unknown",
    possible: "not-in-force pending unmet",
  });
});

test("each party can have its own fulfilment; silence counts as the event says", () => {
  const each = body(
    "from: {on: 2025-03-01, tz: Europe/Kyiv}, due: P14D, fulfilled-by: {RU: ru-withdrew, UA: ua-withdrew}",
  );
  expect(
    states(each, "2025-03-20T12:00Z", { "ru-withdrew": on("2025-03-02") }).map(
      ({ by, state }) => `${by} ${state}`,
    ),
  ).toEqual(["RU met", "UA unmet"]);
});

test("an obligation without a deadline stays pending, without fulfilment by name unknown", () => {
  const never = { withdrawn: { kind: "not-by", at: at("2025-05-01T00:00Z") } } as const;
  const open = "from: {on: 2025-03-01, tz: Europe/Kyiv}, fulfilled-by: withdrawn";
  expect(stateOf(body(open), "2025-04-20T12:00Z", never)).toBe("pending");
  const unnamed = "from: {on: 2025-03-01, tz: Europe/Kyiv}, due: P14D";
  expect(stateOf(body(unnamed), "2025-03-20T12:00Z")).toBe("unknown");
});
