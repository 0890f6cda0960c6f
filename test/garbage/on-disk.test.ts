// A file that is too large is refused by its length: nobody waits for it to be read, whichever command meets it.
import { cp, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { truceline } from "../house/test-shell.ts";

const SIZE = 100 * 1024 * 1024;
let folder = "";
let large = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "truceline-large-"));
  await cp("cases/example", folder, { recursive: true });
  large = join(folder, "terms", "large.terms.yaml");
  const file = await open(large, "w");
  await file.truncate(SIZE);
  await file.close();
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  ["check", () => ["check", folder]],
  ["assess", () => ["assess", folder]],
  ["whatif", () => ["whatif", "cases/example", large]],
  ["diff", () => ["diff", large, "--answers", "a:b,c"]],
])("truceline %s says T801 and the two sizes", async (_, args) => {
  const before = process.memoryUsage.rss();
  const { code, err } = await truceline(args());
  expect(code).toBe(3);
  expect(err).toContain(`has ${SIZE} bytes; at most 16777216 are read (T801)`);
  expect(process.memoryUsage.rss() - before).toBeLessThan(SIZE);
});
