// From what a viewer was shown back to an entry that can be folded: so each viewer's state holds what that viewer may see, no more.
import type { CanonicalValue } from "../../model/canonical.ts";
import { parseEntryId } from "../bytes/entry-id.ts";
import type { EntryId } from "../bytes/entry-id.ts";
import { parseInstant } from "../../model/instant.ts";
import type { Entry, Row } from "./entry.ts";
import { isKind } from "./kinds.ts";
import type { ProjectedEntry, ProjectedRow } from "./project.ts";
import { isMap } from "./value.ts";

/** The entry with the visible fields only; null for one that stays sealed to the viewer. */
export function readProjected(seen: ProjectedEntry, compartment: string | null): Entry | null {
  const { envelope, leaf, openings } = seen;
  const [id, recordedAt] = [parseEntryId(envelope.id), parseInstant(envelope.recordedAt)];
  if (!isKind(envelope.kind) || id === null || recordedAt === null) return null;
  const fields: Record<string, CanonicalValue> = {};
  for (const [name, { value }] of Object.entries(openings))
    if (value !== null && Object.hasOwn(envelope.fields, name)) fields[name] = value;
  return {
    id,
    kind: envelope.kind,
    of: envelope.of === undefined ? null : parseEntryId(envelope.of),
    actor: envelope.actor ?? "",
    parents: idsOf(envelope.parents),
    causedBy: idsOf(envelope.causedBy),
    compartment,
    isSealed: leaf.kind === "sealed",
    fields,
    rows: seen.rows.flatMap(readRow),
    recordedAt,
    clockSkewMs: envelope.clockSkewMs ?? 0,
  };
}

/** A row that is not shown keeps its place: ids count rows. */
function readRow({ raw, read }: ProjectedRow): readonly Row[] {
  const fields = read !== null && isMap(read.value) ? read.value : {};
  return [{ raw: raw?.value ?? null, read: fields }];
}

function idsOf(ids: readonly string[] | undefined): readonly EntryId[] {
  return (ids ?? []).map(parseEntryId).filter((id) => id !== null);
}
