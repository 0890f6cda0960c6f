// A shipped case as tests read it: the real folder, the real loader.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { loadCase } from "../../src/case/load-case.ts";
import type { Case, CaseFiles } from "../../src/case/case.ts";
import type { Parsed } from "../../src/model/problem.ts";

const root = new URL("../../", import.meta.url).pathname;

/** Read once for all tests of a worker: nothing changes a loaded case. */
export function loadFolder(folder: string): Parsed<Case> {
  const known = LOADED.get(folder) ?? loadCase(filesOf(folder));
  LOADED.set(folder, known);
  return known;
}

const LOADED = new Map<string, Parsed<Case>>();

/** Every file of the folder by its path below it. */
export function filesOf(folder: string): CaseFiles {
  const files = new Map<string, string>();
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() || entry.parentPath.includes(".truceline")) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(path.slice(join(root, folder).length + 1), readFileSync(path, "utf8"));
  }
  return files;
}
