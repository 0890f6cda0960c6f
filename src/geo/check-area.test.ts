// Faults of drawn areas, one of each sort, and that the sweep finds what comparing all pairs finds.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Polygon, Position, Ring } from "../model/place.ts";
import { checkArea } from "./check-area.ts";

const SQUARE: Ring = [
  [30, 45],
  [34, 45],
  [34, 47],
  [30, 47],
  [30, 45],
];
const HOLE: Ring = [
  [31, 45.5],
  [31, 46],
  [32, 46],
  [32, 45.5],
  [31, 45.5],
];
const COUNTRY = { west: 22, south: 44, east: 41, north: 53 };

function faults(...polygons: readonly Polygon[]): readonly string[] {
  const context = { what: "zone", at: null, box: COUNTRY };
  return checkArea({ kind: "area", polygons }, context).map(({ message }) => message);
}

function moved(ring: Ring, lon: number, lat: number): Ring {
  return ring.map(([x, y]): Position => [x + lon, y + lat]);
}

describe("an area is refused, with ring and position, when", () => {
  test.each<[string, readonly Polygon[], readonly string[]]>([
    ["it is empty", [], ["zone has no polygon"]],
    ["a polygon has no ring", [[]], ["zone polygon 1: has no ring"]],
    ["a ring has no position", [[[]]], ["zone polygon 1, outer ring: has no position"]],
    [
      "a ring is open",
      [[SQUARE.slice(0, 4)]],
      ["zone polygon 1, outer ring: is not closed: starts at 30, 45, ends at 30, 47"],
    ],
    [
      "a ring is too short",
      [
        [
          [
            [30, 45],
            [34, 45],
            [30, 45],
          ],
        ],
      ],
      ["zone polygon 1, outer ring: has 3 positions, expected at least 4"],
    ],
    [
      "a position is repeated",
      [[[...SQUARE.slice(0, 2), ...SQUARE.slice(1)]]],
      ["zone polygon 1, outer ring: positions 2 and 3 are the same"],
    ],
    [
      "the outer ring runs clockwise",
      [[SQUARE.toReversed()]],
      ["zone polygon 1, outer ring: runs clockwise, expected counter-clockwise (RFC 7946)"],
    ],
    [
      "a hole runs counter-clockwise",
      [[SQUARE, HOLE.toReversed()]],
      ["zone polygon 1, hole 1: runs counter-clockwise, expected clockwise (RFC 7946)"],
    ],
    [
      "a ring crosses itself",
      [
        [
          [
            [30, 45],
            [34, 45],
            [34, 47],
            [31, 44.5],
            [30, 45],
          ],
        ],
      ],
      ["zone polygon 1, outer ring: edge 1 meets edge 3 at 31.6, 45"],
    ],
    [
      "a ring touches itself",
      [
        [
          [
            [30, 45],
            [34, 45],
            [34, 47],
            [32, 45],
            [30, 47],
            [30, 45],
          ],
        ],
      ],
      [
        "zone polygon 1, outer ring: edge 1 meets edge 4 at 32, 45",
        "zone polygon 1, outer ring: edge 1 meets edge 3 at 32, 45",
      ],
    ],
    [
      "a ring runs back over itself",
      [
        [
          [
            [30, 45],
            [34, 45],
            [34, 47],
            [34, 49],
            [34, 47],
            [30, 47],
            [30, 45],
          ],
        ],
      ],
      [
        "zone polygon 1, outer ring: edge 2 meets edge 5 at 34, 47",
        "zone polygon 1, outer ring: edge 3 meets edge 5 at 34, 47",
        "zone polygon 1, outer ring: edge 2 meets edge 4 at 34, 47",
        "zone polygon 1, outer ring: edge 3 meets edge 4 at 34, 49",
      ],
    ],
    [
      "a hole crosses the outer ring",
      [[SQUARE, moved(HOLE, -1.5, 0)]],
      [
        "zone polygon 1, outer ring: edge 4 meets edge 2 of polygon 1, hole 1 at 30, 46",
        "zone polygon 1, outer ring: edge 4 meets edge 4 of polygon 1, hole 1 at 30, 45.5",
      ],
    ],
    [
      "a hole lies outside",
      [[SQUARE, moved(HOLE, 5, 0)]],
      ["zone polygon 1, hole 1: lies outside its outer ring at 36, 45.5"],
    ],
    [
      "a hole lies in a hole",
      [
        [
          SQUARE,
          HOLE,
          HOLE.map(([x, y]): Position => [31.5 + (x - 31.5) / 2, 45.75 + (y - 45.75) / 2]),
        ],
      ],
      ["zone polygon 1, hole 2: lies in hole 1 at 31.25, 45.625"],
    ],
    [
      "a position is off the Earth",
      [
        [
          [
            [30, 45],
            [340, 45],
            [34, 47],
            [30, 47],
            [30, 45],
          ],
        ],
      ],
      [
        "zone polygon 1, outer ring: position 2 is out of range: 340, 45; expected longitude -180 to 180, latitude -90 to 90",
        "zone polygon 1, outer ring: edge 1 jumps over the antimeridian; split the area at longitude 180",
      ],
    ],
    [
      "longitude and latitude were exchanged",
      [[SQUARE.map(([lon, lat]): Position => [lat, lon]).toReversed()]],
      [
        "zone polygon 1, outer ring: longitude and latitude are likely swapped: 45, 30 is not in the case's box",
      ],
    ],
    [
      "they were exchanged beyond 90 degrees of longitude",
      [
        [
          [
            [10, 120],
            [10, 121],
            [11, 121],
            [10, 120],
          ],
        ],
      ],
      [
        "zone polygon 1, outer ring: position 1 is out of range: 10, 120; expected longitude -180 to 180, latitude -90 to 90; longitude and latitude are likely swapped",
        "zone polygon 1, outer ring: runs clockwise, expected counter-clockwise (RFC 7946)",
      ],
    ],
  ])("%s", (_, polygons, expected) => {
    expect(faults(...polygons)).toEqual(expected);
  });

  test("several rings are wrong, all of them are told at once", () => {
    const told = faults([SQUARE.toReversed(), moved(HOLE, 5, 0)], [SQUARE.slice(0, 3)]);
    expect(told).toHaveLength(4);
  });
});

test("a square with a hole, and an area of two parts, are sound", () => {
  expect(faults([SQUARE, HOLE])).toEqual([]);
  expect(faults([SQUARE], [moved(SQUARE, 5, 0)])).toEqual([]);
});

test("a region elsewhere is not called swapped: only what lies in the box once exchanged is", () => {
  expect(faults([moved(SQUARE, 60, -20)])).toEqual([]);
});

test("many crossings are shown up to five, then counted", () => {
  const zigzag = Array.from({ length: 20 }, (_, i): Position => [
    30 + i / 10,
    i % 2 === 0 ? 45 : 46,
  ]);
  const told = faults([[...zigzag, [32, 45.5], [29.9, 45.5], [30, 45]]]);
  expect(told.filter((fault) => fault.includes("meets"))).toHaveLength(5);
  expect(told.at(-1)).toMatch(/crosses itself at \d+ more points/);
});

test("crossings are found exactly where comparing every pair of edges finds one", () => {
  const anyPosition = fc.tuple(fc.integer({ min: 23, max: 40 }), fc.integer({ min: 45, max: 52 }));
  fc.assert(
    fc.property(
      fc.uniqueArray(anyPosition, { selector: String, minLength: 4, maxLength: 9 }),
      (corners) => {
        const ring: Ring = [...corners, ...corners.slice(0, 1)];
        const told = faults([ring]).some((fault) => fault.includes("meets"));
        expect(told).toBe(crossesItself(ring));
      },
    ),
    { numRuns: 2000 },
  );

  /** Exact on small integers: any two edges that are not neighbours share a point, or neighbours more than their corner. */
  function crossesItself(ring: Ring): boolean {
    const n = ring.length - 1;
    const at = (i: number): Position => ring[i % n] ?? [0, 0];
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) {
        const [a, b, c, d] = [at(i), at(i + 1), at(j), at(j + 1)];
        if (
          j === i + 1
            ? doublesBack(a, b, d)
            : j === i + n - 1
              ? doublesBack(c, a, b)
              : meet(a, b, c, d)
        ) {
          return true;
        }
      }
    }
    return false;
  }

  function doublesBack(a: Position, b: Position, c: Position): boolean {
    return turn(a, b, c) === 0 && (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) < 0;
  }

  function meet(a: Position, b: Position, c: Position, d: Position): boolean {
    const strict = turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
    return strict || on(a, b, c) || on(a, b, d) || on(c, d, a) || on(c, d, b);
  }

  function on(a: Position, b: Position, p: Position): boolean {
    const within = (i: 0 | 1): boolean =>
      Math.min(a[i], b[i]) <= p[i] && p[i] <= Math.max(a[i], b[i]);
    return turn(a, b, p) === 0 && within(0) && within(1);
  }

  function turn(a: Position, b: Position, c: Position): number {
    return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  }
});
