// The log of a case inside its pack: the head and every entry as everybody may read it, so that an edition tells histories as the server
// does. What is closed or redacted is in no entry here.
import { isPlainMap } from "../model/json.ts";
import { fromBase64, toBase64 } from "../record/bytes/base64.ts";
import { parseEntryId } from "../record/bytes/entry-id.ts";
import { EMPTY_STATE } from "../record/fold/state.ts";
import { fold } from "../record/fold/fold.ts";
import type { Folded } from "../record/fold/fold.ts";
import type { Entry } from "../record/kinds/entry.ts";
import { isKind } from "../record/kinds/kinds.ts";
import { once } from "./recorded.ts";
import type { RecordedLog } from "./recorded.ts";

/** The log as JSON; null without a head. */
export function logJson({ head, entries }: RecordedLog): object | null {
  if (head === null) return null;
  const { size, root, checkpoint } = head;
  return { size, root: toBase64(root), checkpoint, entries: entries() };
}

/** Reads it back; null for anything else. */
export function logOf(value: unknown): RecordedLog | null {
  if (!isPlainMap(value)) return null;
  const { size, root, checkpoint, entries } = value;
  const bytes = typeof root === "string" ? fromBase64(root) : null;
  if (typeof size !== "number" || typeof checkpoint !== "string" || bytes === null) return null;
  if (!Array.isArray(entries)) return null;
  const read: readonly Folded[] = entries.map((one: unknown) => (isEntry(one) ? one : null));
  return {
    head: { size, root: bytes, checkpoint },
    entries: () => read,
    state: once(() => fold(EMPTY_STATE, read)),
  };
}

/** Entries of a pack were entries when it was made; what folding leans on is looked at. */
function isEntry(value: unknown): value is Entry {
  if (!isPlainMap(value)) return false;
  const { id, kind, fields, rows, recordedAt, parents } = value;
  return (
    typeof id === "string" &&
    parseEntryId(id) !== null &&
    typeof kind === "string" &&
    isKind(kind) &&
    isPlainMap(fields) &&
    Array.isArray(rows) &&
    Array.isArray(parents) &&
    typeof recordedAt === "number"
  );
}
