// Writes what is derived from the corpus's own files: JSON twins of every group, and the manifest with counts and hashes, for readers
// without a YAML parser and for whoever wants to know that a copy is whole. `npm run build:conformance`; a test holds them in step.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CORPUS } from "../test/conformance/corpus.ts";
import { derivedFiles } from "../test/conformance/derived.ts";

for (const [path, text] of derivedFiles()) {
  const target = join(CORPUS, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
}
