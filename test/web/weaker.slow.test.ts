// What rests on weaker evidence says so wherever it stands; what a text requires stands apart from all totals.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { textDuties } from "../../src/report/text-duties.ts";
import { NEAR_INCIDENT, NEAR_READING, nearCase } from "../kit/near-case.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Stage } from "./browser.ts";

const NEAR = nearCase();
const HOME = `/c/${NEAR.settings.id}`;
const KOREA = caseOf("cases/korea-1953");
const READINGS = "r=river-truce/north,river-truce/south";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([NEAR, KOREA]);
});
afterAll(() => stage.close());

describe("a violation by nearness alone", () => {
  test.each([
    [
      "a row of the list",
      `${HOME}/incidents?${READINGS}`,
      "incidents",
      `tr:has([data-row=${NEAR_INCIDENT}])`,
      "short",
    ],
    [
      "a row beside the map",
      `${HOME}/price?${READINGS}`,
      "price",
      `tr[data-row=${NEAR_INCIDENT}]`,
      "short",
    ],
    ["its own page", `${HOME}/i/${NEAR_INCIDENT}`, "incident", "[data-verdict-kind]", "full"],
  ] as const)("says so in %s", async (_, path, ready, row, form) => {
    const look = await openLook(stage);
    await visit(look, path, ready);
    const badges = look.page.locator(`${row} [data-nearness]`);
    await badges.first().waitFor();
    expect(await badges.count()).toBe(1);
    expect(await badges.getAttribute("data-nearness")).toBe(form);
    expect(await badges.textContent()).toContain("by nearness alone: weaker evidence");
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test("is counted on the card of the reading that asks for it, and on no other", async () => {
    const look = await openLook(stage, { width: 390, theme: "dark", language: "uk" });
    await visit(look, `${HOME}/price?${READINGS}`, "price");
    const counts = look.page.locator("article [data-by-nearness]");
    expect(await counts.count()).toBe(1);
    const card = look.page.locator("article", { has: look.page.locator("[data-by-nearness]") });
    expect(await card.innerText()).toContain(NEAR_READING);
    expect(await sidewaysScroll(look)).toBe(0);
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });
});

describe("what a text requires", () => {
  test.each([
    { width: 1280, theme: "light", language: "en" },
    { width: 390, theme: "dark", language: "ru" },
    { width: 320, theme: "light", language: "uk" },
  ] as const)("stands with its state and its sources: %o", async (options) => {
    const [loaded] = KOREA.instruments;
    if (loaded === undefined) throw new Error("the case has a text");
    const look = await openLook(stage, options);
    await visit(look, `/c/${KOREA.settings.id}/terms/${loaded.instrument.id}`, "text");
    const rows = look.page.locator("[data-duty]");
    const duties = textDuties(KOREA, loaded.instrument);
    const clauses = await rows.evaluateAll((all) =>
      all.map((row) => (row as HTMLElement).dataset["duty"]),
    );
    expect(clauses).toEqual(duties.map(({ clause }) => clause));
    const cited = new Set(
      duties.flatMap(({ fulfilledBy }) => fulfilledBy.flatMap((one) => one.sources)),
    );
    for (const id of cited)
      expect(await rows.locator(`a[href="#${id}"]`).count()).toBeGreaterThan(0);
    const met = duties.filter(({ states }) => states.every(({ state }) => state === "met"));
    if (options.language === "en")
      for (const { clause } of met)
        expect(await look.page.locator(`[data-duty=${clause}]`).first().innerText()).toContain(
          "met",
        );
    expect(await sidewaysScroll(look)).toBe(0);
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });
});
