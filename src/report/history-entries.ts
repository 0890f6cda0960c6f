// Which entries of a record are about an incident: those that made or changed it, its claims, its reports, and what changed those.
import { rowId } from "../record/bytes/entry-id.ts";
import type { Folded } from "../record/fold/fold.ts";
import type { Entry } from "../record/kinds/entry.ts";
import { isList, isMap, isText } from "../record/kinds/value.ts";

/** In log order. An incident that is a row of a batch begins with that row as an entry of its own. */
export function entriesAbout(log: readonly Folded[], incident: string): readonly Entry[] {
  const entries = log.filter((entry) => entry !== null);
  const about = thingsAbout(entries, incident);
  return entries.flatMap((entry) => {
    const row = rowOf(entry, incident);
    if (row !== null) return [row];
    return isAbout(entry, about) ? [entry] : [];
  });
}

/** The incident, its claims and linked reports, and merges that it is part of: a later pass then sees what speaks of these. */
function thingsAbout(entries: readonly Entry[], incident: string): ReadonlySet<string> {
  const about = new Set([incident]);
  for (const entry of entries) {
    if (entry.kind === "merge" && namedIn(entry, "incidents").includes(incident))
      about.add(entry.id);
    if (entry.of !== incident) continue;
    about.add(entry.id);
    if (entry.kind === "link") for (const report of namedIn(entry, "report")) about.add(report);
  }
  return about;
}

function isAbout(entry: Entry, about: ReadonlySet<string>): boolean {
  const removed = entry.kind === "redaction" ? removedFrom(entry) : [];
  const undone = entry.kind === "split" ? namedIn(entry, "merge") : [];
  const named = [entry.id, ...(entry.of === null ? [] : [entry.of]), ...removed, ...undone];
  return named.some((id) => about.has(id));
}

function removedFrom({ fields }: Entry): readonly string[] {
  const { removes } = fields;
  const ids = (isList(removes) ? removes : []).map((one) => (isMap(one) ? one["entry"] : null));
  return ids.filter((id) => isText(id));
}

function namedIn({ fields }: Entry, field: string): readonly string[] {
  const value = fields[field];
  return (isList(value) ? value : [value]).filter((one) => isText(one));
}

function rowOf(entry: Entry, incident: string): Entry | null {
  if (entry.kind !== "rows" || !incident.startsWith(`${entry.id}.`)) return null;
  const index = entry.rows.findIndex((_, i) => rowId(entry.id, i) === incident);
  const row = entry.rows[index];
  if (row === undefined) return null;
  const source = entry.fields["source"];
  const fields = source === undefined ? row.read : { sources: [source], ...row.read };
  return { ...entry, id: rowId(entry.id, index), kind: "incident", fields, rows: [] };
}
