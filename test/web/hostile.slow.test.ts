// Records hold text from strangers: in every field it stays text, nothing runs, nothing is called, the layout holds.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";
import { ATTACK, LONG, hostile, unsorted } from "./hostile-case.ts";

const real = caseOf("cases/ukraine-2025");
const example = caseOf("cases/example");
const REAL = "/c/ukraine-2025";
const SMALL = "/c/example";
const TYPED = encodeURIComponent(ATTACK).slice(0, 200);

/** With the screen's state, and whether the case's own texts are on it. */
const ROUTES: readonly (readonly [path: string, ready: string, hasTexts: boolean])[] = [
  ["/", "cases", true],
  [`/c/${encodeURIComponent(ATTACK)}/price`, "not-found", false],
  [SMALL, "case-home", true],
  [`${SMALL}/price`, "chooser", true],
  [`${SMALL}/price?r=river-truce`, "price", true],
  [`${SMALL}/price?q=river-truce/targets`, "price", true],
  [`${SMALL}/incidents?r=river-truce&sel=inc-3`, "incidents", true],
  [`${SMALL}/incidents?r=river-truce&text=${TYPED}`, "incidents", true],
  [`${SMALL}/i/inc-3`, "incident", true],
  [`${SMALL}/i/inc-3?why=river-truce/north`, "why", true],
  [`${SMALL}/terms`, "terms", true],
  [`${SMALL}/terms/river-truce`, "text", true],
  [`${REAL}/terms/energy`, "text", true],
  [REAL, "case-home", true],
  [`${REAL}/price?r=${TYPED}&${TYPED}=1`, "chooser", true],
  [`${REAL}/price?r=energy/RU,energy/UA`, "price", true],
  [`${REAL}/price?q=energy/scope`, "price", true],
  [`${REAL}/incidents?r=energy/RU,energy/UA&sel=inc-077`, "incidents", true],
  [`${REAL}/i/inc-077?why=energy/RU`, "why", true],
];

let stage: Stage;
let look: Look;
beforeAll(async () => {
  // The small case takes each text at full length; in the real one that would be hundreds of megabytes.
  const cases = [hostile(example, `${ATTACK} ${LONG}`), hostile(real, ATTACK)];
  stage = await openStage(cases);
  look = await openLook(stage);
});
afterAll(() => stage.close());

test("every string of a case is known to be a text or an id", () => {
  expect([...unsorted(real), ...unsorted(example)]).toEqual([]);
});

describe.each(ROUTES)("%s", (path, ready, hasTexts) => {
  test("shows hostile text as text, and holds", async () => {
    const { page } = look;
    await page.setViewportSize({ width: 1280, height: 800 });
    await visit(look, path, ready);
    const found = await page.evaluate(() => ({
      ran: "hostile" in window,
      images: document.querySelectorAll("img").length,
      scripts: [...document.querySelectorAll("script")].filter((one) => one.src === "").length,
      links: [...document.querySelectorAll("a")].filter((one) => one.protocol === "javascript:")
        .length,
    }));
    expect(found).toEqual({ ran: false, images: 0, scripts: 0, links: 0 });
    if (hasTexts) expect(await page.locator("main").textContent()).toContain(ATTACK);
    expect(await sidewaysScroll(look)).toBe(0);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await sidewaysScroll(look)).toBe(0);
    expect(look.foreign).toEqual([]);
  });
});
