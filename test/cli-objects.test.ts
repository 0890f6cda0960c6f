// The shell on lists of objects and on tables of incidents, beside a copy of cases/example.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { truceline } from "./house/test-shell.ts";

const example = fileURLToPath(new URL("../cases/example", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-objects-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("check", () => {
  test("counts the lists of objects of a case, and says whose they are", async () => {
    const at = join(folder, "listed");
    cpSync(example, at, { recursive: true });
    mkdirSync(join(at, "objects"));
    const note = `truceline: objects/1
source: A list
licence: none
as-of: 2031-01-01
listed-by: The ferry
kind: bridge
`;
    writeFileSync(join(at, "objects/b.yaml"), note);
    writeFileSync(join(at, "objects/b.csv"), "id,lat,lon,kind\nb-1,10,20,\nb-2,11,20,market\n");
    expect((await truceline(["check", at])).out).toContain(
      "objects/b.csv: 2 objects (bridge 1, market 1), listed by The ferry as of 2031-01-01",
    );
    const { objects } = JSON.parse((await truceline(["check", at, "--json"])).out) as {
      readonly objects: unknown;
    };
    expect(objects).toMatchObject([
      { objects: 2, byKind: { bridge: 1, market: 1 }, licence: "none" },
    ]);
  });
});

const MAPPING = `mapping: 1
reads: csv
source: The ferry's diary
licence: none
caveat: The ferry sees the river only.
prefix: f
key: [no]
occurred: {from: {column: day, pattern: dd.MM.yyyy}, zone: UTC}
place: {lat: lat, lon: lon, name: place, radiusMeters: 500}
actor: {column: who, values: {north: north, south: south}}
act: {constant: strike}
kind: {column: what, values: {bridge: bridge, market: market}}
counts: {killed: {low: dead, high: dead-at-most}}
`;
const TABLE = `no,day,lat,lon,place,who,what,dead,dead-at-most
1,02.05.2031,10.0,20.0,Old Bridge,south,bridge,2,3
2,02.05.2031,10.0,20.0,Old Bridge,,bridge,1,
3,02.05.2031,10.0,20.0,Old Bridge,north,ship,,
4,01.06.2031,10.0,20.0,Old Bridge,north,bridge,,
1,02.05.2031,10.0,20.0,Old Bridge,south,bridge,2,3
6,2031-05-02,10.0,20.0,Old Bridge,south,bridge,2,3
`;

describe("a mapping of a case", () => {
  test("is checked with it", async () => {
    const at = join(folder, "mapped");
    cpSync(example, at, { recursive: true });
    mkdirSync(join(at, "mappings"));
    writeFileSync(
      join(at, "mappings/diary.yaml"),
      MAPPING.replace("bridge: bridge", "bridge: brigde"),
    );
    const { code, out } = await truceline(["check", at]);
    expect(code).toBe(1);
    expect(out).toContain('[C202] unknown kind: "brigde"');
    expect(out).toContain("mappings/diary.yaml:12:");
  });
});

interface Listed {
  readonly asOf: string | null;
  readonly table: { readonly leftOut: number; readonly coverage: unknown };
  readonly incidents: readonly {
    readonly id: string;
    readonly day: string | null;
    readonly verdicts: Readonly<
      Record<string, { readonly verdict: string; readonly cause: string | null }>
    >;
  }[];
}

describe("assess --incidents", () => {
  const [table, mapping] = ["diary.csv", "diary.yaml"];
  const args = (...more: readonly string[]) => [
    ...["assess", example, "--incidents", join(folder, table)],
    ...["--mapping", join(folder, mapping), ...more],
  ];

  beforeAll(() => {
    writeFileSync(join(folder, table), TABLE);
    writeFileSync(join(folder, mapping), MAPPING);
  });

  test("says how many rows were judged and refused and why, whose table it is, and the totals", async () => {
    const { code, out, err } = await truceline(args());
    expect([code, err]).toEqual([0, ""]);
    const told = out.replaceAll("\n", " ");
    expect(told).toContain("6 rows = 4 judged + 2 refused (bad-day 1, double-id 1)");
    expect(told).toContain("Not translated by the mapping, so unknown: what: ship (1).");
    expect(told).toContain("The ferry's diary; licence: none. The ferry sees the river only.");
    expect(told).toContain("4 incidents in the table from 2031-05-02 to 2031-06-01.");
    expect(out).toContain(`diary.csv:7:3 refused, bad-day: "2031-05-02" is no day`);
  });

  test("judges each row, and counts casualties as ranges over those that may be violations", async () => {
    const json = JSON.parse((await truceline(args("--list", "--json"))).out) as {
      readonly table: { readonly rows: number; readonly judged: number };
      readonly readings: readonly { readonly id: string; readonly casualties: unknown }[];
      readonly incidents: readonly {
        readonly id: string;
        readonly verdicts: Readonly<Record<string, { readonly verdict: string }>>;
      }[];
    };
    expect(json.table).toMatchObject({ rows: 6, judged: 4, refused: { "bad-day": 1 } });
    const north = json.incidents.map(({ id, verdicts }) => [
      id,
      verdicts["river-truce/north"]?.verdict,
    ]);
    expect(north).toEqual([
      ["f-1", "violation"],
      ["f-2", "undetermined"],
      ["f-3", "undetermined"],
      ["f-4", "not-covered"],
    ]);
    const reading = json.readings.find(({ id }) => id === "river-truce/north");
    expect(reading?.casualties).toEqual({
      killed: { low: 2, high: null },
      injured: { low: 0, high: 0 },
      withoutKilled: 1,
      withoutInjured: 3,
    });
  });

  test("narrows what is counted, and says how many rows lie outside", async () => {
    const { out } = await truceline(args("--from", "2031-06-01"));
    expect(out.replaceAll("\n", " ")).toContain("+ 3 outside what was asked");
  });

  test("judges a row without a day as of any day, and says how many there are", async () => {
    const undated = join(folder, "undated.csv");
    const lines = TABLE.split("\n");
    writeFileSync(
      undated,
      [...lines.slice(0, 2), ...lines.slice(1, 2)]
        .join("\n")
        .replace(/1,02\S+?,(?=[^\n]*$)/, "7,,"),
    );
    const asked = ["assess", example, "--incidents", undated, "--mapping", join(folder, mapping)];
    const { out } = await truceline(asked);
    expect(out.replaceAll("\n", " ")).toContain("1 without a day: they may have been on any.");
    const json = JSON.parse((await truceline([...asked, "--list", "--json"])).out) as Listed;
    expect(json.table.coverage).toMatchObject({ rows: 2, undated: 1 });
    expect(
      json.incidents.map(({ id, day, verdicts }) => {
        const { verdict, cause } = verdicts["river-truce/north"] ?? {};
        return [id, day, verdict, cause];
      }),
    ).toEqual([
      ["f-1", "2031-05-02", "violation", null],
      ["f-7", null, "undetermined", "facts"],
    ]);
    expect((await truceline([...asked, "--list"])).out).toMatch(/f-7 +no day +Old Bridge/);
    expect((await truceline([...asked, "--from", "2031-06-01"])).out).toContain("1 judged");
  });

  test("asked as of a day, counts the rows that were published by then, or says why it cannot", async () => {
    const dated = join(folder, "published.yaml");
    const lines = TABLE.split("\n").slice(0, 5);
    const told = lines.map(
      (line, row) => `${line},${["told", "2031-05-03", "", "2031-05-20", "2031-06-02"][row]}`,
    );
    writeFileSync(join(folder, "published.csv"), told.join("\n"));
    writeFileSync(dated, `${MAPPING}published: {column: told, pattern: yyyy-MM-dd}\n`);
    const asked = ["assess", example, "--incidents", join(folder, "published.csv")];
    const asOf = async (day: string) => {
      const answer = await truceline([
        ...asked,
        "--mapping",
        dated,
        "--json",
        "--list",
        "--as-of",
        day,
      ]);
      const json = JSON.parse(answer.out) as Listed;
      return [json.asOf, json.table.leftOut, json.incidents.map(({ id }) => id)];
    };
    // The second row does not say when it was published: it was known once it had happened.
    expect(await asOf("2031-05-02")).toEqual(["2031-05-03T00:00:00Z", 3, ["f-2"]]);
    expect(await asOf("2031-05-03")).toEqual(["2031-05-04T00:00:00Z", 2, ["f-1", "f-2"]]);
    expect(await asOf("2031-06-02")).toMatchObject([expect.anything(), 0, { length: 4 }]);
    const { code, err } = await truceline(args("--as-of", "2031-05-03"));
    expect(code).toBe(2);
    expect(err).toMatch(/the mapping names no column of the day on which a row was published/);
  });

  test.each<[string, number, () => readonly string[], RegExp]>([
    ["a mapping alone", 2, () => ["assess", example, "--mapping", "m.yaml"], /given together/],
    ["what only the case's record answers", 2, () => args("--open"), /own record, not a table/],
    [
      "no such table",
      3,
      () => ["assess", example, "--incidents", "none.csv", "--mapping", join(folder, mapping)],
      /"none.csv" cannot be read/,
    ],
    [
      "another table",
      3,
      () => [
        ...["assess", example, "--incidents", join(folder, mapping)],
        ...["--mapping", join(folder, mapping)],
      ],
      /has no column "no"/,
    ],
    [
      "a mapping that is none",
      3,
      () => [
        ...["assess", example, "--incidents", join(folder, table)],
        ...["--mapping", join(folder, table)],
      ],
      /cannot be used/,
    ],
  ])("%s ends with exit code %i", async (_name, code, given, says) => {
    const answer = await truceline(given());
    expect(answer.code).toBe(code);
    expect(answer.err).toMatch(says);
  });
});
