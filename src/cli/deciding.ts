// Decisions that come from the page of a server on this machine: the record is opened for writing for as long as one takes, so that the
// shell can write beside the server; then the case is loaded again.
import type { DecisionAsked } from "../record/kinds/decision.ts";
import type { Decide, Outcome } from "../serve/decide.ts";
import { decide } from "../store/decide.ts";
import { RecordStoreError } from "../store/errors.ts";
import { openRecord } from "../store/open-record.ts";
import type { CurrentCases } from "./current-cases.ts";

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** Whether a server at that address is reached from this machine alone. */
export function isLoopback(host: string | undefined): boolean {
  return host === undefined || LOOPBACK.includes(host);
}

/** Decides in the cases that have a record. */
export function decidingIn(cases: CurrentCases): Decide {
  const { folders, logs } = cases.served;
  return async (id, decision) => {
    const folder = folders.get(id);
    if (folder === undefined || logs.log(id) === null) return null;
    const refused = await keep(folder, decision);
    if (refused !== null) return refused;
    const now = await cases.load(id);
    if (now === null) throw new Error(`the record of "${folder}" is gone`);
    return { kind: "kept", now };
  };
}

/** Null when it was kept. What the disk or another writer says is a refusal too: nothing was kept. */
async function keep(folder: string, decision: DecisionAsked): Promise<Outcome | null> {
  try {
    const open = openRecord(folder);
    try {
      const { value, problems } = await decide(open, decision);
      return value === null ? { kind: "refused", problems } : null;
    } finally {
      open.close();
    }
  } catch (cause) {
    if (!(cause instanceof RecordStoreError)) throw cause;
    return { kind: "refused", problems: [{ code: cause.code, message: cause.message }] };
  }
}
