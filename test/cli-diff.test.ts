// `truceline diff` and `terms` on the shipped case: what people read, what programs read, what is refused.
import { copyFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { truceline } from "./house/test-shell.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const realCase = join(root, "cases/ukraine-2025");
const energy = join(realCase, "terms/energy.terms.md");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-diff-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("diff of two answers", () => {
  test("says in words which kinds are no longer protected", async () => {
    const { out, code } = await truceline(
      ["diff", energy, "--answers", "scope:energy-infrastructure,kremlin-list"],
      { columns: 500 },
    );
    expect(code).toBe(0);
    const flat = out.replaceAll(/\s+/g, " ");
    expect(flat).toContain(
      "no longer protected: gas-processing, gas-production, heat, lng-terminal, oil-extraction, oil-terminal, energy.other, gas.other, oil.other, power.other",
    );
    expect(flat).toContain("now open: gas-metering");
    expect(flat).toContain("no longer open: coal, energy-machine-building, fuel-station");
  });

  test("against the Ukrainian list says which are added", async () => {
    const { out } = await truceline([
      "diff",
      energy,
      "--json",
      "--answers",
      "scope:kremlin-list,ukrainian-list",
    ]);
    const { meaning } = JSON.parse(out) as {
      meaning: { same: boolean; directions: { from: string; to: string; kinds: string[] }[] };
    };
    expect(meaning.same).toBe(false);
    expect(meaning.directions[0]).toMatchObject({ from: "not-covered", to: "violation" });
    expect(meaning.directions[0]?.kinds).toContain("coal");
  });
});

describe("diff of two texts", () => {
  test("a draft that lies outside the case is read against it", async () => {
    const draft = join(folder, "energy.terms.md");
    writeFileSync(draft, readFileSync(energy, "utf8").replace("act: strike", "act: use-of-force"));
    const { out, code, err } = await truceline([
      "diff",
      energy,
      draft,
      "--case",
      realCase,
      "--json",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { words, meaning } = JSON.parse(out) as {
      words: object[];
      meaning: { directions: { to: string }[] };
    };
    expect(words).toEqual([
      {
        kind: "changed",
        part: "clause strikes",
        field: "act",
        before: ["strike"],
        after: ["use-of-force"],
        words: null,
      },
    ]);
    expect(meaning.directions.length).toBeGreaterThan(0);
  });

  test("a text against its copy has the same meaning over all situations", async () => {
    const copy = join(folder, "copy.terms.md");
    copyFileSync(energy, copy);
    const { out } = await truceline(["diff", energy, copy, "--case", realCase]);
    expect(out).toMatch(/Words\nNo difference\.\n\nMeaning\nSame meaning over \d+ situations/);
  });

  test.each<[string, number, readonly string[]]>([
    ["one text and no answers", 2, [energy]],
    ["an unknown question", 2, [energy, "--answers", "scpe:a,b"]],
    ["an unknown answer", 2, [energy, "--answers", "scope:kremlin-list,none"]],
    ["answers that are no pair", 2, [energy, "--answers", "scope:kremlin-list"]],
    [
      "two texts and answers",
      2,
      [energy, energy, "--answers", "scope:kremlin-list,ukrainian-list"],
    ],
    ["a file that is no text", 2, [join(root, "package.json")]],
    ["no such file", 3, [join(realCase, "terms/enrgy.terms.md"), energy]],
  ])("%s: %i", async (_, code, args) => {
    const ran = await truceline(["diff", ...args]);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: "" });
    expect(ran.err).not.toBe("");
  });
});

describe("terms", () => {
  test("pin tells a vocabulary that changed, check warns of it, pinning again settles it", async () => {
    const copy = join(folder, "example");
    cpSync(join(root, "cases/example"), copy, { recursive: true });
    const kinds = join(copy, "kinds.yaml");
    writeFileSync(kinds, `${readFileSync(kinds, "utf8")}\n# a word more\n`);
    const warned = await truceline(["check", copy]);
    expect(warned.out).toContain('warning[T508] the text is pinned to another "kinds.yaml"');
    const file = join(copy, "terms/river-truce.terms.md");
    expect(await truceline(["terms", "pin", file])).toMatchObject({
      code: 0,
      out: `${file}: kinds.yaml\n`,
    });
    expect((await truceline(["check", copy])).out).not.toContain("T508");
  });

  test("fmt --check finds a text laid out otherwise, fmt lays it out", async () => {
    const file = join(folder, "loose.terms.md");
    writeFileSync(file, "# A text\n\n```terms\nid:    x\n```\n");
    expect((await truceline(["terms", "fmt", "--check", file])).code).toBe(1);
    expect(readFileSync(file, "utf8")).toContain("id:    x");
    expect((await truceline(["terms", "fmt", file])).code).toBe(0);
    expect((await truceline(["terms", "fmt", "--check", file])).code).toBe(0);
  });

  test("prose says the text in the language asked for, and with --ids which part each sentence says", async () => {
    const { out } = await truceline(["terms", "prose", "--ids", "--lang", "uk", energy]);
    expect(out.replaceAll(/\s+/g, " ")).toContain(
      "[clauses/strikes] 1. Заборонено такі дії: удар.",
    );
    const { out: json } = await truceline(["terms", "prose", "--json", energy]);
    expect(JSON.parse(json)).toMatchObject({ id: "energy", lang: "en" });
  });

  test("schema is written where the first line of a text points", async () => {
    const copy = join(folder, "for-schema");
    cpSync(join(root, "cases/example"), copy, { recursive: true });
    const file = join(copy, "terms/river-truce.terms.md");
    const { code, out } = await truceline(["terms", "schema", "--write", file]);
    expect({ code, out }).toEqual({
      code: 0,
      out: `${join(copy, "terms/.schema/river-truce.json")}\n`,
    });
    const schema = JSON.parse(readFileSync(out.trim(), "utf8")) as { $defs: { party: object } };
    expect(schema.$defs.party).toEqual({ enum: ["north", "south"] });
    expect((await truceline(["check", copy])).code).toBe(0);
  });
});

test("wrong usage of a command of `terms` ends with code 2, as that of any command", async () => {
  const { err, code } = await truceline(["terms", "fmt", energy, "--no-such-option"]);
  expect(code).toBe(2);
  expect(err).toContain("--no-such-option");
});
