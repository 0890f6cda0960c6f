// Disks after the power failed, made from a traced run: only what was fsynced is there, and names only after their folder was fsynced.
// The worst image of every acknowledgement, and images with some of the writes that were still on their way.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Ack } from "./run-writer.ts";

/** Calls that change files, in strace's words. */
export const TRACED =
  "openat,pwrite64,write,fsync,fdatasync,rename,renameat,renameat2,ftruncate,unlink,mkdir";

interface Write {
  readonly at: number;
  readonly bytes: Buffer;
}
/** A change of a file that is not on disk yet; null = cut to that length. */
type Pending = Write | { readonly length: number };

class FileNode {
  content: Buffer = Buffer.alloc(0);
  durable: Buffer = Buffer.alloc(0);
  pending: Pending[] = [];

  change(change: Pending): void {
    this.content = applied(this.content, change);
    this.pending.push(change);
  }

  sync(): void {
    this.durable = this.content;
    this.pending = [];
  }

  /** What may be on disk: all that was fsynced, and of the rest what `keeps` says. */
  image(keeps: () => boolean): Buffer {
    let bytes = this.durable;
    for (const change of this.pending) if (keeps()) bytes = applied(bytes, change);
    return bytes;
  }
}

function applied(bytes: Buffer, change: Pending): Buffer {
  if ("length" in change) {
    return change.length <= bytes.length
      ? bytes.subarray(0, change.length)
      : Buffer.concat([bytes, Buffer.alloc(change.length - bytes.length)]);
  }
  const grown = Buffer.alloc(Math.max(bytes.length, change.at + change.bytes.length));
  bytes.copy(grown);
  change.bytes.copy(grown, change.at);
  return grown;
}

/** The disk at one acknowledgement. */
export interface Moment {
  readonly ack: Ack;
  /** Writes the files below `to` as the disk may hold them. */
  readonly write: (to: string, keeps: () => boolean) => void;
}

/** Folders and files below `root` as the traced calls leave them; `onAck` is called at each acknowledgement. */
export function replay(trace: string, root: string, onAck: (moment: Moment) => void): void {
  const disk = new TracedDisk(root);
  for (const line of trace.split("\n")) {
    const call = parseCall(line);
    if (call === null) continue;
    const ack = ackOf(call);
    if (ack === null) disk.apply(call);
    else onAck({ ack, write: (to, keeps) => disk.write(to, keeps) });
  }
}

interface Call {
  readonly name: string;
  readonly args: string;
  readonly result: string;
}

function parseCall(line: string): Call | null {
  const [, name, args, result] =
    /^(?:\[pid +\d+\] |\d+ +)?([a-z0-9_]+)\((.*)\) += (-?\d+)/.exec(line) ?? [];
  if (name === undefined || args === undefined || result === undefined || result.startsWith("-"))
    return null;
  return { name, args, result };
}

function ackOf({ name, args }: Call): Ack | null {
  if (name !== "write" || !args.startsWith("1<")) return null;
  const [, size, root] = /^ack (\d+) ([0-9a-f]{64})\n$/.exec(bytesIn(args).toString("utf8")) ?? [];
  return size === undefined || root === undefined ? null : { size: Number(size), root };
}

/** The one text of the arguments, written in hexadecimal by `-xx`. */
function bytesIn(args: string): Buffer {
  const [, hex = ""] = /"((?:\\x[0-9a-f]{2})*)"/.exec(args) ?? [];
  return Buffer.from(hex.replaceAll("\\x", ""), "hex");
}

class TracedDisk {
  readonly #root: string;
  /** Path -> file, as programs see it. */
  readonly #names = new Map<string, FileNode>();
  /** Path -> file, as the disk has it. */
  readonly #durableNames = new Map<string, FileNode>();
  readonly #folders = new Set<string>();
  readonly #durableFolders: Set<string>;

  constructor(root: string) {
    this.#root = root;
    this.#folders.add(root);
    this.#durableFolders = new Set([root]);
  }

  apply({ name, args, result }: Call): void {
    const texts = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = ""]) =>
      Buffer.from(hex.replaceAll("\\x", ""), "hex").toString("utf8"),
    );
    const [first = "", second = ""] = texts;
    const [, opened = ""] = /^\d+<([^>]*)>/.exec(args) ?? [];
    const path = opened.replaceAll(/\\x([0-9a-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    switch (name) {
      case "openat":
        return this.#open(first, args);
      case "mkdir":
        if (this.#isOurs(first)) this.#folders.add(first);
        return;
      case "pwrite64":
        return this.#write(path, {
          at: Number(/, (\d+)$/.exec(args)?.[1]),
          bytes: bytesIn(args).subarray(0, Number(result)),
        });
      case "write":
        return this.#append(path, bytesIn(args).subarray(0, Number(result)));
      case "ftruncate":
        return this.#write(path, { length: Number(/, (\d+)$/.exec(args)?.[1]) });
      case "fsync":
      case "fdatasync":
        return this.#sync(path);
      case "rename":
      case "renameat":
      case "renameat2":
        return this.#rename(first, second);
      case "unlink":
        this.#names.delete(first);
    }
  }

  write(to: string, keeps: () => boolean): void {
    for (const folder of this.#durableFolders)
      if (this.#isNamed(folder))
        mkdirSync(join(to, folder.slice(this.#root.length)), { recursive: true });
    for (const [path, file] of this.#durableNames) {
      if (!this.#isNamed(dirname(path))) continue;
      writeFileSync(join(to, path.slice(this.#root.length)), file.image(keeps));
    }
  }

  /** A folder is found when the names of all above it are on disk. */
  #isNamed(folder: string): boolean {
    if (folder === this.#root) return true;
    return this.#durableFolders.has(folder) && this.#isNamed(dirname(folder));
  }

  #isOurs(path: string): boolean {
    return path.startsWith(`${this.#root}/`) && !path.endsWith("-shm");
  }

  #open(path: string, args: string): void {
    if (!this.#isOurs(path)) return;
    const known = this.#names.get(path);
    if (known === undefined && args.includes("O_CREAT")) this.#names.set(path, new FileNode());
    else if (args.includes("O_TRUNC")) known?.change({ length: 0 });
  }

  #write(path: string, change: Pending): void {
    this.#names.get(path)?.change(change);
  }

  #append(path: string, bytes: Buffer): void {
    const file = this.#names.get(path);
    file?.change({ at: file.content.length, bytes });
  }

  #sync(path: string): void {
    this.#names.get(path)?.sync();
    if (!this.#folders.has(path)) return;
    const isIn = (name: string): boolean => dirname(name) === path;
    for (const name of this.#durableNames.keys()) if (isIn(name)) this.#durableNames.delete(name);
    for (const [name, file] of this.#names) if (isIn(name)) this.#durableNames.set(name, file);
    for (const folder of this.#folders) if (isIn(folder)) this.#durableFolders.add(folder);
  }

  #rename(from: string, to: string): void {
    const file = this.#names.get(from);
    if (file === undefined) return;
    this.#names.delete(from);
    this.#names.set(to, file);
  }
}
