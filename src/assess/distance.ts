// How far the thing hit was from the nearest object of some kinds: what the record says, and what the registers of objects, the
// text's own and the case's, give (ASSESS, "Situate"). Without either nothing is known; an empty register is never "none near".
import { metersBetween } from "../geo/line.ts";
import type { MeterRange } from "../geo/nearest-on-edge.ts";
import type { Facts } from "../model/incident.ts";
import type { Extent } from "../model/place.ts";
import type { Context } from "./context.ts";
import { isMember } from "./membership.ts";
import { metersToListed } from "./object-register.ts";
import type { Counts } from "./object-register.ts";

const ANYWHERE: MeterRange = { low: 0, high: Infinity };

export interface DistanceQuestion {
  readonly role: "target" | "origin";
  readonly kinds: readonly string[];
  /** Numbers of the shapes in the case's register that can be nearest; absent: any. */
  readonly among?: readonly number[];
}

/** Bounds of the distance to the nearest object of any of the kinds. */
export function metersToKinds(
  context: Context,
  facts: Facts,
  { role, kinds, among }: DistanceQuestion,
): MeterRange {
  const extent = role === "origin" ? facts.origin : facts.target;
  const registered = toRegister(
    context,
    extent,
    among === undefined ? { kinds } : { kinds, among },
  );
  const said = role === "origin" ? ANYWHERE : toRecorded(context, facts, kinds);
  const both = {
    low: Math.max(registered.low, said.low),
    high: Math.min(registered.high, said.high),
  };
  if (both.low <= both.high) return both;
  // The record and the register contradict each other: neither is believed over the other.
  return {
    low: Math.min(registered.low, said.low),
    high: Math.max(registered.high, said.high),
  };
}

/** An object that may be of the kinds can be the nearest one; only one that surely is bounds the distance from above. */
function toRegister(
  context: Context,
  extent: Extent,
  { kinds, among }: Pick<DistanceQuestion, "kinds" | "among">,
): MeterRange {
  const counts = countsOf(context, kinds);
  const some = among === undefined ? {} : { among };
  let { low, high } = metersToListed(context.register, { extent, counts, ...some });
  let isAny = counts.some((how) => how !== "no");
  for (const object of context.instrument.objects.values()) {
    const how = mayBe(context, object.kinds, kinds);
    if (how === "no") continue;
    isAny = true;
    if (object.place === null) low = 0;
    else {
      const meters = metersBetween(extent, { kind: "disc", ...object.place });
      low = Math.min(low, meters.low);
      if (how === "yes") high = Math.min(high, meters.high);
    }
  }
  return isAny ? { low, high } : ANYWHERE;
}

/** What the record says of one kind bounds a wider kind from above and a narrower one from below. */
function toRecorded(context: Context, { distances }: Facts, kinds: readonly string[]): MeterRange {
  const said = Object.entries(distances ?? {});
  const within = said.filter(([kind]) => mayBe(context, [kind], kinds) === "yes");
  const high = Math.min(Infinity, ...within.map(([, { high: most }]) => most));
  const lows = kinds.map((asked) => {
    const wider = said.filter(([kind]) => mayBe(context, [asked], [kind]) === "yes");
    return Math.max(0, ...wider.map(([, { low: least }]) => least));
  });
  return { low: lows.length === 0 ? 0 : Math.min(...lows), high };
}

/** How each kind of the case's register counts for a question; asked once per list of kinds. */
export function countsOf(context: Context, kinds: readonly string[]): readonly Counts[] {
  const known = COUNTS.get(context) ?? new Map<string, readonly Counts[]>();
  COUNTS.set(context, known);
  const key = kinds.join();
  const counts =
    known.get(key) ?? context.register.kinds.map((kind) => mayBe(context, [kind], kinds));
  known.set(key, counts);
  return counts;
}

const COUNTS = new WeakMap<Context, Map<string, readonly Counts[]>>();

/** Whether something of the kinds `is` is surely, surely not, or perhaps of the kinds `asked`. */
export function mayBe({ kinds }: Context, is: readonly string[], asked: readonly string[]): Counts {
  const leaves = is.flatMap((kind) => kinds.leavesOf(kind));
  const memberships = leaves.map((leaf) => kinds.of(leaf, asked));
  const none = new Map<string, boolean>();
  if (memberships.every((one) => one.edges.length === 0 && isMember(one, none))) {
    return leaves.length === 0 ? "maybe" : "yes";
  }
  return memberships.every((one) => one.paths.length === 0) ? "no" : "maybe";
}
