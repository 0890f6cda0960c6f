// Room for longer words: in a language two fifths longer than English nothing is cut off, nothing lies over another text.
import { afterAll, beforeAll, expect, test } from "vitest";
import { builtAssets, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";
import { layoutFaults } from "./layout.ts";
import { OPEN, pseudoAssets } from "./pseudo.ts";
import { ROUTES } from "./routes.ts";

/** 640 is a window of 1280 at 200 % zoom. */
const WIDTHS = [1280, 800, 640, 390, 320];

let stage: Stage;
let look: Look;
beforeAll(async () => {
  const cases = [caseOf("cases/ukraine-2025"), caseOf("cases/example")];
  stage = await openStage(cases, { assets: pseudoAssets(builtAssets()) });
  look = await openLook(stage);
});
afterAll(() => stage.close());

test.each(ROUTES)("%s has room for longer words", async (path, ready) => {
  await look.page.setViewportSize({ width: 1280, height: 800 });
  await visit(look, path, ready);
  expect(await look.page.locator("main").innerText()).toContain(OPEN);
  for (const width of WIDTHS) {
    await look.page.setViewportSize({ width, height: 800 });
    expect(await layoutFaults(look.page), `${width} px`).toEqual([]);
    expect(await sidewaysScroll(look), `${width} px`).toBe(0);
  }
});

test("text that is cut off, laid over another or out of the window is seen", async () => {
  const { page } = await openLook(stage, { width: 400 });
  await page.setContent(`
    <p style="overflow:hidden;width:40px;white-space:nowrap">cut at its end</p>
    <p style="position:relative"><b>below</b><i style="position:absolute;left:4px;top:2px">above</i></p>
    <p style="margin-left:390px;white-space:nowrap">too far out</p>
    <p>all is well here</p>`);
  const faults = await layoutFaults(page);
  expect(faults).toEqual([
    "clipped: cut at its end",
    "clipped: too far out",
    "over: below | above",
  ]);
});
