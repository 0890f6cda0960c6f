// How long it takes in a real browser, over a million synthetic rows, from a step of the brush to the frame with the new figures (issue 5:
// 60 ms), what a pan costs, and what the tab holds. The rows come to the page by its own question; only who answers is put in its place.
import { readFileSync } from "node:fs";
import type { CDPSession, Page } from "playwright-core";
import { assessCase } from "../src/assess/index.ts";
import { readingId } from "../src/model/id.ts";
import { situationPage } from "../src/report/situation.ts";
import { manyRows } from "../test/kit/many-rows.ts";
import { caseOf, openLook, openStage, visit } from "../test/web/browser.ts";
import type { Look, Stage } from "../test/web/browser.ts";
import type { SampledBench, Samples } from "./bench.ts";

const ROWS = 1_000_000;
const STEPS = 48;
const MOST_MEGABYTES = 600;
const READINGS = ["RU", "UA", "US-18-march", "US-25-march"].map((name) =>
  readingId("energy", name),
);
const AT = `/c/ukraine-2025/situation?r=${READINGS.join(",")}`;
const [BRUSH, KEY, PAN] = [
  "a step of the brush by pointer",
  "by key",
  "a frame while the map is panned",
];

export const bench: SampledBench = {
  name: "situation",
  what: `from a step of the brush to the frame with new figures and facets, ${ROWS.toLocaleString("en")} synthetic rows, in Chromium`,
  baseline: { name: BRUSH },
  sample,
  must: { [BRUSH]: 60 },
};

async function sample(): Promise<Samples> {
  const stage = await openStage([caseOf("cases/ukraine-2025")]);
  const look = await openLook(stage);
  await answerWithMany(look.page);
  await visit(look, AT, "situation");
  await look.page.waitForSelector('[data-ready="map"]', { timeout: 120_000 });
  // The runner wraps inner functions in a helper of its own, which the page does not have.
  await look.page.evaluate("globalThis.__name ??= (one) => one");
  const before = await tabProcessorMs(stage);
  const brush = await byPointer(look.page);
  const processorMs = (await tabProcessorMs(stage)) - before;
  const times = new Map([
    [BRUSH, brush],
    [KEY, await byKey(look.page)],
    [PAN, await pan(look.page)],
  ]);
  const figures = [
    { name: "memory of the tab", found: await tabMegabytes(stage, look), unit: "MB", ...LEAN },
    { name: `${PAN}: 95 %`, found: percentile(times.get(PAN) ?? [], 0.95), unit: "ms", ...OPEN },
    { name: "processor time of a step", found: processorMs / STEPS, unit: "ms", ...OPEN },
  ];
  const chromium = stage.browser.version();
  await look.close();
  await stage.close();
  return { times, figures, versions: { chromium } };
}

const LEAN = { must: { most: MOST_MEGABYTES }, goal: null };
/** Told, and bound by nothing. */
const OPEN = { must: null, goal: null };

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? NaN;
}

/** The page's own question for rows, answered with many: the real answer, its columns replaced. */
async function answerWithMany(page: Page): Promise<void> {
  const theCase = caseOf("cases/ukraine-2025");
  const many = manyRows(
    situationPage(theCase, { readings: READINGS }, assessCase(theCase, { readings: READINGS })),
    ROWS,
  );
  await page.route(/\/situation\.json/, async (route) => {
    const response = await route.fetch();
    const envelope: unknown = await response.json();
    if (typeof envelope !== "object") throw new TypeError("the server answers with an object");
    const caveat = "SYNTHETIC rows: no figure means anything";
    await route.fulfill({ response, json: { ...envelope, ...many, caveat } });
  });
}

async function byPointer(page: Page): Promise<readonly number[]> {
  const thumb = page
    .getByRole("slider")
    .first()
    .locator("xpath=ancestor::*[contains(@class,'thumb')]");
  await thumb.scrollIntoViewIfNeeded();
  const box = await thumb.boundingBox();
  if (box === null) throw new Error("the brush has no thumb");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // Past the first days of the strip, which hold nothing but what may have been on them.
  await page.mouse.move(x + 60, y);
  await page.waitForSelector(`[data-ready="situation"]:not([data-incidents="${ROWS}"])`);
  const all: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    all.push(await timeChange(page, "pointermove", () => page.mouse.move(x + 60 + 6 * step, y)));
  }
  await page.mouse.up();
  // The first steps warm up.
  return all.slice(8);
}

async function byKey(page: Page): Promise<readonly number[]> {
  await page.getByRole("slider").first().focus();
  const all: number[] = [];
  for (let step = 0; step < STEPS / 2; step++) {
    all.push(await timeChange(page, "keydown", () => page.keyboard.press("ArrowRight")));
  }
  return all.slice(4);
}

/** Milliseconds from the event to the frame after the number of incidents, which comes with all other figures, is another. */
async function timeChange(page: Page, event: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate((name) => {
    const change = new Promise<number>((resolve) => {
      const now = () => document.querySelector("[data-incidents]")?.getAttribute("data-incidents");
      const before = now();
      addEventListener(
        name,
        () => {
          const startedAt = performance.now();
          const look = () => {
            if (now() === before) requestAnimationFrame(look);
            else requestAnimationFrame(() => resolve(performance.now() - startedAt));
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    });
    Object.assign(window, { change });
  }, event);
  await act();
  return page.evaluate(() => (window as unknown as { readonly change: Promise<number> }).change);
}

/** Times between frames while the map is dragged to and fro. */
async function pan(page: Page): Promise<readonly number[]> {
  await page.locator("[data-map]").first().scrollIntoViewIfNeeded();
  const box = await page.locator("[data-map]").first().boundingBox();
  if (box === null) throw new Error("there is no map");
  await page.getByRole("button", { name: "Closer" }).click();
  await page.evaluate(() => {
    const frames: number[] = [];
    let last = performance.now();
    const tick = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { frames });
  });
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (let drag = 0; drag < 4; drag++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (drag % 2 === 0 ? 150 : -150), y + 40, { steps: 20 });
    await page.mouse.up();
  }
  return page.evaluate(() => (window as unknown as { readonly frames: number[] }).frames.slice());
}

/** Proportional memory of the process that draws and runs the page, its workers included. */
async function tabMegabytes(stage: Stage, { page }: Look): Promise<number> {
  await page.requestGC();
  const sizes = (await tabProcesses(stage)).map(
    ({ id }) => /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, "utf8"))?.[1],
  );
  return Math.round(Math.max(...sizes.map(Number)) / 1024);
}

/** Milliseconds that such processes have had of a processor: what others do at the same time is not in it. */
async function tabProcessorMs(stage: Stage): Promise<number> {
  const seconds = (await tabProcesses(stage)).map(({ cpuTime }) => cpuTime);
  return 1000 * seconds.reduce((sum, one) => sum + one, 0);
}

async function tabProcesses({ browser }: Stage) {
  const session: CDPSession = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer");
}
