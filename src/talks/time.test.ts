// Days of talks, and the order of their lists.
import { describe, expect, test } from "vitest";
import { parseDay, parseInstant } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import type { TalkTime } from "../model/talks.ts";
import { compareTimed, daysOf } from "./time.ts";

const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
};
const on = (first: string, last = first): TalkTime => ({
  kind: "days",
  first: day(first),
  last: day(last),
});
const unknown = (notBefore: string | null, notAfter: string | null = null): TalkTime => ({
  kind: "unknown",
  notBefore: notBefore === null ? null : day(notBefore),
  notAfter: notAfter === null ? null : day(notAfter),
});
const hours = (from: string, until: string): TalkTime => ({
  kind: "hours",
  from: parseInstant(from) ?? 0,
  until: parseInstant(until) ?? 0,
});

describe("the days of a time", () => {
  test("hours fall on the days of the zone's clock; an end at midnight does not reach the next day", () => {
    const evening = hours("2025-03-24T20:00Z", "2025-03-24T22:00Z");
    expect(daysOf(evening, "UTC")).toEqual({ first: "2025-03-24", last: "2025-03-24" });
    expect(daysOf(evening, "Europe/Kyiv")).toEqual({ first: "2025-03-24", last: "2025-03-24" });
    expect(daysOf(evening, "Europe/Moscow")).toEqual({ first: "2025-03-24", last: "2025-03-25" });
  });

  test("what is unknown has none, whatever bounds it", () => {
    expect(daysOf(unknown("2025-03-24", "2025-03-24"), "UTC")).toBeNull();
  });
});

test("lists go by day, hour, id; the undated stand at their bounds, the unbounded last", () => {
  const rows = [
    { id: "z-never", time: unknown(null) },
    { id: "f-noon", time: hours("2025-03-24T12:00Z", "2025-03-24T13:00Z") },
    { id: "e-nine", time: hours("2025-03-24T09:00Z", "2025-03-24T10:00Z") },
    { id: "b", time: on("2025-03-24") },
    { id: "a", time: on("2025-03-24", "2025-03-26") },
    { id: "c-after", time: unknown("2025-03-24") },
    { id: "c-before", time: unknown(null, "2025-03-23") },
    { id: "d", time: on("2025-03-25") },
  ];
  const ids = (list: typeof rows) =>
    [...list].sort((x, y) => compareTimed(x, y, "UTC")).map(({ id }) => id);
  const order = ["c-before", "a", "b", "e-nine", "f-noon", "c-after", "d", "z-never"];
  expect(ids(rows)).toEqual(order);
  expect(ids(rows.toReversed())).toEqual(order);
});
