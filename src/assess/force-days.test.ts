// Days on which a text is in force: the periods people named in March 2025, and that no verdict of the judge contradicts them.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { loadFolder } from "../../test/kit/load-folder.ts";
import { readingId } from "../model/id.ts";
import { parseDay } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { localDay } from "../model/zone.ts";
import { assessCase } from "./assess.ts";
import { forceDays } from "./force-days.ts";

const zone = "Europe/Kyiv";
const range = { zone, from: day("2025-03-01"), until: day("2025-05-15") };

function spans(instrument: string, reading: string, more = {}) {
  const readings = [readingId(instrument, reading)];
  const [found] = forceDays(theCase ?? never(), { ...range, readings, ...more });
  return found?.spans.map(({ from, until, sure }) => `${from} ${until} ${sure ? "sure" : "maybe"}`);
}

describe("a text is in force", () => {
  test("under the words of the first side from the hour of the call on 18 March, for thirty days", () => {
    expect(spans("energy", "RU")).toEqual([
      "2025-03-17 2025-03-18 maybe",
      "2025-03-18 2025-04-17 sure",
    ]);
  });

  test("under a reading that leaves the start open, for sure only where all its answers meet", () => {
    expect(spans("energy", "UA-wide")).toEqual([
      "2025-03-17 2025-03-25 maybe",
      "2025-03-25 2025-04-17 sure",
      "2025-04-17 2025-04-25 maybe",
    ]);
  });

  test("for sure only, once the open questions are held to one answer each", () => {
    const found = theCase?.instruments.find(({ instrument }) => instrument.id === "energy");
    const answers = [...(found?.instrument.questions.get("start")?.answers.keys() ?? [])];
    const starts = answers.map((answer) =>
      spans("energy", "UA-wide", { hold: new Map([["start", answer]]) })?.find((span) =>
        span.endsWith("sure"),
      ),
    );
    expect(new Set(starts.map((span) => span?.slice(0, 10)))).toEqual(
      new Set(["2025-03-18", "2025-03-25"]),
    );
  });

  test("on no day before an event that it waits for", () => {
    const [first] = spans("black-sea", "RU") ?? [];
    expect(first).toMatch(/^2025-04-\d\d .* maybe$/);
  });

  test("only on days that the range has", () => {
    const until = day("2025-04-01");
    expect(spans("energy", "RU", { until })?.at(-1)).toBe("2025-03-18 2025-04-01 sure");
  });
});

test("no verdict contradicts the days: what may be a violation touches them, what lies in sure ones is not out of the period", () => {
  const all = forceDays(theCase, range);
  const { rows } = assessCase(theCase);
  let [touched, inside] = [0, 0];
  for (const { reading, spans: own } of all) {
    for (const { incident, verdicts } of rows) {
      const verdict = verdicts.get(reading);
      const { from, until } = incident.occurred;
      const first = localDay(from, zone);
      const last = localDay(Math.max(from, until - 1), zone);
      if (verdict?.maybe === true) {
        touched += 1;
        expect(
          own.some((span) => span.from <= last && span.until > first),
          `${reading} ${incident.id}`,
        ).toBe(true);
      }
      if (own.some((span) => span.sure && span.from <= first && span.until > last)) {
        inside += 1;
        expect(verdict?.reasons, `${reading} ${incident.id}`).not.toContain("period");
      }
    }
  }
  expect(touched).toBeGreaterThan(300);
  expect(inside).toBeGreaterThan(300);
});

function day(text: string): Day {
  return parseDay(text) ?? never();
}

function never(): never {
  throw new Error("this cannot be");
}

test("a text of 1953 is in force from its day on, though no rules of its zone are known for that year", () => {
  const { value: korea } = loadFolder("cases/korea-1953");
  const readings = [readingId("armistice", "UNC")];
  const days = { zone: "Asia/Seoul", from: day("1953-07-20"), until: day("1953-08-10") };
  const [found] = forceDays(korea ?? never(), { ...days, readings });
  expect(found?.spans).toEqual([
    { from: "1953-07-27", until: "1953-07-28", sure: false },
    { from: "1953-07-28", until: "1953-08-10", sure: true },
  ]);
});
