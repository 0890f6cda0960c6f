// The texts of a case and the scenarios that test them; both are read against everything else that the case knows.
import { parseScenarios } from "../assess/scenario-file.ts";
import { nearestNames } from "../model/nearest.ts";
import { compareText } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import type { YamlNode } from "../model/yaml.ts";
import { loadTerms } from "../terms/check-terms.ts";
import type { TermsContext } from "../terms/context.ts";
import type { Case, CaseFiles, LoadedInstrument } from "./case.ts";
import type { CaseFile } from "./settings.ts";

/** Texts in id order. */
export interface Texts {
  readonly instruments: readonly LoadedInstrument[];
  /** Ids of texts that could not be read: their readings are not known. */
  readonly broken: readonly string[];
  readonly problems: readonly Problem[];
}

const TERMS = /^terms\/([^/]+)\.terms\.(?:yaml|md)$/;
const SCENARIOS = /^scenarios\/[^/]+\.scenarios\.yaml$/;

/** True for a path that holds a text or its scenarios. */
export function isTextPath(path: string): boolean {
  return TERMS.test(path) || SCENARIOS.test(path);
}

/** Reads every text; one with an error is left out. */
export function readTexts(files: CaseFiles, context: TermsContext): Texts {
  const read = [...files]
    .filter(([path]) => TERMS.test(path))
    .map(([file, text]) => ({
      id: TERMS.exec(file)?.[1] ?? "",
      ...loadTerms(text, { file, context }),
    }));
  const instruments = read
    .map(({ value }) => value)
    .filter((value) => value !== null)
    .sort((a, b) => compareText(a.instrument.id, b.instrument.id));
  const broken = read.filter(({ value }) => value === null).map(({ id }) => id);
  return { instruments, broken, problems: read.flatMap(({ problems }) => problems) };
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

/** Prepared comparisons may only name readings that exist (C210); readings of a broken text are not asked about. */
export function unknownReadings(
  { compared }: CaseFile,
  { instruments, broken }: Texts,
): readonly Problem[] {
  const ids = instruments.flatMap(({ instrument }) =>
    [...instrument.readings.keys()].map((reading) => `${instrument.id}/${reading}`),
  );
  const known = new Set(ids);
  const unknown = (node: YamlNode): readonly Problem[] => {
    const id = node.kind === "scalar" ? node.text : "";
    if (known.has(id) || broken.includes(id.split("/")[0] ?? "")) return [];
    const near = nearestNames(id, known).map((name) => `"${name}"`);
    const help = near.length === 0 ? {} : { help: `did you mean ${near.join(" or ")}?` };
    return [
      {
        code: "C210",
        severity: "error",
        message: `unknown reading: "${id}"`,
        at: node.at,
        ...help,
      },
    ];
  };
  return compared.flatMap(unknown);
}
