// The case folder as one value. All problems of all files at once; what is broken is left out and the rest can be used.
import { withoutTheRest } from "../model/most-problems.ts";
import { nearestNames } from "../model/nearest.ts";
import { compareProblems } from "../model/problem.ts";
import type { Parsed, Problem } from "../model/problem.ts";
import type { Case, CaseFiles, Zone } from "./case.ts";
import { readKeptTexts } from "./kept-texts.ts";
import { isObjectPath, readObjectLists } from "./objects/lists.ts";
import { registerOf } from "./objects/register.ts";
import type { RecordSeeds } from "../record/seed-entries/record-seeds.ts";
import { RECORD_FILES, readRecord, readRecordSeeds } from "./record.ts";
import { ROSTER_FILES, readRoster } from "./roster.ts";
import { parseCaseFile } from "./settings.ts";
import type { CaseFile } from "./settings.ts";
import { STANDING_FILE } from "./standing-file.ts";
import { TALKS_FILE } from "./talks.ts";
import { groupBy } from "../terms/check.ts";
import type { TermsContext } from "../terms/context.ts";
import { isTextPath, readScenarios, readTexts, unknownComparisons } from "./texts.ts";
import { readVocabularies } from "./vocabularies.ts";
import type { Vocabularies } from "./vocabularies.ts";
import { isZonePath, readZones } from "./zones.ts";

/**
 * Reads a whole case. `value` is null only without a usable case.yaml; rows, texts and zones with errors are left out of it and
 * named in `problems` (sorted by place). Codes: docs/problems.md.
 */
export function loadCase(files: CaseFiles): Parsed<Case> {
  const { value, problems } = loadWithContext(files);
  return { value, problems };
}

/** The rows of the record as they were written, for the record to make entries of; null without a usable case.yaml. */
export function loadRecordSeeds(files: CaseFiles): Parsed<RecordSeeds> {
  const { value: caseFile, problems } = readSettings(files);
  if (caseFile === null) return { value: null, problems };
  const zones = readZones(files).zones;
  const names = ownNames({ caseFile, vocabularies: readVocabularies(files), zones });
  const read = readRecordSeeds(files, readRoster(files, names).names);
  return { value: read.seeds, problems: read.problems };
}

/** A loaded case with what its texts were read against: further ones are read so too. `context` is null where `value` is. */
export interface CaseWithContext extends Parsed<Case> {
  readonly context: TermsContext | null;
}

/** The same, for whoever reads more texts against the case. */
export function loadWithContext(files: CaseFiles): CaseWithContext {
  const { value: caseFile, problems: settingProblems } = readSettings(files);
  if (caseFile === null) return { value: null, context: null, problems: settingProblems };
  const vocabularies = readVocabularies(files);
  const { zones, problems: zoneProblems } = readZones(files);
  const names = ownNames({ caseFile, vocabularies, zones });
  const roster = readRoster(files, names);
  const { problems: recordProblems, ...seeds } = readRecord(files, roster.names);
  const { lists, problems: objectProblems } = readObjectLists(files, roster.names);
  const kept = readKeptTexts(files, seeds.sources);
  const context = { ...names, ...termsNames(zones, seeds.sources), keptTexts: kept.texts };
  const texts = readTexts(files, context);
  const { settings } = caseFile;
  const { kinds, means, acts } = vocabularies;
  const { people, outlets } = roster;
  const { instruments, versions } = texts;
  const beforeScenarios = {
    settings,
    kinds,
    means,
    acts,
    zones,
    objects: lists,
    register: registerOf(lists),
    people,
    outlets,
    instruments,
    versions,
    ...seeds,
  };
  const { scenarios, problems: scenarioProblems } = readScenarios(files, beforeScenarios);
  const problems = [
    ...[
      settingProblems,
      vocabularies.problems,
      zoneProblems,
      objectProblems,
      roster.problems,
      recordProblems,
    ].flat(),
    ...[
      kept.problems,
      texts.problems,
      scenarioProblems,
      unknownComparisons(caseFile, texts),
      strayFiles(files),
    ].flat(),
  ];
  const value = { ...beforeScenarios, scenarios };
  return { value, context, problems: mostOfEachFile(problems.sort(compareProblems)) };
}

/** One broken file must not hide what is wrong with the others. */
function mostOfEachFile(problems: readonly Problem[]): readonly Problem[] {
  const files = groupBy(problems, ({ at }) => at?.file ?? "");
  return [...files.values()].flatMap((of) => withoutTheRest(of, "C801"));
}

function readSettings(files: CaseFiles): Parsed<CaseFile> {
  const text = files.get("case.yaml");
  if (text !== undefined) return parseCaseFile(text, "case.yaml");
  const message = "a case folder needs a file case.yaml; none was found";
  return { value: null, problems: [{ code: "C401", severity: "error", message, at: null }] };
}

interface Around {
  readonly caseFile: CaseFile;
  readonly vocabularies: Vocabularies;
  readonly zones: ReadonlyMap<string, Zone>;
}

/** Names that the case has before its roster is read. A vocabulary that is broken is not checked against. */
function ownNames({ caseFile, vocabularies, zones }: Around) {
  const { kinds, means, acts, broken } = vocabularies;
  return {
    parties: new Set(caseFile.settings.parties.keys()),
    kinds: broken.has("kinds") ? null : kinds,
    means: broken.has("means") ? null : means,
    acts: broken.has("means") ? null : acts,
    regions: new Map([...zones].map(([id, zone]) => [id, zone.area])),
    timeZones: caseFile.settings.timeZones,
    flags: caseFile.flags,
  };
}

/** What texts may name beside the vocabularies and parties. */
function termsNames(zones: ReadonlyMap<string, Zone>, sources: Case["sources"]) {
  return {
    sources: new Map([...sources].map(([id, source]) => [id, source.published])),
    features: new Set([...zones.values()].flatMap(({ id, name }) => [id, name])),
  };
}

const OWN_FILES: readonly string[] = [
  "case.yaml",
  "kinds.yaml",
  "means.yaml",
  TALKS_FILE,
  STANDING_FILE,
  ...ROSTER_FILES,
  ...Object.values(RECORD_FILES),
];
/** Where a file that nobody reads is likely misspelt: the folder itself and those that this loader reads from. */
const READ_HERE = /^(?:[^/]+\.ya?ml|record\/.*|terms\/.*|zones\/.*|objects\/.*|scenarios\/.*)$/;

/** Whether the loader reads a file at that path. What else lies in a case folder is no part of the case. */
export function isCasePath(path: string): boolean {
  return OWN_FILES.includes(path) || isTextPath(path) || isZonePath(path) || isObjectPath(path);
}

/** Whether the file holds rows that a record begins with; where a record counts, these say nothing any more. */
export function isSeedPath(path: string): boolean {
  return path === TALKS_FILE || Object.values<string>(RECORD_FILES).includes(path);
}

/** A misspelt file would be left out in silence: say so (C402). */
function strayFiles(files: CaseFiles): readonly Problem[] {
  const stray = [...files.keys()].filter((path) => READ_HERE.test(path) && !isCasePath(path));
  return stray.map((path) => {
    const near = nearestNames(path, OWN_FILES)[0];
    const help = near === undefined ? {} : { help: `did you mean "${near}"?` };
    const message = `"${path}" is not a file of a case and was not read`;
    const at = { file: path, line: 1, column: 1, endColumn: 2 };
    return { code: "C402", severity: "warning", message, at, ...help };
  });
}
