// The list of incidents in a real browser: every number leads to as many rows, all by keyboard, by link, on a phone and on paper.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { assessCase } from "../../src/assess/index.ts";
import { readingId } from "../../src/model/id.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Stage } from "./browser.ts";

const theCase = caseOf("cases/ukraine-2025");
const READINGS = [readingId("energy", "RU"), readingId("energy", "UA")];
const PATH = "/c/ukraine-2025/incidents";
const JUDGED = `${PATH}?r=${READINGS.join(",")}`;
const COUNTED = theCase.incidents.filter(({ aggregate }) => !aggregate).length;
const MAIN = "section[aria-labelledby=listed] table[aria-rowcount]";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([theCase]);
});
afterAll(() => stage.close());

const rowCount = async (page: Page) =>
  Number(await page.locator(MAIN).getAttribute("aria-rowcount")) - 1;
const query = (page: Page) => new URL(page.url()).searchParams;
const focusedRow = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute("data-row"));

describe("the list", () => {
  test("counts the whole record, keeps whole-night totals apart, and holds only rows in sight", async () => {
    const look = await openLook(stage);
    await visit(look, JUDGED, "incidents");
    expect(await rowCount(look.page)).toBe(COUNTED);
    const inPage = await look.page.locator(`${MAIN} tbody tr[data-index]`).count();
    expect(inPage).toBeGreaterThan(5);
    expect(inPage).toBeLessThan(60);
    const apart = look.page.locator("section[aria-labelledby=listed] table:not([aria-rowcount])");
    expect(await apart.locator("tbody tr").count()).toBe(theCase.incidents.length - COUNTED);
    await look.close();
  });

  test("shows the totals that the shell shows, under their condition, with the caveat", async () => {
    const look = await openLook(stage);
    await visit(look, JUDGED, "incidents");
    const strip = await look.page.locator("section[aria-labelledby=strip]").innerText();
    expect(strip).toContain(theCase.settings.caveat);
    for (const { byStanding } of assessCase(theCase, { readings: READINGS }).readings) {
      for (const { atLeast, atMost } of Object.values(byStanding)) {
        if (atMost === 0) continue;
        const said = atLeast === atMost ? `${atMost} ` : `at least ${atLeast}, at most ${atMost}`;
        expect(strip).toContain(said);
      }
    }
    await look.close();
  });

  test("judges nothing before a reading is chosen", async () => {
    const look = await openLook(stage);
    await visit(look, PATH, "incidents");
    expect(await look.page.locator(`${MAIN} svg[data-mark]`).count()).toBe(0);
    expect(await look.page.locator("main").innerText()).toContain("stand unassessed");
    await look.close();
  });

  test("has numbers that lead to as many rows, and lets them go again", async () => {
    const look = await openLook(stage);
    const { page } = look;
    await visit(look, JUDGED, "incidents");
    for (const index of [0, 3]) {
      const link = page.locator("nav details details:nth-of-type(2) a").nth(index);
      const number = Number(await link.locator("b").innerText());
      await link.click();
      await page.waitForURL(/of=/);
      await page.waitForSelector('[data-ready="incidents"]');
      expect(await rowCount(page)).toBe(number);
      await page.locator("nav a[aria-current=true] b").click();
      await page.waitForURL((url) => !url.search.includes("of="));
      await page.waitForSelector('[data-ready="incidents"]');
      expect(await rowCount(page)).toBe(COUNTED);
    }
    await look.close();
  });

  test("says which choice to take away when nothing is left", async () => {
    const look = await openLook(stage);
    await visit(look, `${JUDGED}&text=no-such-word&f=party:UA`, "incidents");
    const first = look.page.locator("section[aria-labelledby=listed] ul li a").first();
    expect(await first.innerText()).toMatch(/^without “no-such-word”: \d+$/);
    await first.click();
    await look.page.waitForSelector(MAIN);
    expect(query(look.page).get("f")).toBe("party:UA");
    await look.close();
  });
});

describe("by keyboard alone", () => {
  test("a monitor walks the rows, previews one, picks one, opens it and comes back", async () => {
    const look = await openLook(stage);
    const { page } = look;
    await visit(look, JUDGED, "incidents");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-row"));
    const second = await focusedRow(page);
    await page.keyboard.press("k");
    await page.waitForFunction(
      (before) => document.activeElement?.getAttribute("data-row") !== before,
      second,
    );
    const first = await focusedRow(page);
    await page.keyboard.press("Space");
    await page.waitForSelector("aside[aria-labelledby=preview]");
    expect(query(page).get("sel")).toBe(first);
    await page.keyboard.press("j");
    await page.waitForURL((url) => url.searchParams.get("sel") === second);
    await page.keyboard.press("x");
    expect(await page.locator("main").innerText()).toContain("1 incident picked");
    await page.keyboard.press("Escape");
    await page.waitForSelector("aside[aria-labelledby=preview]", { state: "detached" });
    await page.keyboard.press("Enter");
    await page.waitForSelector('[data-ready="incident"]');
    expect(page.url()).toContain(`/i/${second}`);
    await page.goBack();
    await page.waitForSelector('[data-ready="incidents"]');
    await page.keyboard.press("/");
    await page.keyboard.type("sumy jk");
    expect(await page.locator("input[type=search]").inputValue()).toBe("sumy jk");
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test("the last row is reached, although it was not in the page", async () => {
    const look = await openLook(stage);
    const { page } = look;
    await visit(look, `${JUDGED}&sort=-id`, "incidents");
    for (let press = 0; press < 45; press++) await page.keyboard.press("j");
    const expected = [...theCase.incidents]
      .filter(({ aggregate }) => !aggregate)
      .map(({ id }): string => id)
      .sort()
      .at(-45);
    await page.waitForFunction(
      (id) => document.activeElement?.getAttribute("data-row") === id,
      expected,
    );
    await look.close();
  });

  test("a column is hidden in the menu, and the address keeps it", async () => {
    const look = await openLook(stage);
    const { page } = look;
    await visit(look, JUDGED, "incidents");
    const before = await page.locator(`${MAIN} thead th`).count();
    await page.getByRole("button", { name: "Columns" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForSelector("[role=menu]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/cols=/);
    await page.keyboard.press("Escape");
    expect(await page.locator(`${MAIN} thead th`).count()).toBe(before - 1);
    await look.close();
  });
});

test("a link restores the list", async () => {
  const path = `${JUDGED}&f=party:UA&of=energy/RU:at-most&text=oblast&sort=-place&cols=day,verdicts&sel=inc-050`;
  const look = await openLook(stage);
  await visit(look, path, "incidents");
  const { pathname, search } = new URL(look.page.url());
  const again = await openLook(stage);
  await visit(again, pathname + search, "incidents");
  const texts = async (page: Page) => {
    await page.waitForSelector("main button[aria-haspopup]");
    return page.locator("main").innerText();
  };
  expect(await texts(again.page)).toBe(await texts(look.page));
  await look.close();
  await again.close();
});

test("paper holds every row up to 500, and no controls", async () => {
  const look = await openLook(stage);
  await visit(look, JUDGED, "incidents");
  await look.page.emulateMedia({ media: "print" });
  const rows = look.page.locator("section[aria-labelledby=listed] tbody tr");
  await look.page.waitForFunction(
    (all) => document.querySelectorAll("section[aria-labelledby=listed] tbody tr").length === all,
    theCase.incidents.length,
  );
  expect(await rows.count()).toBe(theCase.incidents.length);
  expect(await look.page.locator("main input:visible").count()).toBe(0);
  await look.close();
});

test.each(["csv", "geojson", "json"] as const)(
  "the %s twin has the same incidents",
  async (kind) => {
    const look = await openLook(stage);
    await visit(look, `${JUDGED}&f=party:UA`, "incidents");
    const href = await look.page.locator(`a[href*="incidents.${kind}"]`).getAttribute("href");
    const text = await (await look.page.request.get(href ?? "")).text();
    const ids = new Set(text.match(/\binc-\d+\b/g));
    const mayBe = theCase.incidents.filter(({ facts }) =>
      facts.actors.some(({ value }) => value === "UA" || value === "unknown"),
    );
    for (const { id } of mayBe) expect(ids).toContain(id);
    await look.close();
  },
);

test.each([
  { theme: "light", width: 1280, language: "en" },
  { theme: "dark", width: 1280, language: "uk" },
  { theme: "light", width: 390, language: "ru" },
  { theme: "dark", width: 320, language: "en" },
] as const)(
  "$theme, $width px, $language: axe finds nothing, nothing scrolls sideways",
  async (options) => {
    for (const path of [PATH, `${JUDGED}&sel=inc-077`, `${JUDGED}&text=no-such-word`]) {
      const look = await openLook(stage, options);
      await visit(look, path, "incidents");
      expect(look.complaints).toEqual([]);
      expect(look.foreign).toEqual([]);
      expect(await axeViolations(look)).toEqual([]);
      expect(await sidewaysScroll(look)).toBe(0);
      await look.close();
    }
  },
);
