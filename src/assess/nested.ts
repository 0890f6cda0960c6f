// Whether one answer says no more than another: every situation that the narrow one names, the wide one names too, however open
// questions about words turn out. Decided from vocabularies over all situations, never from the record or the sound of the words.
import type { AnswerValue, Instrument, Slot } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import { isMember } from "./membership.ts";
import type { ListMembership, Membership } from "./membership.ts";

/** True when `wide` names all that `narrow` names. Values that are no lists of names (times, lengths) are never nested. */
export function isWithin(context: Context, narrow: AnswerValue, wide: AnswerValue): boolean {
  if (narrow.sort !== wide.sort) return false;
  const [inner, outer] = [listOf(context, narrow), listOf(context, wide)];
  if (inner === null || outer === null) return false;
  const { space } = inner;
  if (space === null) return inner.names.every((name) => outer.names.includes(name));
  return space.vocabulary.leaves.every((leaf) =>
    implies(space.of(leaf, inner.names), space.of(leaf, outer.names)),
  );
}

/** True when a wider answer to the question can only forbid more: only prohibitions ask it. */
export function isForbidding(instrument: Instrument, question: string): boolean {
  const asking = [...instrument.clauses.values()].filter((clause) =>
    Object.values(clause).some((slot: unknown) => asks(slot, question)),
  );
  return asking.length > 0 && asking.every(({ effect }) => effect === "prohibit");
}

interface NamedList {
  /** Null where names are compared as they are. */
  readonly space: Membership | null;
  readonly names: readonly string[];
}

function listOf({ kinds, means, acts }: Context, value: AnswerValue): NamedList | null {
  if (value.sort === "targets") {
    const isPlain = value.value.every(({ facets }) => Object.keys(facets).length === 0);
    return isPlain ? { space: kinds, names: value.value.map(({ kind }) => kind) } : null;
  }
  if (value.sort === "means") return { space: means, names: value.value };
  if (value.sort === "act") return { space: acts, names: value.value };
  return value.sort === "by" ? { space: null, names: value.value } : null;
}

/** More edges answered "in" never put a leaf out: so the smallest sets that put it in decide. */
function implies(inner: ListMembership, outer: ListMembership): boolean {
  return inner.paths.every((path) => isMember(outer, new Map(path.map((edge) => [edge, true]))));
}

function asks(slot: unknown, question: string): slot is Slot<unknown> {
  if (typeof slot !== "object" || slot === null || !("kind" in slot)) return false;
  return slot.kind === "question" && "question" in slot && slot.question === question;
}
