// The shell end to end on cases/example and on broken copies of it: what is printed where, and with which exit code.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filesUnder } from "../scripts/house/stamp.mjs";
import { truceline, trucelineJson as json } from "./house/test-shell.ts";
import { changedCopy } from "./kit/changed-copy.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const example = join(root, "cases/example");
const realCase = join(root, "cases/ukraine-2025");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-cli-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("exit codes", () => {
  test.each<[string, number, readonly string[]]>([
    ["help", 0, ["--help"]],
    ["the version", 0, ["--version"]],
    ["help of a command", 0, ["assess", "--help"]],
    ["a case with warnings only", 0, ["check", example]],
    ["scenarios that pass", 0, ["test", example]],
    ["no command", 2, []],
    ["an unknown command", 2, ["asess", example]],
    ["an unknown option", 2, ["assess", example, "--redaing", "x"]],
    ["a missing argument", 2, ["explain", example]],
    ["an unknown reading", 2, ["assess", example, "--reading", "river-truce/nort"]],
    ["an unknown incident", 2, ["explain", example, "inc-44"]],
    ["an unknown party", 2, ["assess", example, "--party", "nroth"]],
    ["an unknown kind", 2, ["assess", example, "--kind", "substaton"]],
    ["an unknown window", 2, ["assess", example, "--window", "in-forse"]],
    ["an unknown question to hold", 2, ["assess", example, "--hold", "strat:noon"]],
    ["an unknown answer to hold", 2, ["assess", example, "--hold", "start:non"]],
    ["a hold that is no pair", 2, ["explain", example, "inc-1", "--hold", "start"]],
    ["a day that is none", 2, ["assess", example, "--from", "2031-02-30"]],
    ["an instant without offset", 2, ["assess", example, "--as-of", "2031-05-01T12:00"]],
    [
      "days in the wrong order",
      2,
      ["assess", example, "--from", "2031-05-03", "--until", "2031-05-01"],
    ],
    [
      "a reading compared with itself",
      2,
      ["compare", example, "river-truce/north", "river-truce/north"],
    ],
    ["a language that is not there", 2, ["assess", example, "--lang", "de"]],
    ["a port that is none", 2, ["serve", example, "--port", "70000"]],
    ["no such folder", 3, ["check", join(root, "cases/exampel")]],
    ["a folder that is no case", 3, ["assess", join(root, "cases")]],
    ["a file", 3, ["assess", join(root, "package.json")]],
    ["a new case where something lies", 3, ["new", example]],
    ["an export without a format", 2, ["export", example, "--out", "x"]],
    ["an export to nowhere", 2, ["export", example, "--format", "site"]],
    ["a format that is not there", 2, ["export", example, "--format", "pdf", "--out", "x"]],
    ["one case exported twice", 2, ["export", example, example, "--format", "site", "--out", "x"]],
    ["an export over something else", 3, ["export", example, "--format", "site", "--out", root]],
    ["an export of no case", 3, ["export", join(root, "docs"), "--format", "site", "--out", "x"]],
  ])("%s: %i", async (_, code, args) => {
    const ran = await truceline(args);
    expect({ code: ran.code, err: ran.err }).toEqual({ code, err: ran.err });
    if (code >= 2) expect(ran.out).toBe("");
    if (code >= 2) expect(ran.err).not.toBe("");
  });

  test("a case with an error: check says no, and the exit code with it", async () => {
    const broken = changedCopy({ folder: example, into: folder }, "record/incidents.yaml", (text) =>
      text.replace("[substation]", "[substaton]"),
    );
    const { code, out } = await truceline(["check", broken]);
    expect(code).toBe(1);
    expect(out).toMatch(/record\/incidents\.yaml:\d+:\d+/);
    expect(out).toContain(`did you mean "substation"?`);
    expect(out).toMatch(/1 error, /);
  });

  test("a scenario that fails: test says no, with expected beside found", async () => {
    const file = "scenarios/river-truce.scenarios.yaml";
    const broken = changedCopy({ folder: example, into: folder }, file, (text) =>
      text.replace("south: violation", "south: not-covered"),
    );
    const { code, out } = await truceline(["test", broken]);
    expect(code).toBe(1);
    expect(out).toMatch(/expected not-covered[\s\S]*found +violation/);
    expect(out).toContain("7 scenarios, 6 passed, 1 failed");
  });

  test("a broken scenario file: neither check nor test says yes", async () => {
    const file = "scenarios/river-truce.scenarios.yaml";
    const broken = changedCopy({ folder: example, into: folder }, file, (text) =>
      text.replace("kind: substation", "kind: substaton"),
    );
    expect((await truceline(["check", broken])).code).toBe(1);
    expect((await truceline(["test", broken])).code).toBe(1);
  });
});

describe("an error message", () => {
  test.each<[string, readonly string[], RegExp]>([
    ["the nearest command", ["asess", example], /Did you mean assess\?/],
    ["the nearest option", ["assess", example, "--redaing", "x"], /Did you mean --reading\?/],
    [
      "the nearest reading",
      ["assess", example, "--reading", "river-truce/nort"],
      /did you mean "river-truce\/north"/,
    ],
    ["the nearest incident", ["explain", example, "inc-44"], /did you mean "inc-4"/],
    ["the nearest kind", ["assess", example, "--kind", "substaton"], /did you mean "substation"/],
    ["the nearest party", ["assess", example, "--party", "nroth"], /did you mean "north"/],
    ["the nearest case", ["check", join(root, "cases/exampel")], /did you mean ".*cases\/example"/],
    [
      "the cases in a folder of cases",
      ["check", join(root, "cases")],
      /the cases in it are ".*cases\/example"/,
    ],
    ["the languages there are", ["assess", example, "--lang", "de"], /en, ru, uk/],
  ])("names %s", async (_, args, says) => {
    expect((await truceline(args)).err).toMatch(says);
  });

  test("says that a fault of ours is not theirs", async () => {
    const ran = await truceline(["serve", example, "--port", "0"], {
      whileServing: () => Promise.reject(new Error("planted")),
    });
    expect(ran.code).toBe(3);
    expect(ran.err).toMatch(/a fault of the program, not of your input[\s\S]*planted/);
  });
});

describe("test", () => {
  test("as JSON gives every scenario its verdicts and says what none decides", async () => {
    const answer = await json(["test", example, "--json"]);
    expect([answer.passed, answer.failed]).toEqual([7, 0]);
    expect(answer.coverage.uncovered).toEqual([]);
    expect(answer.coverage.covered).toContain("river-truce: answer targets/energy-only");
    expect(answer.scenarios[0].verdicts["river-truce/south"].verdict).toBe("violation");
  });
});

describe("check in SARIF 2.1.0", () => {
  const sarif = async (folder: string) => {
    const { out, code } = await truceline(["check", folder, "--format", "sarif"]);
    return { code, log: JSON.parse(out) as SarifLog };
  };
  interface Place {
    readonly artifactLocation: { readonly uri: string };
    readonly region: {
      readonly startLine: number;
      readonly startColumn: number;
      readonly endColumn: number;
    };
  }
  interface SarifLog {
    readonly version: string;
    readonly runs: readonly {
      readonly columnKind: string;
      readonly tool: {
        readonly driver: { readonly name: string; readonly rules: { id: string }[] };
      };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations?: readonly { readonly physicalLocation: Place }[];
      }[];
    }[];
  }

  test("has what the format requires, and as many results as JSON has problems", async () => {
    const { log } = await sarif(realCase);
    const { problems } = (await json(["check", realCase, "--format", "json"])) as {
      problems: { code: string; severity: string }[];
    };
    expect(log.version).toBe("2.1.0");
    expect(log.runs).toHaveLength(1);
    const [run] = log.runs;
    expect(run?.columnKind).toBe("unicodeCodePoints");
    expect(run?.tool.driver.name).toBe("truceline");
    expect(run?.results.map(({ ruleId }) => ruleId)).toEqual(problems.map(({ code }) => code));
    const levels = { error: "error", warning: "warning", info: "note" } as Record<string, string>;
    expect(run?.results.map(({ level }) => level)).toEqual(
      problems.map(({ severity }) => levels[severity]),
    );
    for (const { ruleId, ruleIndex } of run?.results ?? [])
      expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  });

  test("an error stands at its place, in a file whose name needs escaping, and the answer is no", async () => {
    const spaced = join(folder, "a case");
    cpSync(example, spaced, { recursive: true });
    const text = join(spaced, "terms/river-truce.terms.md");
    writeFileSync(text, readFileSync(text, "utf8").replace("act: strike", "act: striek"));
    const { log, code } = await sarif(spaced);
    expect(code).toBe(1);
    const found = log.runs[0]?.results.find(({ ruleId }) => ruleId === "T201");
    expect(found?.level).toBe("error");
    expect(found?.message.text).toContain("did you mean");
    const place = found?.locations?.[0]?.physicalLocation;
    expect(place?.artifactLocation.uri).toMatch(/a%20case\/terms\/river-truce\.terms\.md$/);
    const line = readFileSync(text, "utf8").split("\n")[(place?.region.startLine ?? 0) - 1] ?? "";
    const { startColumn = 1, endColumn = 1 } = place?.region ?? {};
    expect([...line].slice(startColumn - 1, endColumn - 1).join("")).toBe("striek");
  });
});

describe("check", () => {
  test("as JSON counts by severity and places every problem in the folder that was named", async () => {
    const answer = await json(["check", example, "--json"]);
    expect(answer.errors).toBe(0);
    expect(answer.problems).toHaveLength(answer.warnings + answer.notes);
    expect(answer.problems[0].at.file).toBe(join(example, "terms/river-truce.terms.md"));
  });
});

describe("new", () => {
  test("writes exactly cases/example, which checks, tests and assesses", async () => {
    const made = join(folder, "made", "example");
    expect((await truceline(["new", made])).code).toBe(0);
    expect(contents(made)).toEqual(contents(example));
  });

  test("gives the case the name of its folder", async () => {
    const made = join(folder, "made", "my-truce");
    await truceline(["new", made]);
    expect((await json(["assess", made, "--json"])).case).toBe("my-truce");
  });

  test("refuses a name that could not be an id, and writes nothing", async () => {
    const ran = await truceline(["new", join(folder, "My Truce")]);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("small letters, digits and hyphens");
    expect(filesUnder(folder, "My Truce")).toEqual([]);
  });
});

describe("serve", () => {
  test("prints totals and the address, answers, and ends with exit code 0", async () => {
    const ran = await truceline(["serve", example, "--port", "0"]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/river-truce\/north +\d+ +\d+/);
    expect(ran.out).toMatch(/Open http:\/\/127\.0\.0\.1:\d+ in a browser/);
  });

  test("as JSON says where and what", async () => {
    const answer = await json(["serve", example, "--port", "0", "--json"]);
    expect(answer).toEqual({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      cases: ["example"],
    });
  });

  test("refuses two cases of one id, and a port that is taken", async () => {
    expect((await truceline(["serve", example, example])).err).toContain(
      `two cases have the id "example"`,
    );
    let second = { code: 0, err: "" };
    const first = await truceline(["serve", example, "--port", "41380", "--json"], {
      whileServing: async () => {
        second = await truceline(["serve", example, "--port", "41380"]);
      },
    });
    expect(first.code).toBe(0);
    expect(second.code).toBe(3);
    expect(second.err).toMatch(/port 41380 on 127\.0\.0\.1 is taken/);
  });
});

function contents(at: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    filesUnder(at, ".").map((file: string) => [file, readFileSync(join(at, file), "utf8")]),
  );
}
