// Cells of time: what stands for a stretch that never begins, never ends, or does neither.
import { expect, test } from "vitest";
import { cellsOf, instantOf } from "./fact-world.ts";

test("the instant of a cell lies in it, even in one without bounds, so that a text without a period covers an incident of unknown time", () => {
  const always = { from: -Infinity, until: Infinity };
  for (const cell of [...cellsOf(always, []), ...cellsOf(always, [0, 1000])]) {
    const at = instantOf(cell);
    expect(Number.isFinite(at)).toBe(true);
    expect(cell.from <= at && at < cell.until).toBe(true);
  }
});
