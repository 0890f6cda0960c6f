// A reading made ready to judge: its text worlds, its answers to open edges, and what its rules ask of the facts.
import { compareText } from "../model/problem.ts";
import type { RecordedEvent } from "../model/event.ts";
import type { Instant } from "../model/instant.ts";
import type { Reading } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import { eventAges } from "./event-ages.ts";
import type { EventAges } from "./event-ages.ts";
import type { EdgeAnswers } from "./membership.ts";
import type { SpotsAsked } from "./relate-spots.ts";
import { calibreKey, cutsOfSpot, keysOf, nearKey, spotsAsked } from "./spot.ts";
import { endOf } from "./period.ts";
import { situationMemo } from "./situation-memo.ts";
import type { Asked, SituationMemo } from "./situation-memo.ts";
import { textWorlds } from "./text-world.ts";
import type { Rule } from "./rule.ts";
import type { TextWorld } from "./text-world.ts";

export interface ReadingModel {
  readonly context: Context;
  readonly reading: Reading;
  readonly worlds: readonly TextWorld[];
  /** Edge questions the reading answered with one answer; all others are open. */
  readonly edges: EdgeAnswers;
  readonly frame: Frame;
}

/** What the rules of all worlds ask about; facts are reduced to this. Lists hold no doubles and are in id order. */
export interface Frame extends Asked {
  /** Keys of the facts of place, distance and calibre (see spot.ts). */
  readonly zones: readonly string[];
  readonly spots: SpotsAsked;
  readonly events: readonly string[];
  /** Of each event, how long ago it may have come for a rule to tell it apart from "just now". */
  readonly ages: EventAges;
  /** Instants at which some rule's answer to "when" changes, ascending. */
  readonly cuts: readonly Instant[];
  readonly memo: SituationMemo;
}

/** Prepares a reading; throws a RangeError when its open questions multiply beyond the limit. */
export function readingModel(context: Context, reading: Reading): ReadingModel {
  const key = JSON.stringify([
    [...reading.take].sort(([a], [b]) => compareText(a, b)),
    [...reading.assume],
  ]);
  const known = context.models.get(key) as ReadingModel | undefined;
  if (known !== undefined) return { ...known, reading };
  const model = prepare(context, reading);
  context.models.set(key, model);
  return model;
}

function prepare(context: Context, reading: Reading): ReadingModel {
  const worlds = textWorlds(context, reading);
  const rules = worlds.flatMap((world) => world.rules);
  return {
    context,
    reading,
    worlds,
    edges: edgeAnswers(reading),
    frame: frameOf(context, rules),
  };
}

/** An edge answered both ways stays open. */
function edgeAnswers(reading: Reading): EdgeAnswers {
  const answers = new Map<string, boolean>();
  for (const [question, taken] of reading.take) {
    const [only, ...others] = new Set(taken);
    if (others.length === 0 && (only === "in" || only === "out"))
      answers.set(question, only === "in");
  }
  return answers;
}

function frameOf(context: Context, rules: readonly Rule[]): Frame {
  const spots = spotsOfRules(context, rules);
  const facets = new Map<string, readonly string[]>();
  for (const { targets } of rules) {
    for (const [facet, value] of (targets ?? []).flatMap((target) =>
      Object.entries(target.facets),
    )) {
      facets.set(facet, sorted([...(facets.get(facet) ?? []), value]));
    }
  }
  const asksSide = rules.some(({ against }) => against !== "any");
  if (asksSide)
    facets.set("side", sorted([...(facets.get("side") ?? []), ...sidesOf(context, rules)]));
  const cuts = [
    ...rules.flatMap(cutsOf),
    ...eventCuts(rules, context.events),
    ...spots.spots.flatMap(cutsOfSpot),
  ];
  const asked = {
    targetLists: distinct(rules.map((rule) => rule.targets)),
    actLists: distinct(rules.map((rule) => rule.act)),
    meansLists: distinct(rules.map((rule) => rule.means)),
    flags: sorted(rules.flatMap((rule) => rule.when)),
    facets,
    asksSide,
  };
  return {
    ...asked,
    zones: sorted([
      ...spots.spots.flatMap(keysOf),
      ...spots.near.map(nearKey),
      ...spots.calibres.map(calibreKey),
    ]),
    spots,
    events: sorted(rules.flatMap(eventsAsked)),
    ages: eventAges(rules),
    cuts: [...new Set(cuts)].filter(Number.isFinite).sort((a, b) => a - b),
    memo: situationMemo(context, asked),
  };
}

/** Whose a thing may be: any party's, anybody's whom a rule names. */
function sidesOf({ instrument }: Context, rules: readonly Rule[]): readonly string[] {
  const named = rules.flatMap(({ against }) =>
    against === "any" || against === "opponent" ? [] : against,
  );
  return [...instrument.parties, ...named];
}

/** Each fact of place, distance and calibre once, in order of its key. */
function spotsOfRules(context: Context, rules: readonly Rule[]): SpotsAsked {
  const targets = rules.flatMap((rule) => rule.targets ?? []);
  const near = targets.flatMap((target) => (target.near === undefined ? [] : [target.near]));
  const calibres = rules.flatMap(({ calibre }) => (calibre === null ? [] : [calibre]));
  return {
    spots: byKey(
      rules.flatMap((rule) => spotsAsked(context, rule)),
      ({ key }) => key,
    ),
    near: byKey(near, nearKey),
    calibres: byKey(calibres, calibreKey),
  };
}

function byKey<T>(asked: readonly T[], keyOf: (one: T) => string): readonly T[] {
  const known = new Map(asked.map((one) => [keyOf(one), one]));
  return [...known].sort(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}

function eventsAsked(rule: Rule): readonly string[] {
  const start = rule.period.kind === "after-event" ? [rule.period.event] : [];
  const { period } = rule;
  const renewal = period.kind === "fixed" ? (period.renewal?.event ?? null) : null;
  return [...rule.inForceAfter, ...start, ...(renewal === null ? [] : [renewal])];
}

function cutsOf({ period, assumedAt }: Rule): readonly Instant[] {
  const bounds =
    period.kind === "fixed"
      ? [period.from, period.until, ...(period.renewal?.ends ?? [])]
      : [period.until];
  return [...bounds, assumedAt].filter(Number.isFinite);
}

/** Recorded times of the events that rules wait for, and the ends of the periods that they may have started. */
function eventCuts(rules: readonly Rule[], events: readonly RecordedEvent[]): readonly Instant[] {
  const asked = rules.flatMap(eventsAsked);
  return events.flatMap(({ id, time }) => {
    if (!asked.includes(id)) return [];
    const times = time.kind === "between" ? [time.from, time.until - 1, time.until] : [time.at];
    return [...times, ...rules.flatMap((rule) => endsAfter(rule, id, times))];
  });
}

function endsAfter({ period }: Rule, event: string, times: readonly Instant[]): readonly Instant[] {
  if (period.kind !== "after-event" || period.event !== event) return [];
  return times.map((start) => endOf(start, period.length, period.zone));
}

function sorted(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort(compareText);
}

/** By content, nulls dropped: worlds share most lists. */
function distinct<T>(lists: readonly (readonly T[] | null)[]): readonly (readonly T[])[] {
  const known = new Map<string, readonly T[]>();
  for (const list of lists) if (list !== null) known.set(JSON.stringify(list), list);
  return [...known.values()];
}
