// `truceline whatif` on the shipped case.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { truceline } from "./house/test-shell.ts";

const realCase = fileURLToPath(new URL("../cases/ukraine-2025", import.meta.url));
const energy = join(realCase, "terms/energy.terms.md");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-whatif-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("whatif", () => {
  test("a draft with one word changed: figures, what moves, and what that assumes", async () => {
    const file = join(folder, "energy.terms.md");
    writeFileSync(file, readFileSync(energy, "utf8").replace("act: strike", "act: use-of-force"));
    const { out, code, err } = await truceline([
      "whatif",
      realCase,
      file,
      "--json",
      "--against",
      "energy/RU",
    ]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const found = JSON.parse(out) as {
      readings: { id: string; totals: { atMost: number } }[];
      moves: {
        from: string;
        to: string;
        before: { atMost: number };
        after: { atMost: number };
        into: { atMost: number };
        out: { atMost: number };
      }[];
      assumption: string;
    };
    expect(found.readings.map(({ id }) => id)).toContain("energy-draft/RU");
    expect(found.assumption).toContain("same incidents would have happened");
    for (const { before, after, into, out: fell } of found.moves)
      expect(after.atMost).toBe(before.atMost + into.atMost - fell.atMost);
  });

  test("as if it had held from another day: people read figures, what moves, the caveat", async () => {
    const { out, code } = await truceline([
      "whatif",
      realCase,
      energy,
      "--start",
      "2025-03-11",
      "--against",
      "energy/UA",
      "--list",
    ]);
    expect(code).toBe(0);
    const flat = out.replaceAll(/\s+/g, " ");
    expect(flat).toContain("as if they had held from 2025-03-11 on");
    expect(flat).toContain("This assumes that the same incidents would have happened");
    expect(flat).toContain("Counts of this record show");
  });

  test.each<[string, number, readonly string[]]>([
    ["five drafts", 2, [energy, energy, energy, energy, energy]],
    ["days in the wrong order", 2, [energy, "--start", "2025-04-01", "--end", "2025-03-01"]],
    ["an unknown reading", 2, [energy, "--against", "energy/XX"]],
    ["no such draft", 3, [join(realCase, "terms/enrgy.terms.md")]],
  ])("%s: %i", async (_, code, args) => {
    const ran = await truceline(["whatif", realCase, ...args]);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: "" });
  });

  test("a draft with a mistake is told with its place", async () => {
    const file = join(folder, "wrong.terms.md");
    writeFileSync(file, readFileSync(energy, "utf8").replace("act: strike", "act: strke"));
    const { code, err } = await truceline(["whatif", realCase, file]);
    expect(code).toBe(3);
    expect(err).toContain("error[T201]");
    expect(err).toContain("wrong.terms.md:");
  });
});
