// Protected objects hit: which things are surely two, which a reading protects, and that a bound never turns over.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../test/kit/runs.ts";
import { arbitraryRecord } from "../../test/kit/arbitrary-record.ts";
import { arbitraryInstrument, inputOf } from "../../test/kit/arbitrary.ts";
import { incident, input, text } from "../../test/kit/makers.ts";
import type { IncidentSpec } from "../../test/kit/makers.ts";
import { everything } from "../../test/kit/variations.ts";
import { readingId } from "../model/id.ts";
import type { Extent, Position } from "../model/place.ts";
import { assessCase } from "./assess.ts";
import { unitCounts } from "./units.ts";

const TEXT = text(`
truceline: terms/1
id: energy
title: Energy only
parties: [RU, UA]
clauses:
  stop: {effect: prohibit, by: [RU, UA], act: [strike], targets: [energy]}
readings:
  all: {take: {}}
`);
const ALL = readingId("energy", "all");

const SUMY: Position = [34.8, 50.9];
function disc(lon: number, radiusMeters = 1000): Extent {
  return { kind: "disc", center: [lon, SUMY[1]], radiusMeters };
}

function objects(specs: readonly Omit<IncidentSpec, "at" | "id">[]) {
  const incidents = specs.map((spec, index) =>
    incident({ ...spec, id: `inc-${index}`, at: `2025-03-2${index}T12:00Z` }),
  );
  const known = input([TEXT], { incidents });
  return unitCounts(known, assessCase(known)).get(ALL)?.objects;
}

describe("two hits", () => {
  const here = disc(34.8);
  test.each<{ where: string; specs: readonly Omit<IncidentSpec, "at" | "id">[]; least: number }>([
    {
      where: "of one kind at one place may be one object",
      specs: [
        { kinds: ["substation"], target: here },
        { kinds: ["substation"], target: here },
      ],
      least: 1,
    },
    {
      where: "of one kind at places that lie apart are two",
      specs: [
        { kinds: ["substation"], target: here },
        { kinds: ["substation"], target: disc(34.9) },
      ],
      least: 2,
    },
    {
      where: "of one kind at places whose circles meet may be one",
      specs: [
        { kinds: ["substation"], target: disc(34.8, 5000) },
        { kinds: ["substation"], target: disc(34.9, 5000) },
      ],
      least: 1,
    },
    {
      where: "of kinds that exclude each other are two, wherever they are",
      specs: [{ kinds: ["substation"] }, { kinds: ["gas-pipeline"] }],
      least: 2,
    },
    {
      where: "of an inner kind and one below it may be one",
      specs: [
        { kinds: ["energy"], target: here },
        { kinds: ["substation"], target: here },
      ],
      least: 1,
    },
    {
      where: "at no known place may be one",
      specs: [{ kinds: ["substation"] }, { kinds: ["substation"], target: here }],
      least: 1,
    },
  ])("$where", ({ specs, least }) => {
    expect(objects(specs)).toEqual({ atLeast: least, atMost: 2 });
  });
});

describe("one incident", () => {
  test("that lists two protected things hit two objects", () => {
    expect(objects([{ kinds: ["substation", "gas-pipeline"] }])).toEqual({ atLeast: 2, atMost: 2 });
  });

  test("that lists two things of one kind hit two objects, and another one there may be either", () => {
    const two = { kinds: ["substation", "substation"], target: disc(34.8) };
    expect(objects([two])).toEqual({ atLeast: 2, atMost: 2 });
    expect(objects([two, { kinds: ["substation"], target: disc(34.8) }])).toEqual({
      atLeast: 2,
      atMost: 3,
    });
  });

  test("counts only the thing that the reading protects", () => {
    expect(objects([{ kinds: ["substation", "residential"] }])).toEqual({ atLeast: 1, atMost: 1 });
  });

  test("counts a thing that may be protected at the most", () => {
    expect(objects([{ kinds: [["substation", "residential"]] }])).toEqual({
      atLeast: 0,
      atMost: 1,
    });
    expect(objects([{ kinds: ["substation", ["gas-pipeline", "school"]] }])).toEqual({
      atLeast: 1,
      atMost: 2,
    });
  });

  test("that is no violation, or a whole-night total, counts in neither bound", () => {
    expect(objects([{ kinds: ["residential"] }])).toEqual({ atLeast: 0, atMost: 0 });
    expect(objects([{ kinds: ["substation"], aggregate: true }])).toEqual({
      atLeast: 0,
      atMost: 0,
    });
  });
});

test("at least is never more than at most, and there is none where there is no violation", () => {
  fc.assert(
    fc.property(arbitraryInstrument(everything), arbitraryRecord(4), (instrument, record) => {
      const known = inputOf([instrument], record);
      const assessment = assessCase(known);
      const counts = unitCounts(known, assessment);
      for (const { id, totals } of assessment.readings) {
        const { days, objects: things } = counts.get(id) ?? {};
        for (const one of [days, things]) {
          expect(one?.atLeast).toBeLessThanOrEqual(one?.atMost ?? -1);
          expect((one?.atLeast ?? 0) > 0).toBe(totals.atLeast > 0);
          expect((one?.atMost ?? 0) > 0).toBe(totals.atMost > 0);
        }
        expect(days?.atMost).toBeLessThanOrEqual(totals.atMost);
      }
    }),
    { numRuns: runs(150) },
  );
});
