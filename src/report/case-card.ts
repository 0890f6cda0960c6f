// What every screen needs of a case once: names of things in three languages, its readings, prepared comparisons, caveat.
import type { Case, CaseSettings, Labels, LoadedInstrument } from "../case/case.ts";
import { readingId } from "../model/id.ts";
import type { ReadingId } from "../model/id.ts";
import { compareText } from "../model/problem.ts";
import type { Question, Reading, Sort, VocabularyNode } from "../terms/ast.ts";
import { answerWords } from "./words.ts";
import type { AnswerWords } from "./words.ts";

export interface ListedReading {
  readonly id: ReadingId;
  readonly instrument: string;
  readonly holder: string | null;
}

/** A question of a text with the answers that are still possible. */
export interface ListedQuestion {
  readonly instrument: string;
  readonly question: string;
  readonly asks: string;
  readonly part: Sort | null;
  readonly answers: readonly AnswerWords[];
}

export interface CaseCard {
  readonly id: string;
  readonly title: string;
  /** Stands beside every total. */
  readonly caveat: string;
  readonly timeZones: readonly string[];
  readonly boundaryPolicy: CaseSettings["boundaryPolicy"];
  readonly comparisons: readonly {
    readonly title: string;
    readonly readings: readonly string[];
    /** Question id -> answer id that every reading is held to. */
    readonly hold: Readonly<Record<string, string>>;
  }[];
  readonly instruments: readonly {
    readonly id: string;
    readonly title: string;
    readonly version: string;
  }[];
  /** All readings, in id order. */
  readonly readings: readonly ListedReading[];
  /** What the texts leave open, in the order of each text. */
  readonly questions: readonly ListedQuestion[];
  /** Names by id: parties, regions and other zones, and kinds, means and acts with each text's own additions. */
  readonly labels: Readonly<Record<"parties" | "kinds" | "means" | "acts" | "regions", LabelTable>>;
  /** What texts wait for and ask about: `instrument/event` and `instrument/flag` -> in words. */
  readonly says: Readonly<Record<string, string>>;
  readonly record: {
    readonly incidents: number;
    readonly sources: number;
    readonly statements: number;
    readonly meetings: number;
  };
}

export type LabelTable = Readonly<Record<string, Labels>>;

/** Every reading of the case with its text, in id order. */
export function caseReadings(theCase: Case): readonly {
  readonly id: ReadingId;
  readonly loaded: LoadedInstrument;
  readonly reading: Reading;
}[] {
  return theCase.instruments
    .flatMap((loaded) =>
      [...loaded.instrument.readings.values()].map((reading) => ({
        id: readingId(loaded.instrument.id, reading.id),
        loaded,
        reading,
      })),
    )
    .sort((a, b) => compareText(a.id, b.id));
}

/** The case's card. */
export function caseCard(theCase: Case): CaseCard {
  const { settings, instruments } = theCase;
  const { id, title, caveat, timeZones, boundaryPolicy, comparisons } = settings;
  return {
    id,
    title,
    caveat,
    timeZones,
    boundaryPolicy,
    comparisons: comparisons.map(({ hold, ...rest }) => ({
      ...rest,
      hold: Object.fromEntries(hold),
    })),
    instruments: instruments.map(({ instrument, version }) => ({
      id: instrument.id,
      title: instrument.title,
      version,
    })),
    readings: caseReadings(theCase).map(({ id: reading, loaded, reading: { by } }) => ({
      id: reading,
      instrument: loaded.instrument.id,
      holder: by,
    })),
    questions: instruments.flatMap(({ instrument }) =>
      [...instrument.questions.values()].map((question) => listedQuestion(instrument.id, question)),
    ),
    labels: {
      parties: Object.fromEntries(settings.parties),
      kinds: labelsOf(theCase.kinds.nodes, instruments, "kinds"),
      means: labelsOf(theCase.means.nodes, instruments, "means"),
      acts: labelsOf(theCase.acts.nodes, instruments, "acts"),
      regions: Object.fromEntries([...theCase.zones].map(([zone, { names }]) => [zone, names])),
    },
    says: saysOf(instruments),
    record: {
      incidents: theCase.incidents.length,
      sources: theCase.sources.size,
      statements: theCase.statements.length,
      meetings: theCase.meetings.length,
    },
  };
}

function listedQuestion(instrument: string, { id, asks, answers }: Question): ListedQuestion {
  const live = [...answers.values()].filter((answer) => answer.live);
  return {
    instrument,
    question: id,
    asks,
    part: live[0]?.value.sort ?? null,
    answers: live.map((answer) => answerWords(answer)),
  };
}

function labelsOf(
  nodes: ReadonlyMap<string, VocabularyNode>,
  instruments: readonly LoadedInstrument[],
  own: "kinds" | "means" | "acts",
): LabelTable {
  const table: Record<string, Labels> = {};
  const all = [...instruments.flatMap(({ instrument }) => [...instrument[own].values()])];
  for (const node of [...all, ...nodes.values()]) table[node.id] = nodeLabels(node);
  return table;
}

function nodeLabels({ id, labels }: VocabularyNode): Labels {
  const { en = id.replaceAll("-", " "), uk, ru } = labels;
  return { en, ...(uk === undefined ? {} : { uk }), ...(ru === undefined ? {} : { ru }) };
}

function saysOf(instruments: readonly LoadedInstrument[]): Readonly<Record<string, string>> {
  const says: Record<string, string> = {};
  for (const { instrument } of instruments) {
    for (const [id, event] of instrument.events) says[`${instrument.id}/${id}`] = event.says;
    for (const [id, flag] of instrument.flags) says[`${instrument.id}/${id}`] = flag;
    for (const [id, zone] of instrument.zones) {
      if (zone.kind === "none-agreed") says[`${instrument.id}/${id}`] = zone.says;
      if (zone.kind === "dataset") says[`${instrument.id}/${id}`] = zone.feature;
    }
  }
  return says;
}
