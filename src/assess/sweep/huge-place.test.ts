// A place whose outline has a million corners (a coast, a region) is judged in bounded time, by the sweep as by the judge. The plain product of
// the edges of both outlines, which this replaces, would take minutes.
import { expect, test } from "vitest";
import { incident, input, text } from "../../../test/kit/makers.ts";
import { runs } from "../../../test/kit/runs.ts";
import { verdictOf } from "../../../test/kit/variations.ts";
import type { Area, Position } from "../../model/place.ts";
import { modelsOf } from "../assess.ts";
import { columnsOf } from "./columns.ts";
import { sweepColumns, verdictAt } from "./sweep.ts";

/** A million with TRUCELINE_RUNS=all. */
const CORNERS = runs(1_000_000);
const ZONE_CORNERS = 20_000;
/** Seconds of processor time for three such places, several times what they take. */
const MOST_SECONDS = 20 + CORNERS / 25_000;

/** A gear wheel, in degrees: it never crosses itself. */
function wheel([lon, lat]: Position, radius: number, corners: number): Area {
  const ring = Array.from({ length: corners }, (_, i): Position => {
    const angle = (2 * Math.PI * i) / corners;
    const away = radius * (i % 4 < 2 ? 1 : 0.98);
    return [lon + away * Math.cos(angle), lat + away * Math.sin(angle)];
  });
  const [first = [lon, lat]] = ring;
  return { kind: "area", polygons: [[[...ring, first]]] };
}

const drawn = text(`
truceline: terms/1
id: wheel
title: A made-up text
time-zones: [Europe/Kyiv]
parties: [RU, UA]
zones:
  wheel: {geometry: {type: Polygon, coordinates: [[[30, 45], [31, 45], [31, 46], [30, 46], [30, 45]]]}}
clauses:
  ban: {effect: prohibit, by: [RU, UA], act: strike, where: {target: wheel}, source: src-1}
readings:
  plain: {}
`);
const zone = { kind: "polygon" as const, polygons: wheel([36, 48], 1, ZONE_CORNERS).polygons };
const instrument = { ...drawn, zones: new Map([["wheel", zone]]) };

test("a place with a million corners is judged in bounded time, in the zone, across its outline, and outside", () => {
  const places: readonly (readonly [Position, number])[] = [
    [[36, 48], 0.5],
    [[37, 48], 0.3],
    [[36.9, 48.9], 0.2],
  ];
  const incidents = places.map(([center, radius], i) =>
    incident({
      id: `inc-${i + 1}`,
      at: "2025-03-26T10:00Z",
      target: wheel(center, radius, CORNERS),
    }),
  );
  const before = process.cpuUsage();
  const models = modelsOf(input([instrument], { incidents }));
  const swept = sweepColumns(models, columnsOf(incidents));
  if (swept.kind === "refused") throw new Error(swept.why);
  const [reading] = swept.readings;
  if (reading === undefined) throw new Error("no reading");
  const found = incidents.map((_, row) => verdictAt(swept, reading, row));
  const { user, system } = process.cpuUsage(before);
  expect(found.map(({ verdict }) => verdict)).toEqual(["violation", "undetermined", "not-covered"]);
  expect(found).toEqual(incidents.map((one) => verdictOf(reading.model, one)));
  expect((user + system) / 1e6).toBeLessThan(MOST_SECONDS);
}, 120_000);
