// The shipped lists of objects are what scripts/build-objects.ts makes of the data. Needs ../shared/data and fails without it.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const beside = [`${root}../shared/data`, `${root}../../shared/data`];
const data = beside.find((path) => existsSync(path)) ?? `${root}../shared/data`;

test("the same data give the same bytes", () => {
  const out = mkdtempSync(join(tmpdir(), "truceline-lists-"));
  const script = join(root, "scripts/build-objects.ts");
  execFileSync(process.execPath, ["--import", "tsx", script, data, out], { cwd: root });
  const made = readdirSync(out).sort();
  expect(made).toHaveLength(5);
  for (const name of made) {
    const shipped = readFileSync(join(root, "cases/ukraine-2025/objects", name), "utf8");
    expect(readFileSync(join(out, name), "utf8") === shipped, name).toBe(true);
  }
  rmSync(out, { recursive: true });
});
