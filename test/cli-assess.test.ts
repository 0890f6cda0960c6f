// Counting, explaining and comparing from the shell on cases/example: what is printed, and the JSON of docs/cli.md.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { truceline, trucelineJson as json } from "./house/test-shell.ts";
import { changedCopy } from "./kit/changed-copy.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "cases/example");
const realCase = join(root, "cases/ukraine-2025");
const [NORTH, SOUTH] = ["river-truce/north", "river-truce/south"] as const;
const compareSides = (a: string = NORTH, b: string = SOUTH) => ["compare", example, a, b];
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-cli-assess-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("assess", () => {
  test("as JSON has every reading with bounds that hold and parts that add up", async () => {
    const { readings, ...rest } = await json(["assess", example, "--json"]);
    expect(rest).toEqual({
      case: "example",
      asOf: null,
      engine: "truceline 0.0.0-test",
      logHead: { size: 0, root: "" },
      hold: {},
      window: null,
    });
    expect(readings.map(({ id }: { id: string }) => id)).toEqual([NORTH, SOUTH]);
    for (const { totals } of readings) {
      const { facts, text, both } = totals.undetermined;
      expect(totals.atLeast).toBeLessThanOrEqual(totals.atMost);
      expect(totals.violation + totals.notCovered + facts + text + both + totals.conflict).toBe(
        totals.incidents,
      );
    }
  });

  test("as JSON with --list has the documented shape of a row", async () => {
    const { incidents } = await json(["assess", example, "--json", "--list"]);
    expect(incidents).toHaveLength(5);
    expect(incidents[0]).toEqual({
      id: "inc-1",
      day: "2031-05-01",
      place: "Highfield",
      aggregate: false,
      verdicts: {
        [NORTH]: {
          verdict: "not-covered",
          reasons: ["period"],
          cause: null,
          clauses: ["strikes"],
          standing: expect.stringMatching(/^(applies|unclear|would-apply)$/),
          maybe: false,
          maybeBy: [],
          limit: null,
        },
        [SOUTH]: expect.objectContaining({
          verdict: "violation",
          maybe: true,
          maybeBy: ["south"],
        }),
      },
    });
  });

  test("prints the case's caveat with the totals, and nothing on stderr when all is well", async () => {
    const { out, err } = await truceline(["assess", example]);
    expect(out.replaceAll(/\s+/g, " ")).toContain("They say nothing about any real place.");
    expect(err).toBe("");
  });

  test("narrows by day, party, kind and knowledge, and says so", async () => {
    const told = async (...narrowing: readonly string[]) =>
      (await truceline(["assess", example, ...narrowing])).out.replaceAll(/\s+/g, " ");
    const days = await told("--from", "2031-05-02", "--until", "2031-05-03");
    expect(days).toContain("2 incidents on record");
    expect(days).toContain("(only from 2031-05-02, before 2031-05-03)");
    expect(await told("--kind", "bridge")).toContain("2 incidents on record");
    expect(await told("--as-of", "2031-05-02")).toContain("3 incidents on record");
    expect(await told("--as-of", "2031-05-01")).toContain("0 incidents on record");
  });

  test("with --open, every open question of a reading has the bounds under each of its answers", async () => {
    const asked = ["assess", realCase, "--open", "--reading", "energy/UA"];
    const { readings } = await json([...asked, "--json"]);
    const { questions } = readings[0];
    expect(questions.map((one: { question: string }) => one.question)).toEqual([
      "length",
      "extension",
      "on-breach",
    ]);
    expect(questions[2].answers).toHaveLength(3);
    const { out } = await truceline(asked);
    expect(out).toContain("What energy/UA leaves open");
    expect(out).toMatch(/on-breach +bound +nobody +\d+ +\d+/);
  });

  test("holds a question to one answer for every reading, and says so", async () => {
    const held = ["--hold", "start:midnight", "--hold", "targets:energy-only"];
    const { readings, hold } = await json(["assess", example, "--json", ...held]);
    expect(hold).toEqual({ start: "midnight", targets: "energy-only" });
    expect(readings[0].totals).toEqual(readings[1].totals);
    const says = "Every reading is given start: midnight and targets: energy-only";
    for (const args of [["assess", example], compareSides(), ["explain", example, "inc-1"]]) {
      expect((await truceline([...args, ...held])).out.replaceAll(/\s+/g, " ")).toContain(says);
    }
    const answer = await json([...compareSides(), "--json", ...held]);
    expect([answer.hard, answer.soft, answer.hold]).toEqual([0, 0, hold]);
  });

  test("counts over the in-force window of the readings asked for, and says so", async () => {
    const hold = ["--hold", "on-breach:bound"];
    const easter = ["--reading", "easter/RU", "--reading", "easter/UA", ...hold];
    const args = ["assess", realCase, ...easter, "--window", "in-force"];
    const whole = await json(["assess", realCase, ...easter, "--json"]);
    const within = await json([...args, "--json"]);
    expect([whole.window, within.window]).toEqual([null, "in-force"]);
    for (const [index, { totals, units }] of within.readings.entries()) {
      const before = whole.readings[index];
      expect(totals.incidents).toBe(13);
      expect([totals.atLeast, totals.atMost, units]).toEqual([
        before.totals.atLeast,
        before.totals.atMost,
        before.units,
      ]);
    }
    const { out } = await truceline(args);
    expect(out.replaceAll(/\s+/g, " ")).toContain("in-force window of these readings");
    expect(out).toMatch(/easter\/RU +2 \/ 4 +6 \/ 15/);
    const pair = ["compare", realCase, "easter/RU", "easter/UA", "--window", "in-force"];
    expect((await json([...pair, "--json"])).sentence).toMatch(/^Of 13 recorded incidents/);
    expect((await truceline(pair)).out.replaceAll(/\s+/g, " ")).toContain("in-force window");
  });

  test("says on stderr that figures are not whole when rows have errors", async () => {
    const broken = changedCopy({ folder: example, into: folder }, "record/incidents.yaml", (text) =>
      text.replace("[substation]", "[substaton]"),
    );
    const { code, out, err } = await truceline(["assess", broken]);
    expect(code).toBe(0);
    expect(out).toContain("4 incidents on record");
    expect(err).toMatch(/has 1 error.*left out of every figure/);
  });

  test("styles nothing without colour, and only weight with it", async () => {
    expect((await truceline(["assess", example])).out).not.toContain("\u001b");
    const styled = (await truceline(["assess", example], { colour: true })).out;
    expect(styled).toContain("\u001b[1m");
    expect(styled.replace(/\u001b\[(?:1|2|22)m/g, "")).not.toContain("\u001b");
  });
});

describe("explain", () => {
  test("with one reading is one object, without it an array in id order", async () => {
    const one = await json(["explain", example, "inc-4", "--json", "--reading", SOUTH]);
    expect(Object.keys(one)).toEqual([
      ...[
        "incident",
        "reading",
        "verdict",
        "trace",
        "why",
        "whyNot",
        "settles",
        "answers",
        "limits",
      ],
      "casualties",
    ]);
    expect(one.verdict).toMatchObject({ verdict: "undetermined", cause: "facts" });
    expect(Object.keys(one.trace)).toEqual([
      "rule",
      "asked",
      "found",
      "value",
      "claims",
      "quote",
      "children",
    ]);
    const all = await json(["explain", example, "inc-4", "--json"]);
    expect(all.map(({ reading }: { reading: string }) => reading)).toEqual([NORTH, SOUTH]);
  });

  test("keeps every point of a casualty series, in order, each with who says it", async () => {
    const [first] = await json(["explain", example, "inc-3", "--json"]);
    expect(first.casualties).toMatchObject([
      { by: "other", killed: null, injured: { low: 3, high: 3 } },
      { by: "south", killed: { low: 1, high: 1 }, injured: { low: 5, high: 5 } },
    ]);
    const { out } = await truceline(["explain", example, "inc-3"]);
    expect(out).toMatch(
      /2031-05-02 +- +3 +other \(src-4\)[\s\S]*2031-05-03 +1 +5 +south \(src-5\)/,
    );
  });

  test("shows rival claims side by side and calls none a finding", async () => {
    const { out } = await truceline(["explain", example, "inc-2"]);
    expect(out).toContain("Claims, none of them a finding");
    expect(out).toMatch(/clm-2 +south +north did it/);
    expect(out).toMatch(/clm-3 +north +south did it/);
  });
});

describe("compare", () => {
  test("gives both orders the same answer, in id order", async () => {
    const there = await json([...compareSides(), "--json"]);
    const back = await json([...compareSides(SOUTH, NORTH), "--json"]);
    expect(back).toEqual(there);
    expect([there.a, there.b]).toEqual([NORTH, SOUTH]);
  });

  test("attributes the disagreement to words, in parts that add up", async () => {
    const answer = await json([...compareSides(), "--json"]);
    expect([answer.hard, answer.soft]).toEqual([2, 1]);
    expect(answer.sets).toEqual([
      { questions: ["targets"], incidents: 2, ids: ["inc-2", "inc-4"] },
      { questions: ["start"], incidents: 1, ids: ["inc-1"] },
    ]);
    const parts = answer.causes.map(
      (cause: { hard: number; soft: number }) => cause.hard + cause.soft,
    );
    expect(parts.reduce((sum: number, part: number) => sum + part, 0)).toBe(
      answer.hard + answer.soft,
    );
  });

  test("names the incidents behind each number with --list", async () => {
    const { out } = await truceline([...compareSides(), "--list"]);
    expect(out).toContain("start alone: inc-1");
  });
});
