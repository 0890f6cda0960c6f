// Copies of a record that lie outside of it: backups with the day each is to be destroyed, and what a restore moved aside. A redaction does
// not reach into them, so whoever redacts is told of every one (RECORD 11).
import { appendFileSync, existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

const FILE = "backups.jsonl";
const DAY_MS = 24 * 3_600_000;

/** A copy that somebody may still have. */
export interface OutsideCopy {
  readonly path: string;
  /** ISO instant; null for what a restore moved aside, whose name says it. */
  readonly madeAt: string | null;
  /** The day on which it is to be destroyed; null = nobody said one. */
  readonly expires: string | null;
  /** Whether it is at that place now; a disk may be elsewhere. */
  readonly isThere: boolean;
}

/** The day on which a copy made now is to be destroyed. */
export function expiryOf(now: number, keepDays: number): string {
  return new Date(now + keepDays * DAY_MS).toISOString().slice(0, 10);
}

/** Notes a backup beside the record; false where nothing can be written there: a copy is then worth more than a note of it. */
export function noteBackup(
  folder: string,
  { to, now, expires }: { readonly to: string; readonly now: number; readonly expires: string },
): boolean {
  const line = { path: resolve(to), madeAt: new Date(now).toISOString(), expires };
  try {
    appendFileSync(join(folder, FILE), `${JSON.stringify(line)}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}

/** Every copy that is known, the oldest first; a backup whose day has passed and that is gone from its place is left out. */
export function outsideCopies(folder: string, now: number): readonly OutsideCopy[] {
  const today = new Date(now).toISOString().slice(0, 10);
  const backups = notedIn(folder).filter(
    ({ isThere, expires }) => isThere || expires === null || expires >= today,
  );
  return [...asideOf(folder), ...backups];
}

function notedIn(folder: string): readonly OutsideCopy[] {
  const path = join(folder, FILE);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8").split("\n").flatMap(parseLine);
}

function parseLine(line: string): readonly OutsideCopy[] {
  try {
    const said: Partial<Record<string, unknown>> = Object(JSON.parse(line));
    const { path, madeAt, expires } = said;
    if (typeof path !== "string" || typeof madeAt !== "string") return [];
    const day = typeof expires === "string" ? expires : null;
    return [{ path, madeAt, expires: day, isThere: existsSync(path) }];
  } catch {
    return [];
  }
}

function asideOf(folder: string): readonly OutsideCopy[] {
  const [parent, name] = [dirname(resolve(folder)), `${basename(resolve(folder))}-before-`];
  return readdirSync(parent)
    .filter((one) => one.startsWith(name))
    .sort()
    .map((one) => ({ path: join(parent, one), madeAt: null, expires: null, isThere: true }));
}
