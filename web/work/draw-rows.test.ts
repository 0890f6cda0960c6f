// What is drawn of columns is what the density rules draw of the rows themselves, few or many, whatever they are.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agreementOf, differenceOf } from "../../src/assess/agreement.ts";
import type { VerdictKind } from "../../src/assess/verdict.ts";
import { readingId } from "../../src/model/id.ts";
import { parseDay } from "../../src/model/instant.ts";
import { packDegrees, packWhole } from "../../src/report/columns.ts";
import { VERDICTS } from "../../src/report/cross-counts.ts";
import { openSituation } from "../../src/report/situation-table.ts";
import type { SituationTable } from "../../src/report/situation-table.ts";
import { cellsOf, drawingOf } from "../parts/map/density.ts";
import type { MapMark } from "../parts/map/map-view.ts";
import { drawRows, drawnTable } from "./draw-rows.ts";

const READINGS = ["RU", "UA"].map((name) => ({ reading: readingId("energy", name), holder: name }));
const [RU = "", UA = ""] = READINGS.map(({ reading }) => reading);
const PATTERNS = ["vn", "vv", "vu", "nu", "nn", "uu", "cn"];
const RADII = [500, 3_000, "area", "none"] as const;

interface Row {
  readonly lon: number;
  readonly lat: number;
  readonly radius: number;
  readonly pattern: number;
}

const row: fc.Arbitrary<Row> = fc.record({
  // A few places again and again, so that some hold several.
  lon: fc.integer({ min: 240, max: 420 }).map((tenths) => Math.fround(tenths / 10)),
  lat: fc.integer({ min: 450, max: 580 }).map((tenths) => Math.fround(tenths / 10)),
  radius: fc.nat(RADII.length - 1),
  pattern: fc.nat(PATTERNS.length - 1),
});

describe("drawing from columns", () => {
  test("gives the marks and cells that the rows give, under any readings, window and rows left", () => {
    const kinds = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 90, maxLength: 200, size: "max" }),
        fc.subarray([RU, UA], { minLength: 1 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 2 }),
        (rows, readings, zoom, every) => {
          const passed = Uint8Array.from(rows, (_, at) => (at % every === 0 ? 1 : 0));
          // All rows lie in this window: beyond it, only what is near is drawn.
          const options = {
            degreesAPixel: 360 / (512 * 2 ** zoom),
            window: [20, 40, 50, 62] as const,
          };
          const marks = rows.flatMap((one, at) =>
            passed[at] === 1 ? markOf(one, at, readings) : [],
          );
          const table = tableOf(rows);
          // Where no pattern of the table differs, all are counted.
          const differs = PATTERNS.some(
            (letters) => differenceOf(kindsOf(letters, readings)) !== "none",
          );
          expect(differs || readings.length === 1).toBe(true);
          const expected = drawingOf(marks, options);
          kinds.set(expected.kind, (kinds.get(expected.kind) ?? 0) + 1);
          expect(drawRows(drawnTable(table), { passed, readings }, options)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
    expect(Math.min(kinds.get("cells") ?? 0, kinds.get("marks") ?? 0)).toBeGreaterThan(3);
  });

  test("counts many rows square by square as the rule for few does", () => {
    const rows = Array.from({ length: 30_000 }, (_, at): Row => ({
      lon: Math.fround(24 + ((at * 7919) % 18_000) / 1000),
      lat: Math.fround(45 + ((at * 104_729) % 7000) / 1000),
      radius: at % 97 === 0 ? 2 : 0,
      pattern: at % PATTERNS.length,
    }));
    const options = { degreesAPixel: 0.02, window: [20, 40, 50, 62] as const };
    const passed = new Uint8Array(rows.length).fill(1);
    const readings = [RU, UA];
    const drawing = drawRows(drawnTable(tableOf(rows)), { passed, readings }, options);
    if (drawing.kind !== "cells") throw new Error("so many rows are cells");
    const marks = rows.flatMap((one, at) => markOf(one, at, readings));
    const expected = cellsOf(marks, options.degreesAPixel);
    expect(drawing.cells.length).toBeGreaterThan(50);
    expect(drawing.cells).toEqual(expected);
  });
});

function markOf(
  { lon, lat, radius, pattern }: Row,
  at: number,
  readings: readonly string[],
): MapMark[] {
  const meters = RADII[radius];
  const kinds = kindsOf(PATTERNS[pattern] ?? "", readings);
  if (typeof meters !== "number") return [];
  const under =
    kinds[0] === "violation" ? "surely" : kinds[0] === "undetermined" ? "possibly" : "none";
  return [
    {
      id: idOf(at),
      at: [lon, lat],
      mark: agreementOf(kinds) ?? "place",
      radiusMeters: meters,
      counts: readings.length === 1 ? under : differenceOf(kinds),
    },
  ];
}

function kindsOf(letters: string, readings: readonly string[]): readonly VerdictKind[] {
  return READINGS.flatMap(({ reading }, at) =>
    readings.includes(reading) ? (VERDICTS[letters[at] ?? ""] ?? []) : [],
  );
}

function idOf(at: number): string {
  return `inc-${String(at).padStart(6, "0")}`;
}

function tableOf(rows: readonly Row[]): SituationTable {
  const zeros = packWhole(rows.map(() => 0));
  return openSituation({
    rows: rows.length,
    aggregates: 0,
    readings: READINGS,
    days: null,
    baseDay: parseDay("2025-03-18"),
    extent: null,
    meetings: [],
    facets: [],
    profiles: [{ things: [], actors: [], aggregate: false, sets: [] }],
    patterns: PATTERNS.map((verdicts) => ({
      verdicts,
      maybe: verdicts.replace(/[vu]/g, "1").replace(/[nc]/g, "0"),
      standings: "ww",
    })),
    places: [{ name: "there", names: {}, admin1: null }],
    harms: [{ killed: null, injured: null }],
    radii: RADII,
    columns: {
      ids: rows.map((_, at) => idOf(at)).join("\n"),
      day: zeros,
      before: zeros,
      after: zeros,
      profile: zeros,
      pattern: packWhole(rows.map(({ pattern }) => pattern)),
      place: zeros,
      harm: zeros,
      lon: packDegrees(rows.map(({ lon }) => lon)),
      lat: packDegrees(rows.map(({ lat }) => lat)),
      radius: packWhole(rows.map(({ radius }) => radius)),
    },
  });
}
