// What is damaged: every text, vocabulary, zone file, list of objects, mapping, scenario file and seed row file that is shipped, and the
// conformance corpus.
import { readFileSync } from "node:fs";
import type { CaseFiles } from "../../src/case/case.ts";
import { openDesk } from "../../src/case/draft.ts";
import type { Desk } from "../../src/case/draft.ts";
import { filesOf } from "../kit/load-folder.ts";
import { REAL_CASE } from "../kit/real-case.ts";
import { pathsUnder } from "../house/source-file.ts";

export interface Home {
  readonly folder: string;
  readonly files: CaseFiles;
  /** Those without which no other file can be read. */
  readonly small: CaseFiles;
  readonly desk: Desk;
}

/** A file to be damaged, and the case it is read in. */
export interface Seedling {
  readonly path: string;
  readonly text: string;
  /** Null for the conformance corpus, which is read against nothing. */
  readonly home: Home | null;
}

const ROOT = new URL("../..", import.meta.url).pathname;
const TEXT = /\.terms\.(?:yaml|md)$/;
/** Files other than texts are cut to this many characters: a damaged coast of a megabyte says no more than a bay of it. */
const MOST = 20_000;
/** What a case needs so that one more of its files can be read; the rest would only be read again and again. */
const NEEDED = /^(?:(?:case|kinds|means|record\/sources|objects\/[^/]+)\.yaml)$/;

/** Shipped texts, shipped files of other kinds, and the conformance corpus: to be drawn from alike. Each in path order. */
export function seedlings(): readonly (readonly Seedling[])[] {
  const homes = [home("cases/example"), home("cases/korea-1953"), home(REAL_CASE)];
  const shipped = homes.flatMap((of) =>
    [...of.files]
      .filter(([path]) => /\.(?:ya?ml|md|geojson|csv)$/.test(path) && !path.includes("README"))
      .map(([path, text]) => ({ path, text, home: of })),
  );
  const texts = shipped.filter(({ path }) => TEXT.test(path));
  const others = shipped.filter(({ path }) => !TEXT.test(path));
  return [
    texts,
    others.map((one) => ({ ...one, text: one.text.slice(0, MOST) })),
    pathsUnder(ROOT, "conformance")
      .filter((path) => TEXT.test(path) || path.includes("/vocabularies/"))
      .map((path) => ({ path, text: readFileSync(`${ROOT}/${path}`, "utf8"), home: null })),
  ];
}

function home(folder: string): Home {
  const files = filesOf(folder);
  const desk = openDesk(files);
  if (desk === null) throw new Error(`${folder} does not load`);
  const small = new Map([...files].filter(([path]) => NEEDED.test(path)));
  return { folder, files, small, desk };
}
