// Nothing in src/ knows which conflict is judged: no file there names a side of the real case, tests and help texts included.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { pathsUnder } from "./house/source-file.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Room for comments that cite a source, names of languages, and values of other people's formats. */
const MOST_FILES = 3;
const NAMES = /ukrain|russia|kremlin/i;

function named(files: ReadonlyMap<string, string>): readonly string[] {
  return [...files].filter(([, text]) => NAMES.test(text)).map(([path]) => path);
}

test("at most three files of src/ name a side of the real case", () => {
  const paths = pathsUnder(root, "src");
  const files = new Map(paths.map((path) => [path, readFileSync(join(root, path), "utf8")]));
  expect(files.size).toBeGreaterThan(300);
  const found = named(files);
  expect(found.length, found.join(", ")).toBeLessThanOrEqual(MOST_FILES);
});

test("a name is seen in any case, inside a word and in any kind of file", () => {
  const files = new Map([
    ["src/a.ts", "const list = 'KREMLIN-list';"],
    ["src/b.yaml", "says: Russian-flag ships"],
    ["src/c.ts", "const zone = 'Europe/Kyiv';"],
  ]);
  expect(named(files)).toEqual(["src/a.ts", "src/b.yaml"]);
});
