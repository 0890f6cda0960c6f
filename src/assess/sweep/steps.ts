// A fact world made up step by step, in the order in which a clause asks (TERMS 2.3): what each fact may be, and what then is left of
// every rule. A rule that has failed asks nothing more, so fact worlds that began apart soon are one. No meaning of its own: the atoms
// are those of the judge.
import {
  calibreHolds,
  flagsHold,
  inForceHolds,
  isNear,
  kindMembership,
  periodHolds,
  sideFits,
  zoneHolds,
} from "../atoms.ts";
import type { Asking } from "../atoms.ts";
import {
  cellsOf,
  eventOptions,
  instantOf,
  possibleZones,
  product,
  recordProduct,
} from "../fact-world.ts";
import type { FactWorld } from "../fact-world.ts";
import { asksGround, thingGround, thingKey } from "../ground.ts";
import type { ListMembership, Membership } from "../membership.ts";
import type { Frame, ReadingModel } from "../reading-model.ts";
import { facetsIn } from "../sides.ts";
import type { ReleaseView } from "../text-rows.ts";
import type { Situation, ThingOption } from "../situation.ts";
import { cellRange } from "../situation-class.ts";
import { rulesOf, undatedOf } from "../undated.ts";
import { cutsOfSpot, isHeld, spotsAsked } from "../spot.ts";

/** One thing that a fact may be. */
export interface Option {
  /** Equal for equal options of one reading, whatever the record. */
  readonly key: string;
  readonly known: Partial<FactWorld>;
}

/** A rule in a fact world that is known as far as its step. */
export type Unfinished = Omit<Asking, "edges">;

export interface Step {
  readonly of: "actors" | "acts" | "time" | "place" | "things" | "means" | "flags";
  /** Every option that a part of a situation leaves open. */
  readonly options: (
    model: ReadingModel,
    part: Partial<Situation>,
    view: ReleaseView,
  ) => readonly Option[];
  /** What a rule that has not failed before still hangs on after this fact; ends with FAILED where it fails for certain. */
  readonly fate: (asking: Unfinished) => string;
}

/** Ends the fate of a rule that no later fact and no open edge can change, but for where it fails. */
export const FAILED = "!";

const STEPS: readonly Step[] = [
  {
    of: "actors",
    options: (_, { actors = [] }) => actors.map((actor) => ({ key: actor, known: { actor } })),
    fate: ({ rule, fact }) => (rule.by.includes(fact.actor) ? "" : failed("actor")),
  },
  {
    of: "acts",
    options: ({ context, frame }, { acts = [] }) =>
      acts.map((act) => ({ key: leafKey(context.acts, frame.actLists, act), known: { act } })),
    fate: ({ context, rule, fact }) =>
      fact.act === "none" ? failed("act") : listed(context.acts.of(fact.act, rule.act), "act"),
  },
  { of: "time", options: timeOptions, fate: timeFate },
  {
    of: "place",
    options: placeOptions,
    fate: (asking) => (zoneHolds(asking) ? measuresLeft(asking) : failed("zone")),
  },
  { of: "things", options: thingOptions, fate: kindFate },
  {
    of: "means",
    options: ({ context, frame }, { means = [] }) =>
      means.map((one) => ({
        key: leafKey(context.means, frame.meansLists, one),
        known: { means: one },
      })),
    fate: meansFate,
  },
  {
    of: "flags",
    options: (_, { flags = {} }) =>
      recordProduct(flags).map((all) => ({ key: truths(all), known: { flags: all } })),
    fate: ({ rule, fact }) =>
      rule.effect === "permit" && !flagsHold({ rule, fact }) ? failed("exception") : "",
  },
];

/** Without that of the flags where no rule asks for any. */
export function stepsOf({ frame }: Pick<ReadingModel, "frame">): readonly Step[] {
  return frame.flags.length === 0 ? STEPS.slice(0, -1) : STEPS;
}

function failed(atom: string): string {
  return atom + FAILED;
}

/** Open edges stay in the fate; whether they are "in" is asked at the end. */
function listed({ key, paths }: ListMembership, atom: string): string {
  if (paths.length === 0) return failed(atom);
  return key === "in" ? "" : key;
}

/** Equal for leaves that no list tells apart, whichever of them was reported. */
function leafKey(words: Membership, lists: readonly (readonly string[])[], leaf: string): string {
  return leaf === "none" ? leaf : lists.map((list) => words.of(leaf, list).key).join("|");
}

/** The same for every reading, and worked out once for a part. */
function placeOptions(_: ReadingModel, part: Partial<Situation>): readonly Option[] {
  const { zones = {}, apart = [] } = part;
  const known =
    PLACES.get(part) ??
    possibleZones({ zones, apart }).map((lies) => ({ key: truths(lies), known: { zones: lies } }));
  PLACES.set(part, known);
  return known;
}

const PLACES = new WeakMap<Partial<Situation>, readonly Option[]>();

function truths(known: Readonly<Record<string, boolean>>): string {
  return Object.values(known).map(Number).join("");
}

/** One for each stretch of time between cut points, and for each time at which an event may have come. */
function timeOptions(
  { frame }: ReadingModel,
  { time = { from: 0, until: 1 }, events = {} }: Partial<Situation>,
  { cuts }: ReleaseView,
): readonly Option[] {
  const [first] = cellRange(time, cuts);
  return cellsOf(time, cuts).flatMap((cell, i) => {
    const at = instantOf(cell);
    const come = recordProduct(eventOptions({ events }, at, frame.ages));
    return come.map((one, j) => ({ key: `${first + i}.${j}`, known: { cell, at, events: one } }));
  });
}

function timeFate(asking: Unfinished): string {
  if (!inForceHolds(asking)) return failed("not-in-force");
  return periodHolds(asking) ? drawingsHeld(asking) : failed("period");
}

/** Which of the drawings that the rule names hold at the time. */
function drawingsHeld({ context, rule, fact }: Unfinished): string {
  if (rule.where === null) return "";
  const dated = spotsAsked(context, rule).filter((spot) => cutsOfSpot(spot).length > 0);
  return dated.map(({ shape }) => Number(isHeld(shape, fact.at))).join("");
}

/** What later atoms ask of the place. */
function measuresLeft({ context, rule, fact }: Unfinished): string {
  const asksNear = (rule.targets ?? []).some(({ near }) => near !== undefined);
  const near = asksNear ? Number(isNear({ context, rule, fact })) : "";
  return rule.calibre === null ? String(near) : `${near}c${Number(calibreHolds(rule, fact))}`;
}

/** Things are told apart by what the rules make of them, so that the key of one holds in every state of a text. */
function thingOptions(model: ReadingModel, { things = [] }: Partial<Situation>): readonly Option[] {
  const known = THING_WORDS.get(model.frame) ?? new Map<number, string>();
  THING_WORDS.set(model.frame, known);
  const wordsOf = (thing: ThingOption): string => {
    const words = known.get(thing.group) ?? thingWords(model, thing);
    known.set(thing.group, words);
    return words;
  };
  return product(things).map((hit) => ({
    key: hit.map(wordsOf).sort().join("&"),
    known: { things: hit },
  }));
}

const THING_WORDS = new WeakMap<Frame, Map<number, string>>();

/** All that a fate can hang on: how the thing lies to the targets of each rule, to those that no list decides, and whose it is. */
function thingWords(model: ReadingModel, thing: ThingOption): string {
  const { context } = model;
  const { alike } = undatedOf(model);
  const words = rulesOf(model).map((rule, i) => {
    if (alike[i] !== i || (rule.targets === null && rule.against === "any")) return "";
    const side = rule.against === "any" ? "" : facetsIn(rule.sides, thing.facets)["side"];
    return [thingKey({ context, rule }, thing).key, side];
  });
  return JSON.stringify(words);
}

function meansFate({ context, rule, fact }: Unfinished): string {
  const lies = rule.means === null ? "" : listed(context.means.of(fact.means, rule.means), "means");
  return calibreHolds(rule, fact) || lies.endsWith(FAILED) ? lies : `${lies} ${failed("means")}`;
}

/** Things are told apart where an edge or a ground hangs on them. */
function kindFate(asking: Unfinished): string {
  const { rule, fact } = asking;
  if (rule.targets === null && rule.against === "any") return "";
  const near = isNear(asking);
  const lies = fact.things.map((thing) => ({
    membership: kindMembership(asking, thing),
    fits: sideFits(asking, thing),
  }));
  const isOpen = lies.some(({ membership }) => membership !== null && membership.edges.length > 0);
  const ground = asksGround([rule]) ? thingGround(asking) : "";
  if (isOpen) {
    const keys = lies.map(({ membership, fits }) => `${membership?.key} ${fits}`).sort();
    return `${near} ${keys.join(" ")} ${ground}`;
  }
  const holds = lies.some(
    ({ membership, fits }) => fits && (near || membership === null || membership.paths.length > 0),
  );
  return holds ? ground : failed("kind");
}
