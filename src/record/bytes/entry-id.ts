// Names of entries: `inc-7K3Q9FZ2-M`. Random, so that gaps betray nothing; the last character catches what a hand miscopies.

/** An entry's id: one of ours with its check character, or a seed's own. */
export type EntryId = string & { readonly entryId: unique symbol };

/** Crockford's base 32: no I, L, O, U. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const OURS = /^([a-z]{2,4})-([0-9A-HJKMNP-TV-Z]{8})-([0-9A-HJKMNP-TV-Z])$/;
const SEED = /^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,158}[A-Za-z0-9])?$/;
/** A prime above the base finds every single wrong character and every swap of two neighbours. */
const PRIME = 37;

/**
 * A new id. `draw` gives 5 random bytes at each call; a draw whose check is none of the 32 digits is drawn again (one in seven),
 * so that ids need no signs that addresses would escape.
 */
export function newEntryId(prefix: string, draw: () => Uint8Array): EntryId {
  for (;;) {
    const body = digitsOf(draw());
    const check = DIGITS[checkOf(prefix + body)];
    if (check !== undefined) return `${prefix}-${body}-${check}` as EntryId;
  }
}

/** Checks an id of either sort; null when it is none, or when it has our form and the wrong check character. */
export function parseEntryId(text: string): EntryId | null {
  const ours = OURS.exec(text);
  const [, prefix = "", body = "", check = ""] = ours ?? [];
  if (ours !== null) return DIGITS[checkOf(prefix + body)] === check ? (text as EntryId) : null;
  return SEED.test(text) ? (text as EntryId) : null;
}

/** The id of row `index` of a batch: `<entry>.<index>`, counted from 0. */
export function rowId(batch: EntryId, index: number): EntryId {
  return `${batch}.${index}` as EntryId;
}

/** 5 bytes as 8 digits. */
function digitsOf(bytes: Uint8Array): string {
  let value = 0n;
  for (const byte of bytes.subarray(0, 5)) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let shift = 35n; shift >= 0n; shift -= 5n) text += DIGITS[Number((value >> shift) & 31n)];
  return text;
}

function checkOf(text: string): number {
  let rest = 0;
  for (const character of text) rest = (rest * 32 + valueOf(character)) % PRIME;
  return rest;
}

/** Digits by their value, small letters of the prefix by their place in the alphabet. */
function valueOf(character: string): number {
  const digit = DIGITS.indexOf(character);
  return digit < 0 ? character.charCodeAt(0) - "a".charCodeAt(0) : digit;
}
