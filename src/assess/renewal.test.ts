// Renewal and release whose times the record knows only within bounds (TERMS 2.7): what hangs on them is undetermined, never guessed.
import { describe, expect, test } from "vitest";
import { at, incident, input, text } from "../../test/kit/makers.ts";
import type { EventTime, RecordedEvent } from "../model/event.ts";
import { assessCase } from "./assess.ts";

const body = (more: string): string => `
truceline: terms/1
id: grain
title: Ten days from 1 March
parties: [RU, UA]
clauses:
  rule: {effect: prohibit, by: [RU, UA], act: strike, from: {on: 2025-03-01, tz: +00:00}, for: P10D, ${more}, source: src-1}
readings: {text: {}}
`;

function verdict(source: string, when: string, events: Readonly<Record<string, EventTime>>) {
  const recorded = Object.entries(events).map(([id, time]): RecordedEvent => ({
    id,
    instrument: null,
    time,
    sources: [],
  }));
  const one = incident({ at: when, by: ["UA"] });
  const breach = incident({ id: "inc-0", at: "2025-03-02T12:00Z", by: ["RU"] });
  const [, row] = assessCase(
    input([text(source)], { events: recorded, incidents: [breach, one] }),
  ).rows;
  const found = [...(row?.verdicts.values() ?? [])][0];
  return `${found?.verdict ?? ""} ${found?.cause ?? found?.reasons.join() ?? ""}`.trim();
}

const on = (moment: string): EventTime => ({ kind: "at", at: at(moment) });
const between = (from: string, until: string): EventTime => ({
  kind: "between",
  from: at(from),
  until: at(until),
});

describe("an extension by agreement", () => {
  const agreed = body("extension: agreed");
  const [during, after, later] = ["2025-03-05T12:00Z", "2025-03-15T12:00Z", "2025-03-25T12:00Z"];
  const when = (time: EventTime) => ({ "extension-agreed": time });

  test("agreed in time runs once more, agreed too late or never does not", () => {
    expect(verdict(agreed, after, when(on("2025-03-09T00:00Z")))).toBe("violation");
    expect(verdict(agreed, later, when(on("2025-03-09T00:00Z")))).toBe("not-covered period");
    expect(verdict(agreed, after, when(on("2025-03-12T00:00Z")))).toBe("not-covered period");
    expect(verdict(agreed, after, {})).toBe("not-covered period");
  });

  test("agreed somewhere around the end leaves open only what hangs on it", () => {
    const around = when(between("2025-03-09T00:00Z", "2025-03-13T00:00Z"));
    expect(verdict(agreed, during, around)).toBe("violation");
    expect(verdict(agreed, after, around)).toBe("undetermined facts");
    expect(verdict(agreed, later, around)).toBe("not-covered period");
  });
});

describe("an automatic renewal", () => {
  const automatic = body("extension: {automatic: {for: P10D, notice-by: P2D}}");
  const when = (time: EventTime) => ({ "notice-of-end": time });

  test("runs on until notice was given two days before an end", () => {
    expect(verdict(automatic, "2025-06-15T12:00Z", {})).toBe("violation");
    expect(verdict(automatic, "2025-03-15T12:00Z", when(on("2025-03-08T00:00Z")))).toBe(
      "not-covered period",
    );
    expect(verdict(automatic, "2025-03-15T12:00Z", when(on("2025-03-10T00:00Z")))).toBe(
      "violation",
    );
    expect(verdict(automatic, "2025-03-25T12:00Z", when(on("2025-03-10T00:00Z")))).toBe(
      "not-covered period",
    );
  });

  test("with a notice on an unknown day ends at one of two ends", () => {
    const around = when(between("2025-03-08T00:00Z", "2025-03-10T00:00Z"));
    expect(verdict(automatic, "2025-03-05T12:00Z", around)).toBe("violation");
    expect(verdict(automatic, "2025-03-15T12:00Z", around)).toBe("undetermined facts");
    expect(verdict(automatic, "2025-03-25T12:00Z", around)).toBe("not-covered period");
  });

  test("of which the record knows no notice runs on: what is not recorded of a notice did not happen", () => {
    const notBy = when({ kind: "not-by", at: at("2025-03-05T00:00Z") });
    expect(verdict(automatic, "2025-03-10T12:00Z", notBy)).toBe("violation");
    expect(verdict(automatic, "2025-03-15T12:00Z", notBy)).toBe("violation");
  });
});

test("a party released by its own notice on an unknown day may be bound until the last of these days", () => {
  const free = body("on-breach: {release: power, notice: true}");
  const notice = { "notice-of-release/UA": between("2025-03-04T00:00Z", "2025-03-06T00:00Z") };
  expect(verdict(free, "2025-03-03T12:00Z", notice)).toBe("violation");
  expect(verdict(free, "2025-03-05T12:00Z", notice)).toBe("undetermined facts");
  expect(verdict(free, "2025-03-06T12:00Z", notice)).toBe("not-covered suspension");
});
