// Bugs that `npm run check:mutants` plants: each still has the line it is planted in, so that none is lost when code moves.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MUTANTS_OF_LANGUAGE } from "../scripts/mutants-of-language.mjs";
import { MUTANTS_OF_LAWS } from "../scripts/mutants-of-laws.mjs";
import { MUTANTS_OF_ROWS } from "../scripts/mutants-of-rows.mjs";

const root = join(import.meta.dirname, "..");

test("every planted bug changes a line that stands in its file", () => {
  const all = [...MUTANTS_OF_LANGUAGE, ...MUTANTS_OF_LAWS, ...MUTANTS_OF_ROWS];
  const lost = all.filter(
    ([, file = "", from = ""]) => !readFileSync(join(root, file), "utf8").includes(from),
  );
  expect(lost.map(([name]) => name)).toEqual([]);
  expect(all.length).toBeGreaterThan(60);
});
