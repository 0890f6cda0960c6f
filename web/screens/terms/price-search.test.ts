// From a comparison of words to the figures on record: only where Price can compare the two.
import { expect, test } from "vitest";
import { priceSearch } from "./price-search.ts";

test.each([
  ["energy/UA", "energy/RU", { r: "energy/RU,energy/UA" }],
  ["energy/RU", "black-sea/RU", { r: "black-sea/RU,energy/RU" }],
  ["energy/scope=b", "energy/scope=a", { q: "energy/scope", r: "energy/scope=a,energy/scope=b" }],
  ["energy/scope=a", "energy/start=b", null],
  ["energy/scope=a", "energy/RU", null],
  ["energy/RU", "energy/RU", null],
  ["energy", "black-sea", null],
  ["energy@2025-03-18/RU", "energy/RU", null],
] as const)("%s and %s", (a, b, search) => {
  expect(priceSearch(a, b)).toEqual(search);
});
