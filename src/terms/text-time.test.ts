// Text time on small texts: who held what on a day, and what a reading loses.
import { describe, expect, test } from "vitest";
import type { Day } from "../model/instant.ts";
import type { Instrument } from "./ast.ts";
import { parseTerms } from "./parse-terms.ts";
import { heldOn, versionOn } from "./text-time.ts";

const day = (text: string): Day => text as Day;

function text(answers: string, readings: string, dated = "2025-04-01"): Instrument {
  const source = `truceline: terms/1
id: river
title: A text
dated: ${dated}
parties: [A, B]
questions:
  scope:
    asks: Which targets?
    answers:
${answers}
clauses:
  strikes: { effect: prohibit, by: [A, B], act: strike, targets: { question: scope } }
readings:
${readings}
`;
  const { value, problems } = parseTerms(source, { file: "river.terms.yaml" });
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

const NARROW =
  "      narrow: { targets: [gas], held: { by: A, since: 2025-04-01, until: 2025-04-10, source: s-1 } }";
const WIDE = "      wide: { targets: [energy], held: { by: A, since: 2025-04-10, source: s-2 } }";
const NOBODYS = "      nobodys: { targets: [power] }";
const READINGS = "  A: { by: A, take: { scope: wide } }\n  editor: { take: { scope: narrow } }";

const unknown = () => null;

function liveOn(instrument: Instrument, on: string) {
  const held = heldOn(instrument, day(on), unknown);
  const answers = [...(held.instrument.questions.get("scope")?.answers.values() ?? [])];
  return { ...held, live: answers.filter(({ live }) => live).map(({ id }) => id) };
}

describe("the version of a day", () => {
  const versions = ["2025-04-01", "2025-05-01"].map((dated) => ({
    instrument: text(`${NARROW}\n${NOBODYS}`, "  A: {}", dated),
  }));
  const datedOn = (on: string) => versionOn(versions, day(on))?.instrument.dated ?? null;

  test("is the latest one dated on it or before, and none before the first", () => {
    expect(datedOn("2025-03-31")).toBe(null);
    expect(datedOn("2025-04-01")).toBe("2025-04-01");
    expect(datedOn("2025-04-30")).toBe("2025-04-01");
    expect(datedOn("2025-05-01")).toBe("2025-05-01");
  });
});

describe("answers on a day", () => {
  const instrument = text([NARROW, WIDE, NOBODYS].join("\n"), READINGS);

  test("change on the day on which one ends and the other begins, not the day after", () => {
    expect(liveOn(instrument, "2025-04-09").live).toEqual(["narrow", "nobodys"]);
    expect(liveOn(instrument, "2025-04-10").live).toEqual(["wide", "nobodys"]);
  });

  test("that nobody ever held stay possible on any day", () => {
    expect(liveOn(instrument, "2024-01-01").live).toEqual(["nobodys"]);
  });

  test("stay possible all together, and this is told, when nobody held any of them", () => {
    const { live, told } = liveOn(text(`${NARROW}\n${WIDE}`, "  A: {}"), "2024-01-01");
    expect(live).toEqual(["narrow", "wide"]);
    expect(told).toEqual([
      `river: nobody held an answer to "scope" on 2024-01-01; all its answers stay possible: "narrow" (A from 2025-04-01 until 2025-04-10); "wide" (A from 2025-04-10)`,
    ]);
  });

  test("without a day of their own are held from the publication of their source", () => {
    const undated = text(
      `      wide: { targets: [energy], held: { by: A, source: s-2 } }\n${NOBODYS}`,
      "  A: {}",
    );
    const on = (published: Day | null) =>
      heldOn(undated, day("2025-04-05"), () => published)
        .instrument.questions.get("scope")
        ?.answers.get("wide")?.live;
    expect(on(day("2025-04-06"))).toBe(false);
    expect(on(day("2025-04-05"))).toBe(true);
    expect(on(null)).toBe(true);
  });
});

describe("readings on a day", () => {
  const instrument = text([NARROW, WIDE, NOBODYS].join("\n"), READINGS);

  test("lose what their holder does not hold yet; the question is open under them, and this is told", () => {
    const { instrument: held, told } = heldOn(instrument, day("2025-04-09"), unknown);
    expect(held.readings.get("A")?.take.size).toBe(0);
    expect(told).toContain(
      `river: reading "A" does not take "wide" on "scope", which A held from 2025-04-10, not on 2025-04-09: "scope" is open under it`,
    );
  });

  test("of nobody keep what they take, and this is told when nobody held it", () => {
    const { instrument: held, told } = heldOn(instrument, day("2025-04-10"), unknown);
    expect(held.readings.get("editor")?.take.get("scope")).toEqual(["narrow"]);
    expect(held.readings.get("A")?.take.get("scope")).toEqual(["wide"]);
    expect(told).toContain(
      `river: reading "editor" is nobody's and keeps "narrow" on "scope", which nobody held on 2025-04-10`,
    );
  });
});
