// Talks of an incident's day on its page: what the record has and no more, in three languages, by keyboard, on paper, as it was known.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sameDay } from "../../src/report/same-day.ts";
import { parseInstant } from "../../src/model/instant.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";

const theCase = caseOf("cases/ukraine-2025");
const REAL = "/c/ukraine-2025";
const SUMY = "inc-077";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([theCase, caseOf("cases/example")]);
});
afterAll(() => stage.close());

function expected(id: string, asOf: string | null = null) {
  const incident = theCase.incidents.find((one) => one.id === id);
  if (incident === undefined) throw new Error(id);
  return sameDay(theCase, incident, asOf === null ? null : parseInstant(asOf));
}

const block = ({ page }: Look) => page.locator("[data-part=same-day]");
const listed = (look: Look, part: string) =>
  block(look)
    .locator(`[data-part=${part}] li[id]`)
    .evaluateAll((all) => all.map((one) => one.id));

describe("on the page of Sumy, 24 March", () => {
  test("stand the meetings and statements that the record has for that day, in its order, with who, where and sources", async () => {
    const look = await openLook(stage);
    await visit(look, `${REAL}/i/${SUMY}`, "incident");
    const { meetings, statements } = expected(SUMY);
    expect(await listed(look, "meetings")).toEqual(meetings.map(({ id }) => id));
    expect(await listed(look, "statements")).toEqual(statements.map(({ id }) => id));
    const riyadh = block(look).locator("#mt-mtg-riyadh-0324");
    const told = await riyadh.innerText();
    for (const part of ["Russia and United States", "Riyadh", "Grigory Karasin", "Andrew Peek"]) {
      expect(told).toContain(part);
    }
    await riyadh.locator("summary").click();
    const addresses = await riyadh
      .locator("a")
      .evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(addresses.length).toBeGreaterThan(3);
    expect(addresses).toEqual(
      meetings.flatMap(({ sources }) => sources.flatMap(({ url }) => url ?? [])),
    );
    await look.close();
  });

  test("the many statements are folded under their number, open by keyboard, and each names its speaker and its way to us", async () => {
    const look = await openLook(stage);
    await visit(look, `${REAL}/i/${SUMY}`, "incident");
    const fold = block(look).locator("[data-part=statements]");
    expect(await fold.getAttribute("open")).toBeNull();
    const summary = fold.locator("> summary");
    expect(await summary.innerText()).toContain(`${expected(SUMY).statements.length} statements`);
    await summary.focus();
    await look.page.keyboard.press("Enter");
    expect(await fold.getAttribute("open")).not.toBeNull();
    for (const { id, speaker, source } of expected(SUMY).statements) {
      const line = await look.page.locator(`#${id}`).innerText();
      expect(line.startsWith(speaker.en), id).toBe(true);
      expect(line, id).toContain(source?.outlet ?? "no source");
    }
    const relayed = await look.page.locator("#st-article-karasin").innerText();
    expect(relayed).toContain("through Interfax → news report of 24-25 March →");
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test("what has no date is counted and is in no list", async () => {
    const look = await openLook(stage);
    await visit(look, `${REAL}/i/${SUMY}`, "incident");
    const undated = await block(look).locator("[data-part=undated]").innerText();
    expect(undated).toContain("5 meetings without a date are on record");
    expect(undated).toContain("18 statements without a date are on record");
    const shown = [...(await listed(look, "meetings")), ...(await listed(look, "statements"))];
    expect(shown).not.toContain("mt-mtg-article-next-us-ua");
    await look.close();
  });

  test("as known at midnight, what was published later is not there", async () => {
    const asOf = "2025-03-25T00:00Z";
    const look = await openLook(stage);
    await visit(look, `${REAL}/i/${SUMY}?asof=${asOf}`, "incident");
    const then = expected(SUMY, asOf);
    expect(then.statements.length).toBeLessThan(expected(SUMY).statements.length);
    expect(await listed(look, "statements")).toEqual(then.statements.map(({ id }) => id));
    expect(await block(look).innerText()).toContain("Some of its sources came later");
    expect(await block(look).innerText()).not.toContain("Over 12 hours");
    await look.close();
  });

  test("on paper nothing is folded", async () => {
    const look = await openLook(stage);
    await visit(look, `${REAL}/i/${SUMY}`, "incident");
    await look.page.emulateMedia({ media: "print" });
    await look.page.waitForFunction(
      () => document.querySelectorAll("[data-part=same-day] details:not([open])").length === 0,
    );
    const last = expected(SUMY).statements.at(-1)?.id ?? "";
    expect(await look.page.locator(`#${last}`).isVisible()).toBe(true);
    await look.close();
  });
});

test("a day without talks says that nothing is on record, and no list stands there", async () => {
  const look = await openLook(stage);
  await visit(look, `${REAL}/i/inc-163`, "incident");
  expect(await block(look).locator("[data-part=none]").innerText()).toContain("is on record");
  expect(await block(look).locator("ul").count()).toBe(0);
  await look.close();
});

test("a meeting of two days stands on the page of an incident of its second day, with its mediator", async () => {
  const look = await openLook(stage);
  await visit(look, "/c/example/i/inc-3", "incident");
  expect(await listed(look, "meetings")).toEqual(["mt-ferry"]);
  const told = await block(look).locator("#mt-ferry").innerText();
  expect(told).toContain("1 May to 2 May");
  expect(told).toContain("River Monitors (mediator)");
  await look.close();
});

test.each(["en", "uk", "ru"] as const)(
  "in %s, open, narrow: axe finds nothing, the page does not move sideways",
  async (language) => {
    const look = await openLook(stage, { language, width: 320, height: 640, theme: "dark" });
    await visit(look, `${REAL}/i/inc-079`, "incident");
    for (const summary of await block(look).locator("summary").all()) await summary.click();
    expect(await axeViolations(look)).toEqual([]);
    expect(await sidewaysScroll(look)).toBe(0);
    expect(look.complaints).toEqual([]);
    expect(look.foreign).toEqual([]);
    await look.close();
  },
);
