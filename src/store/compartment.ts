// Compartments (RECORD 4, 6, 9): a key beside the record, made by two persons, and whom they let in; each grant an entry sealed in it.
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { relative, resolve } from "node:path";
import { thingsOf } from "../record/fold/state.ts";
import { parseDraft, SEALED_PREFIX } from "../record/kinds/entry.ts";
import type { Draft } from "../record/kinds/entry.ts";
import { isList, isMap, isText } from "../record/kinds/value.ts";
import { faulty, problem } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import type { Appended } from "./case-record.ts";
import { REAL_DISK } from "./disk.ts";
import { freshId, refusedNow } from "./drafts.ts";
import { compartmentKeyPath, makeCompartmentKey } from "./keyring.ts";
import { openRecord } from "./open-record.ts";
import type { OpenRecord } from "./open-record.ts";

/** Whom a compartment lets in. */
export interface GrantAsked {
  readonly compartment: string;
  readonly to: readonly string[];
  /** Last day of the grant; null = until it is taken back. */
  readonly until: string | null;
  readonly actor: string;
  readonly secondPerson: string | null;
  readonly reason: string;
}

/** A grant as its compartment's holders see it. */
export interface Grant {
  readonly entry: string;
  readonly to: readonly string[];
  readonly until: string | null;
  readonly by: readonly string[];
  readonly recordedAt: number;
}

/**
 * Makes the key of a compartment in `keys` and says in the record who holds it. A key that is there is never written over, and none lies
 * in the record's own folder, whose copies must show nothing sealed.
 */
export async function makeCompartment(
  folder: string,
  keys: string,
  asked: GrantAsked,
): Promise<Checked<Appended>> {
  const wrong = wrongPlace(folder, keys, asked.compartment);
  if (wrong !== null) return faulty(problem("bad-value", wrong, asked.compartment));
  const refused = refusedAlone(folder, asked);
  if (refused.problems.length > 0) return refused;
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  makeCompartmentKey(REAL_DISK, keys, asked.compartment);
  const kept = await grant(folder, keys, asked);
  if (kept.value === null) rmSync(compartmentKeyPath(keys, asked.compartment));
  return kept;
}

/** Lets others into a compartment whose key is in `keys`: an entry of two persons; they get a copy of the key. Throws RecordStoreError. */
export async function grant(
  folder: string,
  keys: string,
  asked: GrantAsked,
): Promise<Checked<Appended>> {
  const draft = draftOf(asked);
  if (draft.value === null) return faulty(...draft.problems);
  const open = openRecord("", { folder, compartmentKeys: keys });
  try {
    return await open.record.append([draft.value], { viewer: open.here });
  } finally {
    open.close();
  }
}

/** Grants of a compartment in the order of the log; empty for whoever does not hold its key. */
export function grantsOf({ record, here }: OpenRecord, compartment: string): readonly Grant[] {
  return thingsOf(record.state(here), "policy").flatMap(({ id, fields, sealedIn, created }) => {
    const { grant: given, secondPerson } = fields;
    if (sealedIn !== compartment || !isMap(given) || !isList(given["to"])) return [];
    const until = given["until"];
    return [
      {
        entry: id,
        to: given["to"].filter(isText),
        until: isText(until) ? until : null,
        by: [created.actor, ...(isText(secondPerson) ? [secondPerson] : [])],
        recordedAt: created.recordedAt,
      },
    ];
  });
}

function wrongPlace(folder: string, keys: string, compartment: string): string | null {
  const inside = relative(resolve(folder), resolve(keys));
  if (inside === "" || !(inside.startsWith("..") || inside.startsWith("/")))
    return `"${keys}" lies in the record's folder; keys of compartments lie outside of it, so that a copy shows nothing sealed`;
  if (existsSync(compartmentKeyPath(keys, compartment)))
    return `"${compartmentKeyPath(keys, compartment)}" is there already; a key is never written over`;
  return null;
}

/** Asked before a key is made. */
function refusedAlone(folder: string, asked: GrantAsked): Checked<never> {
  const draft = draftOf(asked);
  if (draft.value === null) return faulty(...draft.problems);
  const open = openRecord("", { folder });
  try {
    if (open.finding !== null) throw open.finding;
    return faulty(...refusedNow(open.record, draft.value));
  } finally {
    open.close();
  }
}

function draftOf(asked: GrantAsked): Checked<Draft> {
  const { compartment, to, until, actor, secondPerson, reason } = asked;
  return parseDraft({
    id: freshId(SEALED_PREFIX),
    kind: "policy",
    actor,
    compartment,
    isSealed: true,
    fields: {
      grant: { to, ...(until === null ? {} : { until }) },
      reason,
      ...(secondPerson === null ? {} : { secondPerson }),
    },
  });
}
