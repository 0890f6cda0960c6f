// Decisions that come from the page of a server on this machine: the record is opened for writing for as long as one takes, so that the
// shell can write beside the server; then the case is loaded again.
import type { CaseFiles } from "../case/case.ts";
import type { DecisionAsked } from "../record/kinds/decision.ts";
import type { Decide, Outcome } from "../serve/decide.ts";
import { decide } from "../store/decide.ts";
import { RecordStoreError } from "../store/errors.ts";
import { openRecord } from "../store/open-record.ts";
import { openCaseWithProblems } from "./open-case.ts";
import type { OpenLogs } from "./served-logs.ts";
import type { Terminal } from "./terminal.ts";

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** Whether a server at that address is reached from this machine alone. */
export function isLoopback(host: string | undefined): boolean {
  return host === undefined || LOOPBACK.includes(host);
}

interface Served {
  /** Case folders by case id. */
  readonly folders: ReadonlyMap<string, string>;
  /** The files that each case was loaded from; brought up to date. */
  readonly files: Map<string, CaseFiles>;
  readonly logs: OpenLogs;
  readonly terminal: Terminal;
}

/** Decides in the cases that have a record. */
export function decidingIn({ folders, files, logs, terminal }: Served): Decide {
  return async (id, decision) => {
    const folder = folders.get(id);
    if (folder === undefined || logs.log(id) === null) return null;
    const refused = await keep(folder, decision);
    if (refused !== null) return refused;
    const opened = await openCaseWithProblems(folder, terminal);
    const log = logs.reopen(id);
    if (log === null) throw new Error(`the record of "${folder}" is gone`);
    files.set(id, opened.files);
    return { kind: "kept", now: { theCase: opened.theCase, problems: opened.problems, log } };
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
