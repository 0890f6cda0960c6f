// Which openings lie within reach of a reader: what the disk holds in separate columns, said of an entry in memory.
import { compareText } from "../model/problem.ts";
import type { Opening } from "../record/bytes/commitment.ts";
import { redactOpenings } from "../record/kinds/redact.ts";
import type { CommittedEntry, CommittedRow, Openings } from "../record/kinds/commit-entry.ts";
import { classOf } from "../record/kinds/field-class.ts";
import type { Classes } from "../record/kinds/field-class.ts";
import { isKind, ruleOf } from "../record/kinds/kinds.ts";
import type { Viewer } from "../record/kinds/project.ts";
import type { Reach, Removal } from "./store.ts";

/** What has to be read for a viewer: a policy that opens a restricted field makes everybody's reads look there, and `project` decides. */
export function reachOf(viewer: Viewer, classes: Classes): Reach {
  const opens = Object.entries(classes).some(([kind, set]) =>
    Object.keys(set).some((field) => classOf(kind, field) !== classOf(kind, field, classes)),
  );
  return opens ? { ...viewer, restricted: true } : viewer;
}

/** The entry as a store gives it to a reader of that reach. */
export function withinReach(entry: CommittedEntry, reach: Reach): CommittedEntry {
  const hasGrant = entry.compartment !== null && reach.compartments.has(entry.compartment);
  if (entry.sealed !== null) return hasGrant ? entry : sealedAway(entry);
  const parts = splitOpenings(entry);
  const openings = {
    ...parts.open,
    ...(reach.restricted ? parts.restricted : {}),
    ...(hasGrant ? parts.sealed : {}),
  };
  const rows = reach.restricted ? entry.rows : entry.rows.map((row) => ({ ...row, raw: null }));
  return { ...entry, compartment: hasGrant ? entry.compartment : null, openings, rows };
}

/** A sealed entry to whom no grant opens it: the leaf that strangers see. */
export function sealedAway({ leaf, bytes }: Pick<CommittedEntry, "leaf" | "bytes">) {
  return { leaf, bytes, compartment: null, openings: {}, sealed: null, rows: [] };
}

/** Openings by where they are kept, each in the order of names: by the class of the kind, which never changes. */
export interface SplitOpenings {
  readonly open: Openings;
  readonly restricted: Openings;
  readonly sealed: Openings;
}

export function splitOpenings({ leaf, openings, compartment }: CommittedEntry): SplitOpenings {
  const parts: Record<keyof SplitOpenings, Record<string, Opening>> = {
    open: {},
    restricted: {},
    sealed: {},
  };
  for (const name of Object.keys(openings).sort(compareText)) {
    const one = openings[name];
    if (one !== undefined) parts[placeOf(leaf.kind, name, compartment)][name] = one;
  }
  return parts;
}

/** A sealed field without a compartment is an absent one: it is kept with the restricted ones, so that its salt is not lost. */
function placeOf(kind: string, name: string, compartment: string | null): keyof SplitOpenings {
  const own = isKind(kind) ? ruleOf(kind).fields[name]?.class : undefined;
  if (own === "public") return "open";
  return own === "restricted" || compartment === null ? "restricted" : "sealed";
}

/** The entry without what a redaction takes out; of a sealed one, `entry` takes all of it. */
export function withoutRemoved(entry: CommittedEntry, removal: Removal): CommittedEntry {
  const { row, fields } = removal;
  if (row !== null) {
    const rows = entry.rows.map((one, i) => (i === row ? withoutUnits(one, fields) : one));
    return { ...entry, rows };
  }
  if (entry.sealed !== null && fields.includes("entry")) return sealedAway(entry);
  return redactOpenings(entry, fields);
}

function withoutUnits(row: CommittedRow, units: readonly string[]): CommittedRow {
  return {
    ...row,
    raw: units.includes("raw") ? null : row.raw,
    read: units.includes("read") ? null : row.read,
  };
}
