// Who looked at what is closed (RECORD 10, SERVE 8): one JSON line a look, beside the record and never in it. No value, no file's content.
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { WriteStoppedError } from "./errors.ts";
import { whyStopped } from "./why-stopped.ts";

export const AUDIT_FILE = "audit.jsonl";
const OWNER_ONLY = 0o600;

/** One look. */
export interface Look {
  /** ISO instant. */
  readonly at: string;
  readonly actor: string;
  /** `read`: values were shown; `export`: a file was given out; `check`: it was hashed again. */
  readonly what: "read" | "export" | "check";
  /** The entry that was looked at. */
  readonly entry: string;
  /** Names of the closed fields that were shown. */
  readonly fields: readonly string[];
}

/** On disk when it returns: what cannot be noted is not shown. Throws WriteStoppedError. */
export function noteLooks(folder: string, looks: readonly Look[]): void {
  if (looks.length === 0) return;
  const path = join(folder, AUDIT_FILE);
  try {
    mkdirSync(dirname(path), { recursive: true });
    const handle = openSync(path, "a", OWNER_ONLY);
    try {
      writeSync(handle, looks.map((look) => `${JSON.stringify(look)}\n`).join(""));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    const message = `the look cannot be noted in "${path}", so nothing is shown: ${whyStopped(cause).message}`;
    throw new WriteStoppedError(message, { cause });
  }
}
/** All looks at an entry, in the order in which they were noted; lines that a crash cut short are left out. */
export function looksAt(folder: string, entry: string): readonly Look[] {
  const path = join(folder, AUDIT_FILE);
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line) => {
    const look = parseLook(line);
    return look?.entry === entry ? [look] : [];
  });
}

function parseLook(line: string): Look | null {
  try {
    const said: unknown = JSON.parse(line);
    return isLook(said) ? said : null;
  } catch {
    return null;
  }
}

function isLook(said: unknown): said is Look {
  if (typeof said !== "object" || said === null) return false;
  const { at, actor, what, entry, fields }: Partial<Record<string, unknown>> = { ...said };
  const texts = [at, actor, what, entry];
  return texts.every((one) => typeof one === "string") && Array.isArray(fields);
}
