// The derived files of the corpus: a JSON twin of every group, and manifest.yaml with version, counts and hashes.
import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { CORPUS, corpusFile } from "./corpus.ts";

const GROUP_FOLDERS = ["cases", "more"];
const DERIVED = /^(json\/|manifest\.yaml$)/;

/** Path -> text of every derived file, twins first. */
export function derivedFiles(): ReadonlyMap<string, string> {
  const twins = GROUP_FOLDERS.flatMap((folder) =>
    readdirSync(join(CORPUS, folder))
      .sort()
      .map((file): [string, string] => [
        `json/${file.replace(".yaml", ".json")}`,
        `${JSON.stringify(parse(corpusFile(`${folder}/${file}`)), null, 1)}\n`,
      ]),
  );
  return new Map([...twins, ["manifest.yaml", manifestOf(new Map(twins))]]);
}

/** Groups, faults and the hash of every file but the manifest itself. */
function manifestOf(twins: ReadonlyMap<string, string>): string {
  const groups = [...twins.values()].map((twin) => JSON.parse(twin) as { group: string; cases: readonly unknown[] });
  const counts = Object.fromEntries(groups.map(({ group, cases }) => [group, cases.length]));
  const own = filesUnder("").filter((path) => !DERIVED.test(path));
  const hashes = [
    ...own.map((path): [string, string] => [path, sha256(corpusFile(path))]),
    ...[...twins].map(([path, text]): [string, string] => [path, sha256(text)]),
  ];
  return stringify({
    version: corpusFile("VERSION").trim(),
    language: "terms/1",
    cases: groups.reduce((sum, { cases }) => sum + cases.length, 0),
    groups: counts,
    faults: readdirSync(join(CORPUS, "lint")).length,
    sha256: Object.fromEntries(hashes.sort(([a], [b]) => (a < b ? -1 : 1))),
  });
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(join(CORPUS, folder))
    .sort()
    .flatMap((name) => {
      const path = folder === "" ? name : `${folder}/${name}`;
      return statSync(join(CORPUS, path)).isDirectory() ? filesUnder(path) : [path];
    });
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
