// A copy of a shipped case with one file changed, for what is said of broken cases.
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** Copies `folder` to a new folder in `into`, named as it was; the change must change something. */
export function changedCopy(
  { folder, into }: { readonly folder: string; readonly into: string },
  file: string,
  change: (text: string) => string,
): string {
  const copy = join(mkdtempSync(join(into, "copy-")), basename(folder));
  cpSync(folder, copy, { recursive: true });
  const before = readFileSync(join(copy, file), "utf8");
  const after = change(before);
  if (after === before) throw new RangeError(`nothing to change in ${file}`);
  writeFileSync(join(copy, file), after);
  return copy;
}
