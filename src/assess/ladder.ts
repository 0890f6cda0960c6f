// The ladder of words (WEB 5 B): the answers of one question from narrow to wide, and what each step moves. A sum holds exactly
// for every step and for the longest chain: wide = narrow + into violation - out of violation, for "at least" and "at most" alike.
import type { Bounds } from "../model/count.ts";
import { readingId } from "../model/id.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import type { Incident } from "../model/incident.ts";
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { assessCase, modelsOf } from "./assess.ts";
import type { AssessOptions, AssessedRow } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { mayRelease } from "./contrary-acts.ts";
import { knownBy } from "./known-by.ts";
import { isForbidding, isWithin } from "./nested.ts";
import { boundsOf, casualtiesAmong } from "./totals.ts";
import { askedQuestion, questionVariants, variantName } from "./variants.ts";
import type { Compared } from "./variants.ts";
import type { CasualtySum, Verdict, VerdictKind } from "./verdict.ts";

export interface Ladder {
  /** The longest run of answers, each within the next; narrowest first. Empty when no answer is within another. */
  readonly chain: readonly ReadingId[];
  /** One a neighbouring two of the chain. */
  readonly steps: readonly Step[];
  /** From the chain's first to its last; null without a chain. `into` and `out` are sums over the steps. */
  readonly sum: StepSum | null;
  /** Every two answers that are not both on the chain, in id order: no step leads from one to the other. */
  readonly apart: readonly {
    readonly a: ReadingId;
    readonly b: ReadingId;
    /** How their words lie to each other in every situation. */
    readonly relation: "a-within-b" | "b-within-a" | "same" | "neither";
  }[];
  /** Whether narrow to wide is an order of all answers in every situation, or why it is not one. */
  readonly order: "holds" | "not-nested" | "release" | "not-only-forbidden";
}

/** `into.atLeast`: violations under the wide answer that are none under the narrow; `atMost`: the same of what may be one. */
export interface StepSum {
  readonly narrow: Bounds;
  readonly into: Bounds;
  readonly out: Bounds;
  readonly wide: Bounds;
}

export interface Step extends StepSum {
  readonly from: ReadingId;
  readonly to: ReadingId;
  /** Answered differently, both determined; and with one of the two undetermined. */
  readonly hard: number;
  readonly soft: number;
  readonly ids: readonly IncidentId[];
  /** The same by the day that the source gives; days on which nothing moves are left out. */
  readonly days: readonly { readonly day: Day; readonly hard: number; readonly soft: number }[];
  /** Casualties reported for what is moved: `low` over hard ones. */
  readonly casualties: CasualtySum;
  /** Reported kinds of what is moved, most incidents first; an incident of several kinds counts in each. */
  readonly kinds: readonly { readonly kind: string; readonly incidents: number }[];
  /** Every change of verdict, largest first; they add up to hard + soft. */
  readonly transitions: readonly {
    readonly from: VerdictKind;
    readonly to: VerdictKind;
    readonly incidents: number;
  }[];
}

/** Kinds named at a step. */
const TOP_KINDS = 3;

/**
 * The ladder of a question's live answers, or of those that `options.readings` names. `input` is the case itself, not its variants.
 * Throws UnknownNameError.
 */
export function ladderOf(
  input: AssessInput,
  compared: Compared,
  options: AssessOptions = {},
): Ladder {
  const variants = questionVariants(input, compared);
  const known = options.asOf === undefined ? variants : knownBy(variants, options.asOf);
  const models = modelsOf(known, options.readings, options.hold);
  const [first] = models;
  const asked = askedQuestion(input, compared);
  const answers = [...asked.answers.values()].filter(({ live }) => live);
  const ids = new Map(answers.map(({ id, value }) => [idOf(compared, id), value]));
  const within = (narrow: ReadingId, wide: ReadingId): boolean => {
    const [inner, outer] = [ids.get(narrow), ids.get(wide)];
    if (first === undefined || inner === undefined || outer === undefined) return false;
    return isWithin(first.model.context, inner, outer);
  };
  const all = models.map(({ id }) => id);
  const chain = longestChain(all, within);
  const rows = assessCase(variants, { ...options, readings: chain }).rows;
  const counted = rows.filter(({ incident }) => !incident.aggregate);
  const steps = chain.slice(1).flatMap((to, index) => {
    const from = chain[index];
    return from === undefined ? [] : [stepOf(counted, from, to)];
  });
  const isReleasing = models.some(({ model }) => model.worlds.some(mayRelease));
  const isChain = all.length > 1 && all.every((id) => chain.includes(id));
  const instrument = first?.model.context.instrument;
  const forbids = instrument !== undefined && isForbidding(instrument, compared.question);
  const order = orderOf({ isChain, forbids, mayRelease: isReleasing });
  return { chain, steps, sum: sumOf(steps), apart: apartOf(all, { chain, within }), order };
}

function orderOf(of: {
  readonly isChain: boolean;
  readonly forbids: boolean;
  readonly mayRelease: boolean;
}): Ladder["order"] {
  if (!of.isChain) return "not-nested";
  if (!of.forbids) return "not-only-forbidden";
  return of.mayRelease ? "release" : "holds";
}

function idOf({ instrument, question }: Compared, answer: string): ReadingId {
  return readingId(instrument, variantName(question, answer));
}

function apartOf(
  all: readonly ReadingId[],
  { chain, within }: { readonly chain: readonly ReadingId[]; readonly within: Within },
): Ladder["apart"] {
  const pairs = all.flatMap((a, index) => all.slice(index + 1).map((b) => ({ a, b })));
  return pairs
    .filter(({ a, b }) => !chain.includes(a) || !chain.includes(b))
    .map(({ a, b }) => ({ a, b, relation: relationOf(within(a, b), within(b, a)) }));
}

function relationOf(forth: boolean, back: boolean): Ladder["apart"][number]["relation"] {
  if (forth && back) return "same";
  if (forth) return "a-within-b";
  return back ? "b-within-a" : "neither";
}

type Within = (narrow: ReadingId, wide: ReadingId) => boolean;

/** The longest chain, the first in id order among equally long ones; fewer than two are none. Answers of one meaning take one rung. */
function longestChain(all: readonly ReadingId[], within: Within): readonly ReadingId[] {
  const isStrict: Within = (a, b) => within(a, b) && !within(b, a);
  const longest = (from: ReadingId): readonly ReadingId[] => {
    const wider = all.filter((other) => isStrict(from, other)).map(longest);
    return [from, ...(first(wider) ?? [])];
  };
  const chain = first(all.map(longest)) ?? [];
  return chain.length < 2 ? [] : chain;
}

function first(chains: readonly (readonly ReadingId[])[]): readonly ReadingId[] | undefined {
  return [...chains].sort((a, b) => b.length - a.length)[0];
}

interface Move {
  readonly incident: Incident;
  readonly narrow: Verdict;
  readonly wide: Verdict;
}

/** What moves between two readings of these rows; rows that lack one of the two are left out. */
export function stepOf(rows: readonly AssessedRow[], from: ReadingId, to: ReadingId): Step {
  const all = rows.flatMap(({ incident, verdicts }): readonly Move[] => {
    const [narrow, wide] = [verdicts.get(from), verdicts.get(to)];
    return narrow === undefined || wide === undefined ? [] : [{ incident, narrow, wide }];
  });
  const moved = all.filter(({ narrow, wide }) => narrow.verdict !== wide.verdict);
  const hard = moved.filter(isHard);
  return {
    from,
    to,
    narrow: boundsOf(all.map(({ incident, narrow: verdict }) => ({ incident, verdict }))),
    wide: boundsOf(all.map(({ incident, wide: verdict }) => ({ incident, verdict }))),
    into: gained(all, (move) => [move.narrow, move.wide]),
    out: gained(all, (move) => [move.wide, move.narrow]),
    hard: hard.length,
    soft: moved.length - hard.length,
    ids: moved.map(({ incident }) => incident.id),
    days: daysOf(moved),
    casualties: casualtiesAmong(
      moved.map((move) => ({ incident: move.incident, isSure: isHard(move) })),
    ),
    kinds: kindsOf(moved).slice(0, TOP_KINDS),
    transitions: transitionsOf(moved),
  };
}

function daysOf(moved: readonly Move[]): Step["days"] {
  const days = new Map<Day, { readonly hard: number; readonly soft: number }>();
  for (const move of moved) {
    const { hard, soft } = days.get(move.incident.day) ?? { hard: 0, soft: 0 };
    const more = isHard(move) ? { hard: hard + 1, soft } : { hard, soft: soft + 1 };
    days.set(move.incident.day, more);
  }
  return [...days]
    .sort(([a], [b]) => compareText(a, b))
    .map(([day, counts]) => ({ day, ...counts }));
}

function isHard({ narrow, wide }: Move): boolean {
  return narrow.verdict !== "undetermined" && wide.verdict !== "undetermined";
}

/** What is a violation (may be one) under the second and not under the first. */
function gained(
  all: readonly Move[],
  pick: (move: Move) => readonly [without: Verdict, within: Verdict],
): Bounds {
  const pairs = all.map(pick);
  const isViolation = ({ verdict }: Verdict): boolean => verdict === "violation";
  return {
    atLeast: pairs.filter(([a, b]) => !isViolation(a) && isViolation(b)).length,
    atMost: pairs.filter(([a, b]) => !a.maybe && b.maybe).length,
  };
}

function kindsOf(moved: readonly Move[]): Step["kinds"] {
  const counts = new Map<string, number>();
  for (const { incident } of moved) {
    const kinds = incident.facts.things.flatMap((thing) => thing.kinds.map(({ value }) => value));
    for (const kind of new Set(kinds)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, incidents]) => ({ kind, incidents }))
    .sort((a, b) => b.incidents - a.incidents || compareText(a.kind, b.kind));
}

function transitionsOf(moved: readonly Move[]): Step["transitions"] {
  const counts = new Map<string, { from: VerdictKind; to: VerdictKind; incidents: number }>();
  for (const { narrow, wide } of moved) {
    const key = `${narrow.verdict} ${wide.verdict}`;
    const known = counts.get(key) ?? { from: narrow.verdict, to: wide.verdict, incidents: 0 };
    counts.set(key, { ...known, incidents: known.incidents + 1 });
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y.incidents - x.incidents || compareText(a, b))
    .map(([, transition]) => transition);
}

function sumOf(steps: readonly Step[]): StepSum | null {
  const [narrowest, widest] = [steps[0], steps.at(-1)];
  if (narrowest === undefined || widest === undefined) return null;
  const total = (of: "into" | "out"): Bounds => ({
    atLeast: steps.reduce((sum, step) => sum + step[of].atLeast, 0),
    atMost: steps.reduce((sum, step) => sum + step[of].atMost, 0),
  });
  return { narrow: narrowest.narrow, into: total("into"), out: total("out"), wide: widest.wide };
}
