// Lists of objects in a case folder: read from tables and GeoJSON, every fault placed, and asked by the texts that ask for nearness.
import { describe, expect, test } from "vitest";
import { assessCase } from "../../assess/index.ts";
import { metersToListed } from "../../assess/object-register.ts";
import type { Position } from "../../model/place.ts";
import { destination } from "../../geo/distance.ts";
import { filesOf } from "../../../test/kit/load-folder.ts";
import { NEAR_INCIDENT } from "../../../test/kit/near-case.ts";
import { loadCase } from "../load-case.ts";

const CASE = `truceline: case/1
id: small
title: A small case
parties: {North: {en: North}, South: {en: South}}
time-zones: [Europe/Kyiv]
caveat: Counts show reporting.
`;
const KINDS = `truceline: kinds/1
kinds:
  object: {label: {en: object}}
  port: {is: [object], label: {en: port}}
  bridge: {is: [object], label: {en: bridge}}
`;
const NOTE = `truceline: objects/1
source: A list made up for this test
licence: public domain
as-of: 2025-01-01
listed-by: Nobody
`;

function load(files: Readonly<Record<string, string>>) {
  return loadCase(new Map(Object.entries({ "case.yaml": CASE, "kinds.yaml": KINDS, ...files })));
}

function told(files: Readonly<Record<string, string>>): readonly string[] {
  return load(files).problems.map(
    ({ code, at, message }) => `${code} ${at?.file}:${at?.line}:${at?.column} ${message}`,
  );
}

const collection = (...features: readonly object[]) =>
  JSON.stringify({ type: "FeatureCollection", features }, null, 1);

describe("a list of objects", () => {
  test("gives each object its own fields, and the note's where it has none", () => {
    const table =
      "id,kind,lat,lon,name,radius-km,as-of,listed-by\np-1,port,46.5,30.7,Quay,0.2,2024-05-01,Harbour\np-2,,46,30\n";
    const files = {
      "objects/a.csv": table.replace("30\n", "30,,,,\n"),
      "objects/a.yaml": `${NOTE}kind: bridge\n`,
    };
    const { value, problems } = load(files);
    expect(problems).toEqual([]);
    expect(value?.objects).toEqual([
      {
        file: "objects/a.csv",
        source: "A list made up for this test",
        licence: "public domain",
        attribution: null,
        leftOut: null,
        asOf: "2025-01-01",
        listedBy: "Nobody",
        objects: [
          {
            id: "p-1",
            kind: "port",
            name: "Quay",
            place: { kind: "disc", center: [30.7, 46.5], radiusMeters: 200 },
            asOf: "2024-05-01",
            source: "A list made up for this test",
            listedBy: "Harbour",
          },
          {
            id: "p-2",
            kind: "bridge",
            name: null,
            place: { kind: "disc", center: [30, 46], radiusMeters: 0 },
            asOf: "2025-01-01",
            source: "A list made up for this test",
            listedBy: "Nobody",
          },
        ],
      },
    ]);
    expect(value?.register.kinds).toEqual(["bridge", "port"]);
  });

  test("tells all its problems at once, each at its cell, and keeps the rest", () => {
    const table = [
      "id,kind,lat,lon,radius-km,operator",
      "a,port,46,30,0,x",
      "b,prot,46,30,0,",
      "a,port,46,30,0,",
      "c,port,130,46,0,",
      "d,port,46,east,-1,",
      "e,port,,30,0,",
      ",port,46,30,0,",
      "f,port,46,30",
      '"g"h,port,46,30,0,',
      "i,bridge,46,30,0,",
    ].join("\r\n");
    const files = { "objects/a.csv": table, "objects/a.yaml": NOTE };
    expect(told(files)).toEqual([
      "C101 objects/a.csv:1:1 not read of these objects: operator; an object has id, kind, name, lat, lon, radius-km, as-of, source, listed-by",
      'C202 objects/a.csv:3:3 unknown kind: "prot"',
      'C220 objects/a.csv:4:1 object "a" stands twice',
      "C307 objects/a.csv:5:8 lat must lie in -90..90 and lon in -180..180; found 130, 46",
      'C303 objects/a.csv:6:11 lon must be a number; found "east"',
      "C302 objects/a.csv:6:16 radius-km must not be negative; found -1",
      'C102 objects/a.csv:7:1 an object lacks "lat"',
      'C102 objects/a.csv:8:1 an object lacks "id"',
      "C105 objects/a.csv:9:1 a row of 4 cells; the header names 6",
      'C105 objects/a.csv:10:1 a row that is not readable: "h" stands after a quoted cell',
    ]);
    const kept = load(files).value?.objects[0]?.objects.map(({ id }) => id);
    expect(kept).toEqual(["a", "i"]);
  });

  test("may say a month or a year, or that its day is not known; what is no date is told", () => {
    const table =
      "id,kind,lat,lon,as-of\na,port,46,30,2022-03\nb,port,46,30,2022\nc,port,46,30,unknown\nd,port,46,30,2022-13\n";
    const files = { "objects/a.csv": table, "objects/a.yaml": NOTE };
    expect(told(files)).toEqual([
      'C105 objects/a.csv:5:14 as-of is "2022-13"; expected a day, a month, a year or "unknown"',
    ]);
    const dates = load(files).value?.objects[0]?.objects.map(({ asOf }): string => asOf);
    expect(dates).toEqual(["2022-03", "2022", "unknown"]);
  });

  test("of more kinds than a register can tell apart is used by nobody, and says so", () => {
    const kinds = Array.from({ length: 257 }, (_, i) => `k${i}`);
    const words = kinds.map((kind) => `  ${kind}: {is: [object], label: {en: ${kind}}}\n`).join("");
    const rows = kinds.map((kind) => `o-${kind},${kind},46,30\n`).join("");
    const files = {
      "kinds.yaml": `${KINDS}${words}`,
      "objects/a.csv": `id,kind,lat,lon\n${rows}`,
      "objects/a.yaml": NOTE,
    };
    expect(told(files)).toEqual([
      "C801 objects/a.csv:1:1 the lists name 257 kinds; at most 256, so no list is used",
    ]);
    expect(load(files).value?.register.shapes.count).toBe(0);
  });

  test("without its note is left out, and a note without its list is told", () => {
    const files = { "objects/a.csv": "id,kind,lat,lon\na,port,46,30\n", "objects/b.yaml": NOTE };
    expect(told(files)).toEqual([
      "C312 objects/a.csv:1:1 a list of objects has no note; expected objects/a.yaml with source, licence, as-of and listed-by",
      "C312 objects/b.yaml:1:1 a note without its list; expected objects/b.csv or objects/b.geojson",
    ]);
    expect(load(files).value?.objects).toEqual([]);
  });

  test("in GeoJSON has points, lines and areas; a shape that cannot be measured is told", () => {
    const feature = (id: string, type: string, coordinates: unknown) => ({
      type: "Feature",
      id,
      properties: { kind: "port" },
      geometry: { type, coordinates },
    });
    const text = collection(
      feature("point", "Point", [30, 46]),
      feature("line", "LineString", [
        [30, 46],
        [31, 46],
      ]),
      feature("area", "Polygon", [
        [
          [30, 46],
          [30.01, 46],
          [30.01, 46.01],
          [30, 46],
        ],
      ]),
      feature("bow", "Polygon", [
        [
          [30, 46],
          [31, 47],
          [31, 46],
          [30, 46.5],
          [30, 46],
        ],
      ]),
      feature("many", "MultiPoint", [[30, 46]]),
      feature("off", "Point", [30, 146]),
      feature("jump", "LineString", [
        [179, 46],
        [-179, 46],
      ]),
    );
    const files = { "objects/a.geojson": text, "objects/a.yaml": NOTE };
    expect(told(files).map((line) => line.replace(/:\d+:\d+ /, " "))).toEqual([
      'T401 objects/a.geojson feature "features/3" polygon 1, outer ring: runs clockwise, expected counter-clockwise (RFC 7946)',
      'T401 objects/a.geojson feature "features/3" polygon 1, outer ring: edge 1 meets edge 3 at 30.3333, 46.3333',
      'T401 objects/a.geojson feature "features/4" has no usable geometry; expected a Point, LineString, MultiLineString, Polygon or MultiPolygon',
      'T401 objects/a.geojson feature "features/5" has a position out of range: 30, 146; expected longitude -180 to 180, latitude -90 to 90',
      'T401 objects/a.geojson feature "features/6" jumps over the antimeridian; split it at longitude 180',
    ]);
    expect(load(files).value?.objects[0]?.objects.map(({ id }) => id)).toEqual([
      "point",
      "line",
      "area",
    ]);
  });

  test("a place in an area is at the object, one beside it as far as its outline", () => {
    const ring = [
      [30, 46],
      [30.1, 46],
      [30.1, 46.1],
      [30, 46.1],
      [30, 46],
    ];
    const geometry = { type: "Polygon", coordinates: [ring] };
    const text = collection({ type: "Feature", id: "a", properties: { kind: "port" }, geometry });
    const { value } = load({ "objects/a.geojson": text, "objects/a.yaml": NOTE });
    const meters = (center: Position) => {
      const extent = { kind: "disc", center, radiusMeters: 0 } as const;
      return value === null ? null : metersToListed(value.register, { extent, counts: ["yes"] });
    };
    expect(meters([30.05, 46.05])?.low).toBe(0);
    const beside = meters(destination([30.1, 46.05], 90, 5000));
    expect(beside?.high).toBeCloseTo(5000, -1);
    expect(beside?.low).toBeGreaterThan(4500);
  });

  test("makes a text that asks for nearness answer otherwise, and the verdict says that it rests on it", () => {
    const path = "terms/river-truce.terms.md";
    const files = new Map(filesOf("cases/example"));
    const text = files.get(path) ?? "";
    files.set(
      path,
      text.replace("targets: [energy, bridge]", "targets: [{within: 3000, of: [bridge]}]"),
    );
    const listed = new Map(files)
      .set("objects/b.csv", "id,kind,lat,lon\nb,bridge,10,20\n")
      .set("objects/b.yaml", NOTE);
    const verdicts = [files, listed].map((some) => {
      const { value } = loadCase(some);
      const rows = value === null ? [] : assessCase(value).rows;
      const row = rows.find((one) => one.incident.id === NEAR_INCIDENT);
      return JSON.stringify([...(row?.verdicts ?? [])]);
    });
    expect(verdicts[0]).toContain('"verdict":"undetermined"');
    expect(verdicts[0]).not.toContain('"verdict":"violation"');
    expect(verdicts[1]).toContain('"verdict":"violation"');
    expect(verdicts[1]).toContain('"grounds":["proximity"]');
  });
});
