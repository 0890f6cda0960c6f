// The Situation screen: map, days, facets and list show the same incidents, narrow each other, and are told by the address; by pointer,
// by keyboard, on phones, on paper, without WebGL2.
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assessCase } from "../../src/assess/index.ts";
import { readingId } from "../../src/model/id.ts";
import { incidentList } from "../../src/report/incident-list.ts";
import type { ListQuestion } from "../../src/report/incident-list.ts";
import { parseView } from "../../src/report/view.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";

const theCase = caseOf("cases/ukraine-2025");
const readings = ["RU", "UA"].map((name) => readingId("energy", name));
const TWO = `/c/ukraine-2025/situation?r=${readings.join(",")}`;
const assessment = assessCase(theCase, { readings });

function counted(more: Partial<ListQuestion>): number {
  const asked: ListQuestion = {
    readings,
    of: null,
    text: null,
    state: null,
    bbox: null,
    differ: null,
    sort: { key: "day", isDown: false },
    ...more,
  };
  return incidentList(theCase, asked, assessment).coverage.incidents;
}

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([theCase]);
});
afterAll(() => stage.close());

const LOOKS: readonly LookOptions[] = [
  { theme: "light" },
  { theme: "dark", language: "ru" },
  { theme: "light", width: 390, height: 844, language: "uk" },
  { theme: "dark", width: 320, height: 640 },
];

describe.each(LOOKS)("$theme, $width px, $language", (options) => {
  test.each([TWO, `${TWO}&pair=energy/RU,energy/UA&maps=two`])(
    "%s is drawn, complains of nothing, asks nobody",
    async (path) => {
      const look = await opened(path, options);
      await look.page.waitForSelector('[data-ready="map"]');
      expect(await look.page.locator("[data-map]").first().getAttribute("data-map")).toBe("live");
      await look.page.evaluate(() => {
        for (const one of document.querySelectorAll("main details")) one.setAttribute("open", "");
      });
      expect(await axeViolations(look)).toEqual([]);
      expect(await sidewaysScroll(look)).toBe(0);
      await closed(look);
    },
  );
});

describe("what is left", () => {
  test.each<[string, Partial<ListQuestion>]>([
    ["", {}],
    ["f=party:RU,region:sumy-oblast", { party: "RU", region: "sumy-oblast" }],
    ["of=energy/RU:violation", { of: { reading: "energy/RU", verdict: "violation" } }],
    ["bbox=30,45,37,50", { bbox: [30, 45, 37, 50] }],
    ["pair=energy/RU,energy/UA&maps=differ", { differ: ["energy/RU", "energy/UA"] }],
  ])("under %j is as many as the list has that the screen leads to", async (keys, question) => {
    const look = await opened(`${TWO}&${keys}`);
    const expected = counted(question);
    expect(expected).toBeGreaterThan(1);
    expect(await incidents(look)).toBe(expected);
    await look.page.getByRole("link", { name: `List these ${expected}` }).click();
    await look.page.waitForSelector('[data-ready="incidents"]');
    const rows = look.page.locator("section[aria-labelledby=listed] table[aria-rowcount]").first();
    expect(await rows.getAttribute("aria-rowcount")).toBe(String(expected + 1));
    await closed(look);
  });

  test("is narrowed by a facet and by a verdict, each by the number that stood beside it", async () => {
    const look = await opened(TWO);
    for (const place of ["[data-facet=party] a", "[data-reading] a"]) {
      const link = look.page.locator(place).first();
      const number = Number(await link.locator("b").innerText());
      await link.click();
      await look.page.waitForSelector(`[data-ready="situation"][data-incidents="${number}"]`);
    }
    expect(await look.page.locator("[data-chip]").count()).toBe(2);
    await closed(look);
  });

  test("when it is nothing says which choice gives most", async () => {
    const look = await opened(`${TWO}&from=2026-01-01&f=party:RU`);
    expect(await incidents(look)).toBe(0);
    const most = counted({ party: "RU" });
    expect(await look.page.locator("#situation-list").innerText()).toContain(String(most));
    await closed(look);
  });
});

describe("days", () => {
  test("are chosen with the keyboard: figures follow each step, the address the last one", async () => {
    const look = await opened(TWO);
    const all = await incidents(look);
    await look.page.getByRole("slider").first().focus();
    for (let step = 0; step < 10; step++) await look.page.keyboard.press("ArrowRight");
    await look.page.waitForURL(/from=2025-03-20/);
    const { view } = parseView(new URL(look.page.url()).searchParams);
    if (view.from === null) throw new Error("the address has a first day");
    const expected = counted({ from: view.from });
    expect(expected).toBeLessThan(all);
    await look.page.waitForSelector(`[data-ready="situation"][data-incidents="${expected}"]`);
    expect(await look.page.locator("input[name=from]").inputValue()).toBe("2025-03-20");
    await closed(look);
  });

  test("keep all their bars, whatever days are chosen", async () => {
    const look = await opened(`${TWO}&from=2025-03-20&until=2025-03-22`);
    const sure = Number(
      await look.page.locator("[data-sure][data-several]").getAttribute("data-sure"),
    );
    const several = Number(
      await look.page.locator("[data-sure][data-several]").getAttribute("data-several"),
    );
    expect(sure + several).toBe(counted({}));
    await closed(look);
  });
});

describe("the map", () => {
  test("narrows only when it is asked to use what is visible, or by typed edges", async () => {
    const look = await opened(TWO);
    await look.page.waitForSelector('[data-ready="map"]');
    const all = await incidents(look);
    await look.page.getByRole("button", { name: "Closer" }).click();
    await look.page.getByRole("button", { name: "Closer" }).click();
    expect(await incidents(look)).toBe(all);
    await look.page.getByRole("button", { name: "Use what is visible" }).click();
    await look.page.waitForURL(/bbox=/);
    const { view, problems } = parseView(new URL(look.page.url()).searchParams);
    expect(problems).toEqual([]);
    const expected = counted({ bbox: view.bbox });
    expect(expected).toBeLessThan(all);
    await look.page.waitForSelector(`[data-ready="situation"][data-incidents="${expected}"]`);
    await closed(look);
  });

  test("and its twin move together", async () => {
    const look = await opened(`${TWO}&pair=energy/RU,energy/UA&maps=two`);
    await look.page.waitForFunction(
      () => document.querySelectorAll('[data-map="live"]').length === 2,
    );
    await look.page.getByRole("button", { name: "Closer" }).first().click();
    await look.page.waitForFunction(() => {
      const texts = [...document.querySelectorAll("[data-map] > svg > text")];
      const [a, b] = texts.map((one) => one.textContent);
      return texts.length === 2 && a === b && a !== "500 km";
    });
    await closed(look);
  });

  test("without WebGL2 is a still picture of the same marks, and l leads to the list", async () => {
    const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
    const args = ["--disable-3d-apis", "--no-sandbox"];
    const browser = await chromium.launch({ executablePath, args });
    const look = await openLook({ ...stage, browser }, {});
    await visit(look, `${TWO}&f=party:RU`, "situation");
    await look.page.waitForSelector('[data-map="still"]');
    await look.page.waitForSelector("[data-still-map] [data-ids], [data-still-map] [data-at-most]");
    await look.page.locator("body").press("l");
    expect(await look.page.evaluate(() => document.activeElement?.id)).toBe("situation-list");
    await look.close();
    await browser.close();
  });
});

test("g s opens it, and it leads to an incident and back with the same address", async () => {
  const look = await openLook(stage, {});
  await visit(look, "/c/ukraine-2025", "case-home");
  await look.page.keyboard.press("g");
  await look.page.keyboard.press("s");
  await look.page.waitForSelector('[data-ready="situation"]');
  await look.page.locator("[data-row] a").first().click();
  await look.page.waitForSelector('[data-ready="incident"]');
  await look.page.goBack();
  await look.page.waitForSelector('[data-ready="situation"]');
  await closed(look);
});

async function opened(path: string, options: LookOptions = {}): Promise<Look> {
  const look = await openLook(stage, options);
  await visit(look, path, "situation");
  return look;
}

async function closed(look: Look): Promise<void> {
  expect(look.complaints).toEqual([]);
  expect(look.foreign).toEqual([]);
  await look.close();
}

async function incidents({ page }: Look): Promise<number> {
  return Number(await page.locator("[data-incidents]").getAttribute("data-incidents"));
}
