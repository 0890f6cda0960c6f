// Documents are true: what README tells people to type exists, links lead somewhere, every code and package has its line.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadCase } from "../src/case/load-case.ts";
import { program } from "../src/cli/program.ts";
import { DEFAULT_HOST, DEFAULT_PORT } from "../src/serve/index.ts";
import { testShell, truceline } from "./house/test-shell.ts";
import { codesIn } from "./house/codes.ts";
import { brokenLinks, commandsIn, npmScriptsIn, packagesListed } from "./house/documents.ts";
import type { Document } from "./house/documents.ts";
import { pathsUnder, readSourceFiles, sourceFile } from "./house/source-file.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const settings = JSON.parse(read("package.json")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
};
const documents: readonly Document[] = [
  ...["README", "ARCHITECTURE", "STYLE", "CHANGELOG", "SECURITY", "CONTRIBUTING"].map(
    (name) => `${name}.md`,
  ),
  ...["docs", "cases"].flatMap((folder) => pathsUnder(root, folder)),
]
  .filter((path) => path.endsWith(".md") && existsSync(join(root, path)))
  .map((path) => ({ path, text: read(path) }));
const commands = program(testShell().shell).commands;

describe("what documents tell people to type", () => {
  test("names npm scripts that exist", () => {
    const named = documents.flatMap(({ text }) => npmScriptsIn(text));
    expect(named).toContain("start");
    expect(named.filter((name) => !(name in settings.scripts))).toEqual([]);
  });

  test("names commands that exist", () => {
    const known = commands.map((command) => command.name());
    const named = documents.flatMap(({ text }) => commandsIn(text));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  test("docs/cli.md has a row for every command and every option of it", () => {
    const text = read("docs/cli.md");
    for (const command of commands) {
      expect(text, command.name()).toMatch(new RegExp(`^\\| \`${command.name()}[ \`]`, "m"));
      for (const { long } of command.options) expect(text).toContain(long ?? "?");
    }
  });

  test("docs/cli.md shows a talks.yaml that a case can hold", () => {
    const shown =
      /## talks\.yaml[\s\S]*?```\n([\s\S]*?)```/.exec(read("docs/cli.md"))?.[1] ?? "none";
    const files = pathsUnder(root, "cases/example").map(
      (path) => [path.replace("cases/example/", ""), read(path)] as const,
    );
    const { value, problems } = loadCase(new Map([...files, ["talks.yaml", shown]]));
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect([value?.meetings.length, value?.statements.length]).toEqual([1, 1]);
  });

  test("the address that help names is the one the server takes", () => {
    const serve = commands.find((command) => command.name() === "serve");
    const help = serve?.helpInformation() ?? "";
    expect(help).toContain(`default ${DEFAULT_PORT}`);
    expect(help).toContain(`default ${DEFAULT_HOST}`);
  });

  test("README shows the totals that the program prints today", async () => {
    const { out } = await truceline(["assess", join(root, "cases/ukraine-2025")]);
    const shown = /```\n(Ceasefire texts[\s\S]*?)```/.exec(read("README.md"))?.[1] ?? "no table";
    expect(out.slice(0, shown.length)).toBe(shown);
    expect(shown).toContain("unconditional/text");
  });

  test("every command has help with an example of itself", () => {
    for (const command of commands) {
      const { shell, printed } = testShell();
      const own = program(shell).commands.find((one) => one.name() === command.name());
      own?.outputHelp();
      expect(printed()).toMatch(new RegExp(`Example:\\n  truceline ${command.name()} `));
    }
  });
});

describe("documents", () => {
  test("link to files that are there", () => {
    expect(documents.length).toBeGreaterThan(10);
    expect(documents.flatMap((document) => brokenLinks(root, document))).toEqual([]);
  });

  test("list every runtime dependency in docs/decisions, and no other", () => {
    const listed = packagesListed(read("docs/decisions/dependencies.md"));
    expect(listed).toEqual(Object.keys(settings.dependencies).sort());
  });

  test("list every decision page", () => {
    const pages = pathsUnder(root, "docs/decisions").map((path) =>
      path.replace("docs/decisions/", ""),
    );
    const index = read("docs/decisions/README.md");
    expect(pages.filter((page) => page !== "README.md" && !index.includes(`(${page})`))).toEqual(
      [],
    );
  });

  test("explain every problem code that the source gives out", () => {
    const codes = codesIn(readSourceFiles(root, ["src"]));
    const text = read("docs/problems.md");
    expect(codes.size).toBeGreaterThan(20);
    const silent = [...codes].filter(([code]) => !new RegExp(`\\b${code}\\b`).test(text));
    expect(silent.map(([code, files]) => `${code} (${files.join(", ")})`)).toEqual([]);
  });

  test("CHANGELOG keeps its unreleased part on top", () => {
    expect(/^## (.*)$/m.exec(read("CHANGELOG.md"))?.[1]).toBe("Unreleased");
  });
});

describe("a false document is seen", () => {
  test("a script and a command that are not there", () => {
    expect(npmScriptsIn("run `npm run chekc` or `npm start`")).toEqual(["chekc", "start"]);
    expect(commandsIn("```\ntruceline asess cases/x\n```\nand `truceline serve`")).toEqual([
      "asess",
      "serve",
    ]);
  });

  test("a link to nowhere, while addresses and anchors are left alone", () => {
    const text = "[a](nowhere.md) [b](README.md#part) [c](https://example.org/x) [d](#here)";
    expect(brokenLinks(root, { path: "X.md", text })).toEqual(["X.md: nowhere.md"]);
  });

  test("a code written whole and one that gets its letter from the folder", () => {
    const files = [
      sourceFile("src/terms/a.ts", `// A\nreader.report("203", "x", null); const b = "T999";`),
      sourceFile("src/case/a.ts", `// A\nreader.report("301", "x", null);`),
    ];
    expect([...codesIn(files).keys()]).toEqual(["C301", "T203", "T999"]);
  });
});
