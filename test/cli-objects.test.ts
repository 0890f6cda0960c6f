// The shell on lists of objects and on tables of incidents, beside a copy of cases/example.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { truceline } from "./house/test-shell.ts";

const example = fileURLToPath(new URL("../cases/example", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-objects-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("check", () => {
  test("counts the lists of objects of a case, and says whose they are", async () => {
    const at = join(folder, "listed");
    cpSync(example, at, { recursive: true });
    mkdirSync(join(at, "objects"));
    const note = `truceline: objects/1
source: A list
licence: none
as-of: 2031-01-01
listed-by: The ferry
kind: bridge
`;
    writeFileSync(join(at, "objects/b.yaml"), note);
    writeFileSync(join(at, "objects/b.csv"), "id,lat,lon,kind\nb-1,10,20,\nb-2,11,20,market\n");
    expect((await truceline(["check", at])).out).toContain(
      "objects/b.csv: 2 objects (bridge 1, market 1), listed by The ferry as of 2031-01-01",
    );
    const { objects } = JSON.parse((await truceline(["check", at, "--json"])).out) as {
      readonly objects: unknown;
    };
    expect(objects).toMatchObject([
      { objects: 2, byKind: { bridge: 1, market: 1 }, licence: "none" },
    ]);
  });
});
