// `truceline terms export` on the shipped case: the XML on stdout or in a file, what it does not say on stderr.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { truceline } from "./house/test-shell.ts";
import { readXml } from "./kit/xml.ts";

const realCase = fileURLToPath(new URL("../cases/ukraine-2025", import.meta.url));
const energy = join(realCase, "terms/energy.terms.md");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "truceline-export-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("prints the document and tells apart what it does not say", async () => {
  const { out, err, code } = await truceline([
    "terms",
    "export",
    energy,
    "--format",
    "legalruleml",
  ]);
  expect(code).toBe(0);
  expect(readXml(out).root.name).toBe("lrml:LegalRuleML");
  expect(err).toMatch(/^\d+ things this format does not say:\n/);
  expect(err).toContain("  clauses/strikes/on-breach: ");
  expect(err.trim().split("\n").length - 1).toBe(Number.parseInt(err, 10));
});

test("writes to a file, an earlier version of a case by its name", async () => {
  const file = join(folder, "energy.xml");
  const name = ["energy@2025-03-18", "--case", realCase];
  const { out, code } = await truceline([
    "terms",
    "export",
    ...name,
    "--format",
    "akn",
    "--out",
    file,
  ]);
  expect([out, code]).toEqual(["", 0]);
  const xml = readFileSync(file, "utf8");
  expect(readXml(xml).root.name).toBe("akomaNtoso");
  expect(xml).toContain("/akn/zz/act/2025-03-18/energy");
});

test("refuses a format that it does not know, and a file that cannot be written", async () => {
  const unknown = await truceline(["terms", "export", energy, "--format", "pdf"]);
  expect([unknown.out, unknown.code]).toEqual(["", 2]);
  const nowhere = join(folder, "none", "x.xml");
  const unwritable = await truceline([
    "terms",
    "export",
    energy,
    "--format",
    "akn",
    "--out",
    nowhere,
  ]);
  expect(unwritable.code).toBe(3);
  expect(unwritable.err).toContain("cannot be written");
});
