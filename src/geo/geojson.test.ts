// Zone files: what is read, what is refused at which line, and that no bytes throw.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAreas } from "./geojson.ts";
import { placeJson } from "./json-place.ts";

const SQUARE = [
  [
    [30, 45],
    [34, 45],
    [34, 47],
    [30, 47],
    [30, 45],
  ],
];

function feature(id: unknown, coordinates: unknown = SQUARE, properties: object = {}): object {
  return { type: "Feature", id, properties, geometry: { type: "Polygon", coordinates } };
}

function file(...features: readonly unknown[]): string {
  return JSON.stringify({ type: "FeatureCollection", source: "us", features }, null, 1);
}

function problems(text: string): readonly string[] {
  return readAreas(text, "zones/a.geojson").problems.map(
    ({ code, message, at }) => `${code} ${at?.line}:${at?.column} ${message}`,
  );
}

describe("a zone file", () => {
  test("gives its features with id, name, area and properties, and what it says of itself", () => {
    const read = readAreas(file(feature("sea", SQUARE, { name: "Sea", toleranceMeters: 5 })), "a");
    expect(read.problems).toEqual([]);
    expect(read.members).toEqual({ source: "us" });
    expect(read.features).toEqual([
      {
        id: "sea",
        name: "Sea",
        area: { kind: "area", polygons: [SQUARE], toleranceMeters: 5 },
        properties: { name: "Sea", toleranceMeters: 5 },
      },
    ]);
  });

  test("may hold multipolygons, heights, number ids, ids among the properties, and a byte order mark", () => {
    const high = SQUARE.map((ring) => ring.map((position) => [...position, 120]));
    const multi = { type: "MultiPolygon", coordinates: [high] };
    const features = [
      { type: "Feature", id: 7, properties: null, geometry: multi },
      { type: "Feature", properties: { id: "x" }, geometry: multi },
    ];
    const read = readAreas(`\uFEFF${file(...features)}`, "a");
    expect(read.problems).toEqual([]);
    expect(read.features.map(({ id, name }) => [id, name])).toEqual([
      ["7", "7"],
      ["x", "x"],
    ]);
    expect(read.features[0]?.area.polygons).toEqual([SQUARE]);
  });

  test("with broken JSON is told line, column and what was expected", () => {
    expect(problems('{"type": "FeatureCollection",\n "features": [}')).toEqual([
      'C105 2:15 not readable as JSON: expected a value; found "}"',
    ]);
    expect(problems('{\n"a": 1,\n}')).toEqual([
      'C105 3:1 not readable as JSON: expected a key in double quotes; found "}"',
    ]);
    expect(problems('{"type": "Feature')[0]).toContain(
      "1:10 not readable as JSON: expected a value",
    );
    expect(problems("")[0]).toContain("found the end of the text");
  });

  test.each([
    ["[]", "C105 1:1 expected a GeoJSON FeatureCollection"],
    ['{"type": "FeatureCollection"}', 'C102 1:1 the collection lacks a list "features"'],
    [
      '{"type": "FeatureCollection", "crs": {"properties": {"name": "EPSG:28404"}}, "features": []}',
      "T401 1:38 another coordinate system is named; expected longitude and latitude on WGS 84 (leave crs out)",
    ],
  ])("%s is refused", (text, expected) => {
    expect(problems(text)).toEqual([expected]);
  });

  test("tells all its problems at once, each at the line of its feature, and keeps the rest", () => {
    const text = file(
      feature("good"),
      feature("good"),
      feature(undefined),
      feature("no id!"),
      feature("bow", [
        [
          [30, 45],
          [34, 45],
          [34, 47],
          [31, 44.5],
          [30, 45],
        ],
      ]),
      feature("text", [[["30", 45]]]),
      {
        type: "Feature",
        id: "point",
        properties: {},
        geometry: { type: "Point", coordinates: [1, 2] },
      },
      feature("loose", SQUARE, { toleranceMeters: -1 }),
      "no feature",
    );
    expect(readAreas(text, "a").features.map(({ id }) => id)).toEqual(["good", "loose"]);
    const told = problems(text);
    expect(told.map((line) => line.replace(/ \d+:\d+ /, " "))).toEqual([
      'C103 feature "good" stands twice',
      'C102 features/2 lacks an "id"',
      'C106 bad id of features/3: "no id!"; expected letters, digits and inner hyphens, at most 80 characters',
      'T401 feature "bow" polygon 1, outer ring: edge 1 meets edge 3 at 31.6, 45',
      'T401 feature "text" has no usable geometry; expected a Polygon or MultiPolygon of positions [longitude, latitude]',
      'T401 feature "point" has no usable geometry; expected a Polygon or MultiPolygon of positions [longitude, latitude]',
      'C105 toleranceMeters of feature "loose" must be a number of metres, 0 or more; found -1',
      "C105 features/8 must be a GeoJSON Feature",
    ]);
    const lines = text.split("\n");
    const starts = told.map((line) => lines[Number(/ (\d+):/.exec(line)?.[1]) - 1]);
    expect(starts).toEqual([...Array.from({ length: 7 }, () => "  {"), '  "no feature"']);
  });

  test("never throws, whatever its bytes", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"type": "FeatureCollection", "features": [${json}]}`),
        ),
        (text) => {
          expect(readAreas(text, "a").features.length).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("the places of a JSON text", () => {
  test("it is broken exactly when JSON.parse refuses it", () => {
    const anyJson = fc.json({ maxDepth: 4 });
    const damaged = fc
      .tuple(
        anyJson,
        fc.nat(),
        fc.constantFrom("", ",", "}", "]", '"', "0", "-", "\\", "\n", "e", "é"),
      )
      .map(([json, pick, text]) => {
        const at = pick % (json.length + 1);
        return json.slice(0, at) + text + json.slice(at + 1);
      });
    fc.assert(
      fc.property(fc.oneof(anyJson, damaged), (text) => {
        expect(placeJson(text).broken === null).toBe(parses(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("a text that nests too deep is broken there, not a crash", () => {
    expect(placeJson("[".repeat(100_000)).broken?.expected).toBe("at most 200 levels");
  });

  function parses(text: string): boolean {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  }
});
