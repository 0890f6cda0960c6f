// What is worked out of a record for one set of questions, kept as long as the vocabularies it is asked in: an edit of a text that
// leaves its lists alone (another day, another length) finds every incident's situation at hand. A memo with no meaning of its own.
import type { Target } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import type { Membership } from "./membership.ts";

/** Situations that differ in nothing but their time. */
export interface SituationClass {
  /** From 0, in order of appearance. */
  readonly number: number;
  readonly actors: readonly string[];
}

/** All of it grows, and only as a memo. */
export interface SituationMemo {
  /** Reduced options by what was reported. */
  readonly options: Map<string, readonly unknown[]>;
  /** Class of things -> its number, in order of appearance. */
  readonly groups: Map<string, number>;
  /** What is reported and where -> class. */
  readonly reported: Map<string, SituationClass>;
  /** Situation without its time -> class. */
  readonly situations: Map<string, SituationClass>;
}

/** What rules ask about what happened, places and times apart. Lists hold no doubles and are in id order. */
export interface Asked {
  readonly targetLists: readonly (readonly Target[])[];
  readonly actLists: readonly (readonly string[])[];
  readonly meansLists: readonly (readonly string[])[];
  readonly flags: readonly string[];
  /** Facet -> values that targets name; a thing may have any of them or another. */
  readonly facets: ReadonlyMap<string, readonly string[]>;
  /** True when some rule asks whose the thing is. */
  readonly asksSide: boolean;
}

/** Kept for one vocabulary of kinds; the oldest go first. */
const MAX_KEPT = 32;

const MEMOS = new WeakMap<Membership, Map<string, SituationMemo>>();

/** The memo of a frame; one for all frames that ask the same. */
export function situationMemo(context: Context, asked: Asked): SituationMemo {
  const { instrument, kinds, acts, means } = context;
  // What a registered object is known to be stands in the text itself.
  if (instrument.objects.size > 0) return newMemo();
  const known = MEMOS.get(kinds) ?? new Map<string, SituationMemo>();
  MEMOS.set(kinds, known);
  const { targetLists, actLists, meansLists, flags, facets, asksSide } = asked;
  const lists = [targetLists, actLists, meansLists, flags, [...facets], asksSide];
  const key = JSON.stringify([instrument.parties, lists, [acts, means].map(numberOf)]);
  const memo = known.get(key) ?? newMemo();
  known.delete(key);
  known.set(key, memo);
  const [oldest] = known.keys();
  if (known.size > MAX_KEPT && oldest !== undefined) known.delete(oldest);
  return memo;
}

function newMemo(): SituationMemo {
  return { options: new Map(), groups: new Map(), reported: new Map(), situations: new Map() };
}

const NUMBERS = new WeakMap<Membership, number>();
let numbers = 0;

/** Only tells vocabularies apart and stands in no output. */
function numberOf(words: Membership): number {
  const known = NUMBERS.get(words) ?? ++numbers;
  NUMBERS.set(words, known);
  return known;
}
