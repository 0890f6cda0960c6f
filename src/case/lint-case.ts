// Every text of a case tried on every situation that it tells apart, and its pins held to the files at hand: the findings that
// `truceline check` adds to the loader's.
import { lintText } from "../assess/lint/lint.ts";
import type { Sample } from "../assess/lint/sample.ts";
import { compareProblems } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import { placesIn } from "../terms/parse-terms.ts";
import { stalePins } from "../terms/pin.ts";
import type { Places } from "../terms/places.ts";
import type { Case, CaseFiles, LoadedInstrument } from "./case.ts";

/** Findings of all texts that could be read, sorted by place. */
export function lintCase(theCase: Case, files: CaseFiles, sample?: Sample): readonly Problem[] {
  return [...theCase.instruments, ...theCase.versions]
    .flatMap((loaded) => lintLoaded(theCase, loaded, files, sample))
    .sort(compareProblems);
}

/** The same of one text, which need not be in the case. */
export function lintLoaded(
  theCase: Case,
  loaded: LoadedInstrument,
  files: CaseFiles,
  sample?: Sample,
): readonly Problem[] {
  const places = placesIn(loaded.text, loaded.file);
  return [
    ...lintText({ input: theCase, loaded, places, ...(sample === undefined ? {} : { sample }) }),
    ...pinsOfOtherFiles(loaded, files, places),
  ];
}

/** T508: a pin that says which words were meant, while others are here. */
function pinsOfOtherFiles(
  { instrument, file }: LoadedInstrument,
  files: CaseFiles,
  places: Places,
): readonly Problem[] {
  return stalePins(instrument, files).map((key) => ({
    code: "T508",
    severity: "warning",
    message: `the text is pinned to another "${instrument.uses[key]?.path ?? key}" than the one in this case`,
    at: places("uses", key),
    help: `if the change is meant: truceline terms pin ${file}`,
  }));
}
