// The Price screen's value on the real case: what it composes is what assess answers, and its parts fit together.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { assessCase, compareReadings } from "../assess/index.ts";
import { readingId } from "../model/id.ts";
import { pricePage } from "./price.ts";

const readings = [
  readingId("energy", "RU"),
  readingId("energy", "UA"),
  readingId("energy", "US-25-march"),
];
const page = pricePage(theCase, { readings });
const card = (name: string) => page.cards.find((one) => one.reading === `energy/${name}`);
const wordsOf = (name: string, part: string) =>
  card(name)?.words.filter((one) => one.part === part) ?? [];

describe("the page over the in-force window", () => {
  const within = pricePage(theCase, { readings, inForce: readings });

  test("counts every card, pair and pattern over the same incidents, and none that may be a violation is lost", () => {
    expect(within.coverage.incidents).toBeLessThan(page.coverage.incidents);
    expect(within.coverage.incidents).toBeGreaterThan(0);
    for (const [index, { totals, units }] of within.cards.entries()) {
      expect(totals.incidents).toBe(within.coverage.incidents);
      const whole = page.cards[index];
      expect([totals.atLeast, totals.atMost]).toEqual([
        whole?.totals.atLeast,
        whole?.totals.atMost,
      ]);
      expect(units).toEqual(whole?.units);
    }
    const patterns = within.patterns.reduce((sum, { incidents }) => sum + incidents, 0);
    expect(patterns).toBe(within.coverage.incidents);
    expect(within.pairs.map(({ hard, soft }) => hard + soft)).toEqual(
      page.pairs.map(({ hard, soft }) => hard + soft),
    );
  });

  test("is wider with a text of another period beside it: the window is that of all that is shown", () => {
    const easter = [readingId("easter", "RU")];
    const alone = pricePage(theCase, { readings: easter, inForce: easter });
    const both = [...easter, ...readings];
    const beside = pricePage(theCase, { readings: both, inForce: both });
    expect(alone.coverage.incidents).toBeLessThan(beside.coverage.incidents);
    expect(beside.coverage.incidents).toBe(within.coverage.incidents);
  });
});

describe("the page of three readings of one text", () => {
  test("shows the totals that assess answers", () => {
    const { readings: assessed } = assessCase(theCase, { readings });
    expect(page.cards.map(({ reading, totals }) => [reading, totals])).toEqual(
      assessed.map(({ id, totals }) => [id, totals]),
    );
  });

  test("compares every two of them, once", () => {
    expect(page.pairs.map(({ a, b }) => `${a} ${b}`)).toEqual([
      "energy/RU energy/UA",
      "energy/RU energy/US-25-march",
      "energy/UA energy/US-25-march",
    ]);
    const [a, b] = readings;
    if (a === undefined || b === undefined) throw new Error("two readings are asked for");
    expect(page.pairs[0]).toEqual(compareReadings(theCase, [a, b]));
  });

  test("has causes that add up to each pair's disagreement, and ids for every number", () => {
    for (const pair of page.pairs) {
      expect(pair.causes.reduce((sum, cause) => sum + cause.hard, 0)).toBe(pair.hard);
      expect(pair.causes.reduce((sum, cause) => sum + cause.soft, 0)).toBe(pair.soft);
      for (const cause of pair.causes) expect(cause.ids).toHaveLength(cause.hard + cause.soft);
    }
  });

  test("has patterns that add up to all incidents, whole-night totals apart", () => {
    const sum = page.patterns.reduce((all, pattern) => all + pattern.incidents, 0);
    expect(sum).toBe(page.coverage.incidents);
    expect(page.rows).toHaveLength(page.coverage.incidents + page.coverage.aggregates);
    expect(page.patterns.map(({ incidents }) => incidents)).toEqual(
      page.patterns.map(({ incidents }) => incidents).sort((x, y) => y - x),
    );
  });

  test("has rows by day and id, each with a verdict under each reading", () => {
    const keys = page.rows.map(({ day, id }) => `${day} ${id}`);
    expect(keys).toEqual([...keys].sort());
    for (const row of page.rows) expect(Object.keys(row.verdicts).sort()).toEqual([...readings]);
  });

  test("knows which parts of the text differ, and which do not", () => {
    expect(page.differing).toContain("targets");
    expect(page.differing).toContain("from");
    expect(page.differing).not.toContain("act");
    expect(page.differing).not.toContain("for");
  });
});

describe("the words of a reading", () => {
  test("are its holder's own where they are on record", () => {
    expect(wordsOf("US-25-march", "targets")[0]?.answers[0]?.quote).toBe(
      "ban strikes against energy facilities",
    );
  });

  test("stay open where its holder said nothing, with every live answer possible", () => {
    const [start] = wordsOf("US-25-march", "from");
    expect(start?.state).toBe("open");
    expect(start?.answers.map(({ id }) => id)).toEqual(["march-18", "march-25"]);
    expect(wordsOf("UA", "on-breach")[0]?.answers.map(({ id }) => id)).not.toContain(
      "ends-by-itself",
    );
    expect(wordsOf("RU", "on-breach")[0]?.answers.map(({ id }) => id)).not.toContain(
      "ends-by-itself",
    );
  });

  test("are the held answer where the comparison holds one, whatever its holder says", () => {
    const hold = new Map([["on-breach", "bound"]]);
    const held = pricePage(theCase, { readings, hold });
    for (const { words } of held.cards) {
      const [breach] = words.filter((one) => one.part === "on-breach");
      expect([breach?.state, breach?.answers.map(({ id }) => id)]).toEqual(["held", ["bound"]]);
    }
    expect(held.differing).not.toContain("on-breach");
    expect(held.cards.map(({ totals }) => totals)).toEqual(
      assessCase(theCase, { readings, hold }).readings.map(({ totals }) => totals),
    );
  });

  test("are the same meaning under the same answer, whoever words it", () => {
    const two = pricePage(theCase, {
      readings: [readingId("energy", "UA"), readingId("energy", "UA")],
    });
    expect(two.differing).toEqual([]);
  });
});

describe("a narrower question", () => {
  test("counts only days in [from, until)", () => {
    const [day] = page.rows.map((row) => row.day).filter((one) => one >= "2025-03-24");
    const narrow = pricePage(theCase, { readings, from: day, until: day });
    expect(narrow.rows).toEqual([]);
    expect(narrow.coverage).toMatchObject({ incidents: 0, firstDay: null, lastDay: null });
  });

  test("of more than four readings has cards and no pairs", () => {
    const all = theCase.instruments.flatMap(({ instrument }) =>
      [...instrument.readings.keys()].map((id) => readingId(instrument.id, id)),
    );
    const wide = pricePage(theCase, { readings: all.slice(0, 5) });
    expect([wide.cards.length, wide.pairs.length]).toEqual([5, 0]);
  });
});
