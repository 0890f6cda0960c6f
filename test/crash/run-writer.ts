// Runs the writer, plain or under strace, and reads what it says.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { MissingToolError } from "../proof/verifiers.ts";

const WRITER = fileURLToPath(new URL("writer.mjs", import.meta.url));

/** Something the writer acknowledged. */
export interface Ack {
  readonly size: number;
  readonly root: string;
}

export interface Written {
  readonly acks: readonly Ack[];
  /** Why it stopped, in order: code and message. */
  readonly stops: readonly string[];
  /** Acknowledged after it had stopped: must be none. */
  readonly lateAcks: number;
  readonly isKilled: boolean;
  /** What strace wrote. */
  readonly trace: string;
}

export interface WriterHow {
  readonly folder: string;
  readonly first: number;
  readonly batches: number;
  /** A faulty part; "" = none. */
  readonly fault: string;
  readonly leave?: boolean;
  /** Arguments of strace before the program; none = not traced. */
  readonly strace?: readonly string[];
  /** Words before the program, such as faketime's. */
  readonly before?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export async function runWriter(how: WriterHow): Promise<Written> {
  const { folder, first, batches, fault, leave = false, strace, before = [], env = {} } = how;
  const program = [
    process.execPath,
    WRITER,
    folder,
    String(first),
    String(batches),
    fault,
    ...(leave ? ["--leave"] : []),
  ];
  const traced = strace === undefined ? [] : ["strace", "-f", "-qq", ...strace];
  const [command = "", ...args] = [...before, ...traced, ...program];
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const [out, trace]: [string[], string[]] = [[], []];
  child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => trace.push(text));
  const isKilled = await new Promise<boolean>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(signal === "SIGKILL" || code === 137));
  });
  return { ...readWritten(out.join("")), isKilled, trace: trace.join("") };
}

function readWritten(out: string): Pick<Written, "acks" | "stops" | "lateAcks"> {
  const lines = out.split("\n").filter((line) => line !== "");
  const firstStop = lines.findIndex((line) => line.startsWith("stop "));
  const isLate = (i: number): boolean => firstStop >= 0 && i > firstStop;
  const acks = lines.flatMap((line) => {
    const [, size, root] = /^ack (\d+) ([0-9a-f]{64})$/.exec(line) ?? [];
    return size === undefined || root === undefined ? [] : [{ size: Number(size), root }];
  });
  return {
    acks,
    stops: lines.filter((line) => line.startsWith("stop ")).map((line) => line.slice(5)),
    lateAcks: lines.filter((line, i) => line.startsWith("ack ") && isLate(i)).length,
  };
}

/** Throws MissingToolError with the Debian package that has it. */
export function requireTool(name: string, args: readonly string[]): void {
  if (spawnSync(name, args).error === undefined) return;
  throw new MissingToolError(`${name} is missing: apt-get install ${name}`);
}

/** A system call of the writer: which, and the how-manieth of its name. */
export interface Place {
  readonly call: string;
  readonly at: number;
  /** SQLite syncs the folder after its log and does not look at the answer: ours was synced before, so nothing rests on it. */
  readonly isCovered: boolean;
  /** A sync of the write-ahead log, as each commit makes one. */
  readonly isOfLog: boolean;
}

/** Every call of a trace with paths (`-y`), in order. */
export function callsIn(trace: string): readonly Place[] {
  const counts = new Map<string, number>();
  const found: Place[] = [];
  let before = "";
  for (const [, call = "", path = ""] of trace.matchAll(
    /^(?:\[pid +\d+\] )?([a-z_0-9]+)\((?:\d+<([^>]*)>)?/gm,
  )) {
    const at = (counts.get(call) ?? 0) + 1;
    counts.set(call, at);
    const isSync = call === "fsync" || call === "fdatasync";
    found.push({
      call,
      at,
      isOfLog: isSync && path.endsWith("/record.db-wal"),
      isCovered: isSync && /\/record\.db-(?:wal|journal)$/.test(before) && path.endsWith("/record"),
    });
    before = isSync ? path : "";
  }
  return found;
}
