// UTF-8 to text, strict (RFC 3629): pure floors have no TextDecoder, and nothing malformed may be mended silently.
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** The bytes of a text that holds no lone surrogate. */
export const toUtf8: (text: string) => Uint8Array = utf8ToBytes;

/** Least code point that may be written in so many bytes: shorter forms exist below it. */
const LEAST = [0, 0x80, 0x800, 0x10000];
const CHUNK = 4096;

/** The text, or null when the bytes are not UTF-8: overlong forms, surrogates, beyond U+10FFFF, cut short. */
export function fromUtf8(bytes: Uint8Array): string | null {
  let text = "";
  let points: number[] = [];
  for (let at = 0; at < bytes.length;) {
    const more = followers(bytes[at] ?? 0);
    const point = more < 0 ? -1 : codePoint(bytes, { at, more });
    if (point < 0) return null;
    points.push(point);
    at += more + 1;
    if (points.length === CHUNK || at >= bytes.length) {
      text += String.fromCodePoint(...points);
      points = [];
    }
  }
  return text;
}

/** How many bytes follow a first byte; -1 when it cannot be one. */
function followers(first: number): number {
  if (first < 0x80) return 0;
  if (first >= 0xc0 && first < 0xe0) return 1;
  if (first >= 0xe0 && first < 0xf0) return 2;
  return first >= 0xf0 && first < 0xf8 ? 3 : -1;
}

function codePoint(
  bytes: Uint8Array,
  { at, more }: { readonly at: number; readonly more: number },
): number {
  const first = bytes[at] ?? 0;
  let point = more === 0 ? first : first & (0x3f >> more);
  for (let i = 1; i <= more; i++) {
    const byte = bytes[at + i] ?? 0;
    if ((byte & 0xc0) !== 0x80) return -1;
    point = (point << 6) | (byte & 0x3f);
  }
  const isSurrogate = point >= 0xd800 && point <= 0xdfff;
  return point < (LEAST[more] ?? 0) || point > 0x10ffff || isSurrogate ? -1 : point;
}
