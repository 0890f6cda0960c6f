// The review queue in a real browser: read only for seeds and strangers; on the machine that keeps the record, decided and refused.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Decide } from "../../src/serve/decide.ts";
import { servedLog } from "../../src/serve/served-log.ts";
import { decide } from "../../src/store/decide.ts";
import { filesOf } from "../kit/load-folder.ts";
import { INSIDER, publicCase, recordOf } from "../kit/written-record.ts";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Stage } from "./browser.ts";

const files = filesOf("cases/example");
let stage: Stage;

beforeAll(async () => {
  const made = await recordOf(files);
  const now = () => ({
    theCase: publicCase(files, made),
    problems: [],
    log: servedLog(made.record, made.vkey),
  });
  const keep: Decide = async (_id, decision) => {
    const { value, problems } = await decide({ record: made.record, here: INSIDER }, decision);
    return value === null ? { kind: "refused", problems } : { kind: "kept", now: now() };
  };
  const { theCase, log } = now();
  const records = new Map([[theCase.settings.id, log]]);
  stage = await openStage([theCase, caseOf("cases/ukraine-2025")], { records, decide: keep });
});
afterAll(() => stage.close());

describe("the review queue", () => {
  test("of a case of seeds lists what waits, says why nothing can be decided, and has no form", async () => {
    const look = await openLook(stage);
    await visit(look, "/c/ukraine-2025/review", "review");
    expect(await look.page.locator("[data-part=read-only]").innerText()).toContain("no log yet");
    const items = look.page.locator("li[data-incident]");
    expect(await items.count()).toBe(50);
    const more = look.page.getByRole("button", { name: /^\d+ more of \d+$/ });
    expect(await more.innerText()).toBe("50 more of 190");
    for (let shown = 50; shown < 240; shown += 50) await more.press("Enter");
    expect([await items.count(), await more.count()]).toEqual([240, 0]);
    expect(await look.page.locator("form[class*=form]").count()).toBe(0);
    expect([look.complaints, look.foreign]).toEqual([[], []]);
    await look.close();
  });

  test("takes an account, refuses what one person may not decide with every reason, and keeps what was typed", async () => {
    const look = await openLook(stage);
    await visit(look, "/c/example/review", "review");
    await look.page.waitForSelector("[data-deciding=true]");
    const item = look.page.locator("li[data-incident=inc-1]");
    const fill = async (to: string, reasons: string) => {
      if ((await item.locator("details").getAttribute("open")) === null)
        await item.locator("summary").click();
      await item.locator("select[name=to]").selectOption(to);
      await item.locator("input[name=actor]").fill("ann");
      await item.locator("textarea").fill(reasons);
      await item.locator("button[type=submit]").click();
    };
    await fill("under-review", "taken");
    await look.page.waitForSelector("li[data-incident=inc-1][data-state=under-review]");
    expect(await item.innerText()).toContain("taken by ann");
    await fill("verified", "it seems so");
    const refused = await item.locator("[role=alert]").innerText();
    expect(refused).toContain("needs two persons");
    expect(refused).toContain("independent origins");
    expect(await item.locator("textarea").inputValue()).toBe("it seems so");
    expect(await axeViolations(look)).toEqual([]);
    await visit(look, "/c/example/i/inc-1", "incident");
    await look.page.waitForSelector("[data-part=history-told]");
    expect(await look.page.locator("[data-part=state]").innerText()).toBe("under review");
    await look.close();
  });

  test.each(["uk", "ru"] as const)(
    "in %s, on a phone, nothing stands beyond the edge",
    async (language) => {
      const look = await openLook(stage, { language, width: 360, theme: "dark" });
      await visit(look, "/c/example/review", "review");
      await look.page.waitForSelector("[data-deciding=true]");
      await look.page.locator("li[data-incident=inc-2] summary").click();
      expect(await sidewaysScroll(look)).toBeLessThanOrEqual(0);
      expect(await axeViolations(look)).toEqual([]);
      await look.page.screenshot({ path: `/tmp/shots/q-${language}.png` });
      await look.close();
    },
  );
});
