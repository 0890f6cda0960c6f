// What the rules of a reading say apart from their times. An edit of a day or a length moves the stretches of time and leaves this as
// it was, so what was worked out of it alone is kept from one state of a text to the next. A memo with no meaning of its own.
import type { Instant } from "../model/instant.ts";
import { failingTime } from "./atoms.ts";
import type { Context } from "./context.ts";
import { instantOf } from "./fact-world.ts";
import { answersKey } from "./membership.ts";
import type { Frame, ReadingModel } from "./reading-model.ts";
import type { Rule } from "./rule.ts";
import type { SituationMemo } from "./situation-memo.ts";
import { spotKey } from "./spot.ts";
import type { TextWorld } from "./text-world.ts";

/** One object for all readings of a vocabulary that say the same apart from times: what hangs on nothing else is kept by it. */
export interface Undated {
  /** All of it in words: equal for equal readings of one memo of situations that answer the same edges. */
  readonly key: string;
  /** What was said of any stretch of time -> its number. It grows, and only as a memo. */
  readonly stretches: Map<string, number>;
  /** By rule of the reading: the first that says the same apart from times. */
  readonly alike: readonly number[];
  /** By rule: all that it says apart from times, what defeats it and what its breach gives included. */
  readonly words: readonly string[];
  /** By text world. */
  readonly worlds: readonly UndatedWorld[];
}

export interface UndatedWorld {
  /** Its place among the worlds of the reading. */
  readonly place: number;
  /** Its rules, by number among those of the reading. */
  readonly rules: readonly number[];
  /** Place of the first world whose rules say the same apart from times, release and what defeats them included. */
  readonly number: number;
}

/** Kept for one memo of situations; the oldest go first. */
const MAX_KEPT = 32;

const OF_WORLD = new WeakMap<TextWorld, UndatedWorld>();
const OF_FRAME = new WeakMap<Frame, Undated>();
const OF_MEMO = new WeakMap<SituationMemo, Map<string, Undated>>();

/** What a reading says apart from times; where its rules wait for events it is shared with no other state of the text. */
export function undatedOf(model: ReadingModel): Undated {
  const { frame } = model;
  const known = OF_FRAME.get(frame);
  if (known !== undefined) return known;
  const found = shared(frame, newUndated(model), model);
  OF_FRAME.set(frame, found);
  for (const [number, world] of model.worlds.entries()) {
    const said = found.worlds[number];
    if (said !== undefined) OF_WORLD.set(world, said);
  }
  return found;
}

/** What a text world of the reading says apart from times. */
export function undatedWorld(model: ReadingModel, world: TextWorld): UndatedWorld {
  undatedOf(model);
  const said = OF_WORLD.get(world);
  if (said === undefined) throw new RangeError(`the reading has no text world ${world.key}`);
  return said;
}

/** Most that is kept of one kind by one of them. */
const MOST = 20_000;

/** What is kept of one kind for all that says the same apart from times; where it has grown too large, it starts anew. */
export function keptFor<T>(
  kept: WeakMap<Undated, Map<string, T>>,
  model: ReadingModel,
  most = MOST,
): Map<string, T> {
  const undated = undatedOf(model);
  let known = kept.get(undated);
  if (known === undefined || known.size > most) kept.set(undated, (known = new Map()));
  return known;
}

/** Rules of all worlds; worlds share most of them. */
export function rulesOf({ worlds }: ReadingModel): readonly Rule[] {
  const known = RULES.get(worlds) ?? [...new Set(worlds.flatMap(({ rules }) => rules))];
  RULES.set(worlds, known);
  return known;
}

const RULES = new WeakMap<ReadingModel["worlds"], readonly Rule[]>();

/**
 * By stretch of time between the cuts of the reading: a number of what time says in it (which rules are in force and run, which
 * drawings hold), the same for stretches that no rule tells apart, in whatever state of the text.
 */
export function timesOf(model: ReadingModel): readonly number[] {
  const { frame } = model;
  const known = TIMES.get(frame);
  if (known !== undefined) return known;
  const { cuts, events } = frame;
  const numbers = [-Infinity, ...cuts].map((from, stretch) => {
    const at = instantOf({ from, until: cuts[stretch] ?? Infinity });
    // Events come at times of their own: where rules wait for them, every stretch is another.
    const words = events.length > 0 ? String(stretch) : timeWords(model, at);
    return stretchNumber(model, words);
  });
  TIMES.set(frame, numbers);
  return numbers;
}

/** Equal for equal words, in whatever state of the text. */
export function stretchNumber(model: ReadingModel, words: string): number {
  const { stretches } = undatedOf(model);
  const number = stretches.get(words) ?? stretches.size;
  stretches.set(words, number);
  return number;
}

const TIMES = new WeakMap<Frame, readonly number[]>();

function timeWords(model: ReadingModel, at: Instant): string {
  const words = rulesOf(model).map((rule) => {
    const time = failingTime({ rule, fact: { at, events: NO_EVENTS } }) ?? "";
    return rule.where === null ? time : `${time} ${spotWords(model.context, rule, at)}`;
  });
  return words.join();
}

const NO_EVENTS = {};

/** Where each actor's ends are looked for; a drawing holds for some time only, and not every actor has one of its own. */
function spotWords(context: Context, { where }: Rule, at: Instant): string {
  const zones = new Set(where === null ? [] : Object.values(where).filter((zone) => zone !== null));
  const actors = [...context.instrument.parties, "other"];
  const keys = [...zones].flatMap((zone) =>
    actors.flatMap((actor) =>
      (["target", "origin"] as const).map((role) => spotKey(context, { role, zone, actor, at })),
    ),
  );
  return JSON.stringify(keys);
}

function newUndated(model: ReadingModel): Undated {
  const rules = rulesOf(model);
  const words = rules.map(undatedWords);
  const first = new Map<string, number>();
  const alike = words.map((word, i) => {
    const known = first.get(word) ?? i;
    first.set(word, known);
    return known;
  });
  const numbers = new Map(rules.map((rule, i) => [rule, i]));
  const own = rules.map(({ id, defeatedBy, release }, i) =>
    JSON.stringify([id, defeatedBy, release, words[i]]),
  );
  const worlds = model.worlds.map((world) => world.rules.map((rule) => numbers.get(rule) ?? 0));
  const keys = worlds.map((some) => JSON.stringify(some.map((i) => own[i])));
  const firsts = new Map(keys.map((key, number) => [key, number] as const).toReversed());
  return {
    key: JSON.stringify([own, worlds]),
    stretches: new Map(),
    alike,
    words: own,
    worlds: worlds.map((some, i) => ({
      place: i,
      rules: some,
      number: firsts.get(keys[i] ?? "") ?? i,
    })),
  };
}

/** All that decides where a rule fails, its times apart. */
function undatedWords({ by, act, targets, sides, against, means, ...rest }: Rule): string {
  const { calibre, where, undrawn, when, effect } = rest;
  const what = [by, act, targets, sides, against, means];
  return JSON.stringify([...what, calibre, where, undrawn, when, effect]);
}

function shared({ memo, events }: Frame, own: Undated, { edges }: ReadingModel): Undated {
  if (events.length > 0) return own;
  const known = OF_MEMO.get(memo) ?? new Map<string, Undated>();
  OF_MEMO.set(memo, known);
  const key = `${answersKey(edges)} ${own.key}`;
  const before = known.get(key);
  const found = before === undefined || before.stretches.size > MOST ? own : before;
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > MAX_KEPT && oldest !== undefined) known.delete(oldest);
  return found;
}
