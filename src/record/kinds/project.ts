// The one projection (SERVE 9): what a viewer may see of an entry. Every read path goes through it; what it leaves out, nobody gets.
import { compareText } from "../../model/problem.ts";
import type { Opening } from "../bytes/commitment.ts";
import type { Leaf } from "../bytes/leaf.ts";
import type { CommittedEntry, CommittedRow, Openings } from "./commit-entry.ts";
import { classOf } from "./field-class.ts";
import type { Classes } from "./field-class.ts";
import type { FieldClass } from "./kind-rule.ts";
import { isMap } from "./value.ts";

/** What somebody may read beside public fields. */
export interface Viewer {
  readonly restricted: boolean;
  /** Compartments that a grant opens. */
  readonly compartments: ReadonlySet<string>;
}

export const PUBLIC_VIEWER: Viewer = { restricted: false, compartments: new Set() };

export interface ProjectedEntry {
  /** As everybody sees it. */
  readonly leaf: Leaf;
  /** The envelope behind a sealed leaf, for whom it is opened; else the leaf itself. */
  readonly envelope: Leaf;
  /** Salt and value of what may be seen, so that anyone recomputes the commitments. */
  readonly openings: Openings;
  /** Names only, never salts; alphabetical. */
  readonly withheld: readonly string[];
  /** Fields this viewer could see, had they not been redacted; alphabetical. */
  readonly redacted: readonly string[];
  readonly rows: readonly ProjectedRow[];
}

/** A row of a batch; absent openings are withheld or redacted. */
export type ProjectedRow = CommittedRow;

/** What `viewer` sees of `entry`, under the classes of the case. */
export function project(
  entry: CommittedEntry,
  viewer: Viewer,
  classes: Classes = {},
): ProjectedEntry {
  const isOpen = entry.sealed === null || hasCompartment(entry, viewer);
  const envelope = entry.sealed !== null && isOpen ? entry.sealed.inner : entry.leaf;
  const openings: Record<string, Opening> = {};
  const withheld: string[] = [];
  const redacted: string[] = [];
  for (const name of Object.keys(envelope.fields).sort(compareText)) {
    const mayRead = isOpen && readsClass(classOf(envelope.kind, name, classes), entry, viewer);
    const one = Object.hasOwn(entry.openings, name) ? entry.openings[name] : undefined;
    if (!mayRead) withheld.push(name);
    else if (one === undefined) redacted.push(name);
    else openings[name] = one;
  }
  return {
    leaf: entry.leaf,
    envelope,
    openings: sealedOpening(entry, isOpen, openings),
    withheld,
    redacted,
    rows: isOpen ? entry.rows.map((row) => projectRow(row, entry, { viewer, classes })) : [],
  };
}

/** Raw rows are restricted unless the policy opens them (`rows.raw`); what was read is as closed as the most closed field in it. */
function projectRow(
  row: CommittedRow,
  entry: CommittedEntry,
  { viewer, classes }: { readonly viewer: Viewer; readonly classes: Classes },
): ProjectedRow {
  const rawClass = classes["rows"]?.["raw"] ?? "restricted";
  const value = row.read?.value;
  const names = isMap(value) ? Object.keys(value) : [];
  const needed = names.map((name) => classOf("incident", name, classes));
  return {
    bytes: row.bytes,
    raw: readsClass(rawClass, entry, viewer) ? row.raw : null,
    read: needed.every((one) => readsClass(one, entry, viewer)) ? row.read : null,
  };
}

function sealedOpening(entry: CommittedEntry, isOpen: boolean, openings: Openings): Openings {
  return entry.sealed !== null && isOpen ? { ...openings, entry: entry.sealed.opening } : openings;
}

function readsClass(needed: FieldClass, entry: CommittedEntry, viewer: Viewer): boolean {
  if (needed === "public") return true;
  return needed === "restricted" ? viewer.restricted : hasCompartment(entry, viewer);
}

function hasCompartment({ compartment }: CommittedEntry, viewer: Viewer): boolean {
  return compartment !== null && viewer.compartments.has(compartment);
}
