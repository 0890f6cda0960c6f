// Samples: the same seed draws the same, nothing is drawn that is not there, and a text too large to try is tried in part.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { input } from "../../../test/kit/makers.ts";
import { ARBITRARY_CONTEXT } from "../../terms/arbitrary-values.ts";
import { loadTerms } from "../../terms/check-terms.ts";
import { placesIn } from "../../terms/parse-terms.ts";
import { lintText } from "./lint.ts";
import { randomOf } from "../../model/random.ts";
import { drawnFrom, drawnWays, quotasOf } from "./sample.ts";

const TOO_MANY = /```terms\n([\s\S]*?)```/.exec(
  readFileSync(new URL("../../../docs/lint/T803.md", import.meta.url), "utf8"),
)?.[1];

function tried(text: string, sample?: { readonly count: number; readonly seed: number }) {
  const file = "text.terms.yaml";
  const { value } = loadTerms(text, { file, context: ARBITRARY_CONTEXT });
  if (value === null) throw new Error("the page's text cannot be read");
  const { kinds, means, acts } = ARBITRARY_CONTEXT;
  if (kinds === null || means === null || acts === null) throw new Error("no vocabulary");
  const places = placesIn(text, file);
  const asked = { input: { ...input([]), kinds, means, acts }, loaded: value, places };
  return lintText(sample === undefined ? asked : { ...asked, sample });
}

describe("a text with too many situations", () => {
  const text = TOO_MANY ?? "";

  test("is refused with the two largest factors when no sample is asked for", () => {
    const [refused, ...more] = tried(text);
    expect(more).toEqual([]);
    expect(refused).toMatchObject({ code: "T803", severity: "error" });
    expect(refused?.help).toMatch(/flags \(4194304\) and \w+ \(\d+\)/);
  });

  test("is tried on a sample, and every finding says so", () => {
    const found = tried(text, { count: 20_000, seed: 7 });
    expect(found.length).toBeGreaterThan(0);
    for (const { message } of found) expect(message).toContain("sampled");
    const told = found.find(({ code }) => code === "T803");
    expect(told?.severity).toBe("warning");
    const count = Number(/(\d+) of at most/.exec(told?.message ?? "")?.[1]);
    expect(count).toBeGreaterThan(5_000);
    expect(count).toBeLessThanOrEqual(20_000);
  });

  test("shows the exception that needs all 22 flags at work, so it is not said never to match", () => {
    const codes = tried(text, { count: 20_000, seed: 7 }).map(({ code }) => code);
    expect(codes).not.toContain("T301");
    expect(codes).not.toContain("T305");
  });

  test("gives the same findings for the same seed", () => {
    const once = tried(text, { count: 3_000, seed: 1 });
    expect(tried(text, { count: 3_000, seed: 1 })).toEqual(once);
  });

  test("finds what is forbidden and permitted without order in a sample, as an error", () => {
    const unordered = text.replace("    unless: [exempt]\n", "");
    const found = tried(unordered, { count: 3_000, seed: 1 });
    expect(found).toContainEqual(
      expect.objectContaining({ code: "T303", severity: "error" }) as unknown,
    );
  });
});

describe("drawing", () => {
  test("keeps the order of values and draws as many as asked for", () => {
    const values = [...Array(100).keys()];
    const drawn = drawnFrom(values, 17, randomOf(3));
    expect(drawn).toHaveLength(17);
    expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
    expect(drawnFrom(values, 17, randomOf(4))).not.toEqual(drawn);
    expect(drawnFrom(values, 1000, randomOf(3))).toEqual(values);
  });

  test("never makes a dimension empty, and brings the product under the count", () => {
    const quotas = quotasOf({ a: 1000, b: 3, c: 40 }, 10);
    expect(quotas.a * quotas.b * quotas.c).toBeLessThanOrEqual(10);
    expect(Math.min(...Object.values(quotas))).toBe(1);
  });

  test("gives different ways only, the plain ones first", () => {
    const names = ["x", "y", "z"];
    const ways = drawnWays(names, [false, true], { count: 4, random: randomOf(1) });
    expect(ways.slice(0, 3)).toEqual([
      { x: false, y: false, z: false },
      { x: true, y: true, z: true },
      { x: true, y: false, z: false },
    ]);
    const all = drawnWays(names, [false, true], { count: 100, random: randomOf(1) });
    expect(new Set(all.map((way) => JSON.stringify(way))).size).toBe(all.length);
  });
});
