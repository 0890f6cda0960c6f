// The record on its pages, in a real browser: the history of an incident, of seeds alone and of a log; what the record holds; the check
// of the log in the page.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { servedLog } from "../../src/serve/served-log.ts";
import { filesOf } from "../kit/load-folder.ts";
import { changeOf, draftOf, publicCase, recordOf, say } from "../kit/written-record.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";

const REAL = "/c/ukraine-2025";
const SUMY = "inc-077";
const WRITTEN = "/c/example";
const REVIEWED = "inc-1";

/** The example with a log: one incident corrected, then reviewed by two. */
async function written() {
  const files = filesOf("cases/example");
  const made = await recordOf(files);
  const change = (id: string, kind: string, more: object) =>
    say(made, [changeOf(made, { id, kind, of: REVIEWED }, more)]);
  await say(made, [
    draftOf("src-2nd", "source", { fields: { title: "t", outlet: "second", outletSide: "other" } }),
    draftOf("rep-1", "report", { actor: "cem", fields: { source: "src-2nd" } }),
  ]);
  await change("lnk-1", "link", { fields: { report: "rep-1", reason: "same street" } });
  const set = { effects: "two fires, put out by noon" };
  await change("cor-1", "correction", { actor: "bea", fields: { set, reason: "read again" } });
  const taken = { from: "reported", to: "under-review", reasons: ["taken"], examined: [] };
  await change("dec-1", "decision", { fields: taken });
  const fields = {
    from: "under-review",
    to: "verified",
    reasons: ["two outlets agree"],
    examined: ["rep-1"],
    secondPerson: "bea",
  };
  await change("dec-2", "decision", { fields });
  const rejected = { from: "reported", to: "rejected", reasons: ["test"], examined: [] };
  await say(made, [
    changeOf(
      made,
      { id: "dec-3", kind: "decision", of: "inc-2" },
      {
        fields: { ...rejected, secondPerson: "bea" },
      },
    ),
    changeOf(
      made,
      { id: "mrg-1", kind: "merge", of: REVIEWED },
      {
        fields: { incidents: ["inc-3"], reason: "one and the same" },
      },
    ),
  ]);
  return { theCase: publicCase(files, made), log: servedLog(made.record, made.vkey) };
}

let stage: Stage;
beforeAll(async () => {
  const { theCase, log } = await written();
  const records = new Map([[theCase.settings.id, log]]);
  stage = await openStage([caseOf("cases/ukraine-2025"), theCase], { records });
});
afterAll(() => stage.close());

describe("an incident that counts in no figure", () => {
  test("was rejected: its page says so and tells its history; no reading judges it", async () => {
    const look = await openLook(stage);
    await visit(look, `${WRITTEN}/i/inc-2`, "set-aside");
    await look.page.waitForSelector("[data-part=history-told]");
    expect(await look.page.locator("[data-part=set-aside]").innerText()).toContain("was rejected");
    expect(await history(look).innerText()).toContain("with bea as second person");
    expect(await look.page.locator("[data-part=verdicts]").count()).toBe(0);
    expect(await axeViolations(look)).toEqual([]);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    await look.close();
  });

  test("was merged: its page leads on; on a phone in the dark nothing stands beyond the edge", async () => {
    const look = await openLook(stage, { width: 390, theme: "dark" });
    await visit(look, `${WRITTEN}/i/inc-3`, "set-aside");
    await look.page.waitForSelector("[data-part=history-told]");
    expect(await sidewaysScroll(look)).toBeLessThanOrEqual(0);
    await look.page.getByRole("link", { name: "To inc-1, as which it goes on" }).click();
    await look.page.waitForSelector("[data-ready=incident]");
    expect(await look.page.locator("h1").count()).toBe(1);
    await look.close();
  });

  test("is not listed; those that are can be narrowed by their review, where anything was reviewed", async () => {
    const look = await openLook(stage);
    await visit(look, `${WRITTEN}/incidents`, "incidents");
    const states = look.page.locator("[data-part=states]");
    expect(await states.innerText()).toMatch(/verified\s+1/);
    await states.getByRole("link", { name: /^verified/ }).click();
    await look.page.waitForFunction(() => location.search.includes("state=verified"));
    await look.page.waitForFunction(
      () => document.querySelectorAll("[data-incident], [data-row]").length > 0,
    );
    await visit(look, `${REAL}/incidents`, "incidents");
    expect(await look.page.locator("[data-part=states]").count()).toBe(0);
    await look.close();
  });
});

async function openHistory(path: string, options: Parameters<typeof openLook>[1] = {}) {
  const look = await openLook(stage, options);
  await visit(look, path, "incident");
  await look.page.waitForSelector("[data-part=history-told]");
  return look;
}
const history = ({ page }: Look) => page.locator("[data-part=history]");

describe("the history on an incident's page", () => {
  test("of seeds says that no clock stamped them, and lists the incident and its claims", async () => {
    const look = await openHistory(`${REAL}/i/${SUMY}`);
    const told = await history(look).innerText();
    expect(told).toContain("Recorded when the case was made");
    expect(told).not.toContain("recorded by");
    expect(told).toContain("known since");
    expect(await history(look).locator("li[data-kind=incident]").count()).toBe(1);
    expect(await history(look).locator("li[data-kind=claim]").count()).toBeGreaterThan(2);
    expect(await axeViolations(look)).toEqual([]);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    await look.close();
  });

  test("of a log tells who recorded what when, each changed field, and the decision of two persons", async () => {
    const look = await openHistory(`${WRITTEN}/i/${REVIEWED}`);
    const told = await history(look).innerText();
    expect(await history(look).locator("[data-part=state]").innerText()).toBe("verified");
    for (const part of ["by bea", "two fires, put out by noon", "with bea as second person"]) {
      expect(told).toContain(part);
    }
    const changed = await history(look).locator("li[data-kind=correction] td").allInnerTexts();
    expect(changed[1]).toBe("two fires, put out by noon");
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test("as known then is one step away, and back", async () => {
    const look = await openHistory(`${REAL}/i/${SUMY}`);
    const menu = look.page.locator("[data-part=as-of]");
    await menu.locator("summary").click();
    await menu.locator("input").fill("2025-03-25T06:00");
    await menu.locator("button[type=submit]").click();
    await look.page.waitForURL(/asof=2025-03-25T06:00/);
    await look.page.waitForSelector("[data-part=as-of][data-past=true]");
    expect(await menu.locator("summary").innerText()).toContain("as known on 25 Mar 2025");
    await look.close();
  });

  test.each(["uk", "ru"] as const)(
    "in %s, on a phone, nothing stands beyond the edge",
    async (language) => {
      const look = await openHistory(`${WRITTEN}/i/${REVIEWED}`, {
        language,
        width: 360,
        theme: "dark",
      });
      expect(await sidewaysScroll(look)).toBeLessThanOrEqual(0);
      expect(await axeViolations(look)).toEqual([]);
      await look.close();
    },
  );
});

describe("the page of the record", () => {
  test("of seeds counts what it holds and says why there is nothing to verify", async () => {
    const look = await openLook(stage);
    await visit(look, `${REAL}/record`, "record");
    expect(await look.page.locator("[data-part=verify]").innerText()).toContain(
      "nothing to verify",
    );
    expect(await look.page.locator("[data-part=verify] button").count()).toBe(0);
    expect(await look.page.locator("[data-part=kinds]").innerText()).toContain("240");
    expect(await axeViolations(look)).toEqual([]);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    await look.close();
  });

  test("of a log checks it in the page: it holds, and what no check shows is said", async () => {
    const look = await openLook(stage);
    await visit(look, `${WRITTEN}/record`, "record");
    await look.page.keyboard.press("v");
    const result = look.page.locator("[data-verified]");
    await result.waitFor();
    expect(await result.getAttribute("data-verified")).toBe("true");
    const told = await result.innerText();
    expect(told).toContain("The log holds.");
    expect(told).toContain("No check shows that an account is true");
    expect(await look.page.locator("[data-part=states]").innerText()).toMatch(/verified\s+1/);
    expect(await axeViolations(look)).toEqual([]);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    await look.close();
  });

  test("names the first entry that is not as it was recorded", async () => {
    const look = await openLook(stage);
    await look.page.route("**/log/tile/entries/**", async (route) => {
      const response = await route.fetch();
      const body = Buffer.from(await response.body());
      body.writeUInt8(body.readUInt8(100) ^ 1, 100);
      await route.fulfill({ response, body });
    });
    await visit(look, `${WRITTEN}/record`, "record");
    await look.page.locator("[data-part=verify] button[type=submit]").click();
    const result = look.page.locator("[data-verified]");
    await result.waitFor();
    expect(await result.getAttribute("data-verified")).toBe("false");
    expect(await result.innerText()).toContain("leaf 0 does not have the hash of the tile");
    await look.close();
  });

  test("files to take away are there", async () => {
    const look = await openLook(stage);
    await visit(look, `${WRITTEN}/record`, "record");
    const links = look.page.locator("[data-part=downloads] a");
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses.filter((one) => one?.endsWith("pack.json") !== true)) {
      const response = await look.page.request.get(address ?? "");
      expect(response.status(), address ?? "").toBe(200);
    }
    await look.close();
  });

  test.each(["uk", "ru"] as const)(
    "in %s, on a phone, nothing stands beyond the edge",
    async (language) => {
      const look = await openLook(stage, { language, width: 360, theme: "dark" });
      await visit(look, `${WRITTEN}/record`, "record");
      expect(await sidewaysScroll(look)).toBeLessThanOrEqual(0);
      expect(await axeViolations(look)).toEqual([]);
      await look.page.screenshot({ path: `/tmp/shots/r-${language}.png`, fullPage: true });
      await look.close();
    },
  );
});
