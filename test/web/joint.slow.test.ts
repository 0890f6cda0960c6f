// An incident whose facts hang together, and one that was heard from somewhere, as their pages say them.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { jointCase } from "../kit/joint-case.ts";
import { axeViolations, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { LookOptions, Stage } from "./browser.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([jointCase()]);
});
afterAll(() => stage.close());

const WORDS = [
  ["en", "One of these 2 holds, and nothing else.", "4 to 9 km from an observer", "NNW or 350-20"],
  ["uk", "Справджується лише одне з цих 2", "від 4 до 9 км від спостерігача", "NNW або 350-20"],
  ["ru", "Верно только одно из этих 2", "от 4 до 9 км от наблюдателя", "NNW или 350-20"],
] as const;

describe("facts that hang together", () => {
  test.each(WORDS)("are told in %s as rows of which one holds", async (language, ...says) => {
    const look = await openLook(stage, { language });
    await visit(look, "/c/example/i/inc-4", "incident");
    const block = look.page.locator("section[aria-labelledby=joint]");
    const text = (await block.innerText()).replaceAll(/\s+/g, " ");
    for (const words of says) expect(text).toContain(words);
    expect(await block.locator("[data-joint]").count()).toBe(2);
    const rows = await block.locator("[data-joint]").allInnerTexts();
    expect(rows[0]).toContain("10.100, 20.200");
    expect(rows[0]).not.toContain("Iron Bridge");
    expect(rows[1]).toContain("Iron Bridge");
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test.each<LookOptions>([
    { theme: "light", width: 1280 },
    { theme: "dark", width: 390 },
  ])("hold their page in $theme at $width px", async (options) => {
    const look = await openLook(stage, options);
    await visit(look, "/c/example/i/inc-4", "incident");
    expect(await axeViolations(look)).toEqual([]);
    expect(await sidewaysScroll(look)).toBe(0);
    await look.close();
  });

  test("stand on no page of an incident whose facts are free", async () => {
    const look = await openLook(stage);
    await visit(look, "/c/example/i/inc-2", "incident");
    expect(await look.page.locator("section[aria-labelledby=joint]").count()).toBe(0);
    await look.close();
  });
});

test("a place that was heard from somewhere is drawn as the area of it, and said in words", async () => {
  const look = await openLook(stage);
  await visit(look, "/c/example/i/inc-5", "incident");
  const said = "2 to 6 km from an observer within 1 km of 9.800, 20.300, direction E or ESE";
  expect(await look.page.locator("article").innerText()).toContain(said);
  await look.page.locator("[data-map]").scrollIntoViewIfNeeded();
  await look.page.waitForSelector("[data-ready=map]");
  const outline = await look.page
    .locator("[data-still-map] path")
    .evaluateAll((paths) =>
      paths.map((path) => path.getAttribute("d") ?? "").filter((d) => d.split("L").length > 8),
    );
  expect(outline.length).toBeGreaterThan(0);
  await look.close();
});
