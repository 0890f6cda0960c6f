// Versions of a text in a case folder: which are read, which are refused, and what the shipped case's two versions say.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { assessCase, atTextTime, readingIds } from "../src/assess/index.ts";
import { loadCase } from "../src/case/load-case.ts";
import type { CaseFiles } from "../src/case/case.ts";
import type { Day } from "../src/model/instant.ts";
import { diffTerms } from "../src/terms/diff-terms.ts";
import { truceline } from "./house/test-shell.ts";
import { filesOf } from "./kit/load-folder.ts";

const folder = fileURLToPath(new URL("../cases/ukraine-2025", import.meta.url));
const files = filesOf("cases/ukraine-2025");
const PATH = "terms/versions/energy@2025-03-18.terms.md";
const written = files.get(PATH) ?? "";

function found(extra: CaseFiles) {
  const { value, problems } = loadCase(new Map([...files, ...extra]));
  const codes = problems.filter(({ severity }) => severity === "error").map(({ code }) => code);
  return { codes, versions: value?.versions.map(({ file }) => file) ?? [] };
}

describe("an earlier version", () => {
  test("is read from terms/versions, beside the latest text and never instead of it", () => {
    const { value } = loadCase(files);
    expect(value?.versions.map(({ file }) => file)).toEqual([PATH]);
    expect(value?.instruments.map(({ file }) => file)).not.toContain(PATH);
  });

  test.each([
    [
      "of another day than its name says",
      PATH,
      written.replace("dated: 2025-03-18", "dated: 2025-03-19"),
      "C230",
    ],
    [
      "of another text than its name says",
      PATH,
      written.replace("id: energy", "id: enrgy"),
      "C230",
    ],
    [
      "of a text that is not there",
      "terms/versions/sea@2025-03-18.terms.md",
      written.replace("id: energy", "id: sea"),
      "C231",
    ],
    [
      "not before the latest text",
      "terms/versions/energy@2025-03-25.terms.md",
      written.replace("dated: 2025-03-18", "dated: 2025-03-25"),
      "C231",
    ],
  ])("%s is refused and left out", (_, path, text, code) => {
    const { codes, versions } = found(new Map([[path, text]]));
    // Scenarios that name a reading of a version that is not read say so too.
    expect(codes.filter((found) => !found.startsWith("S"))).toEqual([code]);
    expect(versions).toEqual(path === PATH ? [] : [PATH]);
  });
});

describe("the ceasefire on energy in text time", () => {
  const { value: theCase } = loadCase(files);
  if (theCase === null) throw new Error("the shipped case cannot be used");
  const readingsOn = (on: string) =>
    readingIds(atTextTime(theCase, on as Day).input).filter((id) => id.startsWith("energy/"));

  test("has the readings of its version of 18 March until 24 March, and those of 25 March from then on", () => {
    expect(readingsOn("2025-03-17")).toEqual([]);
    expect(readingsOn("2025-03-18")).toEqual(["energy/RU", "energy/UA", "energy/US-18-march"]);
    expect(readingsOn("2025-03-24")).toEqual(readingsOn("2025-03-18"));
    expect(readingsOn("2025-03-25")).toHaveLength(5);
  });

  test("had two answers on scope on 18 March; the three lists came between the versions", () => {
    const [before] = theCase.versions;
    const after = theCase.instruments.find(({ instrument }) => instrument.id === "energy");
    if (before === undefined || after === undefined) throw new Error("a version is missing");
    expect([...(before.instrument.questions.get("scope")?.answers.keys() ?? [])]).toEqual([
      "energy-and-infrastructure",
      "energy-infrastructure",
    ]);
    const added = diffTerms(before.instrument, after.instrument)
      .filter(({ kind }) => kind === "added")
      .map(({ part }) => part);
    expect(added).toContain("question start");
    expect(added.filter((part) => part.startsWith("answer scope/"))).toEqual([
      "answer scope/kremlin-list",
      "answer scope/ukrainian-list",
      "answer scope/energy-rail-ports",
    ]);
  });

  test("counts under the version of the day: Ukraine's reading of 18 March answers nothing", () => {
    const then = assessCase(atTextTime(theCase, "2025-03-20" as Day).input);
    const now = assessCase(theCase);
    const open = (assessment: typeof now) =>
      assessment.readings.find(({ id }) => id === "energy/UA")?.open;
    expect(open(then)).toEqual(["length", "scope"]);
    expect(open(now)).toEqual(["extension", "length", "on-breach"]);
  });
});

describe("the shell in text time", () => {
  const json = async (args: readonly string[]) => {
    const { out, code } = await truceline([...args, "--json"]);
    expect(code).toBe(0);
    return JSON.parse(out) as Record<string, unknown>;
  };

  test("names the day and what it changed in every answer, and neither when it was not asked for", async () => {
    const day = ["--text-as-of", "2025-03-26"];
    const answers = [
      await json(["assess", folder, "--reading", "energy/UA-wide", ...day]),
      await json(["compare", folder, "energy/RU", "energy/UA-wide", ...day]),
      await json(["explain", folder, "inc-077", "--reading", "energy/UA-wide", ...day]),
      await json(["diff", "energy@2025-03-18", "energy", "--case", folder, ...day]),
    ];
    for (const answer of answers) {
      expect(answer["textAsOf"]).toBe("2025-03-26");
      expect(JSON.stringify(answer["textNotes"])).toContain("energy-rail-ports");
      expect(JSON.stringify(answer["textNotes"])).not.toContain("easter");
    }
    const plain = await json(["assess", folder, "--reading", "energy/UA-wide"]);
    expect(Object.keys(plain)).not.toContain("textAsOf");
  });

  test("lists the versions of a text with their ids and what changed, in one line", async () => {
    const { out } = await truceline(["terms", "versions", folder, "energy"], { columns: 2000 });
    const lines = out.split("\n");
    expect(lines[0]).toMatch(/^2025-03-18 {2}energy@2025-03-18 {2}sha256:[0-9a-f]{64}$/);
    expect(lines.filter((line) => line.startsWith("2025-"))).toHaveLength(2);
    const flat = out.replaceAll(/\s+/g, " ");
    expect(flat).toContain("answer scope/kremlin-list");
    expect(flat).toContain("text title -read out on- +stated from+");
    expect(flat).not.toContain("answer start/march-18");
  });

  test("compares two versions by name, and offers the nearest name for one that is not there", async () => {
    const diff = await json(["diff", "energy@2025-03-18", "energy", "--case", folder]);
    expect([diff["before"], diff["after"]]).toEqual(["energy@2025-03-18", "energy"]);
    const wrong = await truceline(["diff", "energy@2025-03-19", "energy", "--case", folder]);
    expect(wrong.code).not.toBe(0);
    expect(wrong.err).toContain(`did you mean "energy@2025-03-18"?`);
  });
});
