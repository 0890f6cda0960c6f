// Discs and areas against zones: a table of cases, then laws by sampling points (ASSESS, Geometry).
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import type { Area, Disc, Polygon, Position, Ring } from "../model/place.ts";
import { UNKNOWN_EXTENT } from "../model/place.ts";
import { areaHolds } from "./area.ts";
import { checkArea } from "./check-area.ts";
import { destination, distanceMeters } from "./distance.ts";
import { relate } from "./relation.ts";

function disc(center: Position, radiusMeters: number): Disc {
  return { kind: "disc", center, radiusMeters };
}

function area(...polygons: readonly Polygon[]): Area {
  return { kind: "area", polygons };
}

/** Counter-clockwise; reversed it is a hole. */
function box(west: number, south: number, east: number, north: number): Ring {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
}

const zone = area([box(30, 45, 34, 47), box(31, 45.5, 32, 46).toReversed()], [box(36, 45, 37, 46)]);

describe("a disc", () => {
  test.each([
    ["well inside", disc([33, 46.5], 10_000), "inside"],
    ["inside the second part", disc([36.5, 45.5], 1_000), "inside"],
    ["in the hole", disc([31.5, 45.75], 1_000), "outside"],
    ["in the hole, reaching over its edge", disc([31.5, 45.75], 40_000), "possible"],
    ["between the parts", disc([35, 45.5], 1_000), "outside"],
    ["over both parts", disc([35, 45.5], 300_000), "possible"],
    ["of no radius on the outline", disc([30, 46], 0), "possible"],
    ["of no radius on a corner", disc([37, 46], 0), "possible"],
    ["as large as the Earth", disc([33, 46.5], 3e7), "possible"],
    ["of unbounded radius", disc([33, 46.5], Infinity), "possible"],
    ["far away", disc([-100, -45], 1_000_000), "outside"],
  ] as const)("%s", (_, place, relation) => {
    expect(relate(place, zone)).toBe(relation);
  });

  test("turns possible at the radius that reaches the outline, to half a metre", () => {
    const center: Position = [29.9, 46];
    const reach = distanceMeters(center, [30, 46]);
    expect(relate(disc(center, reach - 0.5), zone)).toBe("outside");
    expect(relate(disc(center, reach + 0.01), zone)).toBe("possible");
  });

  test("beside a long edge is measured to the edge as drawn, straight in degrees, not to the great circle", () => {
    const wide = area([box(20, 50, 40, 52)]);
    expect(relate(disc([30, 49.9], 11_000), wide)).toBe("outside");
    expect(relate(disc([30, 50.1], 11_000), wide)).toBe("inside");
  });

  test("a radius below zero or not a number is a broken promise", () => {
    expect(() => relate(disc([33, 46], -1), zone)).toThrow(RangeError);
    expect(() => relate(disc([33, 46], Number.NaN), zone)).toThrow(RangeError);
  });

  test("near an outline drawn to 2 km is possible where an exact one excludes it", () => {
    const place = disc([29.97, 46], 1_000);
    expect(relate(place, zone)).toBe("outside");
    expect(relate(place, { ...zone, toleranceMeters: 2000 })).toBe("possible");
  });
});

describe("an area", () => {
  test.each([
    ["within", area([box(32.5, 45.2, 33.5, 46)]), "inside"],
    [
      "of two parts, each in a part",
      area([box(33, 46, 33.5, 46.5)], [box(36.1, 45.1, 36.2, 45.2)]),
      "inside",
    ],
    [
      "of two parts, one of them outside",
      area([box(33, 46, 33.5, 46.5)], [box(40, 45, 41, 46)]),
      "possible",
    ],
    ["around the hole", area([box(30.5, 45.2, 32.5, 46.5)]), "possible"],
    ["in the hole", area([box(31.2, 45.6, 31.8, 45.9)]), "outside"],
    ["around the whole zone", area([box(20, 40, 50, 55)]), "possible"],
    [
      "with the zone in its own hole",
      area([box(20, 40, 50, 55), box(29, 44, 38, 48).toReversed()]),
      "outside",
    ],
    ["across the outline", area([box(29, 45.2, 30.5, 45.4)]), "possible"],
    ["beside it, sharing an edge", area([box(29, 45, 30, 47)]), "possible"],
    ["equal to it", zone, "possible"],
    ["apart", area([box(38, 45, 39, 46)]), "outside"],
    ["with no polygon", area(), "possible"],
  ] as const)("%s", (_, place, relation) => {
    expect(relate(place, zone)).toBe(relation);
  });

  test("within the tolerance of an outline is possible, beyond it is not", () => {
    const place = area([box(29, 45.2, 29.9, 46)]);
    expect(relate(place, { ...zone, toleranceMeters: 5_000 })).toBe("outside");
    expect(relate(place, { ...zone, toleranceMeters: 9_000 })).toBe("possible");
    expect(relate({ ...place, toleranceMeters: 9_000 }, zone)).toBe("possible");
  });
});

test("an unknown place may be anywhere, and a zone without polygons says nothing", () => {
  expect(relate(UNKNOWN_EXTENT, zone)).toBe("possible");
  expect(relate(disc([0, 0], 1), area())).toBe("possible");
});

describe("the antimeridian", () => {
  const bering = area([box(178, 60, 180, 65)], [box(-180, 60, -178, 65)]);

  test("a zone split at 180 degrees judges both its sides", () => {
    expect(relate(disc([179, 62], 10_000), bering)).toBe("inside");
    expect(relate(disc([-179, 62], 10_000), bering)).toBe("inside");
    expect(relate(disc([177, 62], 10_000), bering)).toBe("outside");
    expect(relate(disc([179.99, 62], 10_000), bering)).toBe("possible");
  });

  test("a disc that reaches over it touches a zone on the other side", () => {
    const east = area([box(-180, 60, -178, 65)]);
    expect(relate(disc([179.99, 62], 10_000), east)).toBe("possible");
    expect(relate(disc([179.5, 62], 10_000), east)).toBe("outside");
    expect(relate(area([box(178, 61, 180, 62)]), east)).toBe("possible");
  });

  test("a ring drawn across it is refused", () => {
    const ring: Ring = [
      [178, 60],
      [-178, 60],
      [-178, 65],
      [178, 65],
      [178, 60],
    ];
    const [problem] = checkArea(area([ring]), { what: "zone", at: null });
    expect(problem?.message).toContain("edge 1 jumps over the antimeridian");
  });
});

describe("laws, on random star-shaped zones with a hole", () => {
  /** Evenly, where fc.double prefers the ends. */
  function between(low: number, high: number): fc.Arbitrary<number> {
    return fc.integer({ min: 0, max: 1e6 }).map((n) => low + ((high - low) * n) / 1e6);
  }

  /** Rings around one centre: outer radii 0.5 to 1 degrees, hole 0.1 to 0.4. */
  const anyZone = fc
    .record({
      lon: between(-170, 170),
      lat: between(-75, 75),
      outer: fc.array(between(0.5, 1), {
        minLength: 5,
        maxLength: 24,
      }),
      hole: fc.array(between(0.1, 0.4), {
        minLength: 5,
        maxLength: 12,
      }),
    })
    .map(({ lon, lat, outer, hole }) => ({
      center: [lon, lat] as const,
      area: area([star([lon, lat], outer), star([lon, lat], hole).toReversed()]),
    }));
  const anyOffset = fc.tuple(between(-1.2, 1.2), between(-1.2, 1.2));
  const anyRadius = fc.oneof(between(0, 5_000), between(0, 90_000));
  const anyPlaceAndZone = fc
    .tuple(anyZone, anyOffset, anyRadius)
    .map(([{ center, area: zoneArea }, [dx, dy], radius]) => ({
      place: disc([center[0] + dx, center[1] + dy], radius),
      zoneArea,
    }));

  function star([lon, lat]: Position, radii: readonly number[]): Position[] {
    const corners = radii.map((radius, i): Position => {
      const angle = (i * 2 * Math.PI) / radii.length;
      return [lon + radius * Math.cos(angle), lat + radius * Math.sin(angle)];
    });
    return [...corners, ...corners.slice(0, 1)];
  }

  function samples({ center, radiusMeters }: Disc): readonly Position[] {
    const rim = Array.from({ length: 24 }, (_, i) => i * 15);
    return [0.3, 0.7, 1].flatMap((part) =>
      rim.map((bearing) => destination(center, bearing, radiusMeters * part)),
    );
  }

  test("the zones are valid, so that the laws below speak of something", () => {
    fc.assert(
      fc.property(anyZone, (one) => {
        expect(checkArea(one.area, { what: "zone", at: null })).toEqual([]);
      }),
    );
  });

  test("inside means every point of the disc is in the zone, outside that none is", () => {
    const seen = { inside: 0, outside: 0, possible: 0 };
    fc.assert(
      fc.property(anyPlaceAndZone, ({ place, zoneArea }) => {
        const relation = relate(place, zoneArea);
        seen[relation]++;
        if (relation === "possible") return;
        for (const point of [place.center, ...samples(place)]) {
          expect(areaHolds(zoneArea, point)).toBe(relation === "inside");
        }
      }),
      { numRuns: runs(24_000) },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  test("possible is not said lightly: a disc a metre larger has points on both sides", () => {
    fc.assert(
      fc.property(anyPlaceAndZone, fc.nat(1000), ({ place, zoneArea }, pick) => {
        const ring = zoneArea.polygons[0]?.[0] ?? [];
        const corner = ring[pick % ring.length] ?? [0, 0];
        const clear = { ...place, radiusMeters: 10 };
        const distance = distanceMeters(clear.center, corner);
        fc.pre(relate(clear, zoneArea) !== "possible" && distance > 12);
        expect(relate({ ...clear, radiusMeters: distance + 1 }, zoneArea)).toBe("possible");
      }),
    );
  });

  test("a growing radius or tolerance only ever turns an answer into possible", () => {
    const anyGrowth = between(0, 50_000);
    fc.assert(
      fc.property(anyPlaceAndZone, anyGrowth, ({ place, zoneArea }, growth) => {
        const before = relate(place, zoneArea);
        const larger = relate({ ...place, radiusMeters: place.radiusMeters + growth }, zoneArea);
        const looser = relate(place, { ...zoneArea, toleranceMeters: growth });
        expect([before, "possible"]).toContain(larger);
        expect([before, "possible"]).toContain(looser);
      }),
      { numRuns: runs(5000) },
    );
  });

  test("an area around a disc says the same as the disc or possible", () => {
    fc.assert(
      fc.property(anyPlaceAndZone, ({ place, zoneArea }) => {
        fc.pre(place.radiusMeters > 10);
        const ring = Array.from({ length: 24 }, (_, i) =>
          destination(place.center, 360 - i * 15, place.radiusMeters / Math.cos(Math.PI / 24) + 1),
        );
        const around = relate(area([[...ring, ...ring.slice(0, 1)]]), zoneArea);
        const expected = around === "possible" ? ["inside", "outside", "possible"] : [around];
        expect(expected).toContain(relate(place, zoneArea));
      }),
      { numRuns: runs(5000) },
    );
  });

  test("an area inside lies in the zone with every point of it, one outside with none", () => {
    const seen = { inside: 0, outside: 0, possible: 0 };
    fc.assert(
      fc.property(anyZone, anyOffset, between(0.01, 0.3), (one, offset, size) => {
        const [lon, lat] = [one.center[0] + offset[0], one.center[1] + offset[1]];
        const place = area([box(lon - size, lat - size / 2, lon + size, lat + size / 2)]);
        const relation = relate(place, one.area);
        seen[relation]++;
        if (relation === "possible") return;
        for (let i = 0; i <= 10; i++) {
          for (let j = 0; j <= 10; j++) {
            const point: Position = [lon - size + (size * i) / 5, lat - size / 2 + (size * j) / 10];
            expect(areaHolds(one.area, point)).toBe(relation === "inside");
          }
        }
      }),
      { numRuns: runs(24_000) },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });
});
