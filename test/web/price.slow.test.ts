// Price of a word in full: one question's answers, what is open is worth, the ladder's sums, the sentence, and one sheet of paper.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Locator, Page } from "playwright-core";
import { assessCase, ladderOf, openQuestions, questionVariants } from "../../src/assess/index.ts";
import { readingId } from "../../src/model/id.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";

const theCase = caseOf("cases/ukraine-2025");
const SCOPE = { instrument: "energy", question: "scope" };
const hold = new Map([["on-breach", "bound"]]);
const PRICE = "/c/ukraine-2025/price";
const SCOPE_PATH = `${PRICE}?q=energy/scope&hold=on-breach:bound`;
const FOUR = `${PRICE}?r=energy/RU,energy/UA,energy/US-18-march,energy/US-25-march&hold=on-breach:bound`;
const LANGUAGES = ["en", "uk", "ru"] as const;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([theCase]);
});
afterAll(() => stage.close());

async function open(path: string, options: Parameters<typeof openLook>[1] = {}): Promise<Look> {
  const look = await openLook(stage, options);
  await visit(look, path, "price");
  if (path.includes("q=")) await look.page.waitForSelector("section[aria-labelledby=ladder]");
  return look;
}

describe("one question", () => {
  test("has a card a live answer, with the totals that the engine counts, in order of name", async () => {
    const look = await open(SCOPE_PATH);
    const { readings } = assessCase(questionVariants(theCase, SCOPE), { hold });
    expect(readings).toHaveLength(5);
    for (const { id, totals } of readings) {
      const card = look.page.locator("article", { hasText: id });
      const figures = await card.locator("p a b").allInnerTexts();
      expect(figures.map(Number)).toEqual([...new Set([totals.atLeast, totals.atMost])]);
    }
    const names = await look.page.locator("article h3").allInnerTexts();
    expect(names).toEqual([...names].sort(new Intl.Collator("en").compare));
    const words = look.page.locator("article button[data-answers]");
    expect(await words.count()).toBe(5);
    for (const word of await words.all()) {
      expect(await word.getAttribute("data-answers")).toMatch(/^[a-z-]+$/);
    }
    await look.close();
  });

  test("is chosen, and another one held, from menus by keyboard alone", async () => {
    const look = await open(`${PRICE}?r=energy/RU,energy/UA`);
    const { page } = look;
    await choose(page, /whole readings/, /Which targets are off limits/);
    await page.waitForURL(/q=energy\/scope/);
    await page.waitForSelector('[data-question="start"]');
    expect(new URL(page.url()).searchParams.get("r")).toBeNull();
    await choose(page, /start = open/, /18 March/);
    await page.waitForURL(/hold=start:march-18/);
    await page.waitForSelector('[data-question="start"][data-held="march-18"]');
    await choose(page, /Which targets/, /whole readings/);
    await page.waitForURL((url) => !url.searchParams.has("q"));
    expect(look.complaints).toEqual([]);
    await look.close();
  });

  test.each(LANGUAGES)("opens whole from a link, without complaint, in %s", async (language) => {
    const look = await open(`${SCOPE_PATH}&unit=casualties`, { language, theme: "dark" });
    expect(await axeViolations(look)).toEqual([]);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    expect(await look.page.locator("article p[data-killed]").count()).toBe(5);
    await look.close();
  });

  test("fits a phone of 320 px", async () => {
    const look = await open(SCOPE_PATH, { width: 320, height: 640 });
    expect(await sidewaysScroll(look)).toBe(0);
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test("that its text does not ask is named as such", async () => {
    const look = await openLook(stage);
    await visit(look, `${PRICE}?q=energy/scop`, "error");
    expect(await look.page.locator("main").innerText()).toContain("scope");
    await look.close();
  });
});

describe("the ladder of words", () => {
  test("prints sums that hold exactly: at every step and in the foot", async () => {
    for (const path of [SCOPE_PATH, `${PRICE}?q=energy/scope`]) {
      const look = await open(path);
      const sums = look.page.locator("section[aria-labelledby=ladder] [data-sum]");
      expect(await sums.count()).toBe(8);
      for (const sum of await sums.all()) {
        const [wide, narrow, into, out] = await numbersOf(sum);
        const { wide: w, narrow: n, into: i, out: o } = await sumOf(sum);
        expect([wide, narrow, into, out]).toEqual([w, n, i, o]);
        expect(w).toBe(n + i - o);
      }
      await look.close();
    }
  });

  test("has a row a step, and beside it what is not nested", async () => {
    const look = await open(SCOPE_PATH);
    const { chain, apart, steps } = ladderOf(theCase, SCOPE, { hold });
    const rows = look.page.locator("[data-step]");
    expect(await attributes(rows, "data-step")).toEqual(chain.slice(1));
    const hard = await attributes(rows.locator("[data-hard]"), "data-hard");
    expect(hard.map(Number)).toEqual(steps.map((step) => step.hard));
    expect(await attributes(look.page.locator("[data-apart]"), "data-apart")).toEqual(
      apart.map(({ a, b }) => `${a},${b}`),
    );
    expect(await rows.first().locator("ins").count()).toBeGreaterThan(0);
    await look.close();
  });

  test("of days says that nothing is nested, and shows two counts instead", async () => {
    const look = await open(`${PRICE}?q=energy/start&hold=on-breach:bound`);
    const ladder = look.page.locator("section[aria-labelledby=ladder]");
    expect(await ladder.locator("[data-sum]").count()).toBe(0);
    expect(await ladder.innerText()).toMatch(/switched alone \d+, switched last \d+/);
    await look.close();
  });

  test("leads from a step to the incidents that it moves", async () => {
    const look = await open(SCOPE_PATH);
    const { steps } = ladderOf(theCase, SCOPE, { hold });
    await look.page.locator("[data-step] a").first().click();
    await look.page.waitForURL(/pair=/);
    const listed = look.page.locator("section[aria-labelledby=incidents] tbody tr");
    expect(await listed.count()).toBe(steps[0]?.ids.length);
    await look.close();
  });

  test("orders the cards from narrow to wide only where that holds in every situation", async () => {
    const { chain } = ladderOf(theCase, SCOPE, { hold });
    const orders = [
      [SCOPE_PATH, "not-nested"],
      [`${PRICE}?q=energy/scope&r=${chain.join(",")}`, "release"],
      [`${SCOPE_PATH}&r=${chain.join(",")}`, "holds"],
      [FOUR, "whole"],
    ] as const;
    for (const [path, order] of orders) {
      const look = await open(path.replaceAll("scope=", "scope%3D"));
      expect(await look.page.locator("[data-order]").getAttribute("data-order")).toBe(order);
      await look.close();
    }
    const readings = chain.join(",").replaceAll("=", "%3D");
    const sorted = await open(`${SCOPE_PATH}&r=${readings}&sort=width`);
    expect(await sorted.page.locator("article header .mono").allInnerTexts()).toEqual(chain);
    await sorted.close();
  });
});

test("a card that is opened says what each open question is worth", async () => {
  const look = await open(`${PRICE}?r=energy/UA,energy/US-25-march&hold=on-breach:bound`);
  const reading = readingId("energy", "US-25-march");
  const more = look.page.locator(`details[data-more="${reading}"]`);
  expect(await more.locator("[data-answer]").count()).toBe(0);
  await more.locator("summary").press("Enter");
  await more.locator('[data-open-worth="ready"]').waitFor();
  const expected = openQuestions(theCase, reading, { hold }).flatMap(({ answers }) =>
    answers.map(({ answer, bounds }) => `${answer} ${bounds.atLeast} ${bounds.atMost}`),
  );
  const shown = await more
    .locator("[data-answer]")
    .evaluateAll((all) =>
      all.map((one) =>
        ["data-answer", "data-at-least", "data-at-most"]
          .map((name) => one.getAttribute(name) ?? "")
          .join(" "),
      ),
    );
  expect(shown.length).toBeGreaterThan(3);
  expect(shown).toEqual(expected);
  expect(await axeViolations(look)).toEqual([]);
  await look.close();
});

test("no number is ranked where more is possible than sure", async () => {
  const look = await open(FOUR);
  const cells = look.page.locator("section[aria-labelledby=words] [data-hard]");
  for (const cell of await cells.all()) {
    const isUncertain = (await numberOf(cell, "data-soft")) > (await numberOf(cell, "data-hard"));
    expect(await cell.getAttribute("data-uncertain")).toBe(String(isUncertain));
  }
  await look.close();
});

describe("on paper", () => {
  test.each(LANGUAGES)("four readings take one A4 sheet, in %s", async (language) => {
    const look = await open(FOUR, { language });
    const pdf = await look.page.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
    await look.page.emulateMedia({ media: "print" });
    const text = await look.page.locator("body").innerText();
    const energy = theCase.instruments.find(({ instrument }) => instrument.id === "energy");
    for (const said of [
      "on-breach = bound",
      `energy ${energy?.version.slice("sha256:".length, "sha256:".length + 6)}`,
      "truceline",
      "hold=on-breach:bound",
    ]) {
      expect(text).toContain(said);
    }
    await look.close();
  });

  test("what is held stands under the title of one question", async () => {
    const look = await open(SCOPE_PATH);
    await look.page.emulateMedia({ media: "print" });
    const bar = look.page.locator('[data-compared="question"]');
    expect(await bar.innerText()).toMatch(/on breach = bound/);
    expect(await bar.innerText()).toMatch(/start = open/);
    await look.close();
  });
});

test("the sentence is copied with its address, what is held, terms and engine", async () => {
  const look = await openLook(stage);
  await look.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await visit(look, SCOPE_PATH, "price");
  const finding = look.page.locator("section[aria-labelledby=finding]");
  await finding.locator("button").press("Enter");
  await finding.getByText("Citation copied").waitFor();
  const copied = await look.page.evaluate(() => navigator.clipboard.readText());
  for (const sentence of await finding.locator("div p").allInnerTexts()) {
    expect(copied).toContain(sentence);
  }
  expect(copied).toContain("if either text applied");
  expect(copied).toContain("on-breach = bound");
  expect(copied).toContain(theCase.settings.caveat);
  expect(copied).toContain(new URL(look.page.url()).search);
  await look.close();
});

/** Opens a menu by its button and takes a choice, without a pointer. */
async function choose(page: Page, button: RegExp, choice: RegExp): Promise<void> {
  await page.locator("button[aria-expanded]", { hasText: button }).focus();
  await page.keyboard.press("Enter");
  const link = page.getByRole("dialog").getByRole("link", { name: choice }).first();
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector("[role=dialog]", { state: "detached" });
}

async function numberOf(one: Locator, name: string): Promise<number> {
  return Number(await one.getAttribute(name));
}

async function sumOf(sum: Locator) {
  const read = (name: string) => numberOf(sum, `data-${name}`);
  return {
    wide: await read("wide"),
    narrow: await read("narrow"),
    into: await read("into"),
    out: await read("out"),
  };
}

/** The numbers as printed. */
async function numbersOf(sum: Locator): Promise<readonly number[]> {
  return ((await sum.innerText()).match(/\d+/g) ?? []).map(Number);
}

function attributes(all: Locator, name: string): Promise<readonly string[]> {
  return all.evaluateAll((found, key) => found.map((one) => one.getAttribute(key) ?? ""), name);
}
