// A list of 10,000 incidents, served and shown by the real program: its total stands there, the page holds only rows in sight, any row is reached.
import { afterAll, beforeAll, expect, test } from "vitest";
import { manyIncidents } from "../../bench/many-incidents.ts";
import { caseOf, openLook, openStage, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";

const COUNT = 10_000;
const ROWS = "section[aria-labelledby=listed] table[aria-rowcount] tbody tr[data-index]";

let stage: Stage;
let look: Look;
beforeAll(async () => {
  stage = await openStage([manyIncidents(caseOf("cases/ukraine-2025"), COUNT)]);
  look = await openLook(stage);
  await visit(look, "/c/ukraine-2025/incidents?sort=id", "incidents");
});
afterAll(() => stage.close());

test("the total comes with the first rows", async () => {
  const table = look.page.locator("section[aria-labelledby=listed] table[aria-rowcount]");
  expect(await table.getAttribute("aria-rowcount")).toBe(String(COUNT + 1));
  expect(await look.page.getByRole("status").first().innerText()).toContain("10,000 incidents");
});

test.each([0, 0.25, 0.5, 0.999, 1])(
  "at %d of its height the page holds at most 60 rows",
  async (share) => {
    const { page } = look;
    const target = await page.evaluate((part) => {
      const room = document.documentElement.scrollHeight - window.innerHeight;
      window.scrollTo(0, room * part);
      return window.scrollY;
    }, share);
    expect(target > 100_000 || share === 0).toBe(true);
    await page.waitForFunction((rows) => {
      const boxes = [...document.querySelectorAll(rows)].map((row) => row.getBoundingClientRect());
      return boxes.some(({ top, bottom }) => bottom > 0 && top < window.innerHeight);
    }, ROWS);
    const indexes = await page
      .locator(ROWS)
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("data-index"))));
    expect(indexes.length).toBeLessThanOrEqual(60);
    expect(Math.abs((indexes[0] ?? -COUNT) / COUNT - share)).toBeLessThan(0.01);
  },
);
