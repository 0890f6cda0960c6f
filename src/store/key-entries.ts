// What a record says of its own keys: which came, which went, and by which notes they name each other.
import { PUBLIC_VIEWER } from "../record/kinds/project.ts";
import { isText } from "../record/kinds/value.ts";
import { followKeys, keysText } from "../record/note/key-change.ts";
import { toUtf8 } from "../record/bytes/utf8.ts";
import { sha256, verifyEd25519 } from "./hashing.ts";
import type { Store } from "./store.ts";

/** One `key` entry. */
export interface KeyEntry {
  readonly index: number;
  readonly vkey: string;
  readonly isWithdrawn: boolean;
  /** The note of a change; null = the key before did not name it. */
  readonly endorsement: string | null;
  /** UTC milliseconds. */
  readonly recordedAt: number;
}

/** In the order of the log, of its first `size` entries. */
export function keyEntries(
  store: Pick<Store, "ofKind" | "read">,
  size: number,
): readonly KeyEntry[] {
  return store
    .ofKind("key", 0)
    .filter((index) => index < size)
    .flatMap((index) => {
      const entry = store.read(index, PUBLIC_VIEWER);
      const vkey = entry?.openings["vkey"]?.value;
      if (entry === null || !isText(vkey)) return [];
      const { change, endorsement } = entry.openings;
      const note = endorsement?.value;
      return [
        {
          index,
          vkey,
          isWithdrawn: change?.value === "withdrawn",
          endorsement: isText(note) ? note : null,
          recordedAt: Date.parse(entry.leaf.recordedAt),
        },
      ];
    });
}

/** The notes that lead from the first key of a log to its present one, the oldest first. */
export function keyNotes(store: Pick<Store, "ofKind" | "read">, size: number): readonly string[] {
  return keyEntries(store, size).flatMap(({ endorsement }) =>
    endorsement === null || !isKeyChange(endorsement) ? [] : [endorsement],
  );
}

/** Anybody may write a text into an entry; only one that both its keys signed leads on. */
function isKeyChange(note: string): boolean {
  const how = { sha256, verify: verifyEd25519, vkey: "" };
  return followKeys(toUtf8(keysText([note])), how).problems.length === 0;
}
