// Drawings by what is drawn, however often a text that draws them is read.
import { expect, test } from "vitest";
import type { Area, Ring } from "../model/place.ts";
import { sameDrawing } from "./drawings.ts";

function square(size: number, toleranceMeters?: number): Area {
  const corners: Ring = [
    [30, 50],
    [30 + size, 50],
    [30 + size, 50 + size],
    [30, 50 + size],
    [30, 50],
  ];
  const area = { kind: "area" as const, polygons: [[corners]] };
  return toleranceMeters === undefined ? area : { ...area, toleranceMeters };
}

test("two areas that draw the same are one, and one corner or the tolerance makes another", () => {
  const first = square(1);
  expect(sameDrawing(first)).toBe(first);
  expect(sameDrawing(square(1))).toBe(first);
  expect(sameDrawing(square(2))).not.toBe(first);
  expect(sameDrawing(square(1, 500))).not.toBe(first);
  expect(sameDrawing(square(1, 500))).toEqual(square(1, 500));
});
