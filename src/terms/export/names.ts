// Names of the parts of a text as XML names, and who and what a text speaks of. Ids become keys by rule, so that a part keeps its
// key from one version to the next; two ids never share one.
import { compareText } from "../../model/problem.ts";
import type { Answer, Holding, Instrument, VocabularyNode } from "../ast.ts";
import { edgeQuestion } from "../vocabulary.ts";

/** `clause`, `strikes` -> `clause__strikes`. What an XML name cannot hold is written `_<hex>-`. */
export function xmlName(...parts: readonly string[]): string {
  return parts.map(namePart).join("__");
}

function namePart(part: string): string {
  return part.replaceAll(
    /[^A-Za-z0-9.-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}-`,
  );
}

/** Version part of addresses: `sha256:ab...` without the colon, which is reserved in them. */
export function versionName(version: string): string {
  return version.replace(":", "-");
}

/** Every source the text names, in code unit order. */
export function sourcesOf(instrument: Instrument): readonly string[] {
  const { status, questions, clauses, annexes, provisions } = instrument;
  const held = [...questions.values()].flatMap(({ answers }) =>
    [...answers.values()].flatMap((answer) => answer.held),
  );
  const named = [...clauses.values(), ...annexes.values(), ...provisions.values()];
  return unique([
    ...[...status.values()].flat().map(({ source }) => source),
    ...held.map(({ source }) => source),
    ...named.flatMap(({ source }) => source),
  ]);
}

/** Parties, others, and whoever else holds an answer or a reading, in code unit order. */
export function holdersOf(instrument: Instrument): readonly string[] {
  const { parties, others, status, questions, readings } = instrument;
  const held = [...questions.values()].flatMap(({ answers }) =>
    [...answers.values()].flatMap((answer) => answer.held.map(({ by }) => by)),
  );
  const readers = [...readings.values()].map(({ by }) => by);
  return unique([...parties, ...others, ...status.keys(), ...held, ...readers]);
}

function unique(names: readonly (string | null)[]): readonly string[] {
  return [...new Set(names.flatMap((name) => name ?? []))].sort(compareText);
}

/** An answer with the question it answers. */
export interface AnswerAt {
  readonly question: string;
  readonly answer: Answer;
}

/** Every answer in the order of the text. */
export function answersOf({ questions }: Instrument): readonly AnswerAt[] {
  return [...questions.values()].flatMap(({ id, answers }) =>
    [...answers.values()].map((answer) => ({ question: id, answer })),
  );
}

/** A holding with its place in the text. */
export interface HoldingAt extends AnswerAt {
  readonly holding: Holding;
  readonly index: number;
}

/** Every holding in the order of the text. */
export function holdingsOf(instrument: Instrument): readonly HoldingAt[] {
  return answersOf(instrument).flatMap((at) =>
    at.answer.held.map((holding, index) => ({ ...at, holding, index })),
  );
}

/** A vocabulary of the text itself and its word for one node. */
export type OwnNode = readonly [word: "kind" | "means" | "act", node: VocabularyNode];

/** What the text adds to the vocabularies it uses. */
export function ownNodes({ kinds, means, acts }: Instrument): readonly OwnNode[] {
  return [
    ...[...kinds.values()].map((node): OwnNode => ["kind", node]),
    ...[...means.values()].map((node): OwnNode => ["means", node]),
    ...[...acts.values()].map((node): OwnNode => ["act", node]),
  ];
}

/** Questions of open edges that the text adds or a reading answers; their answers are `in` and `out`. */
export function edgeQuestionsOf(instrument: Instrument): readonly string[] {
  const own = ownNodes(instrument).flatMap(([, { id, is }]) =>
    is.filter(({ open }) => open).map(({ to }) => edgeQuestion(id, to)),
  );
  const taken = [...instrument.readings.values()].flatMap(({ take }) => [...take.keys()]);
  return unique([...own, ...taken.filter((question) => !instrument.questions.has(question))]);
}
