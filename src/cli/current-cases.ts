// Cases that are served, as they stand now: what another process writes to a record beside the server, above all a redaction, counts
// from the next answer on and waits for no restart.
import { statSync } from "node:fs";
import type { CaseFiles } from "../case/case.ts";
import type { Standing } from "../serve/standing.ts";
import { signedFileOf } from "../store/record-folder.ts";
import { openCaseWithProblems } from "./open-case.ts";
import type { OpenLogs } from "./served-logs.ts";
import type { Terminal } from "./terminal.ts";

export interface Served {
  /** Case folders by case id. */
  readonly folders: ReadonlyMap<string, string>;
  /** The files that each case was loaded from; brought up to date. */
  readonly files: Map<string, CaseFiles>;
  readonly logs: OpenLogs;
  readonly terminal: Terminal;
}

export class CurrentCases {
  readonly served: Served;
  /** What lay there as the signed head of each record when its case was loaded. */
  readonly #heads: Map<string, string>;
  #turn: Promise<unknown> = Promise.resolve();

  /** For cases that were loaded since `heads` were read, by case id: what was written meanwhile is news. */
  constructor(served: Served, heads: ReadonlyMap<string, string>) {
    this.served = served;
    this.#heads = new Map(heads);
  }

  /** The cases whose record was written to since they were loaded, loaded again. Whoever asks meanwhile waits. */
  news(): Promise<ReadonlyMap<string, Standing>> {
    const found = this.#turn.then(() => this.#look());
    this.#turn = found.catch(() => undefined);
    return found;
  }

  /** The case loaded again; null where it has no record. */
  async load(id: string): Promise<Standing | null> {
    const { folders, files, logs, terminal } = this.served;
    const folder = folders.get(id);
    if (folder === undefined) return null;
    const head = headOf(folder);
    const opened = await openCaseWithProblems(folder, terminal);
    const log = logs.reopen(id);
    // Also where the record is gone: it is not looked for again at every request.
    this.#heads.set(id, head);
    if (log === null) return null;
    files.set(id, opened.files);
    return { theCase: opened.theCase, problems: opened.problems, log };
  }

  async #look(): Promise<ReadonlyMap<string, Standing>> {
    const found = new Map<string, Standing>();
    for (const [id, folder] of this.served.folders) {
      if (headOf(folder) === this.#heads.get(id)) continue;
      const now = await this.load(id);
      if (now !== null) found.set(id, now);
    }
    return found;
  }
}

/** Another text whenever another file took the place of the signed head; empty where there is none. */
export function headOf(folder: string): string {
  const found = statSync(signedFileOf(folder), { throwIfNoEntry: false, bigint: true });
  return found === undefined ? "" : `${found.ino} ${found.mtimeNs} ${found.size}`;
}
