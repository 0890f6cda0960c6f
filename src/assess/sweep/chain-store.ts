// Chains, kept from one reading and one state of a text to the next: readings have one chain where they differ in nothing but the kinds that
// their targets name. What the rules make of a thing is in the key of an option (steps.ts), so a change of such a list asks about nothing
// but things that no state of the text treated so before. A memo with no meaning of its own.
import type { Membership } from "../membership.ts";
import type { Frame, ReadingModel } from "../reading-model.ts";
import type { Rule } from "../rule.ts";
import { calibreKey, keysOf, nearKey } from "../spot.ts";
import { rulesOf, undatedOf } from "../undated.ts";
import { Chain } from "./chain.ts";
import { aroundWords } from "./reading-words.ts";

interface Chains {
  readonly acts: Membership;
  readonly means: Membership;
  readonly byWords: Map<string, Chain>;
}

/** Kept for one vocabulary of kinds; the oldest go first. */
const MOST = 16;
/** Fact worlds that rules tell apart; a chain that holds more starts anew. */
const LARGEST = 100_000;

const CHAINS = new WeakMap<Membership, Chains>();
const WORDS = new WeakMap<Frame, string>();

/** The chain of a reading, ready to be asked by it. */
export function chainOf(model: ReadingModel): Chain {
  const { byWords } = chainsOf(model);
  const words = WORDS.get(model.frame) ?? wordsOf(model);
  WORDS.set(model.frame, words);
  const known = byWords.get(words);
  const chain = known === undefined || known.size > LARGEST ? new Chain(model) : known;
  byWords.delete(words);
  byWords.set(words, chain);
  const [oldest] = byWords.keys();
  if (byWords.size > MOST && oldest !== undefined) byWords.delete(oldest);
  chain.ask(model);
  return chain;
}

function chainsOf({ context: { kinds, acts, means } }: ReadingModel): Chains {
  const known = CHAINS.get(kinds);
  if (known?.acts === acts && known.means === means) return known;
  const made = { acts, means, byWords: new Map<string, Chain>() };
  CHAINS.set(kinds, made);
  return made;
}

/** All that chains hang on but the kinds that targets name; which rules say the same stays. */
function wordsOf(model: ReadingModel): string {
  const { spots, near, calibres } = model.frame.spots;
  const asked = [spots.map(keysOf), near.map(nearKey), calibres.map(calibreKey)];
  const rules = rulesOf(model).map(withoutKinds);
  return `${JSON.stringify([undatedOf(model).alike, asked])} ${aroundWords(model, rules)}`;
}

/** Targets that ask for nothing but kinds are told apart in the keys of options. */
function withoutKinds(rule: Rule): unknown {
  const { targets } = rule;
  if (targets === null || targets.some(({ facets }) => Object.keys(facets).length > 0)) return rule;
  return { ...rule, targets: targets.flatMap(({ near }) => (near === undefined ? [] : [near])) };
}
