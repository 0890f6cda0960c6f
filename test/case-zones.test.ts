// The shipped zones of the real case: sound outlines with their sources, and in them the places that everyone knows.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Position } from "../src/model/place.ts";
import { areaHolds } from "../src/geo/area.ts";
import { readAreas } from "../src/geo/geojson.ts";
import type { AreaFeature, AreaFile } from "../src/geo/geojson.ts";
import { relate } from "../src/geo/relation.ts";
import { REAL_CASE } from "./kit/real-case.ts";

const BOX = { west: 20, south: 40, east: 60, north: 62 };
const [blackSea, regions] = ["black-sea", "regions"].map(readZones);

function readZones(name: string): AreaFile & { readonly bytes: number } {
  const path = new URL(`../${REAL_CASE}/zones/${name}.geojson`, import.meta.url);
  const text = readFileSync(path, "utf8");
  return { ...readAreas(text, name, BOX), bytes: Buffer.byteLength(text) };
}

function found(file: AreaFile | undefined, id: string): AreaFeature {
  const feature = file?.features.find((one) => one.id === id);
  if (feature === undefined) throw new Error(`no feature ${id}`);
  return feature;
}

test.each([
  [blackSea, 1, 20_000],
  [regions, 41, 250_000],
])(
  "a zone file has no problem, says its source, licence and recipe, and stays small",
  (file, count, bytes) => {
    expect(file?.problems).toEqual([]);
    expect(file?.features).toHaveLength(count);
    expect(file?.bytes).toBeLessThanOrEqual(bytes);
    expect(Object.keys(file?.members ?? {}).sort()).toEqual(["licence", "recipe", "source"]);
  },
);

test.each([...(blackSea?.features ?? []), ...(regions?.features ?? [])])(
  "$id has its own source, licence, tolerance and names, and a hull says that it is approximate",
  ({ area, properties }) => {
    expect(area.toleranceMeters).toBeGreaterThan(0);
    expect(properties["approximate"]).toBe(properties["country"] === "Russia");
    expect(properties["source"]).toMatch(/GeoNames|Natural Earth|geoBoundaries/);
    expect(properties["licence"]).toMatch(/^(CC BY 4\.0|public domain)$/);
    expect(JSON.stringify(properties["names"])).toMatch(
      /^\{"uk":"\p{sc=Cyrl}.*","ru":"\p{sc=Cyrl}.*"\}$/u,
    );
  },
);

describe("the regions", () => {
  test.each<[string, string, Position]>([
    ["Sumy", "sumy-oblast", [34.798, 50.908]],
    ["Kyiv", "kyiv-city", [30.523, 50.45]],
    ["Fastiv", "kyiv-oblast", [29.92, 50.078]],
    ["Slavutych, an enclave in Chernihiv Oblast,", "kyiv-oblast", [30.757, 51.522]],
    ["Simferopol", "crimea", [34.102, 44.952]],
    ["the port of Sevastopol", "sevastopol", [33.525, 44.617]],
    ["Kavkazskaya", "krasnodar-krai", [40.674, 45.443]],
    ["Sudzha", "kursk-oblast", [35.272, 51.198]],
    ["Yelabuga", "republic-of-tatarstan", [52.044, 55.762]],
    ["Kapotnya", "moscow", [37.793, 55.638]],
  ])("%s lies in %s", (_, id, position) => {
    expect(areaHolds(found(regions, id).area, position)).toBe(true);
  });

  test("Kyiv is no part of Kyiv Oblast, nor Slavutych of Chernihiv Oblast, nor Sevastopol of Crimea", () => {
    expect(areaHolds(found(regions, "kyiv-oblast").area, [30.523, 50.45])).toBe(false);
    expect(areaHolds(found(regions, "chernihiv-oblast").area, [30.757, 51.522])).toBe(false);
    expect(areaHolds(found(regions, "crimea").area, [33.525, 44.617])).toBe(false);
  });

  test("only those with a coast on it may reach into the Black Sea", () => {
    const sea = found(blackSea, "black-sea").area;
    const relations = (regions?.features ?? []).map(
      ({ id, area }) => [id, relate(area, sea)] as const,
    );
    expect(relations.filter(([, relation]) => relation !== "outside")).toEqual(
      [
        "crimea",
        "kherson-oblast",
        "krasnodar-krai",
        "mykolaiv-oblast",
        "odesa-oblast",
        "sevastopol",
      ].map((id) => [id, "possible"]),
    );
  });
});

describe("the Black Sea", () => {
  const sea = found(blackSea, "black-sea").area;

  test.each<[string, Position, number, string]>([
    ["its middle", [34, 43.5], 20_000, "inside"],
    ["Snake Island", [30.204, 45.255], 10_000, "inside"],
    ["the Sea of Azov", [36.5, 46], 10_000, "outside"],
    ["Odesa sea port, on a coast that is drawn to 2 km,", [30.737, 46.501], 3_000, "possible"],
    ["Kropyvnytskyi", [32.266, 48.508], 8_000, "outside"],
  ])("%s", (_, center, radiusMeters, relation) => {
    expect(relate({ kind: "disc", center, radiusMeters }, sea)).toBe(relation);
  });
});
