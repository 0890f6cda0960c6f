// The list of the real case: what it counts is what assess counts, and every number leads to as many rows.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { assessCase } from "../assess/index.ts";
import { readingId } from "../model/id.ts";
import { parseDay } from "../model/instant.ts";
import { assessedQuestion, incidentList } from "./incident-list.ts";
import type { ListQuestion } from "./incident-list.ts";

const RU = readingId("energy", "RU");
const PLAIN: ListQuestion = {
  readings: [RU, readingId("energy", "UA")],
  of: null,
  bbox: null,
  differ: null,
  text: null,
  state: null,
  sort: { key: "day", isDown: false },
};
const assessment = assessCase(theCase, assessedQuestion(PLAIN));
const list = (more: Partial<ListQuestion>) =>
  incidentList(theCase, { ...PLAIN, ...more }, assessment);
const dayOf = (text: string) => {
  const day = parseDay(text);
  if (day === null) throw new Error(`not a day: ${text}`);
  return day;
};
const counted = (more: Partial<ListQuestion>) =>
  list(more).items.filter(({ aggregate }) => !aggregate).length;

describe("a list without narrowing", () => {
  test("holds the whole record, with the totals that assess answers", () => {
    const { items, readings } = list({});
    expect(items).toHaveLength(theCase.incidents.length);
    expect(readings.map(({ totals }) => totals)).toEqual(
      assessCase(theCase, { readings: PLAIN.readings }).readings.map(({ totals }) => totals),
    );
  });

  test("says nothing of what could be taken away", () => {
    expect(list({}).without).toEqual([]);
  });
});

describe("a number beside a choice", () => {
  test.each(["kind", "means", "party", "region"] as const)(
    "of %s is what the choice lists",
    (name) => {
      const group = list({}).facets.find((one) => one.name === name);
      expect(group?.values.length).toBeGreaterThan(1);
      for (const { value, incidents } of group?.values ?? []) {
        expect(counted({ [name]: value }), value).toBe(incidents);
      }
    },
  );

  test("keeps the other choices of the same sort in sight", () => {
    const parties = (more: Partial<ListQuestion>) =>
      list(more).facets.find(({ name }) => name === "party")?.values;
    expect(parties({ party: "UA" })).toEqual(parties({}));
    expect(parties({ kind: "port" })).not.toEqual(parties({}));
  });

  test("of a reading is what it leads to, narrowed or not", () => {
    for (const more of [{}, { party: "UA" }, { text: "substation" }]) {
      const [first] = list(more).readings;
      const at = (verdict: "violation" | "at-most" | "not-covered") =>
        counted({ ...more, of: { reading: RU, verdict } });
      expect([at("violation"), at("at-most"), at("not-covered")]).toEqual([
        first?.totals.atLeast,
        first?.totals.atMost,
        first?.totals.notCovered,
      ]);
    }
  });
});

describe("the in-force window", () => {
  const EASTER = [readingId("easter", "RU"), readingId("easter", "UA")];
  const easter = assessCase(theCase, { readings: EASTER });
  const windowed = (more: Partial<ListQuestion>) =>
    incidentList(theCase, { ...PLAIN, readings: EASTER, inForce: EASTER, ...more }, easter);

  test("lists what may lie in it, and every number leads to its incidents within it", () => {
    const within = windowed({});
    expect(within.coverage.incidents).toBe(13);
    const [first] = within.readings;
    expect(first?.totals.incidents).toBe(13);
    const of = { reading: EASTER[0] ?? "", verdict: "at-most" as const };
    expect(windowed({ of }).coverage.incidents).toBe(first?.totals.atMost);
    for (const { values } of within.facets) {
      for (const { incidents } of values) expect(incidents).toBeLessThanOrEqual(13);
    }
  });

  test("that leaves nothing is named among what can be taken away", () => {
    const { items, without } = windowed({ until: dayOf("2025-03-25") });
    expect(items).toEqual([]);
    expect(without.map(({ name }) => name)).toEqual(["window", "days"]);
  });
});

describe("a search", () => {
  test("finds a place in any of its languages", () => {
    const english = list({ text: "sumy" }).items.map(({ id }) => id);
    expect(english).toContain("inc-077");
    expect(list({ text: "СУМИ" }).items.map(({ id }) => id)).toContain("inc-077");
    expect(list({ text: "Сумы" }).items.map(({ id }) => id)).toContain("inc-077");
  });

  test("finds a region in any of its languages", () => {
    const placed = list({ region: "sumy-oblast" }).items.map(({ id }) => id);
    expect(placed.length).toBeGreaterThan(5);
    for (const text of ["Sumy Oblast", "Сумська область", "Сумская область"]) {
      const found = list({ text }).items.map(({ id }) => id);
      expect(
        placed.filter((id) => !found.includes(id)),
        text,
      ).toEqual([]);
    }
  });

  test("needs every word", () => {
    expect(counted({ text: "sumy no-such-word" })).toBe(0);
  });
});

test("an empty list says which choice gives most when it is taken away", () => {
  const { items, without } = list({ text: "no-such-word", party: "UA" });
  expect(items).toEqual([]);
  expect(without).toEqual([
    { name: "text", incidents: counted({ party: "UA" }) },
    { name: "party", incidents: 0 },
  ]);
});

test("a figure that nobody stated is null, and the latest of a series is told", () => {
  const { items } = list({});
  expect(items.find(({ id }) => id === "inc-077")?.injured).toEqual({ low: 106, high: 106 });
  expect(items.some(({ killed }) => killed === null)).toBe(true);
});
