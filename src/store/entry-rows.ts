// Entries as the database gives them. Hot: a call into SQLite's binding for every value costs more than checking what it holds, so many
// rows come as one text a column, cut here by their lengths. `rowAt` is the plain twin, and what finds the entry that is damaged.
import type { Driver, SqlRow } from "./driver.ts";
import { bytesAt, maybeBytesAt, maybeTextAt, numberAt, textAt } from "./driver.ts";
import type { Columns } from "./payload.ts";
import { asksFor } from "./payload.ts";
import type { Reach } from "./store.ts";

/** An entry, its payload within a reach, and what it is found by. */
export interface EntryRow {
  readonly index: number;
  readonly bytes: Uint8Array;
  readonly id: string;
  readonly of: string | null;
  readonly kind: string;
  readonly recorded: number;
  readonly columns: Columns;
  readonly sums: Uint8Array;
}

/** Null when there is none. Throws DamagedError. */
export function rowAt(driver: Driver, index: number, reach: Reach): EntryRow | null {
  const { restricted, sealed } = asksFor(reach);
  const sql = `SELECT e.seq, e.leaf, CAST(e.id AS BLOB), CAST(e.of AS BLOB), CAST(e.kind AS BLOB), e.recorded, p.public,
    ${restricted ? "p.restricted" : "NULL"}, ${sealed ? "p.sealed" : "NULL"}, p.sums FROM entry e JOIN payload p USING(seq) WHERE e.seq = ?`;
  const [row] = driver.all(sql, index);
  return row === undefined
    ? null
    : {
        index: numberAt(row, 0),
        bytes: bytesAt(row, 1),
        id: textAt(row, 2),
        of: maybeTextAt(row, 3),
        kind: textAt(row, 4),
        recorded: numberAt(row, 5),
        columns: {
          open: bytesAt(row, 6),
          restricted: maybeBytesAt(row, 7),
          sealed: maybeBytesAt(row, 8),
        },
        sums: bytesAt(row, 9),
      };
}

/** Rows `[from, until)` in order; null when they do not read as so many whole ones: then each has to be looked at by itself. */
export function rowsBetween(
  driver: Driver,
  { from, until }: { readonly from: number; readonly until: number },
  reach: Reach,
): readonly EntryRow[] | null {
  const [row] = driver.all(selectMany(reach), from, until);
  if (row === undefined || row[0] === null) return null;
  const lengths = lengthsIn(row);
  if (lengths?.length !== (until - from) * NUMBERS) return null;
  return cut(row, lengths, until - from);
}

/** Texts of a row, in the order in which they are selected after the numbers. */
const TEXTS = ["leaf", "id", "of", "kind", "public", "restricted", "sealed", "sums"] as const;
/** Index, recorded time, and the length of each text; -1 for null. */
const NUMBERS = 2 + TEXTS.length;

function selectMany(reach: Reach): string {
  const asks: Partial<Record<(typeof TEXTS)[number], boolean>> = asksFor(reach);
  const columns = TEXTS.map((name) => `${asks[name] === false ? "NULL" : name} AS ${name}`);
  const lengths = TEXTS.map((name) => `ifnull(length(CAST(${name} AS BLOB)), -1)`);
  const numbers = ["seq", "recorded", ...lengths].join(" || ',' || ");
  const texts = TEXTS.map((name) => `CAST(group_concat(${name}, '') AS BLOB)`);
  return `SELECT CAST('[' || group_concat(${numbers}, ',') || ']' AS BLOB), ${texts.join(", ")} FROM
    (SELECT seq, recorded, ${columns.join(", ")} FROM entry JOIN payload USING(seq) WHERE seq >= ? AND seq < ? ORDER BY seq)`;
}

function lengthsIn(row: SqlRow): readonly number[] | null {
  try {
    const found: unknown = JSON.parse(textAt(row, 0));
    return Array.isArray(found) && found.every((one) => Number.isSafeInteger(one)) ? found : null;
  } catch {
    return null;
  }
}

function cut(row: SqlRow, numbers: readonly number[], count: number): readonly EntryRow[] | null {
  const texts = TEXTS.map((_, i) => new Cutter(maybeBytesAt(row, i + 1) ?? NONE));
  const rows: EntryRow[] = [];
  for (let i = 0; i < count; i++) {
    const at = i * NUMBERS;
    const next = (text: number): Uint8Array | null =>
      texts[text]?.next(numbers[at + 2 + text] ?? -1) ?? null;
    const [bytes, id, of, kind] = [next(0), next(1), next(2), next(3)];
    const [open, restricted, sealed, sums] = [next(4), next(5), next(6), next(7)];
    if (bytes === null || id === null || kind === null || open === null || sums === null)
      return null;
    rows.push({
      index: numbers[at] ?? -1,
      bytes,
      id: latin(id),
      of: of === null ? null : latin(of),
      kind: latin(kind),
      recorded: numbers[at + 1] ?? -1,
      columns: { open, restricted, sealed },
      sums,
    });
  }
  return texts.every(({ isAtEnd }) => isAtEnd) ? rows : null;
}

const NONE = new Uint8Array();

/** Takes bytes off the front. */
class Cutter {
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }

  /** Null for a length below 0. */
  next(length: number): Uint8Array | null {
    if (length < 0) return null;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

/** Ids and kinds have no other signs; what is damaged reads as something else, and is told from its leaf. */
function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
