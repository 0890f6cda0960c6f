// The one mutable thing of the fold: changes of a batch, over a state that stays as it was.
import type { Instant } from "../../model/instant.ts";
import type { EntryId } from "../bytes/entry-id.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { Classes } from "../kinds/field-class.ts";
import { isMap } from "../kinds/value.ts";
import type { Known, Merge, RecordState, ReviewPolicy, StateToAsk, Thing } from "./state.ts";

export class Working {
  size: number;
  knownBy: Instant;
  readonly #state: RecordState;
  readonly #things = new Map<string, Thing>();
  readonly #merges = new Map<string, Merge | null>();
  readonly #known = new Map<string, Known>();
  #policy: RecordState["policy"];
  #hasPolicy: boolean;

  constructor(state: RecordState) {
    this.#state = state;
    this.size = state.size;
    this.knownBy = state.knownBy;
    this.#policy = state.policy;
    this.#hasPolicy = state.hasPolicy;
  }

  /** The state as it is by now, for questions. */
  get asked(): StateToAsk {
    const known = (id: string): Known | undefined =>
      this.#known.get(id) ?? this.#state.known.get(id);
    return {
      things: { get: (id) => this.#things.get(id) ?? this.#state.things.get(id) },
      merges: { get: (id) => this.#mergeAt(id) },
      known: { get: known, has: (id) => known(id) !== undefined },
      policy: this.#policy,
      hasPolicy: this.#hasPolicy,
    };
  }

  thing(id: EntryId): Thing | undefined {
    return this.#things.get(id) ?? this.#state.things.get(id);
  }

  set(thing: Thing): void {
    this.#things.set(thing.id, thing);
  }

  /** Null: taken back. */
  merge(id: EntryId): Merge | null {
    return this.#mergeAt(id) ?? null;
  }

  setMerge(id: EntryId, merge: Merge | null): void {
    this.#merges.set(id, merge);
  }

  known(id: EntryId): Known | undefined {
    return this.#known.get(id) ?? this.#state.known.get(id);
  }

  know(id: EntryId, known: Known): void {
    this.#known.set(id, known);
  }

  /** What a policy entry does not name stays in force. */
  setPolicy(fields: Fields): void {
    const { review, classes } = this.#policy;
    const [newReview, newClasses] = [fields["review"], fields["classes"]];
    // Both were checked against the rule of `policy`, whose value tests are these types.
    this.#policy = {
      review: { ...review, ...(isMap(newReview) ? (newReview as Partial<ReviewPolicy>) : {}) },
      classes: isMap(newClasses) ? withClasses(classes, newClasses as unknown as Classes) : classes,
    };
    this.#hasPolicy ||= RULES.some((name) => fields[name] !== undefined);
  }

  #mergeAt(id: string): Merge | null | undefined {
    const fresh = this.#merges.get(id);
    return fresh === undefined ? this.#state.merges.get(id) : fresh;
  }

  done(): RecordState {
    const { things, merges, known } = this.#state;
    return {
      size: this.size,
      things: things.with(this.#things),
      merges: merges.with(this.#merges),
      known: known.with(this.#known),
      policy: this.#policy,
      hasPolicy: this.#hasPolicy,
      knownBy: this.knownBy,
    };
  }
}

/** A policy entry with none of these, such as a note that a clock was accepted, rules nothing. */
const RULES = ["review", "classes", "gridMeters"];

function withClasses(classes: Classes, set: Classes): Classes {
  const merged = Object.entries(set).map(
    ([kind, fields]) => [kind, { ...classes[kind], ...fields }] as const,
  );
  return { ...classes, ...Object.fromEntries(merged) };
}
