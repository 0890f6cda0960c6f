// The ground tells no country: lines by policy, Crimea and the east on Ukraine's side of the recognised ones, no polygon of a country.
import { describe, expect, test } from "vitest";
import type { Position } from "../../src/model/place.ts";
import { CITIES } from "./cities.ts";
import { GROUND_BOX, borderLines, isOnGround, landRings } from "./ground.ts";
import land from "./land.json?raw";
import lines from "./lines.json?raw";

const KYIV: Position = [30.52, 50.45];
const recognised = borderLines("recognised");
const claims = borderLines("claims");

/** Straight ways to or from a place that cross lines, each an odd or an even number of times. */
describe("a straight way from Kyiv crosses the recognised lines", () => {
  test.each([
    ["Simferopol", [34.11, 44.96]],
    ["Sevastopol", [33.52, 44.61]],
    ["Kerch", [36.48, 45.36]],
    ["Donetsk", [37.8, 48.02]],
    ["Luhansk", [39.31, 48.57]],
    ["Mariupol", [37.54, 47.1]],
    ["Kherson", [32.61, 46.64]],
    ["Zaporizhzhia", [35.12, 47.85]],
    ["Lviv", [24.02, 49.84]],
  ] as const)("an even number of times on the way to %s", (_, at) => {
    expect(crossings(KYIV, at, recognised) % 2).toBe(0);
  });

  test.each([
    ["Moscow", [37.62, 55.75]],
    ["Belgorod", [36.58, 50.6]],
    ["Kursk", [36.18, 51.73]],
    ["Rostov-on-Don", [39.71, 47.24]],
    ["Voronezh", [39.19, 51.67]],
    ["Minsk", [27.57, 53.9]],
    ["Tiraspol, in Moldova", [29.6, 46.84]],
  ] as const)("an odd number of times on the way to %s", (_, at) => {
    expect(crossings(KYIV, at, recognised) % 2).toBe(1);
  });
});

describe("the policies", () => {
  test("draw no line, international ones, or these and every claimed one", () => {
    expect(borderLines("none")).toEqual([]);
    expect(recognised.length).toBeGreaterThan(40);
    expect(recognised.filter(({ claimant }) => claimant !== null)).toEqual([]);
    expect(claims.filter(({ claimant }) => claimant === null)).toEqual(recognised);
    const claimants = new Set(claims.flatMap(({ claimant }) => claimant ?? []));
    expect([...claimants].sort()).toEqual([
      "Abkhazia",
      "Kosovo",
      "Russia",
      "South Ossetia",
      "Transnistria",
    ]);
  });

  test("a claimed line names who claims it, since when, and whose outline it is", () => {
    for (const { claimant, since, source } of claims.filter(({ kind }) => kind === "claimed")) {
      expect(claimant).not.toBe("");
      expect(since).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).toMatch(/Natural Earth|geoBoundaries/);
    }
  });

  test("a claim to Crimea is a line across the isthmus, drawn by `claims` alone", () => {
    const way = [
      [33.75, 46.1],
      [33.75, 46.3],
    ] as const;
    expect(crossings(way[0], way[1], recognised)).toBe(0);
    expect(crossings(way[0], way[1], claims)).toBeGreaterThan(0);
  });
});

test("no claimed line of a region runs out to sea", () => {
  const regions = claims.filter(({ id }) => id.endsWith("-claim"));
  expect(regions.length).toBeGreaterThan(3);
  const wet = regions.flatMap(({ line }) => line).filter((at) => !isLand(at));
  expect(wet.length).toBeLessThanOrEqual(8);
});

describe("what is shipped", () => {
  test("is land in one piece for all countries, and lines that enclose no more than an enclave", () => {
    const [main] = [...landRings()].sort((a, b) => b.length - a.length);
    for (const city of ["Kyiv", "Moscow", "Minsk", "Simferopol", "Chisinau"]) {
      const at = CITIES.find(({ names }) => names.en === city)?.at ?? KYIV;
      expect(isIn(at, main ?? []), city).toBe(true);
    }
    for (const { id, line } of claims) {
      expect(line.length, id).toBeGreaterThan(1);
      const isClosed = String(line[0]) === String(line.at(-1));
      if (isClosed) expect(areaOf(line), id).toBeLessThan(0.1);
    }
    expect(`${land}${lines}`).not.toMatch(/polygon|Crimea|country/i);
  });

  test("lies in its box, and reaches beyond what maps show", () => {
    const [west, south, east, north] = GROUND_BOX;
    for (const [lon, lat] of [...landRings(), ...claims.map(({ line }) => line)].flat()) {
      expect(lon >= west && lon <= east && lat >= south && lat <= north).toBe(true);
    }
    expect(isOnGround([29, 44, 41, 53])).toBe(true);
    expect(isOnGround([-1, 44, 41, 53])).toBe(false);
  });

  test("has the inland sea as water and the cities on land", () => {
    expect(isLand([51, 42])).toBe(false);
    expect(isLand([34, 43.5])).toBe(false);
    const wet = CITIES.filter(({ at }) => !isLand(at)).map(({ names }) => names.en);
    expect(wet).toEqual([]);
  });
});

function crossings(
  a: Position,
  b: Position,
  lines: readonly { readonly line: readonly Position[] }[],
) {
  return lines.reduce(
    (sum, { line }) =>
      sum + line.slice(1).filter((to, i) => isCrossing([a, b], [line[i] ?? to, to])).length,
    0,
  );
}

/** Square degrees. */
function areaOf(ring: readonly Position[]): number {
  const doubled = ring.slice(1).reduce((sum, [lon, lat], i) => {
    const [x, y] = ring[i] ?? [lon, lat];
    return sum + x * lat - lon * y;
  }, 0);
  return Math.abs(doubled) / 2;
}

type Stretch = readonly [Position, Position];

function isCrossing([a, b]: Stretch, [c, d]: Stretch): boolean {
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

function side([ax, ay]: Position, [bx, by]: Position, [x, y]: Position): boolean {
  return (bx - ax) * (y - ay) > (by - ay) * (x - ax);
}

function isLand(at: Position): boolean {
  return landRings().filter((ring) => isIn(at, ring)).length % 2 === 1;
}

function isIn([x, y]: Position, ring: readonly Position[]): boolean {
  return ring.reduce((inside, [x1, y1], i) => {
    const [x2, y2] = ring.at(i - 1) ?? [x1, y1];
    const crosses = y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1;
    return crosses ? !inside : inside;
  }, false);
}
