// Which of the rules that match are left (TERMS 2.4).
import { expect, test } from "vitest";
import { undefeated } from "./cell.ts";
import type { Rule } from "./rule.ts";

/** Rules of which each of one layer is defeated by both of the next. */
function layers(count: number): readonly Rule[] {
  return Array.from({ length: count }, (_, layer) => {
    const next = layer + 1 < count ? [`a${layer + 1}`, `b${layer + 1}`] : [];
    return ["a", "b"].map((name) => ({ id: `${name}${layer}`, defeatedBy: next }));
  }).flat() as unknown as readonly Rule[];
}

const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id);

test("every second layer of exceptions is left", () => {
  expect(ids(undefeated(layers(4), () => true))).toEqual(["a1", "b1", "a3", "b3"]);
});

test("a rule that does not match defeats nothing", () => {
  const rules = layers(2);
  expect(ids(undefeated(rules, (i) => rules[i]?.id !== "a1"))).toEqual(["b1"]);
  expect(ids(undefeated(rules, (i) => i < 2))).toEqual(["a0", "b0"]);
});

test("a hundred layers are told in no time, although there are 2^100 ways through them", () => {
  expect(ids(undefeated(layers(100), () => true)).slice(-4)).toEqual(["a97", "b97", "a99", "b99"]);
});
