// Drafts in the What-if lab in a real browser: earlier states on this device, and the form.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Page } from "playwright-core";
import { axeViolations, openLook, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";
import { editor, ENERGY, LAB, openLab, openLabStage, shows, WRONG } from "./lab-page.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openLabStage();
});
afterAll(() => stage.close());

describe("earlier states of a draft", () => {
  const folded = (page: Page) => page.locator("details[data-states]");
  const holds = (page: Page, n: number) => page.waitForSelector(`details[data-states="${n}"]`);

  test("are kept as the text comes to rest, survive closing the page, and are gone when forgotten", async () => {
    const look = await openLab(stage, "easter");
    const { page } = look;
    const first = await editor(page).inputValue();
    await holds(page, 0);
    await editor(page).fill(`${first}\n<!-- one -->\n`);
    await holds(page, 1);
    await editor(page).fill("nothing that can be read");
    await holds(page, 2);
    await visit(look, `${LAB}?start=easter&as=source`, "lab");
    await holds(page, 2);
    expect(await editor(page).inputValue()).toBe(first);
    await folded(page).locator("summary").press("Enter");
    const [wrong, sound] = await folded(page).locator("li").allInnerTexts();
    expect(wrong).toContain("with errors");
    expect(sound).toMatch(/sha256:[0-9a-f]{12}/);
    expect(await axeViolations(look)).toEqual([]);
    await folded(page)
      .getByRole("button", { name: /^Back to / })
      .nth(1)
      .press("Enter");
    expect(await editor(page).inputValue()).toBe(`${first}\n<!-- one -->\n`);
    await holds(page, 3);
    await folded(page)
      .getByRole("button", { name: /^Forget \d/ })
      .first()
      .press("Enter");
    await page.getByRole("button", { name: "Forget all of them" }).press("Enter");
    await holds(page, 0);
    // Longer than a text needs to come to rest: what was forgotten stays so.
    await page.waitForTimeout(1_500);
    await holds(page, 0);
    await visit(look, `${LAB}?start=energy&as=source`, "lab");
    await holds(page, 0);
    await visit(look, `${LAB}?start=easter&as=source`, "lab");
    await holds(page, 0);
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test("are fifty at most: the oldest go", async () => {
    const look = await openLab(stage, "easter");
    const { page } = look;
    await holds(page, 0);
    await page.evaluate(async () => {
      const opening = indexedDB.open("truceline");
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.addEventListener("success", () => resolve(opening.result));
      });
      const writing = database.transaction("states", "readwrite");
      for (let at = 1; at <= 53; at++) {
        const state = { text: `state ${at}`, at, version: null };
        writing.objectStore("states").put(state, ["ukraine-2025", "lab/easter", at]);
      }
      await new Promise((resolve) => writing.addEventListener("complete", resolve));
      database.close();
    });
    await editor(page).fill("another");
    await holds(page, 50);
    const kept = await folded(page)
      .locator("li")
      .evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset["state"])));
    expect(kept.slice(1)).toEqual(Array.from({ length: 49 }, (_, i) => 53 - i));
    await look.close();
  });

  test("are none where the browser keeps nothing, which is said at once", async () => {
    const look = await openLook(stage);
    await look.page.addInitScript(() => {
      Object.defineProperty(globalThis, "indexedDB", {
        value: {
          open: () => {
            throw new DOMException("not here", "SecurityError");
          },
        },
      });
    });
    await visit(look, `${LAB}?start=easter`, "lab");
    const alert = look.page.locator("[data-states=refused]");
    await alert.waitFor();
    expect(await alert.innerText()).toContain("does not keep drafts");
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });
});

describe("the form", () => {
  const form = (page: Page) => page.locator("[data-form]");
  const skin = (page: Page, name: "Form" | "Source") => page.getByText(name, { exact: true });
  const openForm = async (start: string, options: LookOptions = {}): Promise<Look> => {
    const look = await openLook(stage, options);
    await visit(look, `${LAB}?start=${start}`, "lab");
    await look.page.waitForSelector("[data-form=current] [data-clause]");
    return look;
  };

  test("changes the words of one part in the file, and the figures with it; nothing else, and nobody is asked", async () => {
    const look = await openForm("energy");
    const { page } = look;
    const asked: string[] = [];
    page.context().on("request", (request) => asked.push(request.url()));
    const list = page.locator("[data-answer=energy-rail-ports]");
    await list.getByRole("button", { name: "Take out railway" }).press("Enter");
    const shorter = ENERGY.replace("[energy, port, railway]", "[energy, port]");
    await shows(page, shorter);
    const clause = page.locator("[data-clause=strikes]");
    await clause.getByLabel("Act: where it is said").selectOption("not said");
    const wider = shorter.replace("\n    act: strike", "");
    await shows(page, wider);
    const russia = page.locator("[data-question=length] [data-reading=RU]");
    expect(await russia.locator("option:disabled").allInnerTexts()).toEqual([
      "calendar (not held by Russia)",
      "elapsed (not held by Russia)",
    ]);
    await page
      .locator("[data-question=start]")
      .getByLabel("Ukraine wide", { exact: true })
      .selectOption("march-25");
    const text = wider.replace("energy-rail-ports}}", "energy-rail-ports, start: march-25}}");
    await shows(page, text);
    expect(asked).toEqual([]);
    await skin(page, "Source").click();
    expect(await editor(page).inputValue()).toBe(text);
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test("follows the source; with an error there it stays as it was, changes nothing, and leads back", async () => {
    const look = await openForm("energy");
    const { page } = look;
    await skin(page, "Source").click();
    await editor(page).fill(ENERGY.replace("calendar: {for: P30D}", "calendar: {for: P45D}"));
    await skin(page, "Form").click();
    const days = page.locator("[data-answer=calendar] input");
    await page.waitForFunction(
      () =>
        document.querySelector<HTMLInputElement>("[data-answer=calendar] input")?.value === "45",
    );
    await skin(page, "Source").click();
    await editor(page).fill(WRONG);
    await page.waitForSelector("li[data-severity=error]");
    await skin(page, "Form").click();
    await page.waitForSelector("[data-form=older]");
    expect(await form(page).innerText()).toContain("The source has an error");
    expect(await days.isDisabled()).toBe(true);
    expect(await days.inputValue()).toBe("45");
    expect(await axeViolations(look)).toEqual([]);
    await page.locator("li[data-severity=error] button").click();
    const selected = await editor(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toContain("strke");
    await skin(page, "Form").click();
    await page.getByRole("button", { name: "Back to that text" }).press("Enter");
    await page.waitForSelector("[data-form=current]");
    expect(await days.isDisabled()).toBe(false);
    await look.close();
  });

  test("begins with a template, and adds one, by keyboard alone; a clause goes with its names", async () => {
    const look = await openForm("blank/strikes", { width: 390 });
    const { page } = look;
    expect(await page.locator("fieldset:has(> legend:text('Show the text as'))").count()).toBe(0);
    await page.getByLabel("One more clause").focus();
    await page.keyboard.type("Permit");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForSelector("[data-clause=return-fire]");
    const unless = page.locator("[data-clause=strikes] [data-field=unless]");
    expect(await unless.innerText()).toContain("return-fire");
    await page.getByRole("button", { name: "Take clause return-fire out" }).press("Enter");
    await page.waitForSelector("[data-clause=return-fire]", { state: "detached" });
    await page.waitForFunction(
      () => !document.querySelector("[data-field=unless]")?.textContent?.includes("return-fire"),
    );
    await page.waitForSelector("[data-form=current]");
    expect(look.complaints).toEqual([]);
    await look.close();
  });
});
