// What Price counts and over which days: units, the in-force window, sparks, files of data, names of regions, in both cases.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCsv } from "../kit/read-csv.ts";
import {
  assessCase,
  inForceTest,
  ladderOf,
  questionVariants,
  unitCounts,
} from "../../src/assess/index.ts";
import type { Case } from "../../src/case/case.ts";
import { readingId } from "../../src/model/id.ts";
import type { ReadingId } from "../../src/model/id.ts";
import { truceline } from "../house/test-shell.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";

const REAL = caseOf("cases/ukraine-2025");
const EXAMPLE = caseOf("cases/example");
const LANGUAGES = ["en", "uk", "ru"] as const;
const HOLD = new Map([["on-breach", "bound"]]);

interface Asked {
  readonly name: string;
  readonly theCase: Case;
  readonly folder: string;
  readonly readings: readonly ReadingId[];
  readonly hold: ReadonlyMap<string, string>;
}

const BOTH: readonly Asked[] = [
  {
    name: "the real case",
    theCase: REAL,
    folder: "cases/ukraine-2025",
    readings: [readingId("easter", "RU"), readingId("energy", "RU"), readingId("energy", "UA")],
    hold: HOLD,
  },
  {
    name: "the example",
    theCase: EXAMPLE,
    folder: "cases/example",
    readings: [readingId("river-truce", "north"), readingId("river-truce", "south")],
    hold: new Map(),
  },
];
const EASTER = "/c/ukraine-2025/price?r=easter/RU,easter/UA&hold=on-breach:bound";
const SCOPE = "/c/ukraine-2025/price?q=energy/scope&hold=on-breach:bound";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([REAL, EXAMPLE]);
});
afterAll(() => stage.close());

function addressOf({ theCase, readings, hold }: Asked, more: string): string {
  const held = [...hold].map(([question, answer]) => `&hold=${question}:${answer}`).join("");
  return `/c/${theCase.settings.id}/price?r=${readings.join(",")}${held}${more}`;
}

async function open(path: string, options: Parameters<typeof openLook>[1] = {}): Promise<Look> {
  const look = await openLook(stage, options);
  await visit(look, path, path.includes("/incidents") ? "incidents" : "price");
  return look;
}

/** What the shell prints for the same question. */
async function shellTotals({ folder, readings, hold }: Asked, window: readonly string[]) {
  const args = readings.flatMap((id) => ["--reading", id]);
  const held = [...hold].flatMap(([question, answer]) => ["--hold", `${question}:${answer}`]);
  const path = new URL(`../../${folder}`, import.meta.url).pathname;
  const { out } = await truceline(["assess", path, "--json", ...args, ...held, ...window]);
  return JSON.parse(out).readings;
}

describe.each(BOTH)("the totals of $name are the shell's", (asked) => {
  test.each([
    ["over the whole record", "", []],
    ["over the in-force window", "&window=in-force", ["--window", "in-force"]],
  ] as const)("%s, in incidents, days and objects", async (_, key, flags) => {
    const expected = await shellTotals(asked, flags);
    expect(expected).toHaveLength(asked.readings.length);
    const incidents = await open(addressOf(asked, key));
    for (const { id, totals } of expected) {
      const card = incidents.page.locator("article", { hasText: id });
      const figures = await card.locator("p a b").allInnerTexts();
      expect(figures.map(Number)).toEqual([...new Set([totals.atLeast, totals.atMost])]);
    }
    const [first] = expected;
    expect(await incidents.page.locator("#incidents").innerText()).toContain(
      `of ${first.totals.incidents}`,
    );
    await incidents.close();
    for (const unit of ["days", "objects"]) {
      const look = await open(addressOf(asked, `${key}&unit=${unit}`));
      for (const { id, units } of expected) {
        const shown = look.page.locator("article", { hasText: id }).locator(`[data-unit=${unit}]`);
        const { atLeast, atMost } = units[unit];
        const numbers = (await shown.locator("b").allInnerTexts()).map(Number);
        expect(numbers).toEqual([...new Set([atLeast, atMost])]);
      }
      expect(await look.page.locator(`[data-note=${unit}]`).count()).toBe(1);
      await look.close();
    }
  });
});

describe("the in-force window", () => {
  test("is switched on and off by keyboard, said in the line above, and counts all cards over the same incidents", async () => {
    const look = await open(EASTER);
    const { page } = look;
    const before = await page.locator("#incidents").innerText();
    await page.getByRole("link", { name: "in-force window", exact: true }).press("Enter");
    await page.waitForURL(/window=in-force/);
    await page.locator("#incidents", { hasText: "Incidents: 13 of 13" }).waitFor();
    expect(before).not.toBe("Incidents: 13 of 13");
    expect(await page.locator("main").innerText()).toContain("in-force window: whatever may lie");
    await page.getByRole("link", { name: "whole record", exact: true }).press("Enter");
    await page.waitForURL((url) => !url.searchParams.has("window"));
    await page.locator("#incidents", { hasText: before }).waitFor();
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test("is a chip on Incidents, and lists what assess lets through", async () => {
    const readings = [readingId("easter", "RU"), readingId("easter", "UA")];
    const isIn = inForceTest(REAL, { inForce: readings });
    const expected = REAL.incidents.filter((one) => isIn(one) && !one.aggregate).length;
    const look = await open("/c/ukraine-2025/incidents?r=easter/RU,easter/UA");
    const { page } = look;
    await page.getByRole("link", { name: "only the in-force window", exact: true }).press("Enter");
    await page.waitForURL(/window=in-force/);
    await page.getByText(`${expected} incidents listed`).first().waitFor();
    const csv = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
    expect(csv).toContain("window=in-force");
    await page.getByRole("link", { name: /only the in-force window.*take away/s }).press("Enter");
    await page.waitForURL((url) => !url.searchParams.has("window"));
    await look.close();
  });
});

describe("a step of the ladder", () => {
  test("has a spark with a sentence and a table that add up to the incidents it moves", async () => {
    const look = await open(SCOPE);
    await look.page.waitForSelector("section[aria-labelledby=ladder]");
    const { steps } = ladderOf(REAL, { instrument: "energy", question: "scope" }, { hold: HOLD });
    const sparks = look.page.locator("[data-spark]");
    const moving = steps.filter(({ days }) => days.length > 0);
    expect(await sparks.count()).toBe(moving.length);
    for (const [index, { days, hard, soft }] of moving.entries()) {
      const spark = sparks.nth(index);
      const sentence = await spark.getByRole("img").getAttribute("aria-label");
      expect(sentence).toMatch(new RegExp(`on ${days.length} days? from`));
      await spark.locator("summary").press("Enter");
      expect(await spark.locator("p").innerText()).toBe(sentence);
      const cells = await spark.locator("tbody td").allInnerTexts();
      const sum = (at: number) =>
        cells.filter((_, cell) => cell % 2 === at).reduce((all, text) => all + Number(text), 0);
      expect([sum(0), sum(1)]).toEqual([hard, soft]);
      expect(await spark.locator("rect").count()).toBe(2 * days.length);
    }
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });
});

describe("the data of the page", () => {
  test("is a menu of files, each of which the server has, with what is held in every row", async () => {
    const look = await open(`${SCOPE}&window=in-force`);
    await look.page.getByRole("button", { name: /^Data/, disabled: false }).press("Enter");
    const links = look.page.getByRole("dialog").getByRole("link");
    const paths = await links.evaluateAll((all) =>
      all.map((one) => one.getAttribute("href") ?? ""),
    );
    const { readings } = assessCase(
      questionVariants(REAL, { instrument: "energy", question: "scope" }),
    );
    const pairs = (readings.length * (readings.length - 1)) / 2;
    expect(paths).toHaveLength(2 * (2 + pairs));
    for (const path of paths) {
      const response = await fetch(new URL(path, stage.url));
      expect(response.status, path).toBe(200);
      if (!path.includes(".csv")) continue;
      const [names = [], ...rows] = readCsv(await response.text());
      expect(rows.length, path).toBeGreaterThan(0);
      for (const row of rows) expect(row[names.indexOf("held_questions")]).toBe("on-breach:bound");
    }
    await look.close();
  });

  test("of a chosen pair is that pair's alone", async () => {
    const look = await open(`${EASTER}&pair=easter/RU,easter/UA`);
    await look.page.getByRole("button", { name: /^Data/, disabled: false }).press("Enter");
    const path = await look.page
      .getByRole("dialog")
      .getByRole("link", { name: /^Compared.*CSV$/ })
      .getAttribute("href");
    expect(path).toBe("/c/ukraine-2025/compare.csv?a=easter/RU&b=easter/UA&hold=on-breach:bound");
    await look.close();
  });
});

describe.each(LANGUAGES)("in %s", (language) => {
  test("units and window open whole from a link, light and dark, without complaint", async () => {
    for (const [unit, theme] of [
      ["days", "light"],
      ["objects", "dark"],
    ] as const) {
      const path = `${EASTER}&window=in-force&unit=${unit}`;
      const look = await open(path, { language, theme });
      expect(await axeViolations(look)).toEqual([]);
      expect([look.complaints, look.foreign]).toEqual([[], []]);
      expect(await look.page.locator(`article [data-unit=${unit}]`).count()).toBe(2);
      await look.close();
      const phone = await open(path, { language, theme, width: 320, height: 640 });
      expect(await sidewaysScroll(phone)).toBe(0);
      await phone.close();
    }
  });

  test("regions have the names of the case: as a choice, as a chip, on an incident's page", async () => {
    const names = { en: "Sumy Oblast", uk: "Сумська область", ru: "Сумская область" } as const;
    const list = await open("/c/ukraine-2025/incidents?f=region:sumy-oblast", { language });
    const facets = list.page.getByRole("navigation").filter({ has: list.page.locator("details") });
    const choice = facets.getByRole("link", { name: names[language] });
    expect(await choice.getAttribute("aria-current")).toBe("true");
    const [chip] = await list.page.locator("ul[class*=chips] a").allInnerTexts();
    expect(chip).toContain(names[language]);
    await list.close();
    const look = await openLook(stage, { language });
    await visit(look, "/c/ukraine-2025/i/inc-077", "incident");
    expect(await look.page.locator("main").innerText()).toContain(names[language]);
    await look.close();
  });
});

test("what is counted and what is held stand on paper, on one sheet", async () => {
  const four = "r=energy/RU,energy/UA,energy/US-18-march,energy/US-25-march&hold=on-breach:bound";
  const path = `/c/ukraine-2025/price?${four}&window=in-force&unit=objects`;
  for (const language of LANGUAGES) {
    const look = await open(path, { language });
    const pdf = await look.page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    await look.page.emulateMedia({ media: "print" });
    const text = await look.page.locator("body").innerText();
    const held = "on-breach = bound";
    for (const said of [held, "window=in-force", "unit=objects"]) expect(text).toContain(said);
    expect(await look.page.locator("[data-note=objects]").isVisible()).toBe(true);
    await look.close();
  }
  const counts = unitCounts(REAL, assessCase(REAL, { hold: HOLD }), HOLD);
  expect(counts.size).toBe(11);
});
