// The What-if lab in a real browser: figures live while somebody types, the shell's own figures, nobody asked, and never an older
// text's number beside a newer text.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { truceline } from "../house/test-shell.ts";
import { axeViolations, caseOf, openLook, sidewaysScroll, visit } from "./browser.ts";
import type { Stage } from "./browser.ts";
import {
  editor,
  ENERGY,
  ENERGY_FILE,
  hashOf,
  LAB,
  LAB_CASE,
  labFiles,
  openLab,
  openLabStage,
  shows,
  WRONG,
} from "./lab-page.ts";

const WIDER = ENERGY.replace("act: strike", "act: use-of-force").replace(
  "- oil-refinery\n",
  "- oil-refinery\n          - port\n",
);

let stage: Stage;
beforeAll(async () => {
  stage = await openLabStage();
});
afterAll(() => stage.close());

const draftCard = (page: Page) => page.locator("article[data-hash]").first();

/** Reading id -> bounds, as the page says them. */
function figuresOf(page: Page): Promise<Readonly<Record<string, readonly [string, string]>>> {
  return draftCard(page).evaluate((card) =>
    Object.fromEntries(
      [...card.querySelectorAll<HTMLElement>("[data-reading]")].map((part) => {
        const { atLeast = "", atMost = "" } =
          part.querySelector<HTMLElement>("[data-at-least]")?.dataset ?? {};
        return [part.dataset["reading"] ?? "", [atLeast, atMost] as const];
      }),
    ),
  );
}

describe("an edit", () => {
  test("in the lab changes counts without a request", async () => {
    const look = await openLook(stage);
    const { page } = look;
    const asked: string[] = [];
    page.context().on("request", (request) => asked.push(request.url()));
    await visit(look, `${LAB}?start=energy&as=source`, "lab");
    expect(asked.filter((url) => url.endsWith("/pack.json"))).toHaveLength(2);
    const before = await figuresOf(page);
    asked.length = 0;
    await editor(page).fill(WIDER);
    await shows(page, WIDER);
    const after = await figuresOf(page);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after).not.toEqual(before);
    expect(asked).toEqual([]);
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test("has the totals and moves that the shell prints", async () => {
    const look = await openLab(stage, "energy");
    const { page } = look;
    await editor(page).fill(WIDER);
    await shows(page, WIDER);
    const folder = mkdtempSync(join(tmpdir(), "truceline-lab-"));
    writeFileSync(join(folder, ENERGY_FILE), WIDER);
    const { out } = await truceline(["whatif", LAB_CASE, join(folder, ENERGY_FILE), "--json"]);
    rmSync(folder, { recursive: true });
    expect(out).toContain("energy-draft/RU");
    const told = JSON.parse(out) as {
      readings: { id: string; totals: { atLeast: number; atMost: number } }[];
      moves: { from: string; to: string; hard: number; soft: number }[];
    };
    const saved = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save the result" }).click();
    expect(readFileSync(await (await saved).path(), "utf8")).toBe(out);
    const own = told.readings.filter(({ id }) => id.startsWith("energy-draft/"));
    expect(own.length).toBe(5);
    const figures = await figuresOf(page);
    for (const { id, totals } of own)
      expect(figures[id], id).toEqual([String(totals.atLeast), String(totals.atMost)]);
    for (const { from, to, hard, soft } of told.moves) {
      const moved = draftCard(page).locator(`[data-reading="${to}"] [data-from="${from}"]`);
      expect(await moved.getAttribute("data-hard"), to).toBe(String(hard));
      expect(await moved.getAttribute("data-soft"), to).toBe(String(soft));
    }
    await look.close();
  });

  test("that breaks the text leaves the last figures, marked as older, and names the place", async () => {
    const look = await openLab(stage, "energy");
    const { page } = look;
    const before = await figuresOf(page);
    await editor(page).fill(WRONG);
    await page.waitForSelector("li[data-severity=error]");
    expect(await page.locator("[data-fresh]").innerText()).toContain("1 edit ago");
    await editor(page).press("End");
    await page.keyboard.type("x");
    await page.waitForFunction(() =>
      document.querySelector("[data-fresh]")?.textContent?.includes("2 edits ago"),
    );
    expect(await figuresOf(page)).toEqual(before);
    expect(await draftCard(page).getAttribute("data-older")).toBe("true");
    const line = ENERGY.split("\n").findIndex((one) => one.includes("act: strike")) + 1;
    const problem = page.locator("li[data-severity=error]").first();
    expect(await problem.innerText()).toContain(`line ${line},`);
    expect(await axeViolations(look)).toEqual([]);
    await editor(page).press("F8");
    const selected = await editor(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toContain("strke");
    await look.close();
  });
});

test("beside the figures stand the kinds that get another verdict, and patterns that add up", async () => {
  const look = await openLab(stage, "energy");
  const { page } = look;
  const meaning = page.locator("section[aria-labelledby=meaning]");
  await page.waitForSelector(`[data-meaning="${hashOf(ENERGY)}"]`);
  expect(await meaning.innerText()).toContain("The same meaning as energy over");
  await editor(page).fill(WIDER);
  await page.waitForSelector(`[data-meaning="${hashOf(WIDER)}"]`);
  expect(await meaning.locator("h3").count()).toBeGreaterThan(0);
  expect(await meaning.locator("li").first().innerText()).toMatch(/ before, .* after$/);
  await editor(page).fill(WRONG);
  await page.waitForSelector("li[data-severity=error]");
  expect(await meaning.locator("h3").count()).toBe(0);
  await editor(page).fill(WIDER);
  await shows(page, WIDER);
  const move = "energy/UA → energy-draft/UA";
  await page.getByLabel("Verdicts of").selectOption(move);
  const cells = await page
    .locator("section[aria-labelledby=lab-patterns] tbody tr")
    .allInnerTexts();
  const counts = cells.map((row) => Number(row.split(/\s+/).at(-1)));
  expect(counts.reduce((sum, one) => sum + one, 0)).toBe(
    caseOf(LAB_CASE).incidents.filter(({ aggregate }) => !aggregate).length,
  );
  expect(look.complaints).toEqual([]);
  expect(await axeViolations(look)).toEqual([]);
  await look.close();
});

test("a link holds the text, in a part of the address that no server is told", async () => {
  const look = await openLab(stage, "easter");
  const { page } = look;
  const text = (labFiles.get("terms/easter.terms.md") ?? "").replace("T18:00", "T18:30");
  await editor(page).fill(text);
  await page.getByRole("button", { name: "Make a link" }).click();
  const href = await page.getByLabel("This link holds").inputValue();
  expect(href).toMatch(/\/lab#t=[\w-]+$/);
  const other = await openLook(stage);
  const asked: string[] = [];
  other.page.context().on("request", (request) => asked.push(request.url()));
  await visit(other, href, "lab");
  await other.page.getByText("Source", { exact: true }).click();
  expect(await editor(other.page).inputValue()).toBe(text);
  expect(asked.filter((url) => url.includes("#t="))).toEqual([]);
  expect([look.complaints, other.complaints]).toEqual([[], []]);
  await look.close();
  await other.close();
});

test("while somebody types, no number is another text's own", async () => {
  const look = await openLab(stage, "energy");
  const { page } = look;
  await page.evaluate(() => {
    const seen: unknown[] = [];
    Object.assign(window, { seen });
    const look = () => {
      const text = document.querySelector<HTMLTextAreaElement>("#lab-text")?.value ?? "";
      const card = document.querySelector<HTMLElement>("article[data-hash]");
      seen.push([text, card?.dataset["hash"], card?.dataset["older"]]);
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
  });
  const at = ENERGY.indexOf("PT720H");
  await editor(page).evaluate((area: HTMLTextAreaElement, to: number) => {
    area.focus();
    area.setSelectionRange(to, to);
  }, at + "PT720".length);
  for (const key of ["Backspace", "1", "Backspace", "Backspace", "4", "4", "x", "Backspace"])
    await page.keyboard.press(key);
  const last = await editor(page).inputValue();
  expect(last).not.toBe(ENERGY);
  await shows(page, last);
  const seen = await page.evaluate(
    () => (window as unknown as { seen: [string, string, string][] }).seen,
  );
  expect(new Set(seen.map(([text]) => text)).size).toBeGreaterThan(4);
  expect(seen.some(([, , older]) => older === "true")).toBe(true);
  for (const [text, hash, older] of seen) expect(older === "false").toBe(hash === hashOf(text));
  await look.close();
});

test("by keyboard alone: pin with Ctrl Enter, leave with Esc and Tab", async () => {
  const look = await openLab(stage, "easter");
  const { page } = look;
  await editor(page).focus();
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("article[data-hash] >> nth=1");
  await page.keyboard.press("Tab");
  expect(await editor(page).evaluate((area) => area === document.activeElement)).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await editor(page).evaluate((area) => area === document.activeElement)).toBe(false);
  expect(look.complaints).toEqual([]);
  await look.close();
});
test("the plain judge reads verdicts again while nobody types", async () => {
  const look = await openLab(stage, "easter");
  await look.page.waitForSelector("[data-reread]");
  const read = await look.page.locator("[data-reread]").getAttribute("data-reread");
  expect(Number(read)).toBeGreaterThanOrEqual(2);
  expect(await look.page.locator("[data-stopped]").count()).toBe(0);
  await look.close();
});

/** Stands for a worker whose table is wrong: every verdict of one reading comes as the text contradicting itself. */
const WRONG_WORKER = `
  const RealWorker = Worker;
  globalThis.Worker = class extends RealWorker {
    addEventListener(kind, hear) {
      super.addEventListener(kind, (event) => {
        if (event.data?.kind === "try") {
          const { letters } = event.data.answer.figures;
          const id = "easter-draft/UA";
          letters[id] = "c".repeat(letters[id].length);
        }
        hear(event);
      });
    }
  };
`;

test("a wrong table in the worker stops the lab, which shows both verdicts and no figure", async () => {
  const look = await openLook(stage);
  const { page } = look;
  await page.addInitScript({ content: WRONG_WORKER });
  await visit(look, `${LAB}?start=easter&as=source`, "lab");
  const stopped = page.locator("[data-stopped]");
  await stopped.waitFor();
  const id = (await stopped.getAttribute("data-stopped")) ?? "";
  expect(caseOf(LAB_CASE).incidents.map((one): string => one.id)).toContain(id);
  const words = await stopped.innerText();
  expect(words).toContain("easter-draft/UA");
  expect(await stopped.locator("[data-shown]").innerText()).toBe("the text contradicts itself");
  expect(await stopped.locator("[data-judged]").innerText()).not.toBe(
    "the text contradicts itself",
  );
  expect(await page.locator("article[data-hash]").count()).toBe(0);
  await editor(page).fill(`${await editor(page).inputValue()}\n`);
  await page.waitForTimeout(1_000);
  expect(await stopped.count()).toBe(1);
  expect(await page.locator("article[data-hash]").count()).toBe(0);
  expect(await axeViolations(look)).toEqual([]);
  await look.close();
});
test.each([
  { theme: "light", width: 1280, language: "en" },
  { theme: "dark", width: 1280, language: "uk" },
  { theme: "light", width: 390, language: "ru" },
  { theme: "dark", width: 320, language: "en" },
] as const)(
  "$theme, $width px, $language: axe finds nothing, nothing scrolls sideways",
  async (options) => {
    for (const [query, ready] of [
      ["", "lab-start"],
      ["?start=energy", "lab"],
      ["?start=blank/deadline&as=source", "lab"],
      ["?start=nowhere", "lab-start"],
    ] as const) {
      const look = await openLook(stage, options);
      await visit(look, `${LAB}${query}`, ready);
      expect(look.complaints).toEqual([]);
      expect(look.foreign).toEqual([]);
      expect(await axeViolations(look)).toEqual([]);
      expect(await sidewaysScroll(look)).toBe(0);
      await look.close();
    }
  },
);
