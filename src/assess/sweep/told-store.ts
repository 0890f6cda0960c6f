// What text worlds said of fact worlds, kept from one reading and one state of a text to the next: a world that names the same rules, their
// times apart, says the same where the same is left of them. A memo with no meaning of its own.
import type { Context } from "../context.ts";
import type { Membership } from "../membership.ts";
import { Marks } from "./marks.ts";
import type { MarkBits } from "./marks.ts";
import { Numbered } from "./numbered.ts";

/** What one text world says of some fact worlds that its rules do not tell apart. */
export interface Told {
  /** Number of the function of the open edges that it is, see `Outcome`. */
  readonly key: number;
  readonly open: boolean;
  readonly violates: boolean;
  readonly bits: MarkBits;
}

/** For all texts of a vocabulary. */
export interface ToldStore {
  readonly acts: Membership;
  readonly means: Membership;
  readonly marks: Marks;
  readonly keys: Numbered<null>;
  /** By what the rules of a text world say, and by what is left of them. */
  readonly worlds: Map<string, Map<string, Told>>;
}

/** Text worlds of one store; where there are more, it starts anew. */
const MOST = 256;
/** Of one text world. */
const MOST_TOLD = 20_000;

const STORES = new WeakMap<Membership, ToldStore>();

/** The same for every text whose vocabularies are the same. */
export function toldStore({ kinds, acts, means }: Context): ToldStore {
  const known = STORES.get(kinds);
  const isUsable = known?.acts === acts && known.means === means && known.worlds.size <= MOST;
  if (known !== undefined && isUsable) return known;
  const made = { acts, means, marks: new Marks(), keys: new Numbered<null>(), worlds: new Map() };
  STORES.set(kinds, made);
  return made;
}

/** Of one text world, before it is asked anything. */
export function keptOfWorld({ worlds }: ToldStore, words: string): Map<string, Told> {
  const known = worlds.get(words);
  if (known !== undefined && known.size <= MOST_TOLD) return known;
  const made = new Map<string, Told>();
  worlds.set(words, made);
  return made;
}
