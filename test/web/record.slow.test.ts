// The record on its pages, in a real browser: the history of an incident, of seeds alone and of a log.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadCase } from "../../src/case/load-case.ts";
import { STANDING_FILE, standingText } from "../../src/case/standing-file.ts";
import type { RecordedLog } from "../../src/report/recorded.ts";
import { filesOf } from "../kit/load-folder.ts";
import { started } from "../kit/record-log.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, Stage } from "./browser.ts";

const REAL = "/c/ukraine-2025";
const SUMY = "inc-077";

/** A case of three incidents whose log was written here: corrected, reviewed by two. */
function writtenLog(): RecordedLog {
  const log = started();
  log.change("lnk-1", "link", "inc-1", { report: "rep-1", reason: "same street" });
  const set = { effects: "two fires, put out by noon" };
  log.change("cor-1", "correction", "inc-1", { set, reason: "read again" }, "bea");
  log.decide("dec-1", "under-review", {}, "ann");
  const more = { reasons: ["two outlets agree"], examined: ["rep-1"], secondPerson: "bea" };
  log.decide("dec-2", "verified", more, "ann");
  const head = { size: log.entries.length, root: new Uint8Array(32), checkpoint: "" };
  return { head, entries: () => log.entries, state: () => log.state };
}

function writtenCase(log: RecordedLog) {
  const things = [...log.state().things.values()];
  const standing = standingText({ head: { size: log.entries().length, root: "" }, things });
  const { value } = loadCase(new Map([...filesOf("cases/example"), [STANDING_FILE, standing]]));
  if (value === null) throw new Error("the example does not load");
  return value;
}

let stage: Stage;
beforeAll(async () => {
  const log = writtenLog();
  const written = writtenCase(log);
  const records = new Map([[written.settings.id, log]]);
  stage = await openStage([caseOf("cases/ukraine-2025"), written], { records });
});
afterAll(() => stage.close());

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
    const look = await openHistory("/c/example/i/inc-1");
    const told = await history(look).innerText();
    expect(await history(look).locator("[data-part=state]").innerText()).toBe("verified");
    for (const part of ["by bea", "two fires, put out by noon", "with bea as second person"]) {
      expect(told).toContain(part);
    }
    const changed = await history(look).locator("li[data-kind=correction] td").allInnerTexts();
    expect(changed).toEqual(["not stated", "two fires, put out by noon"]);
    expect(await axeViolations(look)).toEqual([]);
    await look.close();
  });

  test.each(["uk", "ru"] as const)(
    "in %s, on a phone, nothing stands beyond the edge",
    async (language) => {
      const look = await openHistory("/c/example/i/inc-1", { language, width: 360, theme: "dark" });
      expect(await sidewaysScroll(look)).toBeLessThanOrEqual(0);
      expect(await axeViolations(look)).toEqual([]);
      await look.close();
    },
  );
});
