// `truceline export`: what it writes, says and refuses, on cases/example and copies of it.
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { truceline } from "./house/test-shell.ts";

const example = fileURLToPath(new URL("../cases/example", import.meta.url));
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-export-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A copy of the example with one line of its case.yaml changed. */
function copyWith(name: string, line: RegExp, by: string): string {
  const copy = join(folder, name);
  cpSync(example, copy, { recursive: true });
  const file = join(copy, "case.yaml");
  const before = readFileSync(file, "utf8");
  expect(before).toMatch(line);
  writeFileSync(file, before.replace(line, by));
  return copy;
}

function exported(cases: readonly string[], out: string, more: readonly string[] = []) {
  return truceline(["export", ...cases, "--format", "site", "--out", out, ...more]);
}

describe("export --format site", () => {
  test("writes a site, says how much, and how to look at it", async () => {
    const out = join(folder, "site");
    const ran = await exported([example], out);
    expect(ran.code).toBe(0);
    const count = readdirSync(out, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ).length;
    expect(ran.out).toMatch(
      new RegExp(
        `^${out}: ${count} files, [\\d.]+ MB; ${count - 1} written, 0 unchanged, 0 removed\n$`,
      ),
    );
    expect(ran.err).toContain(`--directory ${out}`);
    const again = await exported([example], out);
    expect(again.out).toContain(`0 written, ${count - 1} unchanged, 0 removed`);
  });

  test("says the same as JSON, for several cases", async () => {
    const second = copyWith("second", /^id: .*$/m, "id: second");
    const out = join(folder, "both");
    const { code, out: printed, err } = await exported([example, second], out, ["--json"]);
    expect([code, err]).toEqual([0, ""]);
    const report = JSON.parse(printed);
    expect(report).toMatchObject({ format: "site", out, cases: ["example", "second"], removed: 0 });
    expect(report.files).toBe(report.written + 1);
    const { items } = JSON.parse(readFileSync(join(out, "cases.json"), "utf8"));
    expect(items).toHaveLength(2);
  });

  test("one case fewer: its pages go", async () => {
    const out = join(folder, "both");
    expect(existsSync(join(out, "c/second/pack.json"))).toBe(true);
    const { out: printed } = await exported([example], out);
    expect(printed).not.toContain(" 0 removed");
    expect(readdirSync(join(out, "c"))).toEqual(["example"]);
  });
});

describe("is refused, and writes nothing", () => {
  test("a private case: who has an edition has the whole record", async () => {
    const closed = copyWith("closed", /^visibility: public$/m, "visibility: private");
    const out = join(folder, "closed-site");
    const { code, err, out: printed } = await exported([closed], out);
    expect([code, printed]).toEqual([3, ""]);
    expect(err).toContain('private: "example"');
    expect(existsSync(out)).toBe(false);
  });

  test("a folder with something else in it", async () => {
    const out = join(folder, "thesis");
    cpSync(example, out, { recursive: true });
    const before = readdirSync(out);
    const { code, err } = await exported([example], out);
    expect(code).toBe(3);
    expect(err).toContain("no edition was written there");
    expect(readdirSync(out)).toEqual(before);
  });
});
