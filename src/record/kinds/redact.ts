// Redaction of what the store keeps: value and salt go together. A salt that stayed would let the value be guessed against the leaf.
import type { CommittedEntry } from "./commit-entry.ts";

/** The entry without the openings of these fields. Leaf and proofs stay as they are. */
export function redactOpenings(entry: CommittedEntry, fields: readonly string[]): CommittedEntry {
  const openings = Object.fromEntries(
    Object.entries(entry.openings).filter(([name]) => !fields.includes(name)),
  );
  return { ...entry, openings };
}
