// Columns come from any table engine: what is wrong with them is refused in words, all of it at once, before a number is made of it.
import { describe, expect, test } from "vitest";
import { syntheticColumns } from "../../../test/kit/synthetic-record.ts";
import { workloadInput } from "../../../test/kit/workload.ts";
import { ordinaryMemory } from "../../geo/kernel/columns.ts";
import { modelsOf } from "../assess.ts";
import { sweepMore } from "./add-rows.ts";
import { columnFaults } from "./check-columns.ts";
import type { IncidentColumns } from "./columns.ts";
import { refusalOfReadings, sweepColumns } from "./sweep.ts";

const SIZES = { incidents: 1000, points: 200, segments: 50, seed: 3 };
const models = modelsOf(workloadInput(SIZES, ordinaryMemory));
const sound = () => syntheticColumns(SIZES, ordinaryMemory);
const standing = sweepColumns(models, sound());
if (standing.kind === "refused") throw new Error(standing.why);
const disc = [...sound().target.area].indexOf(-1);
const region = [...sound().target.area].findIndex((area) => area >= 0);

test("a sound record has no fault", () => {
  expect(columnFaults(sound())).toEqual([]);
  const endless = sound();
  [endless.from[0], endless.until[0]] = [-Infinity, Infinity];
  [endless.from[1], endless.until[1]] = [5, 5];
  expect(columnFaults(endless)).toEqual([]);
});

describe("is refused in words", () => {
  test.each<{ what: string; spoil: (columns: IncidentColumns) => void; says: RegExp }>([
    {
      what: "NaN as a time",
      spoil: ({ from }) => from.fill(NaN, 4, 9),
      says: /no time: row 5, 6, 7 and 2 more$/,
    },
    {
      what: "a reversed interval",
      spoil: ({ from, until }) => ([from[7], until[7]] = [9, 8]),
      says: /ends before it begins: row 8$/,
    },
    {
      what: "NaN as a longitude",
      spoil: ({ target }) => (target.lon[disc] = NaN),
      says: /target at no position/,
    },
    {
      what: "a latitude beyond the pole",
      spoil: ({ target }) => (target.lat[disc] = 91),
      says: /target at no position/,
    },
    {
      what: "a radius below zero",
      spoil: ({ target }) => (target.radius[disc] = -1),
      says: /radius is no number/,
    },
    {
      what: "a radius without end",
      spoil: ({ target }) => (target.radius[disc] = Infinity),
      says: /radius is no number/,
    },
    {
      what: "an area nobody listed",
      spoil: ({ target }) => (target.area[region] = 99),
      says: /not listed/,
    },
    {
      what: "an area below what stands for no place",
      spoil: ({ target }) => (target.area[region] = -3),
      says: /not listed/,
    },
    {
      what: "NaN as the end of a time",
      spoil: ({ until }) => (until[1] = NaN),
      says: /no time: row 2$/,
    },
    {
      what: "a time that begins after all times",
      spoil: ({ from, until }) => ([from[3], until[3]] = [Infinity, -Infinity]),
      says: /no time: row 4; an interval that ends before it begins: row 4$/,
    },
    {
      what: "a region with a radius",
      spoil: ({ target }) => (target.radius[region] = 5),
      says: /yet has a radius/,
    },
    {
      what: "a fact that stands for nothing",
      spoil: ({ dimensions }) => (dimensions.means.codes[2] = 77),
      says: /"means" that stands for nothing: row 3$/,
    },
  ])("$what", ({ spoil, says }) => {
    const columns = sound();
    spoil(columns);
    const swept = sweepColumns(models, columns);
    expect(swept.kind === "refused" ? swept.why : "swept").toMatch(says);
    expect(sweepMore(standing, columns).kind).toBe("refused");
  });

  test("an area whose outline has a position that is none", () => {
    const columns = sound();
    const ring = [...(columns.areas[1]?.polygons[0]?.[0] ?? [])];
    ring[3] = [NaN, 48];
    const areas = columns.areas.with(1, { kind: "area", polygons: [[ring]] });
    expect(columnFaults({ ...columns, areas })).toEqual([
      "area 2 has a position that is none on earth",
    ]);
  });

  test("several faults at once, and a column that is too short", () => {
    const columns = sound();
    columns.from[0] = NaN;
    columns.target.lat[disc] = -100;
    expect(columnFaults(columns)).toHaveLength(2);
    const short = { ...sound(), day: new Int32Array(3) };
    expect(columnFaults(short)).toEqual(['the column "day" has 3 rows; expected 1000']);
  });

  test("a hundred thousand readings, and more of them than a record of that size allows", () => {
    const [model] = models;
    if (model === undefined) throw new Error("the text has no reading");
    const many = Array.from({ length: 100_000 }, () => model);
    const swept = sweepColumns(many, sound());
    expect(swept).toEqual({ kind: "refused", why: "100000 readings; at most 4096 at once" });
    const { groups } = standing.grouped;
    const large = { ...standing.grouped, groups: { ...groups, count: 5_000_000 } };
    expect(refusalOfReadings(4, large)).toBeNull();
    expect(refusalOfReadings(14, large)?.why).toMatch(
      /^14 readings of 5000000 groups .* at most 13/,
    );
  });
});
