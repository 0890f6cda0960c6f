// The table of obligations as a terminal shows it.
import { expect, test } from "vitest";
import { parseReadingId } from "../../model/id.ts";
import type { Obligation } from "../../assess/index.ts";
import { styleFor } from "../terminal.ts";
import { renderObligations } from "./obligations.ts";

const reading = parseReadingId("withdrawal/text");
const view = { width: 200, style: styleFor({ colour: false }) };

function duty(more: Partial<Obligation>): Obligation {
  if (reading === null) throw new Error("not a reading id");
  return {
    reading,
    clause: "withdraw",
    by: ["UA"],
    at: Date.UTC(2025, 2, 20),
    state: "met",
    possible: ["met"],
    cause: null,
    due: [Date.UTC(2025, 2, 15), Date.UTC(2025, 2, 15)],
    fulfilledBy: ["withdrawn"],
    standing: "applies",
    ...more,
  };
}

test("no obligation, no table", () => expect(renderObligations([], (id) => id, view)).toBe(""));

test("a state that is open lists what it may be and why", () => {
  const text = renderObligations(
    [
      duty({}),
      duty({
        state: "unknown",
        possible: ["met", "late"],
        cause: "facts",
        standing: "would-apply",
      }),
    ],
    (id) => `party ${id}`,
    view,
  );
  expect(text).toContain("as of 2025-03-20 00:00Z");
  expect(text).toMatch(/withdrawal\/text +withdraw +party UA +2025-03-15 00:00Z +met\n/);
  expect(text).toContain("unknown (met, late; the facts leave it open), if the text applied");
});
