// How long it takes in a real browser from a keystroke in the lab to the new totals on screen, over the real case (issue 4: 50 ms).
import type { Page } from "playwright-core";
import { makePack } from "../src/report/pack.ts";
import { filesOf } from "../test/kit/load-folder.ts";
import { caseOf, openLook, openStage, visit } from "../test/web/browser.ts";
import type { SampledBench, Samples } from "./bench.ts";

const FOLDER = "cases/ukraine-2025";
const LAB = "/c/ukraine-2025/lab";
const KEYS = 48;
/** Each stroke changes the length of the period: every one is another meaning. */
const STROKES = ["Backspace", "3", "Backspace", "4", "Backspace", "5", "Backspace", "6"] as const;
const TEXTS = [
  { start: "energy", after: "PT720" },
  { start: "easter", after: "T18:0" },
] as const;

export const bench: SampledBench = {
  name: "lab",
  what: "from a keystroke in the What-if lab to the frame with the new totals, in Chromium",
  baseline: { name: name(TEXTS[0].start) },
  sample,
  must: Object.fromEntries(TEXTS.map(({ start }) => [name(start), 50])),
};

function name(start: string): string {
  return `a keystroke in ${start}`;
}

async function sample(): Promise<Samples> {
  const files = filesOf(FOLDER);
  const packs = new Map([["ukraine-2025", () => makePack(files, "0.0.0")]]);
  const stage = await openStage([caseOf(FOLDER)], { packs });
  const times = new Map<string, number[]>();
  for (const { start, after } of TEXTS) {
    const look = await openLook(stage);
    await visit(look, `${LAB}?start=${start}&as=source`, "lab");
    // The runner wraps inner functions in a helper of its own, which the page does not have.
    await look.page.evaluate("globalThis.__name ??= (one) => one");
    await putCaret(look.page, after);
    const all: number[] = [];
    for (let key = 0; key < KEYS; key++) {
      const time = await timeStroke(look.page, STROKES[key % STROKES.length] ?? "Backspace");
      // The first strokes warm up, and one after which the text has an error has no totals.
      if (key >= 8 && time !== null) all.push(time);
    }
    times.set(name(start), all);
    await look.close();
  }
  const chromium = stage.browser.version();
  await stage.close();
  return { times, versions: { chromium } };
}

function putCaret(page: Page, after: string): Promise<void> {
  return page.locator("#lab-text").evaluate((area: HTMLTextAreaElement, text) => {
    const at = area.value.indexOf(text);
    if (at < 0) throw new RangeError(`the text has no ${text}`);
    area.focus();
    area.setSelectionRange(at + text.length, at + text.length);
  }, after);
}

/** Milliseconds from the input event to the frame after the figures are the text's own; null where the text is wrong. */
async function timeStroke(page: Page, key: string): Promise<number | null> {
  await page.evaluate(() => {
    const stroke = new Promise<number | null>((resolve) => {
      let startedAt = 0;
      document.querySelector("#lab-text")?.addEventListener(
        "input",
        () => {
          startedAt = performance.now();
          const look = () => {
            const isWrong = document.querySelector("li[data-severity=error]") !== null;
            const isOwn = document.querySelector('[data-fresh="current"]') !== null;
            if (isWrong || isOwn) resolve(isWrong ? null : performance.now() - startedAt);
            else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        },
        { once: true, capture: true },
      );
    });
    Object.assign(window, { stroke });
  });
  await page.keyboard.press(key);
  return page.evaluate(
    () => (window as unknown as { readonly stroke: Promise<number | null> }).stroke,
  );
}
