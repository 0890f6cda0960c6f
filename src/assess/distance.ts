// How far the thing hit was from the nearest object of some kinds: what the record says, and what the text's register of objects
// gives (ASSESS, "Situate"). Without either nothing is known; an empty register is never "none near".
import { metersBetween } from "../geo/line.ts";
import type { MeterRange } from "../geo/nearest-on-edge.ts";
import type { Facts } from "../model/incident.ts";
import type { Extent } from "../model/place.ts";
import type { Context } from "./context.ts";
import { isMember } from "./membership.ts";

const ANYWHERE: MeterRange = { low: 0, high: Infinity };

/** Bounds of the distance to the nearest object of any of the kinds. */
export function metersToKinds(
  context: Context,
  facts: Facts,
  { role, kinds }: { readonly role: "target" | "origin"; readonly kinds: readonly string[] },
): MeterRange {
  const extent = role === "origin" ? facts.origin : facts.target;
  const registered = toRegister(context, extent, kinds);
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
function toRegister(context: Context, extent: Extent, kinds: readonly string[]): MeterRange {
  let [low, high] = [Infinity, Infinity];
  for (const object of context.instrument.objects.values()) {
    const how = mayBe(context, object.kinds, kinds);
    if (how === "no" || object.place === null) {
      if (how !== "no") low = 0;
      continue;
    }
    const meters = metersBetween(extent, { kind: "disc", ...object.place });
    low = Math.min(low, meters.low);
    if (how === "yes") high = Math.min(high, meters.high);
  }
  return low === Infinity ? ANYWHERE : { low, high };
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

/** Whether something of the kinds `is` is surely, surely not, or perhaps of the kinds `asked`. */
function mayBe(
  { kinds }: Context,
  is: readonly string[],
  asked: readonly string[],
): "yes" | "no" | "maybe" {
  const leaves = is.flatMap((kind) => kinds.leavesOf(kind));
  const memberships = leaves.map((leaf) => kinds.of(leaf, asked));
  const none = new Map<string, boolean>();
  if (memberships.every((one) => one.edges.length === 0 && isMember(one, none))) {
    return leaves.length === 0 ? "maybe" : "yes";
  }
  return memberships.every((one) => one.paths.length === 0) ? "no" : "maybe";
}
