// When a map shows marks and when cells, and that cells lose nobody: their bounds add up to what they count.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellText, cellsOf, drawingOf, onePlace } from "./density.ts";
import type { Bounds } from "../../ground/ground.ts";
import type { MapMark } from "./map-view.ts";
import { inverseMercator, mercator } from "./projection.ts";

const WINDOW: Bounds = [20, 40, 50, 60];
/** About a country in 600 pixels. */
const FAR = 0.05;

function mark(more: Partial<MapMark> & { readonly id: string }): MapMark {
  return { at: [34.8, 50.9], mark: "violation", radiusMeters: 1000, counts: "surely", ...more };
}

/** `count` marks in a row, `step` degrees apart, none of them one place with another. */
function row(count: number, step: number, more: Partial<MapMark> = {}): readonly MapMark[] {
  return Array.from({ length: count }, (_, i) =>
    mark({ id: `inc-${String(i).padStart(5, "0")}`, at: [30 + i * step, 50], ...more }),
  );
}

describe("a map", () => {
  test("shows marks while the busiest square holds at most 14, and cells from 15", () => {
    const options = { degreesAPixel: FAR, window: WINDOW };
    expect(drawingOf(row(14, 0.03), options).kind).toBe("marks");
    expect(drawingOf(row(15, 0.03), options).kind).toBe("cells");
  });

  test("that shows cells keeps them until the busiest square holds at most 12", () => {
    const options = { degreesAPixel: FAR, window: WINDOW, before: "cells" } as const;
    expect(drawingOf(row(13, 0.03), options).kind).toBe("cells");
    expect(drawingOf(row(12, 0.03), options).kind).toBe("marks");
  });

  test("shows cells for more than 2,000 marks in view, however far apart, and marks for what is out of view", () => {
    const spread = row(2001, 0.025);
    const close = { degreesAPixel: 0.001, window: [29, 40, 81, 60] as Bounds };
    expect(drawingOf(spread, close).kind).toBe("cells");
    expect(drawingOf(spread, { ...close, window: [29, 40, 40, 60] }).kind).toBe("marks");
  });

  test("never draws a point for what is known to no better than 25 km", () => {
    const marks = [
      mark({ id: "a", radiusMeters: 25_001 }),
      mark({ id: "b", radiusMeters: 25_000 }),
    ];
    const drawing = drawingOf(marks, { degreesAPixel: FAR, window: WINDOW });
    expect(drawing.kind === "marks" ? drawing.marks.map(({ ids }) => ids) : []).toEqual([["b"]]);
    const many = row(40, 0.01, { radiusMeters: 25_001 });
    expect(drawingOf(many, { degreesAPixel: FAR, window: WINDOW })).toEqual({
      kind: "marks",
      marks: [],
    });
  });
});

describe("one place", () => {
  test("is one mark with all its incidents, and tells no verdict where they differ", () => {
    const [first, second] = onePlace([
      mark({ id: "c", at: [34.801, 50.905], mark: "differ" }),
      mark({ id: "a" }),
      mark({ id: "b", at: [36, 50] }),
    ]);
    expect(first).toEqual({ id: "a", ids: ["a", "c"], at: [34.8, 50.9], mark: "place" });
    expect(second?.mark).toBe("violation");
  });

  test("keeps every incident, whatever the order", () => {
    const near = fc.record({
      lon: fc.double({ min: 30, max: 30.1, noNaN: true }),
      lat: fc.double({ min: 50, max: 50.1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(near, { maxLength: 40 }), (places) => {
        const marks = places.map(({ lon, lat }, i) => mark({ id: `i${i}`, at: [lon, lat] }));
        const ids = onePlace(marks).flatMap((one) => one.ids);
        expect(ids.toSorted()).toEqual(marks.map(({ id }) => id).toSorted());
        expect(onePlace(marks.toReversed())).toEqual(onePlace(marks));
      }),
    );
  });
});

const COUNTS = ["surely", "possibly", "none"] as const;
const ANYWHERE = fc.record({
  lon: fc.double({ min: 20, max: 50, noNaN: true }),
  lat: fc.double({ min: 40, max: 60, noNaN: true }),
  counts: fc.constantFrom(...COUNTS),
});

describe("cells", () => {
  test("add up: at least to what surely counts, at most to what may", () => {
    fc.assert(
      fc.property(fc.array(ANYWHERE, { maxLength: 200 }), (places) => {
        const marks = places.map(({ lon, lat, counts }, i) =>
          mark({ id: `i${i}`, at: [lon, lat], counts }),
        );
        const cells = cellsOf(marks, FAR);
        const sum = (key: "atLeast" | "atMost") => cells.reduce((all, one) => all + one[key], 0);
        const surely = marks.filter(({ counts }) => counts === "surely").length;
        const possibly = marks.filter(({ counts }) => counts === "possibly").length;
        expect(sum("atLeast")).toBe(surely);
        expect(sum("atMost")).toBe(surely + possibly);
        expect(cells.every(({ atLeast, atMost }) => atLeast <= atMost && atMost > 0)).toBe(true);
      }),
    );
  });

  test("have areas in proportion to their counts, and none is wider than its square", () => {
    const cells = cellsOf(
      [...row(9, 0.001), mark({ id: "z", at: [40, 50], counts: "possibly" })],
      FAR,
    );
    const [many, one] = cells.toSorted((a, b) => b.atMost - a.atMost);
    expect(many?.mostRadius).toBe(15);
    expect(one?.mostRadius).toBeCloseTo(5, 10);
    expect([one?.leastRadius, one?.atLeast]).toEqual([0, 0]);
  });

  test("bear a number only where it fits", () => {
    const [cell] = cellsOf(row(9, 0.001), FAR);
    if (cell === undefined) throw new Error("there is a cell");
    expect(cellText(cell)).toBe("9");
    expect(cellText({ ...cell, mostRadius: 11 })).toBe("");
    expect(cellText({ ...cell, atLeast: 3 })).toBe("3–9");
    expect(cellText({ ...cell, atLeast: 100, atMost: 1000, mostRadius: 15 })).toBe("");
  });

  test("lie in the middle of the square that holds their marks", () => {
    for (const { at } of cellsOf(row(30, 0.7), FAR)) {
      const [x, y] = mercator(at);
      expect((x / (32 * FAR)) % 1).toBeCloseTo(0.5, 6);
      expect((y / (32 * FAR)) % 1).toBeCloseTo(0.5, 6);
      expect(Math.abs(inverseMercator(mercator(at))[1] - at[1])).toBeLessThan(1e-9);
    }
  });
});
