// The frame: a case's first page, keys, the palette, languages. By keyboard, on paper, in three languages.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Case } from "../../src/case/case.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";

const HOME = "/c/ukraine-2025";
const PRICE = `${HOME}/price?r=energy/RU,energy/UA&hold=on-breach:bound`;
const real = caseOf("cases/ukraine-2025");

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([real, caseOf("cases/example"), emptyCase()]);
});
afterAll(() => stage.close());

/** A case whose folder holds nothing but its settings. */
function emptyCase(): Case {
  const settings = { ...real.settings, id: "empty", title: "Empty case", comparisons: [] };
  const nothing = { instruments: [], incidents: [], statements: [], meetings: [] };
  return { ...real, ...nothing, settings, sources: new Map(), zones: new Map() };
}

async function opened(path: string, ready: string, options: LookOptions = {}): Promise<Look> {
  const look = await openLook(stage, options);
  await visit(look, path, ready);
  return look;
}

async function closed(look: Look): Promise<void> {
  expect([look.complaints, look.foreign]).toEqual([[], []]);
  await look.close();
}

describe("the first page of a case", () => {
  test.each([
    { theme: "light", width: 1280, language: "en" },
    { theme: "dark", width: 1280, language: "uk" },
    { theme: "light", width: 390, language: "ru" },
    { theme: "dark", width: 320, language: "en" },
  ] as const)("holds in $theme, $width px, $language", async (options) => {
    for (const path of [HOME, "/c/empty"]) {
      const look = await opened(path, "case-home", options);
      expect(await axeViolations(look), path).toEqual([]);
      expect(await sidewaysScroll(look), path).toBe(0);
      await closed(look);
    }
  });

  test("names each prepared comparison, whose readings it holds beside each other, and what is held", async () => {
    const look = await opened(HOME, "case-home");
    const rows = await look.page.locator("section[aria-labelledby=prepared] li").allInnerTexts();
    expect(rows).toHaveLength(real.settings.comparisons.length);
    const held = real.settings.comparisons.filter(({ hold }) => hold.size > 0).length;
    expect(rows.filter((row) => row.includes("on-breach = bound"))).toHaveLength(held);
    expect(await look.page.locator("main").innerText()).toContain(real.settings.caveat);
    await look.page.locator("section[aria-labelledby=prepared] a").first().click();
    await look.page.waitForSelector('[data-ready="price"]');
    await closed(look);
  });

  test("is where the case's title leads, and opens its sources", async () => {
    const look = await opened(PRICE, "price");
    await look.page.getByRole("link", { name: real.settings.title }).click();
    await look.page.waitForSelector('[data-ready="case-home"]');
    expect(await look.page.locator("#sources li").first().isVisible()).toBe(false);
    await look.page.locator('a[href="#sources"]').click();
    await look.page.locator("#sources li").first().waitFor({ state: "visible" });
    expect(await look.page.locator("#sources li").count()).toBe(real.sources.size);
    await closed(look);
  });

  test("says what to do where there is nothing, and never shows that as calm", async () => {
    const look = await opened("/c/empty", "case-home");
    const steps = await look.page.locator("[data-part=first-steps]").innerText();
    expect(steps).toContain("does not say that nothing happened");
    expect(steps).toContain("truceline check empty");
    await closed(look);
  });

  test("prints as a cover sheet with its sources and without doors", async () => {
    const look = await opened(HOME, "case-home");
    await look.page.emulateMedia({ media: "print" });
    await look.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await look.page.locator("#sources li").first().waitFor({ state: "visible" });
    expect(await look.page.locator('a[href="#sources"]').isVisible()).toBe(false);
    expect((await look.page.pdf({ format: "A4" })).length).toBeGreaterThan(10_000);
    await closed(look);
  });
});

describe("keys", () => {
  test("? lists them, Esc closes, focus returns", async () => {
    const look = await opened(HOME, "case-home");
    const door = look.page.locator('main a[href*="/price"]').first();
    await door.focus();
    await look.page.keyboard.press("?");
    const dialog = look.page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.innerText()).toContain("g p");
    expect(await axeViolations(look)).toEqual([]);
    await look.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await door.evaluate((one) => one === document.activeElement)).toBe(true);
    await closed(look);
  });

  test("g p and g h go between screens, e opens why", async () => {
    const look = await opened(HOME, "case-home");
    await look.page.keyboard.press("g");
    await look.page.keyboard.press("p");
    await look.page.waitForSelector('[data-ready="chooser"]');
    await look.page.keyboard.press("g");
    await look.page.keyboard.press("h");
    await look.page.waitForSelector('[data-ready="case-home"]');
    await visit(look, `${HOME}/i/inc-077`, "incident");
    await look.page.keyboard.press("e");
    await look.page.waitForSelector('[data-ready="why"]');
    await closed(look);
  });

  test("1 to 4 open the doors of a case", async () => {
    const look = await opened(HOME, "case-home");
    const doors = await look.page
      .locator("main nav a")
      .evaluateAll((links) => links.map((link) => link.getAttribute("aria-keyshortcuts")));
    expect(doors).toEqual(doors.map((_, index) => String(index + 1)));
    for (const [key, ready] of [
      ["1", "situation"],
      ["2", "chooser"],
      ["3", "incidents"],
    ] as const) {
      await look.page.keyboard.press(key);
      await look.page.waitForSelector(`[data-ready="${ready}"]`);
      await look.page.goBack();
      await look.page.waitForSelector('[data-ready="case-home"]');
    }
    await look.page.keyboard.press("4");
    await look.page.locator("#sources li").first().waitFor({ state: "visible" });
    await closed(look);
  });

  test("have buttons of the same meaning, and the focus comes back to them", async () => {
    const look = await opened(HOME, "case-home", { width: 320 });
    for (const [name, inside] of [
      ["Go to", "textbox"],
      ["Keys", "checkbox"],
    ] as const) {
      const button = look.page.getByRole("banner").getByRole("button", { name, exact: true });
      await button.click();
      await look.page.getByRole("dialog").getByRole(inside).waitFor();
      await look.page.keyboard.press("Escape");
      await look.page.getByRole("dialog").waitFor({ state: "detached" });
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true);
    }
    expect(await sidewaysScroll(look)).toBe(0);
    await closed(look);
  });

  test("of a single letter can be turned off, and stay off on this device", async () => {
    const look = await opened(HOME, "case-home");
    await look.page.keyboard.press("?");
    const box = look.page.getByRole("checkbox");
    await box.uncheck();
    await look.page.keyboard.press("Escape");
    await visit(look, HOME, "case-home");
    await look.page.keyboard.press("?");
    await look.page.keyboard.press("Control+k");
    await look.page.getByRole("dialog").waitFor();
    expect(await look.page.getByRole("checkbox").count()).toBe(0);
    await closed(look);
  });
});

describe("the palette", () => {
  test("finds an incident by its place, fetches once, and gives the focus back", async () => {
    const look = await opened(HOME, "case-home");
    const asked: string[] = [];
    look.page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    const door = look.page.locator('main a[href*="/price"]').first();
    await door.focus();
    await look.page.keyboard.press("Control+k");
    const dialog = look.page.getByRole("dialog");
    await dialog.waitFor();
    await look.page.getByRole("dialog").getByRole("link", { name: /inc-/ }).first().waitFor();
    expect(await axeViolations(look)).toEqual([]);
    await look.page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await door.evaluate((one) => one === document.activeElement)).toBe(true);
    await look.page.keyboard.press("Control+k");
    await look.page.keyboard.type("inc-077");
    await look.page
      .getByRole("dialog")
      .getByRole("link", { name: /inc-077/ })
      .waitFor();
    await look.page.keyboard.press("ArrowDown");
    await look.page.keyboard.press("Enter");
    await look.page.waitForSelector('[data-ready="incident"]');
    expect(new URL(look.page.url()).pathname).toBe(`${HOME}/i/inc-077`);
    expect(asked.filter((path) => path.endsWith("/index.json"))).toHaveLength(1);
    await closed(look);
  });

  test("says so when nothing has that name", async () => {
    const look = await opened(HOME, "case-home", { width: 320 });
    await look.page.keyboard.press("Control+k");
    await look.page.getByRole("dialog").waitFor();
    await look.page.keyboard.type("no such thing");
    await look.page.getByText("Nothing here has that name").waitFor();
    expect(await sidewaysScroll(look)).toBe(0);
    await closed(look);
  });
});

test.each([
  ["en", 0],
  ["ru", 1],
  ["uk", 1],
] as const)("%s: an unreviewed translation says so", async (language, notes) => {
  const look = await opened(HOME, "case-home", { language });
  expect(await look.page.locator("[data-part=unreviewed]").count()).toBe(notes);
  await closed(look);
});
