// Base 64 of RFC 4648, strict: one text for one byte string. Pure floors have neither Buffer nor atob.

const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const URL_SAFE = STANDARD.replace("+/", "-_");

/** The alphabet of section 4, padded: notes, checkpoints, proofs. */
export function toBase64(bytes: Uint8Array): string {
  const text = encode(bytes, STANDARD);
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

/** The alphabet of section 5, not padded: commitments and salts. */
export function toBase64Url(bytes: Uint8Array): string {
  return encode(bytes, URL_SAFE);
}

/** Null for anything that `toBase64` would not have printed. */
export function fromBase64(text: string): Uint8Array | null {
  const bytes = decode(text.replace(/={1,2}$/, ""), STANDARD);
  return bytes !== null && toBase64(bytes) === text ? bytes : null;
}

/** Null for anything that `toBase64Url` would not have printed. */
export function fromBase64Url(text: string): Uint8Array | null {
  const bytes = decode(text, URL_SAFE);
  return bytes !== null && toBase64Url(bytes) === text ? bytes : null;
}

function encode(bytes: Uint8Array, alphabet: string): string {
  let text = "";
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    for (bits += 8; bits >= 6;) text += alphabet.charAt((held >> (bits -= 6)) & 63);
  }
  return bits === 0 ? text : text + alphabet.charAt((held << (6 - bits)) & 63);
}

function decode(text: string, alphabet: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let length = 0;
  for (const character of text) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return null;
    held = ((held << 6) | digit) & 0xffff;
    bits += 6;
    if (bits >= 8) bytes[length++] = (held >> (bits -= 8)) & 255;
  }
  return bytes;
}
