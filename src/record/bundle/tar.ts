// Plain ustar archives (POSIX.1-1988): sorted names, times 0, nobody's name. The same files always give the same bytes.
import { concatBytes } from "@noble/hashes/utils.js";
import { compareText } from "../../model/problem.ts";
import { fromUtf8, toUtf8 } from "../bytes/utf8.ts";
import { sameBytes } from "../tree/hash-tree.ts";

/** Files by path. */
export type Files = ReadonlyMap<string, Uint8Array>;

const BLOCK = 512;
const NAME_BYTES = 100;
const CHECKSUM_AT = 148;

/** Throws RangeError on a path over 100 bytes or not ASCII. */
export function tar(files: Files): Uint8Array {
  const sorted = [...files].sort(([a], [b]) => compareText(a, b));
  const blocks = sorted.flatMap(([path, content]) => [
    header(path, content.length),
    content,
    new Uint8Array(paddingOf(content.length)),
  ]);
  return concatBytes(...blocks, new Uint8Array(2 * BLOCK));
}

/** The files of such an archive; null for one that `tar` would not have written so, byte for byte. */
export function untar(bytes: Uint8Array): Files | null {
  const files = new Map<string, Uint8Array>();
  for (let at = 0; at + BLOCK <= bytes.length;) {
    const head = bytes.subarray(at, at + BLOCK);
    if (head[0] === 0) break;
    const path = fromUtf8(head.subarray(0, Math.max(0, head.indexOf(0))));
    const size = Number.parseInt(fromUtf8(head.subarray(124, 135)) ?? "", 8);
    if (path === null || !Number.isSafeInteger(size)) return null;
    if (path.length > NAME_BYTES || !isAscii(path)) return null;
    at += BLOCK;
    files.set(path, bytes.slice(at, at + size));
    at += size + paddingOf(size);
  }
  return sameBytes(tar(files), bytes) ? files : null;
}

function header(path: string, size: number): Uint8Array {
  if (path.length > NAME_BYTES || !isAscii(path)) throw new RangeError(`no ustar name: ${path}`);
  const block = new Uint8Array(BLOCK);
  const write = (at: number, text: string): void => block.set(toUtf8(text), at);
  write(0, path);
  write(100, "0000644\0");
  write(108, "0000000\0");
  write(116, "0000000\0");
  write(124, `${size.toString(8).padStart(11, "0")}\0`);
  write(136, "00000000000\0");
  write(CHECKSUM_AT, " ".repeat(8));
  write(156, "0");
  write(257, "ustar\0");
  write(263, "00");
  const sum = block.reduce((total, byte) => total + byte, 0);
  write(CHECKSUM_AT, `${sum.toString(8).padStart(6, "0")}\0 `);
  return block;
}

function paddingOf(size: number): number {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}

function isAscii(path: string): boolean {
  return /^[\x21-\x7e]+$/.test(path);
}
