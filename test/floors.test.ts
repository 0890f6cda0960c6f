// The house stands on its floors: imports point down, pure floors touch nothing, no file is a maze. Rules: test/house/floors.ts.
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { breaches, FLOORS, floorOf, ownImports } from "./house/floors.ts";
import { pathsUnder, readSourceFiles, sourceFile } from "./house/source-file.ts";
import type { SourceFile } from "./house/source-file.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const all = readSourceFiles(root, ["src", "web"]);
const code = all.filter((file) => !/\.test\.tsx?$/.test(file.path));

describe("the house as it is", () => {
  test("every import of the code points down its floors, and no file breaks a rule", () => {
    expect(breaches(code)).toEqual([]);
  });

  test("the walk saw the house: files and imports of every floor that has any", () => {
    const imports = ownImports(code);
    expect(code.length).toBeGreaterThan(40);
    expect(imports.length).toBeGreaterThan(100);
    for (const floor of ["model", "terms", "assess", "case", "store", "serve", "cli", "web"]) {
      expect(code.filter((file) => floorOf(file.path) === floor).length, floor).toBeGreaterThan(0);
    }
  });

  test("every file of src stands on a named floor", () => {
    const homeless = pathsUnder(root, "src").filter((path) => !((floorOf(path) ?? "?") in FLOORS));
    expect(homeless).toEqual([]);
  });

  test("tests and scripts open with a comment too", () => {
    const others = readSourceFiles(root, ["test", "scripts", "bench", "vitest.config.ts"]);
    const tests = all.filter((file) => /\.test\.tsx?$/.test(file.path));
    const mute = [...others, ...tests].filter((file) => !/^(#!.*\n)?\/\/ \S/.test(file.text));
    expect(mute.map((file) => file.path)).toEqual([]);
  });
});

describe("a broken house is seen", () => {
  test.each<{ fault: string; files: readonly SourceFile[]; says: RegExp }>([
    {
      fault: "an import that points up",
      files: [
        plain("src/terms/a.ts", `import { b } from "../assess/b.ts";`),
        plain("src/assess/b.ts"),
      ],
      says: /src\/terms\/a\.ts imports upward: src\/assess\/b\.ts/,
    },
    {
      fault: "a type import that points up",
      files: [
        plain("src/model/a.ts", `import type { B } from "../case/b.ts";`),
        plain("src/case/b.ts"),
      ],
      says: /imports upward/,
    },
    {
      fault: "a type written as import(...) that points up",
      files: [
        plain("src/model/a.ts", `type B = import("../case/b.ts").B;`),
        plain("src/case/b.ts"),
      ],
      says: /imports upward/,
    },
    {
      fault: "a page that reaches into the server",
      files: [
        plain("web/app/a.tsx", `import { b } from "../../src/serve/b.ts";`),
        plain("src/serve/b.ts"),
      ],
      says: /web\/app\/a\.tsx imports upward/,
    },
    {
      fault: "a cycle of two files of one floor",
      files: [
        plain("src/geo/a.ts", `import type { B } from "./b.ts";`),
        plain("src/geo/b.ts", `import { a } from "./a.ts";`),
      ],
      says: /import cycle: src\/geo\/a\.ts -> src\/geo\/b\.ts -> src\/geo\/a\.ts/,
    },
    {
      fault: "a pure floor that reads the disk",
      files: [plain("src/record/a.ts", `import { readFileSync } from "node:fs";`)],
      says: /a pure floor, imports node:fs/,
    },
    {
      fault: "a pure floor with a package of its own",
      files: [plain("src/assess/a.ts", `import { z } from "zod";`)],
      says: /a pure floor, imports zod/,
    },
    {
      fault: "a server that reads the environment",
      files: [plain("src/serve/a.ts", `export const port = process.env["PORT"];`)],
      says: /reads process\.env; only src\/cli\/main\.ts does/,
    },
    {
      fault: "a command that reads the command line",
      files: [plain("src/cli/a.ts", `export const args = process.argv.slice(2);`)],
      says: /reads process\.argv/,
    },
    {
      fault: "a file of 401 lines",
      files: [plain("src/geo/a.ts", "\n".repeat(399))],
      says: /has 401 lines/,
    },
    {
      fault: "a file that does not say what it is",
      files: [sourceFile("src/geo/a.ts", "export const a = 1;\n")],
      says: /does not open with a comment/,
    },
  ])("$fault", ({ files, says }) => {
    expect(breaches(files).join("\n")).toMatch(says);
  });

  test("and a sound one is not blamed", () => {
    const files = [
      plain("src/terms/a.ts", `import { b } from "../model/b.ts";`),
      plain("src/model/b.ts"),
    ];
    expect(breaches(files)).toEqual([]);
  });
});

function plain(path: string, body = ""): SourceFile {
  return sourceFile(path, `// A file made for this test.\n${body}\n`);
}
