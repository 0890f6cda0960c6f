// Earlier versions of a text: `terms/versions/<id>@<day>.terms.*`, where `<day>` is the day the version is dated. The text in
// `terms/` is the latest one.
import { placesIn } from "../terms/parse-terms.ts";
import type { Problem } from "../model/problem.ts";
import type { LoadedInstrument } from "./case.ts";

const VERSION = /^terms\/versions\/([^/@]+)@(\d{4}-\d{2}-\d{2})\.terms\.(?:yaml|md)$/;

/** True for a path that holds an earlier version of a text. */
export function isVersionPath(path: string): boolean {
  return VERSION.test(path);
}

/** `energy@2025-03-18`: an earlier version by its day; the latest one bears the id alone. */
export function loadedName({ instrument: { id, dated }, file }: LoadedInstrument): string {
  return isVersionPath(file) ? `${id}@${dated ?? ""}` : id;
}

/** Versions that are not what their name says (C230), or do not stand before the latest text alone on their day (C231). */
export function misplacedVersions(
  versions: readonly LoadedInstrument[],
  latest: readonly LoadedInstrument[],
  broken: readonly string[],
): readonly Problem[] {
  return versions.flatMap((version): readonly Problem[] => {
    const { id, dated } = version.instrument;
    const [, name, day] = VERSION.exec(version.file) ?? [];
    if (id !== name || dated !== day) {
      const message = `the file's name says version ${day} of "${name}"; the text in it is "${id}", dated ${dated ?? "nothing"}`;
      return [problemOf(version, { code: "C230", message, part: id === name ? "dated" : "id" })];
    }
    const text = latest.find(({ instrument }) => instrument.id === id);
    if (text === undefined && broken.includes(id)) return [];
    const why = whyMisplaced(version, text, versions);
    return why === null ? [] : [problemOf(version, { code: "C231", message: why, part: "dated" })];
  });
}

function whyMisplaced(
  version: LoadedInstrument,
  text: LoadedInstrument | undefined,
  versions: readonly LoadedInstrument[],
): string | null {
  const { id, dated } = version.instrument;
  if (text === undefined) return `a version of "${id}", of which terms/ has no latest text`;
  const last = text.instrument.dated;
  if (last === null) return `a version of "${id}" needs the latest text to be dated; it is not`;
  if (dated === null || dated >= last)
    return `the version of ${dated} does not lie before the latest text of "${id}", dated ${last}`;
  const twin = versions.find(
    (other) => other.file < version.file && loadedName(other) === loadedName(version),
  );
  return twin === undefined
    ? null
    : `"${id}" has two versions of ${dated}; the other is ${twin.file}`;
}

function problemOf(
  { file, text }: LoadedInstrument,
  {
    code,
    message,
    part,
  }: { readonly code: string; readonly message: string; readonly part: string },
): Problem {
  return { code, severity: "error", message, at: placesIn(text, file)(part) };
}
