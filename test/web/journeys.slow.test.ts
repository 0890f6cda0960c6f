// What people do: see what a word moves, follow a number to its incidents and a verdict to its reasons, come back by a link, all by keyboard.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { assessCase, compareReadings } from "../../src/assess/index.ts";
import { readingId } from "../../src/model/id.ts";
import { caseOf, mapDrawn, openLook, openStage, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";

const theCase = caseOf("cases/ukraine-2025");
const [first] = theCase.settings.comparisons;
const REAL = "/c/ukraine-2025";
const PAIR = [readingId("energy", "RU"), readingId("energy", "UA")] as const;
const PAIR_PATH = `${REAL}/price?r=${PAIR.join(",")}`;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([theCase]);
});
afterAll(() => stage.close());

describe("the first page", () => {
  test("opens on the first prepared comparison, and shows without scrolling which words differ and what each moves", async () => {
    const look = await openLook(stage, { width: 1280, height: 800 });
    await visit(look, "/", "price");
    const asked = new URL(look.page.url()).searchParams;
    expect(asked.get("r")).toBe(first?.readings.join(","));
    expect(asked.get("hold")).toBe("on-breach:bound");
    const cells = look.page.locator("section[aria-labelledby=words] [data-hard]");
    const boxes = await cells.evaluateAll((all) =>
      all.map((one) => one.getBoundingClientRect().bottom),
    );
    expect(boxes.length).toBeGreaterThan(3);
    expect(Math.max(...boxes)).toBeLessThanOrEqual(800);
    const words = look.page.locator("article button[data-answers]");
    expect(await words.count()).toBeGreaterThan(7);
    for (const word of await words.all())
      expect(await word.getAttribute("data-answers")).not.toBe("");
    await look.close();
  });

  test("prints the totals that the shell prints", async () => {
    const look = await openLook(stage);
    await visit(look, PAIR_PATH, "price");
    for (const { id, totals } of assessCase(theCase, { readings: PAIR }).readings) {
      const card = look.page.locator("article", { hasText: id });
      const figures = await card.locator("p a b").allInnerTexts();
      const expected =
        totals.atLeast === totals.atMost ? [totals.atMost] : [totals.atLeast, totals.atMost];
      expect(figures.map(Number)).toEqual(expected);
    }
    await look.close();
  });

  test("adds up: the rows of each pair are its whole disagreement", async () => {
    const look = await openLook(stage);
    await visit(look, PAIR_PATH, "price");
    const numbers = (rows: string, name: string) =>
      look.page
        .locator(`section[aria-labelledby=words] ${rows} [data-hard]`)
        .evaluateAll((all, key) => all.map((one) => Number(one.getAttribute(key))), `data-${name}`);
    const { hard, soft } = compareReadings(theCase, PAIR);
    for (const [name, all] of [
      ["hard", hard],
      ["soft", soft],
    ] as const) {
      expect(sum(await numbers("tbody", name))).toBe(all);
      expect(await numbers("tfoot", name)).toEqual([all]);
    }
    await look.close();
  });

  test("carries the case's caveat beside the totals", async () => {
    const look = await openLook(stage);
    await visit(look, PAIR_PATH, "price");
    const region = look.page.locator("section[aria-labelledby=cards]");
    expect(await region.innerText()).toContain(theCase.settings.caveat);
    await look.close();
  });

  test("is interactive within a second of being asked for, once its answer is known", async () => {
    const look = await openLook(stage);
    await visit(look, "/", "price");
    const start = performance.now();
    await visit(look, "/", "price");
    expect(performance.now() - start).toBeLessThan(1_000);
    await look.close();
  });
});

describe("by keyboard alone", () => {
  test("an aide lights a word, reads what it moves, opens an incident and its trace, and comes back", async () => {
    const look = await openLook(stage);
    const { page } = look;
    await visit(look, PAIR_PATH, "price");
    await tabTo(page, "button[data-answers]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/word=targets/);
    const lit = await page.locator("button[data-answers][aria-pressed=true]").count();
    expect(lit).toBe(2);
    const listed = page.locator("section[aria-labelledby=incidents] tbody tr");
    expect(await listed.count()).toBe(movedBy("scope"));
    await tabTo(page, "section[aria-labelledby=incidents] tbody a");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-ready="incident"]');
    await tabTo(page, "button[aria-controls^=why-energy-RU]");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-ready="why"]');
    expect(new URL(page.url()).searchParams.get("why")).toBe("energy/RU");
    const trace = await page.locator('[data-ready="why"] code').allInnerTexts();
    expect(trace).toEqual(expect.arrayContaining(["actor", "period", "kind"]));
    await page.goBack();
    await page.goBack();
    await page.waitForSelector('[data-ready="price"]');
    expect(new URL(page.url()).searchParams.get("word")).toBe("targets");
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test("the skip link leads to the content", async () => {
    const look = await openLook(stage);
    await visit(look, PAIR_PATH, "price");
    await look.page.keyboard.press("Tab");
    await look.page.keyboard.press("Enter");
    expect(await look.page.evaluate(() => document.activeElement?.id)).toBe("screen");
    await look.close();
  });

  test("readings are chosen in the popover, and the address follows", async () => {
    const look = await openLook(stage);
    const { page } = look;
    await visit(look, `${REAL}/price`, "chooser");
    await tabTo(page, "input[type=checkbox]");
    await page.keyboard.press("Space");
    await tabTo(page, "button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-ready="price"]');
    expect(new URL(page.url()).searchParams.get("r")).toBe("black-sea/RU");
    await tabTo(page, "button[aria-expanded]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[role=dialog]");
    await page.keyboard.press("Escape");
    await page.waitForSelector("[role=dialog]", { state: "detached" });
    expect(look.complaints).toEqual([]);
    await look.close();
  });
});

test("a link restores the view", async () => {
  const path = `${PAIR_PATH}&word=from&pair=${PAIR.join(",")}&cause=alone:start`;
  const wordsOf = async (look: Look) => {
    await mapDrawn(look);
    return look.page.locator("main").innerText();
  };
  const look = await openLook(stage);
  await visit(look, path, "where");
  const before = await wordsOf(look);
  expect(await look.page.locator("button[data-answers][aria-pressed=true]").count()).toBe(2);
  const again = await openLook(stage);
  await visit(again, new URL(look.page.url()).pathname + new URL(look.page.url()).search, "where");
  expect(await wordsOf(again)).toBe(before);
  await look.close();
  await again.close();
});

test("every number of a card leads to as many incidents", async () => {
  const look = await openLook(stage);
  await visit(look, PAIR_PATH, "price");
  const [number] = await look.page.locator("article p a b").allInnerTexts();
  await look.page.locator("article p a").first().click();
  await look.page.waitForURL(/of=/);
  expect(await look.page.locator("section[aria-labelledby=incidents] tbody tr").count()).toBe(
    Number(number),
  );
  await look.close();
});

test("the page of Sumy shows 88 as one point of a series whose latest is marked", async () => {
  const look = await openLook(stage);
  await visit(look, `${REAL}/i/inc-077`, "incident");
  const injured = await look.page
    .locator("section[aria-labelledby=casualties] tbody td:nth-child(3)")
    .allInnerTexts();
  expect(injured).toEqual(["7", "28", "65", "74", "88", "99", "101", "106"]);
  const latest = look.page.locator("section[aria-labelledby=casualties] tr[data-latest=true]");
  expect(await latest.locator("td:nth-child(3)").allInnerTexts()).toEqual(["106"]);
  await look.close();
});

test("an as-of view says so, and shows only what was known", async () => {
  const look = await openLook(stage);
  await visit(look, `${PAIR_PATH}&asof=2025-03-24T16:00Z`, "price");
  expect(await look.page.locator("[data-past=true]").innerText()).toContain("24 Mar 2025");
  const heading = await look.page.locator("#incidents").innerText();
  const known = assessCase(theCase, { readings: PAIR, asOf: Date.UTC(2025, 2, 24, 16) });
  const counted = known.rows.filter(({ incident }) => !incident.aggregate).length;
  expect(heading).toContain(String(counted));
  expect(counted).toBeLessThan(235);
  await look.close();
});

function movedBy(question: string): number {
  const { causes } = compareReadings(theCase, PAIR);
  const ids = causes
    .filter(({ questions }) => questions.includes(question))
    .flatMap((one) => one.ids);
  return new Set(ids).size;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** Presses Tab until the focus is on what the selector names; fails when it never comes there. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    const isThere = await page.evaluate(
      (one) => document.activeElement?.matches(one) === true,
      selector,
    );
    if (isThere) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never comes to ${selector}`);
}
