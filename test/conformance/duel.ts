// Product against second judge on random matters, and the smallest matter on which they still disagree.
import type { Json } from "../second-judge/random-text.ts";
import { randomDocument } from "../second-judge/random-text.ts";
import { randomMatter } from "../second-judge/random-incident.ts";
import type { RandomMatter } from "../second-judge/random-incident.ts";
import { differences } from "./corpus.ts";
import type { Expected } from "./corpus.ts";
import { judgedByProduct, RefusedTextError } from "./product.ts";
import { judgedBySecond } from "./second.ts";

/** One text and one record, under the reading `r`. */
export interface Pair extends RandomMatter {
  readonly document: Json;
}

/** A pair both judged, and differently. */
export interface Disagreement {
  readonly seed: number;
  readonly pair: Pair;
  readonly product: Required<Expected>;
  readonly second: Required<Expected>;
  readonly says: readonly string[];
}

/** What became of a number of pairs. */
export interface Duel {
  readonly compared: number;
  /** The product refused the text, or one of the two met its limit. */
  readonly skipped: number;
  readonly byVerdict: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
}

const INCIDENTS_A_TEXT = 4;
// Pairs with more worlds take a second each and show the same. They are counted as skipped, never as compared.
const MOST_WORLDS = 12_000;

/** Compares the two on pairs from `first` on, until `count` were compared or `enough` disagreements found. */
export function duel(first: number, count: number, enough: number): Duel {
  const disagreements: Disagreement[] = [];
  const byVerdict: Record<string, number> = {};
  let [compared, skipped] = [0, 0];
  for (let seed = first; compared < count && disagreements.length < enough; seed += 1) {
    const result = compare(pairOf(seed));
    if (result === null) {
      skipped += 1;
      continue;
    }
    compared += 1;
    byVerdict[result.second.verdict] = (byVerdict[result.second.verdict] ?? 0) + 1;
    if (result.says.length > 0) disagreements.push({ seed, ...result });
  }
  return { compared, skipped, byVerdict, disagreements };
}

/** The pair of a seed; four in a row share their text. */
export function pairOf(seed: number): Pair {
  return { document: randomDocument(Math.floor(seed / INCIDENTS_A_TEXT)), ...randomMatter(seed + 1_000_000_007) };
}

/** Both verdicts of a pair; null when it cannot be compared. */
export function compare(pair: Pair): Omit<Disagreement, "seed"> | null {
  const asked = { ...pair, text: JSON.stringify(pair.document) };
  try {
    const second = judgedBySecond({ ...asked, most: MOST_WORLDS }, ["r"])["r"];
    const product = judgedByProduct(asked, ["r"])["r"] as
      (Required<Expected> & { limit?: unknown }) | undefined;
    if (product === undefined || second === undefined || typeof product.limit === "string") return null;
    return { pair, product, second, says: differences(compared(second), product) };
  } catch (error) {
    if (error instanceof RefusedTextError || error instanceof RangeError) return null;
    throw error;
  }
}

// Reasons belong to not-covered (TERMS 2.9); standing has cases of its own.
function compared({ verdict, reasons, cause }: Expected): Expected {
  return verdict === "not-covered" ? { verdict, reasons: reasons ?? [] } : { verdict, cause: cause ?? null };
}
