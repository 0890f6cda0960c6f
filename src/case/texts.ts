// The texts of a case and the scenarios that test them; both are read against everything else that the case knows.
import { parseScenarios } from "../assess/scenario-file.ts";
import { didYouMean } from "../model/nearest.ts";
import { compareText } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";

import { loadTerms } from "../terms/check-terms.ts";
import type { TermsContext } from "../terms/context.ts";
import type { Case, CaseFiles, LoadedInstrument } from "./case.ts";
import { isVersionPath, misplacedVersions } from "./versions.ts";
import type { CaseFile } from "./settings.ts";

/** Texts in id order. */
export interface Texts {
  readonly instruments: readonly LoadedInstrument[];
  /** Earlier versions, by id, then day. */
  readonly versions: readonly LoadedInstrument[];
  /** Ids of texts that could not be read: their readings are not known. */
  readonly broken: readonly string[];
  readonly problems: readonly Problem[];
}

const TERMS = /^terms\/([^/]+)\.terms\.(?:yaml|md)$/;
const SCENARIOS = /^scenarios\/[^/]+\.scenarios\.yaml$/;

/** True for a path that holds a text or its scenarios. */
export function isTextPath(path: string): boolean {
  return TERMS.test(path) || isVersionPath(path) || SCENARIOS.test(path);
}

/** Reads every text; one with an error is left out. */
export function readTexts(files: CaseFiles, context: TermsContext): Texts {
  const load = (isText: (path: string) => boolean) =>
    [...files]
      .filter(([path]) => isText(path))
      .map(([file, text]) => ({ file, text, ...loadTerms(text, { file, context }) }));
  const [current, earlier] = [load((path) => TERMS.test(path)), load(isVersionPath)];
  const instruments = readable(current);
  const broken = current
    .filter(({ value }) => value === null)
    .map(({ file }) => TERMS.exec(file)?.[1] ?? "");
  const misplaced = misplacedVersions(readable(earlier), instruments, broken);
  const wrong = new Set(misplaced.map(({ at }) => at?.file));
  return {
    instruments,
    versions: readable(earlier).filter(({ file }) => !wrong.has(file)),
    broken,
    problems: [...[...current, ...earlier].flatMap(({ problems }) => problems), ...misplaced],
  };
}

interface ReadFile {
  readonly text: string;
  readonly value: Omit<LoadedInstrument, "text"> | null;
}

function readable(read: readonly ReadFile[]): readonly LoadedInstrument[] {
  return read
    .flatMap(({ value, text }) => (value === null ? [] : [{ ...value, text }]))
    .sort(
      (a, b) =>
        compareText(a.instrument.id, b.instrument.id) ||
        compareText(a.instrument.dated ?? "", b.instrument.dated ?? ""),
    );
}

/** Reads every scenario file against the case so far; one with an error is left out. */
export function readScenarios(
  files: CaseFiles,
  theCase: Omit<Case, "scenarios">,
): { readonly scenarios: Case["scenarios"]; readonly problems: readonly Problem[] } {
  const read = [...files]
    .filter(([path]) => SCENARIOS.test(path))
    .map(([file, text]) => parseScenarios(text, { file, input: theCase }));
  const scenarios = read.map(({ value }) => value).filter((value) => value !== null);
  return { scenarios, problems: read.flatMap(({ problems }) => problems) };
}

/** Prepared comparisons may only name readings, questions and answers that exist (C210, C218, C219); those of a broken text are not asked about. */
export function unknownComparisons(
  { compared, held }: CaseFile,
  { instruments, broken }: Texts,
): readonly Problem[] {
  const texts = instruments.map(({ instrument }) => instrument);
  const readings = texts.flatMap((text) =>
    [...text.readings.keys()].map((id) => `${text.id}/${id}`),
  );
  const questions = texts.flatMap((text) => [...text.questions.values()]);
  const unread = (id: string): boolean => broken.includes(id.split("/")[0] ?? "");
  const ofReadings = compared.flatMap((node) => {
    const id = node.kind === "scalar" ? node.text : "";
    return unread(id)
      ? []
      : unknownName({ code: "C210", what: "reading", name: id, at: node.at }, readings);
  });
  if (broken.length > 0) return ofReadings;
  const ofHeld = held.flatMap(({ key, keyAt, value }) => {
    const asked = questions.filter(({ id }) => id === key);
    if (asked.length === 0) {
      return unknownName(
        { code: "C218", what: "question", name: key, at: keyAt },
        questions.map(({ id }) => id),
      );
    }
    const answers = asked.flatMap((question) => [...question.answers.keys()]);
    const answer = value.kind === "scalar" ? value.text : "";
    return unknownName(
      { code: "C219", what: `answer to "${key}"`, name: answer, at: value.at },
      answers,
    );
  });
  return [...ofReadings, ...ofHeld];
}

function unknownName(
  {
    code,
    what,
    name,
    at,
  }: Pick<Problem, "code" | "at"> & { readonly what: string; readonly name: string },
  valid: readonly string[],
): readonly Problem[] {
  if (valid.includes(name)) return [];
  const help = didYouMean(name, valid);
  const problem = { code, severity: "error" as const, message: `unknown ${what}: "${name}"`, at };
  return [help === undefined ? problem : { ...problem, help }];
}
