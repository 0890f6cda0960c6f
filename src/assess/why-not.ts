// Why not (TERMS 3): the nearest changes, one input and then two, that give another verdict.
import type { Thing } from "../model/incident.ts";
import type { Interval } from "../model/instant.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";
import { instantWords, labelOf, spotWords } from "./describe.ts";
import { cellsOf } from "./fact-world.ts";
import { replace } from "./inputs.ts";
import type { Judgement, Replacement } from "./inputs.ts";
import { judge } from "./judge.ts";
import { thingName } from "./point.ts";
import { anySituation, thingClasses } from "./situation.ts";
import type { Verdict, VerdictKind } from "./verdict.ts";

/** Pairs tried when no single change gives another verdict. */
const MAX_PAIRS = 200;
/** Changes reported at the most, singles before pairs. */
const MAX_CHANGES = 12;

/** A change that gives another verdict, its inputs by id. */
export interface NearChange {
  readonly inputs: readonly { readonly id: string; readonly to: string }[];
  readonly verdict: VerdictKind;
  /** "if the kind were gas-pipeline" */
  readonly text: string;
}

interface Move {
  readonly change: Replacement;
  /** Input id as in explanations. */
  readonly input: string;
  readonly to: string;
  readonly words: string;
}

/** Single changes that give another verdict kind, one per input and verdict (several things hit count as one input); pairs only when no single change does. */
export function whyNot(judgement: Judgement, current: VerdictKind): readonly NearChange[] {
  const moves = movesOf(judgement);
  const singles = changesOf(
    judgement,
    current,
    moves.map((move) => [move]),
  );
  if (singles.length > 0) return singles;
  const pairs = moves.flatMap((one, i) =>
    moves
      .slice(i + 1)
      .filter((other) => other.input !== one.input)
      .map((other) => [one, other]),
  );
  return changesOf(judgement, current, pairs.slice(0, MAX_PAIRS));
}

function changesOf(
  judgement: Judgement,
  current: VerdictKind,
  candidates: readonly (readonly Move[])[],
): readonly NearChange[] {
  const found = new Map<string, NearChange>();
  for (const moves of candidates) {
    if (found.size >= MAX_CHANGES) break;
    const changed = moves.reduce((so, { change }) => replace(so, change), judgement);
    const { verdict } = judgeOf(changed);
    const key = `${moves.map(({ input }) => familyOf(input)).join("+")} ${verdict}`;
    if (verdict === current || found.has(key)) continue;
    found.set(key, {
      inputs: moves.map(({ input, to }) => ({ id: input, to })),
      verdict,
      text: `if ${moves.map(({ words }) => words).join(" and ")}`,
    });
  }
  return [...found.values()];
}

/** What one of several things were says as much as what another were: it is told once. */
function familyOf(input: string): string {
  return input.startsWith("thing:") ? "thing" : input;
}

function judgeOf({ model, situation, incident }: Judgement): Verdict {
  return judge(model, situation, incident);
}

/** Every single replacement, nearest first: questions, then time, then the other facts in the order of the atoms. */
function movesOf(judgement: Judgement): readonly Move[] {
  const { model, situation } = judgement;
  const { acts, means } = model.context;
  const widest = anySituation(model, situation.things.length);
  const actWords = (id: string): string =>
    id === "none" ? "no act at all" : labelOf(acts.vocabulary, id);
  return [
    ...questionMoves(judgement),
    ...timeMoves(judgement),
    ...widest.actors.map((value) =>
      fact("actor", value, `it were done by ${value === "other" ? "somebody else" : value}`),
    ),
    ...namedFirst(widest.acts).map((value) =>
      fact("act", value, `the act were ${actWords(value)}`),
    ),
    ...situation.things.flatMap((_, i) => thingMoves(judgement, i)),
    ...Object.keys(widest.zones).flatMap((zone) =>
      yesOrNo(`zone:${zone}`, (yes) => spotWords(zone, yes)),
    ),
    ...Object.keys(widest.flags).flatMap((flag) =>
      yesOrNo(`flag:${flag}`, (yes) => `"${flag}" were ${yes ? "so" : "not so"}`),
    ),
    ...Object.keys(widest.events).map(eventMove),
    ...(model.frame.meansLists.length === 0 ? [] : namedFirst(widest.means)).map((value) =>
      fact("means", value, `the means were ${labelOf(means.vocabulary, value)}`),
    ),
  ];
}

/** Each class of kinds by its member nearest to what was reported, near classes first. */
function thingMoves({ model, situation }: Judgement, index: number): readonly Move[] {
  const { vocabulary } = model.context.kinds;
  const reported = situation.things[index]?.[0]?.leaf ?? "";
  const anything: Thing = { kinds: [{ value: "unknown", claims: [] }], name: null, facets: {} };
  const nearest = thingClasses(model, anything).map((members) => {
    const ranked = members.map((option) => ({
      option,
      distance: kindDistance(vocabulary, reported, option.leaf),
    }));
    return ranked.reduce((best, one) => (one.distance < best.distance ? one : best));
  });
  const input = `thing:${index}` as const;
  const subject = situation.things.length > 1 ? "one of the things hit" : "the kind";
  return nearest
    .sort((a, b) => a.distance - b.distance)
    .map(({ option }) => {
      const words = `${subject} were ${labelOf(vocabulary, option.leaf)}`;
      return { change: { input, value: option }, input, to: thingName(option), words };
    });
}

/** Fewer shared ancestors = further; the unnamed rest of a kind is further than its named children. */
function kindDistance(vocabulary: Vocabulary, a: string, b: string): number {
  const above = (leaf: string): readonly string[] =>
    [...vocabulary.nodes.keys()].filter((node) => vocabulary.membership(leaf, node).kind === "in");
  const [aboveA, aboveB] = [above(a), above(b)];
  const shared = aboveA.filter((node) => aboveB.includes(node)).length;
  return aboveA.length + aboveB.length - 2 * shared + (b.endsWith(".other") ? 3 : 0);
}

function namedFirst(leaves: readonly string[]): readonly string[] {
  const isRest = (leaf: string): boolean => leaf.endsWith(".other");
  return [...leaves.filter((leaf) => !isRest(leaf)), ...leaves.filter(isRest)];
}

function eventMove(event: string): Move {
  const input = `event:${event}` as const;
  return { change: { input, value: "no" }, input, to: "not yet", words: `${event} had not come` };
}

function fact(input: "actor" | "act" | "means", value: string, words: string): Move {
  return { change: { input, value }, input, to: value, words };
}

function yesOrNo(
  input: `zone:${string}` | `flag:${string}`,
  wordsOf: (yes: boolean) => string,
): readonly Move[] {
  return [true, false].map((value) => ({
    change: { input, value },
    input,
    to: value ? "yes" : "no",
    words: wordsOf(value),
  }));
}

function questionMoves({ model }: Judgement): readonly Move[] {
  const { instrument } = model.context;
  return [...instrument.questions.values()].flatMap((question) =>
    [...question.answers.values()]
      .filter(({ id, live }) => live && !(model.reading.take.get(question.id)?.join() === id))
      .map(({ id }) => ({
        change: { input: `question:${question.id}` as const, value: id },
        input: question.id,
        to: id,
        words: `${question.id} were ${id}`,
      })),
  );
}

/** The nearest cell before and after the incident, then the next ones. */
function timeMoves({ model, situation }: Judgement): readonly Move[] {
  const { from, until } = situation.time;
  const cells = cellsOf({ from: -Infinity, until: Infinity }, model.frame.cuts);
  const before = cells.filter((cell) => cell.until <= from).reverse();
  const after = cells.filter((cell) => cell.from >= until);
  const inside = cells.filter((cell) => cell.until > from && cell.from < until);
  const moves: Move[] = [];
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    for (const cell of [before[i], after[i]])
      if (cell !== undefined) moves.push(timeMove(cell, cell.until <= from));
  }
  const parts =
    inside.length > 1
      ? inside.map((cell) => timeMove(overlap(cell, situation.time), cell.from <= from))
      : [];
  return [...parts, ...moves];
}

function timeMove(cell: Interval, isBefore: boolean): Move {
  const words = isBefore
    ? `it came before ${instantWords(cell.until)}`
    : `it came at or after ${instantWords(cell.from)}`;
  return {
    change: { input: "time", value: cell },
    input: "time",
    to: isBefore ? `before ${instantWords(cell.until)}` : `at or after ${instantWords(cell.from)}`,
    words,
  };
}

function overlap(a: Interval, b: Interval): Interval {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}
