// The pages of texts: all of a case in a list, and one whole: what is written, what it means to the machine, who gives which answer
// on whose word, and what the checker finds in it.
import { lintText } from "../assess/lint/lint.ts";
import { versionsOf } from "../assess/text-time.ts";
import type { Case, LoadedInstrument } from "../case/case.ts";
import { loadedName } from "../case/versions.ts";
import { readingId } from "../model/id.ts";
import type { ReadingId } from "../model/id.ts";
import type { Day } from "../model/instant.ts";
import { compareProblems, compareText } from "../model/problem.ts";
import type { Problem, Severity } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { articlesOf } from "../terms/articles.ts";
import type { Article } from "../terms/articles.ts";
import type { Clause, Instrument, Question, Reading, Sort, StatusSince } from "../terms/ast.ts";
import { placesIn } from "../terms/parse-terms.ts";
import { partAt, partsIn } from "../terms/parts.ts";
import { proseOf } from "../terms/prose/prose.ts";
import type { Sentence } from "../terms/prose/prose.ts";
import { PROSE_LANGUAGES } from "../terms/prose/words.ts";
import type { ProseLanguage } from "../terms/prose/words.ts";
import { namingOf } from "./naming.ts";
import { textDuties } from "./text-duties.ts";
import type { TextDuty } from "./text-duties.ts";
import { textQuestions } from "./text-questions.ts";
import type { TextQuestion } from "./text-questions.ts";
import { answerWords } from "./words.ts";
import type { PartWords } from "./words.ts";

/** A text in the list of all. */
export interface TextLine {
  readonly id: string;
  readonly title: string;
  readonly dated: Day | null;
  readonly version: string;
  readonly status: readonly PartyStates[];
  readonly clauses: number;
  readonly questions: number;
  readonly readings: number;
}

/** How one party stood to a text, earliest first; none: nothing on record. */
export interface PartyStates {
  readonly party: string;
  readonly states: readonly StatusSince[];
}

export interface TextClause {
  readonly id: string;
  readonly effect: Clause["effect"];
  /** The quoted article it was made from. */
  readonly text: string | null;
  readonly note: string | null;
  readonly sources: readonly string[];
}

/** A reading as a column: what it answers to every question of the text. */
export interface TextReading {
  readonly reading: ReadingId;
  readonly holder: string | null;
  readonly note: string | null;
  /** Events that it assumes to have come. */
  readonly assumes: readonly string[];
  /** One entry a question, in the order of the text. */
  readonly answers: readonly (Omit<PartWords, "part" | "state"> & {
    readonly question: string;
    readonly part: Sort | null;
    readonly state: "taken" | "open";
  })[];
}

/** Something the checker says of a text. */
export interface TextFinding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string | null;
  /** A situation in words that shows it. */
  readonly counterexample: string | null;
  readonly line: number;
  readonly column: number;
  /** Path of the part that it is about: `clauses/strikes`; null: the file as a whole. */
  readonly part: string | null;
}

/** A dated version of a text, by the name that comparisons know it by. */
export interface TextVersion {
  readonly name: string;
  readonly title: string;
  readonly dated: Day | null;
  readonly version: string;
}

export interface TextPage extends Omit<TextLine, "clauses" | "questions" | "readings"> {
  /** Every version on record, earliest first; the last is this one. */
  readonly versions: readonly TextVersion[];
  /** Bound sides, and those who may hold answers but are bound by nothing. */
  readonly parties: readonly string[];
  readonly others: readonly string[];
  /** The file by its name, and as it was written. */
  readonly file: string;
  readonly text: string;
  readonly articles: readonly Article[];
  readonly clauses: readonly TextClause[];
  readonly questions: readonly TextQuestion[];
  readonly readings: readonly TextReading[];
  /** What the text requires, and how each reading says it stands. */
  readonly duties: readonly TextDuty[];
  /** The plain-language view, sentence by sentence. */
  readonly prose: Readonly<Record<ProseLanguage, readonly Sentence[]>>;
  /** By place in the file. */
  readonly findings: readonly TextFinding[];
  /** Every publication that the text cites, in its parts or between them, or that says what came of its duties; in id order. */
  readonly sources: readonly Source[];
}

/** All texts of a case, in id order. */
export function textLines({ instruments }: Case): readonly TextLine[] {
  return instruments.map(({ instrument, version }) => ({
    id: instrument.id,
    title: instrument.title,
    dated: instrument.dated,
    version,
    status: statesOf(instrument),
    clauses: instrument.clauses.size,
    questions: instrument.questions.size,
    readings: instrument.readings.size,
  }));
}

/** One text. `problems` as the case's loader reported them. Cost: the text is tried on every situation that it tells apart. */
export function textPage(
  theCase: Case,
  loaded: LoadedInstrument,
  problems: readonly Problem[],
): TextPage {
  const { instrument, version, file, text } = loaded;
  const { id, title, dated, parties, others } = instrument;
  const duties = textDuties(theCase, instrument);
  return {
    id,
    title,
    dated,
    version,
    versions: versionsOf(theCase, id).map(versionLine),
    status: statesOf(instrument),
    parties,
    others,
    file: file.slice(file.lastIndexOf("/") + 1),
    text,
    articles: articlesOf(instrument, text, file),
    clauses: [...instrument.clauses.values()].map(clauseLine),
    questions: textQuestions(instrument),
    readings: [...instrument.readings.values()]
      .map((reading) => readingColumn(instrument, reading))
      .sort((a, b) => compareText(a.reading, b.reading)),
    duties,
    prose: proseIn(theCase, instrument),
    findings: findingsOf(theCase, loaded, problems),
    sources: citedBy(loaded, duties).flatMap((source) => theCase.sources.get(source) ?? []),
  };
}

function versionLine(loaded: LoadedInstrument): TextVersion {
  const { title, dated } = loaded.instrument;
  return { name: loadedName(loaded), title, dated, version: loaded.version };
}

function statesOf({ parties, status }: Instrument): readonly PartyStates[] {
  return [...new Set([...parties, ...status.keys()])]
    .sort(compareText)
    .map((party) => ({ party, states: status.get(party) ?? [] }));
}

function clauseLine({ id, effect, text, note, source }: Clause): TextClause {
  return { id, effect, text, note, sources: source };
}

function readingColumn(instrument: Instrument, reading: Reading): TextReading {
  return {
    reading: readingId(instrument.id, reading.id),
    holder: reading.by,
    note: reading.note,
    assumes: [...reading.assume.keys()].sort(compareText),
    answers: [...instrument.questions.values()].map((question) => answered(question, reading)),
  };
}

function answered({ id, asks, answers }: Question, reading: Reading) {
  const taken = reading.take.get(id);
  const possible = [...answers.values()].filter((answer) =>
    taken === undefined ? answer.live : taken.includes(answer.id),
  );
  return {
    question: id,
    part: possible[0]?.value.sort ?? null,
    asks,
    state: taken === undefined ? ("open" as const) : ("taken" as const),
    answers: possible.map((answer) => answerWords(answer, taken === undefined ? null : reading.by)),
  };
}

function proseIn(theCase: Case, instrument: Instrument): TextPage["prose"] {
  const [en, ru, uk] = PROSE_LANGUAGES.map((lang) => proseOf(namingOf(theCase, instrument, lang)));
  return { en: en ?? [], ru: ru ?? [], uk: uk ?? [] };
}

function findingsOf(
  theCase: Case,
  loaded: LoadedInstrument,
  problems: readonly Problem[],
): readonly TextFinding[] {
  const { file, text } = loaded;
  const parts = partsIn(text, file);
  const tried = lintText({ input: theCase, loaded, places: placesIn(text, file) });
  const own = problems.filter(({ at }) => at?.file === file);
  return [...own, ...tried].sort(compareProblems).map((problem) => ({
    code: problem.code,
    severity: problem.severity,
    message: problem.message,
    help: problem.help ?? null,
    counterexample: problem.counterexample ?? null,
    line: problem.at?.line ?? 1,
    column: problem.at?.column ?? 1,
    part: partAt(parts, problem.at),
  }));
}

/** Ids in running text end in a number, so that no word of the language is taken for one. */
const ID_IN_TEXT = /\b[a-z]+-\d+\b/g;

function citedBy(
  { instrument, text }: LoadedInstrument,
  duties: readonly TextDuty[],
): readonly string[] {
  const { status, questions, clauses, provisions } = instrument;
  const states = [...status.values()].flat().map(({ source }) => source);
  const held = [...questions.values()]
    .flatMap(({ answers }) => [...answers.values()])
    .flatMap((answer) => answer.held.map(({ source }) => source));
  const written = [...clauses.values(), ...provisions.values()].flatMap(({ source }) => source);
  const done = duties.flatMap(({ fulfilledBy }) => fulfilledBy.flatMap(({ sources }) => sources));
  const cited = [...states, ...held, ...written, ...done].filter((source) => source !== null);
  return [...new Set([...cited, ...(text.match(ID_IN_TEXT) ?? [])])].sort(compareText);
}
