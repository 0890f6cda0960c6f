// What the words cost (TERMS 4): where two readings disagree, and which smallest sets of questions make the difference.
import type { Bounds } from "../model/count.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import type { Incident } from "../model/incident.ts";
import { compareText } from "../model/problem.ts";
import { assessCase, modelOf, verdictOf } from "./assess.ts";
import type { AssessOptions, AssessedRow } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { knownBy } from "./known-by.ts";
import { readingModel } from "./reading-model.ts";
import type { ReadingModel } from "./reading-model.ts";
import { differingQuestions, retake, takenOf } from "./retake.ts";
import { wordingSentence } from "./sentence.ts";
import { subsetsBySize } from "./subsets.ts";
import type { Comparison, FlipSet, Verdict, VerdictKind } from "./verdict.ts";

/** TERMS 10 (T804): more differing questions than this are refused. */
export const MAX_DIFFERING_QUESTIONS = 10;

/** One incident on which the readings disagree, with its minimal sets. */
interface Disagreement {
  readonly id: IncidentId;
  readonly hard: boolean;
  readonly sets: readonly (readonly string[])[];
}

/** Compares two readings over the record (whole-night totals left out). Throws UnknownNameError; RangeError over 10 differing questions. */
export function compareReadings(
  input: AssessInput,
  [a, b]: readonly [ReadingId, ReadingId],
  options: Omit<AssessOptions, "readings"> = {},
): Comparison {
  const known = options.asOf === undefined ? input : knownBy(input, options.asOf);
  const rows = assessCase(input, { ...options, readings: [a, b] }).rows.filter(
    ({ incident }) => !incident.aggregate,
  );
  const flips = flipper(modelOf(known, a, options.hold), modelOf(known, b, options.hold));
  const disagreements = rows.flatMap((row) => disagreementOf(row, [a, b], flips));
  const comparison = {
    a,
    b,
    ...hardAndSoft(disagreements),
    onlyA: boundsOfOnly(rows, a, b),
    onlyB: boundsOfOnly(rows, b, a),
    questions: flips?.questions ?? [],
    sets: setsOf(disagreements),
    causes: causesOf(disagreements, flips === null),
    ...marginals(rows, disagreements, flips),
  };
  return { ...comparison, sentence: wordingSentence(comparison, rows, options.asOf ?? null) };
}

/**
 * Switches one reading's answers to the other's on a set of questions; null when they are of different instruments. It always goes
 * from the reading that covers an incident less to the one that covers it more, so that exchanging the two changes nothing: what
 * takes two words together to reach is not mistaken for what either of them alone would leave.
 */
interface Flipper {
  readonly questions: readonly string[];
  /** For one incident: whether the lesser verdict becomes the greater one by switching a set of questions. */
  readonly flipsOf: (incident: Incident) => (questions: readonly string[]) => boolean;
}

/** From covered least to covered most. */
const RANK: readonly VerdictKind[] = ["not-covered", "undetermined", "conflict", "violation"];

function flipper(a: ReadingModel, b: ReadingModel): Flipper | null {
  if (a.context !== b.context) return null;
  const questions = differingQuestions(a.reading, b.reading);
  if (questions.length > MAX_DIFFERING_QUESTIONS) {
    throw new RangeError(
      `the readings differ on ${questions.length} questions; at most ${MAX_DIFFERING_QUESTIONS}`,
    );
  }
  const rank = (model: ReadingModel, incident: Incident): number =>
    RANK.indexOf(verdictOf(model, incident).verdict);
  return {
    questions,
    flipsOf: (incident) => {
      const [rankA, rankB] = [rank(a, incident), rank(b, incident)];
      const [from, to] = rankA < rankB ? [a, b] : [b, a];
      const wanted = Math.max(rankA, rankB);
      return (set) => rank(switched(from, to, set), incident) === wanted;
    },
  };
}

/** The reading `from` with the answers of `to` on a set of questions. */
function switched(from: ReadingModel, to: ReadingModel, set: readonly string[]): ReadingModel {
  const changes = set.map((question) => [question, takenOf(to.reading, question)] as const);
  return readingModel(from.context, retake(from.reading, changes));
}

function disagreementOf(
  { incident, verdicts }: AssessedRow,
  [a, b]: readonly [ReadingId, ReadingId],
  flips: Flipper | null,
): readonly Disagreement[] {
  const [underA, underB] = [verdicts.get(a)?.verdict, verdicts.get(b)?.verdict];
  if (underA === undefined || underB === undefined || underA === underB) return [];
  const hard = underA !== "undetermined" && underB !== "undetermined";
  return [{ id: incident.id, hard, sets: flips === null ? [] : minimalSets(flips, incident) }];
}

/** All minimal sets of questions that flip the verdict, by size and then id. */
function minimalSets(
  { questions, flipsOf }: Flipper,
  incident: Incident,
): readonly (readonly string[])[] {
  const flips = flipsOf(incident);
  const found: (readonly string[])[] = [];
  for (const set of subsetsBySize(questions)) {
    if (found.some((smaller) => smaller.every((question) => set.includes(question)))) continue;
    if (flips(set)) found.push(set);
  }
  return found;
}

function hardAndSoft(disagreements: readonly Disagreement[]) {
  const hardIds = disagreements.filter(({ hard }) => hard).map(({ id }) => id);
  const softIds = disagreements.filter(({ hard }) => !hard).map(({ id }) => id);
  return { hard: hardIds.length, soft: softIds.length, hardIds, softIds };
}

/** At least: surely a violation under x and surely none under y. At most: maybe one under x and not surely one under y. */
function boundsOfOnly(rows: readonly AssessedRow[], x: ReadingId, y: ReadingId): Bounds {
  const count = (test: (x: Verdict, y: Verdict) => boolean): number =>
    rows.filter(({ verdicts }) => {
      const [underX, underY] = [verdicts.get(x), verdicts.get(y)];
      return underX !== undefined && underY !== undefined && test(underX, underY);
    }).length;
  return {
    atLeast: count((under, other) => under.verdict === "violation" && !other.maybe),
    atMost: count((under, other) => under.maybe && other.verdict !== "violation"),
  };
}

function setsOf(disagreements: readonly Disagreement[]): readonly FlipSet[] {
  const groups = grouped(
    disagreements.flatMap(({ id, sets }) => sets.map((set) => ({ key: set.join(" "), set, id }))),
  );
  return groups.map(({ members, first }) => ({
    questions: first.set,
    incidents: members.length,
    ids: members.map(({ id }) => id),
  }));
}

/** Every disagreement stands in exactly one row, so the counts add up. */
function causesOf(
  disagreements: readonly Disagreement[],
  acrossInstruments: boolean,
): Comparison["causes"] {
  const named = disagreements.map((one) => {
    const { kind, questions } = causeOf(one, acrossInstruments);
    return { key: `${kind} ${questions.join(" ")}`, kind, questions, one };
  });
  return grouped(named).map(({ members, first }) => ({
    kind: first.kind,
    questions: first.questions,
    hard: members.filter(({ one }) => one.hard).length,
    soft: members.filter(({ one }) => !one.hard).length,
    ids: members.map(({ one }) => one.id),
  }));
}

function causeOf(
  { sets }: Disagreement,
  acrossInstruments: boolean,
): Pick<Comparison["causes"][number], "kind" | "questions"> {
  const [only] = sets;
  if (acrossInstruments || only === undefined) return { kind: "instrument", questions: [] };
  if (sets.length > 1)
    return { kind: "either", questions: [...new Set(sets.flat())].sort(compareText) };
  return { kind: only.length === 1 ? "alone" : "together", questions: only };
}

/** `alone`: switching only this question flips. `last`: switching all the others does not. */
function marginals(
  rows: readonly AssessedRow[],
  disagreements: readonly Disagreement[],
  flips: Flipper | null,
): Pick<Comparison, "alone" | "last"> {
  const [alone, last]: [Record<string, number>, Record<string, number>] = [{}, {}];
  if (flips === null) return { alone, last };
  const incidents = new Map(rows.map(({ incident }) => [incident.id, incident]));
  for (const question of flips.questions) {
    const others = flips.questions.filter((other) => other !== question);
    const isLast = ({ id }: Disagreement): boolean => {
      const incident = incidents.get(id);
      return incident !== undefined && !flips.flipsOf(incident)(others);
    };
    alone[question] = disagreements.filter(({ sets }) =>
      sets.some((set) => set.length === 1 && set[0] === question),
    ).length;
    last[question] = disagreements.filter(isLast).length;
  }
  return { alone, last };
}

/** Groups by key, larger groups first, then by key. */
function grouped<T extends { readonly key: string }>(
  items: readonly T[],
): readonly { readonly first: T; readonly members: readonly T[] }[] {
  const groups = new Map<string, { first: T; members: T[] }>();
  for (const item of items) {
    const group = groups.get(item.key);
    if (group === undefined) groups.set(item.key, { first: item, members: [item] });
    else group.members.push(item);
  }
  return [...groups.values()].sort(
    (a, b) => b.members.length - a.members.length || compareText(a.first.key, b.first.key),
  );
}
