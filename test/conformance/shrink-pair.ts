// The smallest pair on which product and second judge still differ in the same words.
import { compare } from "./duel.ts";
import type { Pair } from "./duel.ts";
import { shrink } from "./shrink.ts";
import type { Json } from "../second-judge/random-text.ts";

/** Shrinks a pair that `compare` finds `says` of. Parts that either judge cannot read are not tried further. */
export function shrinkPair(pair: Pair, says: readonly string[]): Json {
  return shrink(pair as unknown as Json, (smaller) => differsAlike(smaller as unknown as Pair, says));
}

function differsAlike(pair: Pair, says: readonly string[]): boolean {
  try {
    return compare(pair)?.says.join() === says.join();
  } catch {
    // A part was left out that one of the two needs: not a smaller disagreement.
    return false;
  }
}
