// Writing an edition: ours is written anew, what is gone goes, what somebody else put there is never touched.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SiteFolderError } from "./errors.ts";
import { SUMS_FILE, writeSiteFolder } from "./site-folder.ts";

let parent = "";
let folder = "";
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), "truceline-out-"));
  folder = join(parent, "site");
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

function filesOf(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(text)]));
}

const ONE = filesOf({
  "index.html": "a",
  "c/river/i/inc-1/index.html": "bb",
  "c/river/x.csv": "c",
});

describe("a new folder", () => {
  test("gets every file, and a hash of each", async () => {
    const report = await writeSiteFolder(folder, ONE);
    expect(report).toMatchObject({ files: 4, written: 3, unchanged: 0, removed: 0 });
    expect(readFileSync(join(folder, "c/river/i/inc-1/index.html"), "utf8")).toBe("bb");
    const sums = readFileSync(join(folder, SUMS_FILE));
    expect(report.bytes).toBe(4 + sums.length);
    // The format of `sha256sum`: two spaces, and the path from the folder.
    const lines = sums.toString().trimEnd().split("\n");
    const expected = [...ONE].map(([path, bytes]) => {
      const hash = createHash("sha256").update(bytes).digest("hex");
      return `${hash}  ${path}`;
    });
    expect(lines).toEqual(expected);
  });

  test("may be there already, empty", async () => {
    mkdirSync(folder);
    expect(await writeSiteFolder(folder, ONE)).toMatchObject({ written: 3 });
  });
});

describe("a folder that we wrote", () => {
  test("is left as it is by the same files", async () => {
    await writeSiteFolder(folder, ONE);
    const sums = readFileSync(join(folder, SUMS_FILE), "utf8");
    expect(await writeSiteFolder(folder, ONE)).toMatchObject({ written: 0, unchanged: 3 });
    expect(readFileSync(join(folder, SUMS_FILE), "utf8")).toBe(sums);
  });

  test("loses what is gone, with the folders that this empties, and nothing that others put there", async () => {
    await writeSiteFolder(folder, ONE);
    writeFileSync(join(folder, "CNAME"), "example.org");
    const next = filesOf({ "index.html": "changed", "c/river/x.csv": "c" });
    expect(await writeSiteFolder(folder, next)).toMatchObject({
      files: 3,
      written: 1,
      unchanged: 1,
      removed: 1,
    });
    expect(existsSync(join(folder, "c/river/i"))).toBe(false);
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("changed");
    expect(readFileSync(join(folder, "CNAME"), "utf8")).toBe("example.org");
  });

  test("gets back what somebody changed or took away", async () => {
    await writeSiteFolder(folder, ONE);
    writeFileSync(join(folder, "index.html"), "z");
    rmSync(join(folder, "c/river/x.csv"));
    expect(await writeSiteFolder(folder, ONE)).toMatchObject({ written: 2, unchanged: 1 });
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("a");
  });
});

describe("is refused, with nothing written", () => {
  test("a folder that holds something and no run wrote", async () => {
    mkdirSync(folder);
    writeFileSync(join(folder, "thesis.txt"), "years of work");
    const ran = writeSiteFolder(folder, ONE);
    await expect(ran).rejects.toThrow(SiteFolderError);
    await expect(ran).rejects.toThrow("is not empty (1 entry)");
    expect(existsSync(join(folder, "index.html"))).toBe(false);
  });

  test("a file of another hand where one of ours is to be", async () => {
    await writeSiteFolder(folder, filesOf({ "a.txt": "a" }));
    writeFileSync(join(folder, "index.html"), "mine");
    await expect(writeSiteFolder(folder, ONE)).rejects.toThrow("was not written by an export");
    expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("mine");
    expect(existsSync(join(folder, "c"))).toBe(false);
  });

  test("sums that lead out of the folder: nothing outside is removed", async () => {
    mkdirSync(folder);
    writeFileSync(join(parent, "outside.txt"), "keep");
    writeFileSync(join(folder, SUMS_FILE), `${"0".repeat(64)}  ../outside.txt\n`);
    await expect(writeSiteFolder(folder, ONE)).rejects.toThrow("no edition was written there");
    expect(existsSync(join(parent, "outside.txt"))).toBe(true);
  });

  test.each(["../x", "/etc/x", "a//b", ".hidden/x", "a/../b", SUMS_FILE])(
    "a file called %s",
    async (path) => {
      await expect(writeSiteFolder(folder, filesOf({ [path]: "x" }))).rejects.toThrow(
        "cannot be the name of a file",
      );
      expect(existsSync(folder)).toBe(false);
    },
  );

  test("a file in the folder's place", async () => {
    writeFileSync(folder, "x");
    await expect(writeSiteFolder(folder, ONE)).rejects.toThrow("is a file");
  });
});
