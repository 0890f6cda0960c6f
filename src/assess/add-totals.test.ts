// Adding totals: what has no upper bound in one part has none in the sum, and parties of either part are kept.
import { expect, test } from "vitest";
import { readingId } from "../model/id.ts";
import type { CountRange } from "../model/count.ts";
import { addTotals } from "./add-totals.ts";
import { totalsOf } from "./totals.ts";
import type { ReadingTotals } from "./verdict.ts";

function totals(killed: CountRange, party: string): ReadingTotals {
  const none = totalsOf(readingId("pact", "A"), [], [party]);
  const bounds = { atLeast: 1, atMost: 2 };
  return {
    ...none,
    byParty: { [party]: bounds },
    byReason: { kind: 2 },
    casualties: { ...none.casualties, killed },
  };
}

test("a sum without an upper bound in one part has none", () => {
  const [open, closed] = [totals({ low: 1, high: null }, "A"), totals({ low: 2, high: 3 }, "B")];
  expect(addTotals(open, closed).casualties.killed).toEqual({ low: 3, high: null });
  expect(addTotals(closed, open).casualties.killed).toEqual({ low: 3, high: null });
  expect(addTotals(closed, closed).casualties.killed).toEqual({ low: 4, high: 6 });
});

test("parties and reasons of either part are in the sum", () => {
  const sum = addTotals(totals({ low: 0, high: 0 }, "A"), totals({ low: 0, high: 0 }, "B"));
  expect(sum.byParty).toEqual({
    A: { atLeast: 1, atMost: 2 },
    B: { atLeast: 1, atMost: 2 },
  });
  expect(sum.byReason).toEqual({ kind: 4 });
});
