// A violation that rests on nearness alone is told apart on every card.
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../test/kit/load-folder.ts";
import { NEAR_INCIDENT, NEAR_READING, nearCase } from "../../test/kit/near-case.ts";
import { nearnessIn } from "../assess/verdict.ts";
import type { Verdict } from "../assess/verdict.ts";
import { readingIds } from "../assess/index.ts";
import { pricePage } from "./price.ts";

const near = nearCase();
const page = pricePage(near, { readings: readingIds(near) });

function verdict(grounds: Verdict["grounds"], maybe = true): Verdict {
  const rest = { reasons: [], cause: null, clauses: [], standing: "applies", limit: null } as const;
  const known = { verdict: "violation", maybe, maybeBy: [], ...rest } as const;
  return grounds === undefined ? known : { ...known, grounds };
}

describe("nearness", () => {
  test("is alone, a part, or none of what a violation rests on", () => {
    expect(nearnessIn(verdict(["proximity"]))).toBe("alone");
    expect(nearnessIn(verdict(["kind", "proximity"]))).toBe("in-part");
    expect(nearnessIn(verdict(["kind", "list"]))).toBe("none");
    expect(nearnessIn(verdict(undefined))).toBe("none");
    expect(nearnessIn(verdict(["proximity"], false))).toBe("none");
    expect(nearnessIn(undefined)).toBe("none");
  });

  test("is counted on the card of a reading that asks for it, and its row says so", () => {
    const byNearness = page.cards.map(({ reading, byNearness: bounds }) => [reading, bounds]);
    const rows = page.rows.filter(({ verdicts }) =>
      Object.values(verdicts).some((one) => nearnessIn(one) !== "none"),
    );
    expect(rows.map(({ id }): string => id)).toContain(NEAR_INCIDENT);
    const counted = Object.fromEntries(byNearness) as Record<string, { atMost: number }>;
    expect(counted[NEAR_READING]?.atMost).toBe(rows.length);
    expect(counted["river-truce/south"]).toEqual({ atLeast: 0, atMost: 0 });
  });

  test("is nothing in a text that asks for kinds", () => {
    const { value } = loadFolder("cases/example");
    if (value === null) throw new Error("the example does not load");
    const cards = pricePage(value, { readings: readingIds(value) }).cards;
    expect(cards.map(({ byNearness }) => byNearness.atMost)).toEqual([0, 0]);
  });
});
