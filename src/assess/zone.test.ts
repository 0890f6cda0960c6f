// Where a text holds: inside, outside, and what cannot be said (TERMS 2.5).
import { describe, expect, test } from "vitest";
import { incident, input, text } from "../../test/kit/makers.ts";
import type { IncidentSpec } from "../../test/kit/makers.ts";
import { assessCase } from "./assess.ts";

const BOX =
  "{geometry: {type: Polygon, coordinates: [[[30, 45], [31, 45], [31, 46], [30, 46], [30, 45]]]}}";

function verdict(where: string, spec: Omit<IncidentSpec, "at">): string {
  const instrument = text(`
truceline: terms/1
id: box
title: A box
parties: [RU, UA]
zones: {box: ${BOX}}
clauses:
  rule: {effect: prohibit, by: [RU, UA], act: use-of-force, where: ${where}, source: src-1}
readings: {text: {}}
`);
  const one = incident({ at: "2025-03-20T12:00Z", ...spec });
  const [row] = assessCase(input([instrument], { incidents: [one] })).rows;
  const found = [...(row?.verdicts.values() ?? [])][0];
  return `${found?.verdict ?? ""} ${found?.cause ?? found?.reasons.join() ?? ""}`.trim();
}

const inside = { kind: "disc" as const, center: [30.5, 45.5] as const, radiusMeters: 1000 };
const outside = { kind: "disc" as const, center: [33, 45.5] as const, radiusMeters: 1000 };
const border = { kind: "disc" as const, center: [31, 45.5] as const, radiusMeters: 1000 };

describe("a text that holds in a zone", () => {
  test("covers what surely lies in it", () =>
    expect(verdict("{target: box}", { target: inside })).toBe("violation"));
  test("does not cover what surely lies outside", () =>
    expect(verdict("{target: box}", { target: outside })).toBe("not-covered zone"));
  test("cannot say of what may lie on either side of the border", () =>
    expect(verdict("{target: box}", { target: border })).toBe("undetermined facts"));
  test("cannot say of a place that nobody knows", () =>
    expect(verdict("{target: box}", {})).toBe("undetermined facts"));
});

test("outside a zone is the opposite of in it", () => {
  expect(verdict("{outside: box}", { target: inside })).toBe("not-covered zone");
  expect(verdict("{outside: box}", { target: outside })).toBe("violation");
});

test("either end in the zone is enough, and both must be known to lie outside to be sure", () => {
  expect(verdict("{either: box}", { target: outside, origin: inside })).toBe("violation");
  expect(verdict("{either: box}", { target: outside, origin: outside })).toBe("not-covered zone");
  expect(verdict("{either: box}", { target: outside })).toBe("undetermined facts");
});
