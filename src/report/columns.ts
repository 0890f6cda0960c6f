// Columns of numbers as text, so that a table of a million rows travels inside an ordinary JSON answer: the smallest width that holds
// every value, little-endian, base64 (RFC 4648). Pure: no Buffer and no atob on this floor.

export const WIDTHS = ["u8", "u16", "u32", "f32"] as const;
export type ColumnWidth = (typeof WIDTHS)[number];

/** A column as it travels. */
export interface PackedColumn {
  readonly width: ColumnWidth;
  readonly base64: string;
}

export type Column = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** Whole numbers from 0 to 2^32 - 1, in the smallest width that holds them all. Throws RangeError for any other. */
export function packWhole(values: readonly number[]): PackedColumn {
  let most = 0;
  for (const value of values) {
    if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) {
      throw new RangeError(`a column holds whole numbers of 32 bits; came ${value}`);
    }
    if (value > most) most = value;
  }
  if (most <= 0xff) return { width: "u8", base64: toBase64(Uint8Array.from(values)) };
  if (most <= 0xffff) return { width: "u16", base64: toBase64(Uint16Array.from(values)) };
  return { width: "u32", base64: toBase64(Uint32Array.from(values)) };
}

/** Numbers to 24 bits: a degree to less than 2 m. */
export function packDegrees(values: readonly number[]): PackedColumn {
  return { width: "f32", base64: toBase64(Float32Array.from(values)) };
}

/** The numbers of a column. Throws RangeError for text that is none. */
export function unpackColumn({ width, base64 }: PackedColumn): Column {
  const bytes = fromBase64(base64);
  switch (width) {
    case "u8":
      return bytes;
    case "u16":
      return new Uint16Array(bytes.buffer);
    case "u32":
      return new Uint32Array(bytes.buffer);
    case "f32":
      return new Float32Array(bytes.buffer);
    default:
      return width satisfies never;
  }
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const CODES = Uint8Array.from(LETTERS, (letter) => letter.charCodeAt(0));
const VALUES = new Uint8Array(128).fill(0xff);
for (const [value, code] of CODES.entries()) VALUES[code] = value;
const PAD = "=".charCodeAt(0);
/** Letters put together at a time: more arguments than this a call may not take. */
const CHUNK = 8192;

function toBase64({ buffer, byteOffset, byteLength }: Column): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  const letters = new Uint8Array(Math.ceil(byteLength / 3) * 4).fill(PAD);
  for (let at = 0, to = 0; at < byteLength; at += 3, to += 4) {
    const left = byteLength - at;
    const group = (byteAt(bytes, at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
    letters[to] = byteAt(CODES, group >> 18);
    letters[to + 1] = byteAt(CODES, (group >> 12) & 63);
    if (left > 1) letters[to + 2] = byteAt(CODES, (group >> 6) & 63);
    if (left > 2) letters[to + 3] = byteAt(CODES, group & 63);
  }
  const parts: string[] = [];
  for (let at = 0; at < letters.length; at += CHUNK) {
    parts.push(String.fromCharCode(...letters.subarray(at, at + CHUNK)));
  }
  return parts.join("");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
  if (text.length % 4 !== 0) throw new RangeError("base64 comes in groups of four letters");
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  for (let at = 0, to = 0; at < text.length; at += 4, to += 3) {
    const isLast = at + 4 === text.length;
    const group =
      (valueAt(text, at) << 18) |
      (valueAt(text, at + 1) << 12) |
      (isLast && padding > 1 ? 0 : valueAt(text, at + 2) << 6) |
      (isLast && padding > 0 ? 0 : valueAt(text, at + 3));
    // A write past the end, where padding stands, is dropped by the array itself.
    bytes[to] = group >> 16;
    bytes[to + 1] = group >> 8;
    bytes[to + 2] = group;
  }
  return bytes;
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

function valueAt(text: string, at: number): number {
  const value = VALUES[text.charCodeAt(at)] ?? 0xff;
  if (value === 0xff) throw new RangeError(`no base64 letter: ${JSON.stringify(text[at])}`);
  return value;
}
