// Tables of incidents in the form of two publishers, every row made up: what is read through a mapping, and what is refused and why.
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../test/kit/load-folder.ts";
import type { TableIncident } from "../model/incident.ts";
import { formatInstant } from "../model/instant.ts";
import type { CaseNames } from "../record/seeds/names.ts";
import { parseMapping } from "./mapping.ts";
import type { Mapping } from "./mapping.ts";
import { TableError, TableReader } from "./table.ts";

const { value: real } = loadFolder("cases/ukraine-2025");
if (real === null) throw new Error("the case does not load");
const regions = new Map([...real.zones].map(([id, { area }]) => [id, area]));
const NAMES: CaseNames = {
  parties: new Set(real.settings.parties.keys()),
  kinds: real.kinds,
  means: real.means,
  acts: real.acts,
  regions,
  outlets: new Map(),
  places: new Map(),
  timeZones: real.settings.timeZones,
  flags: { incoming: false },
};

const MAPPING = `mapping: 1
reads: csv
source: A publisher made up for this test
licence: none
caveat: Nothing in it happened.
prefix: ev
key: [id]
occurred: {from: {column: start, pattern: yyyy-MM-dd}, to: {column: end, pattern: yyyy-MM-dd}, zone: Europe/Kyiv}
place:
  lat: latitude
  lon: longitude
  name: where
  radiusMeters: {column: prec, values: {1: 2000, 2: 25000, 4: region, 6: unknown}}
  region: {column: adm, values: {Donetsk oblast: donetsk-oblast, Nowhere: nothing}}
actor: [{column: ua, values: {1: UA, 0: nothing}}, {column: ru, values: {1: RU, 0: nothing}}]
act: {constant: strike}
kind: {column: class, separator: "|", values: {GRID: power-grid, FUEL: oil-depot, TALK: nothing}}
counts: {killed: {low: low, high: high}}
`;

const HEAD = "id,start,end,latitude,longitude,where,prec,adm,ua,ru,class,low,high";

function mapping(text = MAPPING): Mapping {
  const { value, problems } = parseMapping(text, "m.yaml", NAMES);
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

function read(...rows: readonly string[]) {
  const reader = new TableReader(mapping(), regions);
  const text = [HEAD, ...rows].join("\r\n");
  const half = Math.floor(text.length / 2);
  const incidents = [
    ...reader.push(text.slice(0, half)),
    ...reader.push(text.slice(half)),
    ...reader.end(),
  ];
  return { incidents, tally: reader.tally() };
}

const ROW = "1,2025-03-24,2025-03-25,50.9,34.8,Sumy,2,Donetsk oblast,0,1,GRID|FUEL,1,3";

function only(row: string): TableIncident {
  const [incident] = read(row).incidents;
  if (incident === undefined) throw new Error("the row was refused");
  return incident;
}

describe("a row", () => {
  test("gives its days, place with radius, possible actors and kinds, and casualties as a claim", () => {
    const { id, day, occurred, facts, claims } = only(ROW);
    expect([id, day]).toEqual(["ev-1", "2025-03-24"]);
    expect([occurred.from, occurred.until].map(formatInstant)).toEqual([
      "2025-03-23T22:00:00Z",
      "2025-03-25T22:00:00Z",
    ]);
    expect(facts.target).toEqual({ kind: "disc", center: [34.8, 50.9], radiusMeters: 25_000 });
    const values = (of: readonly { readonly value: string }[]) => of.map(({ value }) => value);
    expect(values(facts.actors)).toEqual(["RU"]);
    expect(values(facts.things[0]?.kinds ?? [])).toEqual(["oil-depot", "power-grid"]);
    expect(values(facts.means)).toEqual(["unknown"]);
    expect(facts.flags).toEqual({ incoming: false });
    expect(claims).toMatchObject([{ killed: { low: 1, high: 3 }, injured: null }]);
  });

  test("known to a region only has the region's own area, and one of no known place has none", () => {
    const region = only(ROW.replace(",2,Donetsk", ",4,Donetsk"));
    expect(region.facts.target).toBe(regions.get("donetsk-oblast"));
    expect(region.place.regions).toEqual(["donetsk-oblast"]);
    expect(only(ROW.replace(",2,Donetsk", ",6,Donetsk")).facts.target.kind).toBe("unknown");
    expect(only(ROW.replace("50.9,34.8", ",")).facts.target).toBe(regions.get("donetsk-oblast"));
    expect(
      only(ROW.replace("50.9,34.8", ",").replace("Donetsk oblast", "Nowhere")).facts.target.kind,
    ).toBe("unknown");
  });

  test("of a table whose places are mentions has its place's name and no extent", () => {
    const text = MAPPING.replace(/radiusMeters: .*/, "radiusMeters: unknown");
    const reader = new TableReader(mapping(text), regions);
    const [incident] = [...reader.push(`${HEAD}\n${ROW}\n`), ...reader.end()];
    expect(incident?.place).toMatchObject({
      name: "Sumy",
      extent: { kind: "unknown" },
      regions: [],
    });
  });

  test("that says nothing of a fact leaves anything possible", () => {
    const { facts } = only(ROW.replace("0,1,GRID|FUEL", "0,0,TALK"));
    expect(facts.actors[0]?.value).toBe("unknown");
    expect(facts.things[0]?.kinds[0]?.value).toBe("unknown");
  });
});

describe("a table", () => {
  test("has as many rows as are taken and refused, each refused one with its place and reasons", () => {
    const { incidents, tally } = read(
      ROW,
      ROW.replace("1,2025", "2,2025").replace("GRID|FUEL", "SOMETHING"),
      ROW,
      ROW.replace("1,2025-03-24", "3,2025-02-31"),
      ROW.replace("1,2025-03-24,2025-03-25", "4,,no day"),
      ROW.replace("1,2025-03-24", "5,2025-03-26"),
      ROW.replace("1,2025-03-24", "6,1925-03-24").replace("2025-03-25", "1925-03-24"),
      ROW.replace("50.9", "NaN").replace("1,", "7,"),
      ROW.replace("50.9,34.8", "0,0").replace("1,", "8,"),
      ROW.replace("50.9", "150.9").replace("1,", "9,"),
      ROW.replace("50.9", "").replace("1,", "10,"),
      ROW.replace(",1,3", ",one,3").replace("1,", "11,"),
      ROW.replace(",1,3", ",-1,3").replace("1,2025", "no id!,2025"),
      "12,2025-03-24",
      `${ROW.replace("1,2025", "13,2025")},"open`,
    );
    expect(incidents.map(({ id }): string => id)).toEqual(["ev-1", "ev-2"]);
    expect(tally).toMatchObject({ rows: 15, taken: 2, reordered: 0 });
    expect(Object.fromEntries(tally.refused)).toEqual({
      "bad-count": 1,
      "bad-day": 3,
      "bad-id": 1,
      "bad-position": 4,
      "cell-count": 1,
      "double-id": 1,
      "ends-before-start": 1,
      unreadable: 1,
    });
    expect(tally.untranslated).toEqual([["class: SOMETHING", 1]]);
    const shown = tally.shown.map(({ line, column, reasons }) => [
      line,
      column,
      reasons.map(({ message }) => message),
    ]);
    expect(shown[1]).toEqual([5, 3, ['"2025-02-31" is no day of the form named']]);
    expect(shown[10]).toEqual([14, 1, ['"ev-no id!" is no id', '"-1" is no count']]);
  });

  test("without a day may have been on any, and until it was published where the table says when", () => {
    const occurred = (row: string, text?: string) => {
      const reader = new TableReader(mapping(text), regions);
      const [incident] = [...reader.push(`${HEAD}\n${row}`), ...reader.end()];
      return { day: incident?.day, at: incident?.occurred, known: incident?.knownAt };
    };
    const undated = ROW.replace("1,2025-03-24,2025-03-25", "1,,");
    const { day, at, known } = occurred(undated);
    expect([day, at?.from, at?.until, known]).toEqual([null, -Infinity, Infinity, null]);
    const upTo = occurred(ROW.replace("1,2025-03-24", "1,"));
    expect([upTo.day, upTo.at?.from]).toEqual([null, -Infinity]);
    expect(formatInstant(upTo.at?.until ?? 0)).toBe("2025-03-25T22:00:00Z");
    const onwards = occurred(ROW.replace("2025-03-25", ""));
    expect([onwards.day, onwards.at?.until]).toEqual(["2025-03-24", Infinity]);
    const published = `${MAPPING}published: {column: where, pattern: yyyy-MM-dd}\n`;
    const told = occurred(undated.replace("Sumy", "2025-03-26"), published);
    expect(formatInstant(told.at?.until ?? 0)).toBe("2025-03-26T22:00:00Z");
    expect(told.known).toBe(told.at?.until);
  });

  test("cannot be published before it happened", () => {
    const published = `${MAPPING}published: {column: where, pattern: yyyy-MM-dd}\n`;
    const reader = new TableReader(mapping(published), regions);
    reader.push(`${HEAD}\n${ROW.replace("Sumy", "2025-03-23")}\n`);
    reader.push(`${ROW.replace("Sumy", "2025-03-24").replace("1,", "2,")}\n`);
    reader.end();
    expect(reader.tally()).toMatchObject({
      taken: 1,
      refused: new Map([["published-before", 1]]),
      shown: [{ line: 2, column: 35, reasons: [{ message: "2025-03-23 lies before 2025-03-24" }] }],
    });
  });

  test("with counts in the wrong order is read as the range between them, and says so", () => {
    const { incidents, tally } = read(ROW.replace(",1,3", ",3,1"));
    expect(incidents[0]?.claims).toMatchObject([{ killed: { low: 1, high: 3 } }]);
    expect(tally.reordered).toBe(1);
  });

  test("that is not the one of the mapping is refused as a whole, with the nearest names", () => {
    const reader = new TableReader(mapping(), regions);
    expect(() => reader.push("id,start,ende\n")).toThrow(TableError);
    expect(() => new TableReader(mapping(), regions).push("id,start,ende\n")).toThrow(
      /no column "end" \(did you mean "ende"/,
    );
    expect(() => new TableReader(mapping(), regions).end()).toThrow(/the table is empty/);
  });
});

describe("a table of what observers saw or heard", () => {
  const columns = "  name: where\n  sector: {from: km, to: km-to, bearing: seen}\n";
  const seen = mapping(MAPPING.replace("  name: where\n", columns));
  const readSeen = (...cells: readonly string[]) => {
    const reader = new TableReader(seen, regions);
    const rows = cells.map((cell, i) => `${ROW.replace("1,2025", `${i + 1},2025`)},${cell}`);
    const text = [`${HEAD},km,km-to,seen`, ...rows].join("\n");
    return { incidents: [...reader.push(text), ...reader.end()], tally: reader.tally() };
  };

  test("has a sector for its place, and a disc where nothing of it is said", () => {
    const { incidents } = readSeen('3,5,"NNW,NNE"', ",,350-20", "4,,", ",,");
    const [two, one, around, disc] = incidents.map(({ facts }) => facts.target);
    expect(two).toMatchObject({ kind: "area", polygons: [[{}], [{}]] });
    expect(one).toMatchObject({ kind: "area", polygons: [[{}]] });
    expect(around).toMatchObject({ kind: "area" });
    expect(disc).toEqual({ kind: "disc", center: [34.8, 50.9], radiusMeters: 25_000 });
    expect(incidents.map(({ place }) => place.regions)).toEqual([[], [], [], []]);
  });

  test("refuses a row whose sector is none", () => {
    const { incidents, tally } = readSeen("5,3,N", "3,5,NORTH", "three,5,N", "3,500,N", "3,5,400");
    expect(incidents).toEqual([]);
    expect(Object.fromEntries(tally.refused)).toEqual({ "bad-sector": 5 });
    expect(tally.shown.map(({ reasons }) => reasons[0]?.message)).toEqual([
      '"5" to "3" is no range of kilometres',
      '"NORTH" is no bearing',
      '"three" to "5" is no range of kilometres',
      "it reaches further than 100 km",
      '"400" is no bearing',
    ]);
  });
});

describe("a mapping", () => {
  test("names only what the case has; every fault is told at its place", () => {
    const text = MAPPING.replace("power-grid", "power-gird")
      .replace("strike", "striek")
      .replace("1: UA", "1: UAA")
      .replace("donetsk-oblast", "donetsk")
      .replace("yyyy-MM-dd}, to", "yy-MM-dd}, to")
      .replace("Europe/Kyiv", "Europe/Kiyv")
      .replace("caveat: Nothing in it happened.\n", "");
    const { value, problems } = parseMapping(text, "m.yaml", NAMES);
    expect(value).toBeNull();
    expect(problems.map(({ code, at }) => `${code} ${at?.line}`).sort()).toEqual([
      "C102 1",
      "C105 7",
      "C202 16",
      "C204 15",
      "C205 14",
      "C206 13",
      "C213 7",
    ]);
  });
});
