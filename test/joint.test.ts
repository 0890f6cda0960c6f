// Facts that hang together and places that were heard from somewhere, from the record's files through the engine to every answer.
import { describe, expect, test } from "vitest";
import { assessCase } from "../src/assess/index.ts";
import { readingId } from "../src/model/id.ts";
import { formatInstant } from "../src/model/instant.ts";
import type { FactRow, Possibility } from "../src/model/incident.ts";
import { createApp } from "../src/serve/app.ts";
import { jointCase } from "./kit/joint-case.ts";
import { readCsv } from "./kit/read-csv.ts";

const theCase = jointCase();
const incident = theCase.incidents.find(({ id }) => String(id) === "inc-4");
if (incident?.facts.joint === undefined) throw new Error("inc-4 has joint rows");
const { facts, jointPlaces } = incident;
const rows: readonly FactRow[] = incident.facts.joint;
const app = createApp({ cases: [theCase], assets: new Map(), version: "0.0.0" });

async function answer(path: string): Promise<string> {
  const response = await app.request(`/c/example/${path}`);
  expect(response.status, path).toBe(200);
  return response.text();
}

const values = (of: readonly Possibility[] = []) => of.map(({ value, claims }) => [value, claims]);

/** Every fact of the rows in the words of answers, made from the rows themselves. */
const EXPECTED = rows.map((row, i) => ({
  occurred: {
    from: formatInstant(row.occurred.from),
    until: formatInstant(row.occurred.until),
  },
  name: jointPlaces?.[i]?.name,
  actor: values(row.actors),
  act: values(row.acts),
  means: values(row.means),
  things: row.things.map(({ kinds, name, facets }) => [name, values(kinds), facets]),
  flags: row.flags,
  distances: row.distances === undefined ? {} : { bridge: { low: 0, high: null } },
  calibre: row.calibre ?? null,
  target: row.target.kind === "area" ? row.target.polygons : row.target,
}));

interface Line {
  readonly occurred: unknown;
  readonly place: { readonly name: string };
  readonly where: {
    readonly kind: string;
    readonly lon: number;
    readonly lat: number;
    readonly radiusMeters: number;
    readonly polygons: unknown;
  };
  readonly facts: readonly {
    readonly fact: string;
    readonly name: string | null;
    readonly possibilities: readonly Possibility[];
  }[];
  readonly facets: readonly unknown[];
  readonly flags: unknown;
  readonly distances: unknown;
  readonly calibre: unknown;
}

function told({ occurred, place, where, facts: lines, facets, ...rest }: Line) {
  const of = (fact: string) => lines.filter((line) => line.fact === fact);
  const things = of("thing").map(({ name, possibilities }, i) => [
    name,
    values(possibilities),
    facets[i],
  ]);
  const { lon, lat, radiusMeters, polygons } = where;
  return {
    occurred,
    name: place.name,
    actor: values(of("actor")[0]?.possibilities),
    act: values(of("act")[0]?.possibilities),
    means: values(of("means")[0]?.possibilities),
    things,
    ...rest,
    target: where.kind === "area" ? polygons : { kind: "disc", center: [lon, lat], radiusMeters },
  };
}

describe("joint rows of the record's files", () => {
  test("are judged as rows: no combination of them that nobody reported", () => {
    const [free] = assessCase({ ...theCase, incidents: [{ ...incident, facts: loose() }] }).rows;
    const judged = assessCase(theCase).rows.find((row) => row.incident.id === incident.id);
    const south = readingId("river-truce", "south");
    expect(judged?.verdicts.get(south)?.maybeBy).toEqual(["north"]);
    expect(free?.verdicts.get(south)?.maybeBy).toEqual(["north", "south"]);
  });

  /** The same sets, to be combined in any way. */
  function loose(): FactRow {
    const { joint: _, ...sets } = facts;
    return sets;
  }

  test.each([
    ["the incident's page", "i/inc-4.json", (page: { joint: Line[] }) => page.joint],
    [
      "the list",
      "incidents.json",
      (page: { items: { id: string; joint: Line[] }[] }) =>
        page.items.find(({ id }) => id === "inc-4")?.joint,
    ],
    [
      "GeoJSON",
      "incidents.geojson",
      (page: { features: { id: string; properties: { joint: Line[] } }[] }) =>
        page.features.find(({ id }) => id === "inc-4")?.properties.joint,
    ],
  ])(
    "pass through %s without loss",
    async (_name, path, read: (page: never) => Line[] | undefined) => {
      const joint = read(JSON.parse(await answer(path)) as never);
      expect(joint?.map(told)).toEqual(EXPECTED);
    },
  );

  test("pass through CSV without loss, and are empty where facts are free", async () => {
    const [names = [], ...lines] = readCsv(await answer("incidents.csv"));
    const cells = lines.map((line) => [line[names.indexOf("id")], line[names.indexOf("joint")]]);
    const cell = new Map(cells.map(([id = "", text = ""]) => [id, text]));
    expect(cell.get("inc-1")).toBe("");
    const joint = JSON.parse(cell.get("inc-4") ?? "") as readonly Line[];
    expect(joint.map(told)).toEqual(EXPECTED);
  });

  test("leave the incident on no map at a place where it may not have been", async () => {
    const page = JSON.parse(await answer("i/inc-4.json"));
    expect(page.where).toEqual({ kind: "unknown" });
  });
});

test("a place that was heard from somewhere keeps the words, and is an area on the page", async () => {
  const { where } = JSON.parse(await answer("i/inc-5.json"));
  expect(where).toMatchObject({
    kind: "area",
    seen: { lon: 20.3, lat: 9.8, radiusMeters: 1000, fromMeters: 2000, toMeters: 6000 },
  });
  expect(where.seen.bearings).toEqual(["E", "ESE"]);
  expect(where.polygons).toHaveLength(2);
});
