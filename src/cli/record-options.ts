// What the commands about a record share: where it lies, who writes, and what the disk says, as an exit code.
import { userInfo } from "node:os";
import { Option } from "commander";
import type { RecordProblem } from "../record/problem.ts";
import type { CaseRecord } from "../store/case-record.ts";
import { RecordStoreError } from "../store/errors.ts";
import { openRecord, readRecord } from "../store/open-record.ts";
import type { OpenRecord } from "../store/open-record.ts";
import { recordFolderOf } from "../store/record-folder.ts";
import type { Shell } from "./shell.ts";
import { cannot, EXIT } from "./stop.ts";

/** Where a record lies and what opens its closed parts. */
export interface RecordFlags {
  readonly store?: string;
  readonly keys?: string;
}

export function storeOption(): Option {
  return new Option(
    "--store <dir>",
    "the record's folder (default: .truceline in the case folder)",
  );
}

export function keysOption(): Option {
  return new Option("--keys <dir>", "folder with the keys of compartments, <compartment>.key each");
}

/** Given again for a second person. */
export function personsOption(): Option {
  const said =
    "who records (default: the login name); again for a second person, where it takes two";
  return new Option("--as <person>", said).argParser((name, names?: readonly string[]) => [
    ...(names ?? []),
    name,
  ]);
}

/** The pseudonym of whoever writes. */
export function personOf(as: string | undefined): string {
  return as ?? userInfo().username;
}

export function recordFolder(caseFolder: string, { store }: RecordFlags): string {
  return store ?? recordFolderOf(caseFolder);
}

/** Opens for writing, does the work, closes. Throws StopError (3) with what the disk, the clock or another process says. */
export async function writingTo<T>(
  caseFolder: string,
  flags: RecordFlags,
  work: (open: OpenRecord) => Promise<T>,
): Promise<T> {
  return orStop(async () => {
    const open = openRecord(caseFolder, howOf(caseFolder, flags));
    try {
      return await work(open);
    } finally {
      open.close();
    }
  });
}

/** What a person is told when the clock stands behind the record, which keeps its order all the same; empty when it does not. */
export function behindWords({ head }: CaseRecord): string {
  const behind = (head?.recordedAt ?? 0) - Date.now();
  if (behind < CLOCK_SLACK_MS) return "";
  const [now, last] = [Date.now(), head?.recordedAt ?? 0].map((at) => new Date(at).toISOString());
  return (
    `The clock says ${now}, the last entry ${last}: what is recorded now bears that time too, and how far the clock was behind ` +
    "is written beside it. Set the clock right.\n"
  );
}

const CLOCK_SLACK_MS = 60_000;

/** The same for reading; also when the case has no record (3). */
export async function readingFrom<T>(
  caseFolder: string,
  flags: RecordFlags,
  work: (open: OpenRecord) => T,
): Promise<T> {
  return orStop(() => {
    const open = readRecord(caseFolder, howOf(caseFolder, flags));
    if (open === null) {
      throw cannot(
        `"${recordFolder(caseFolder, flags)}" holds no record; \`truceline log ${caseFolder} --init\` makes one`,
      );
    }
    try {
      return Promise.resolve(work(open));
    } finally {
      open.close();
    }
  });
}

/** What a record throws, as the end of a command. */
export async function orStop<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof RecordStoreError) throw cannot(`${cause.message} (${cause.code})`, cause);
    throw cause;
  }
}

/** Two persons as `--as` names them; the second is null where there is one alone. */
export function personsOf(as: readonly string[] | undefined): {
  readonly actor: string;
  readonly secondPerson: string | null;
} {
  return { actor: personOf(as?.[0]), secondPerson: as?.[1] ?? null };
}

/** The answer is "no": what became of it, then every reason on a line of its own. */
export function tellRefused(
  { terminal, finish }: Pick<Shell, "terminal" | "finish">,
  became: string,
  problems: readonly RecordProblem[],
): void {
  finish(EXIT.no);
  terminal.err(`${became}:\n${problems.map((one) => `${problemLine(one)}\n`).join("")}`);
}

/** One problem of the record on a line of its own: where, what, and the code that docs/record.md explains. */
export function problemLine({ at, message, code }: RecordProblem): string {
  return `${at}: ${message} (${code})`;
}

function howOf(caseFolder: string, flags: RecordFlags) {
  return { folder: recordFolder(caseFolder, flags), compartmentKeys: flags.keys ?? null };
}
