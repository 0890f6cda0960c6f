// A table of incidents read piece by piece through a mapping. Rows in = taken + refused, always; a refused row keeps its place, its words
// and its reasons.
import type { TableIncident } from "../model/incident.ts";
import { didYouMean } from "../model/nearest.ts";
import type { Area } from "../model/place.ts";
import { compareText } from "../model/problem.ts";
import { CsvReader, cellPlace } from "./csv.ts";
import type { CsvRow } from "./csv.ts";
import type { Mapping } from "./mapping.ts";
import { columnsOfSector } from "./sector-columns.ts";
import { readRow } from "./table-row.ts";
import type { NamedRow, Refusal, RefusalCode } from "./table-row.ts";
import type { ValueSource } from "./value-source.ts";

/** A row that was refused, as it stood in the table. */
export interface RefusedRow {
  readonly line: number;
  readonly column: number;
  readonly reasons: readonly Refusal[];
  readonly raw: string;
}

export interface Tally {
  readonly rows: number;
  readonly taken: number;
  /** By the first reason of each row. */
  readonly refused: ReadonlyMap<RefusalCode, number>;
  /** The first of them. */
  readonly shown: readonly RefusedRow[];
  /** Words without a translation, by `column: word`, most frequent first. */
  readonly untranslated: readonly (readonly [string, number])[];
  /** Taken rows whose counts stood in the wrong order. */
  readonly reordered: number;
}

/** Refused rows kept with their words; all are counted. */
const MOST_SHOWN = 20;
/** Words kept without a translation; a column of free text has as many as it has rows. */
const MOST_WORDS = 1_000;

/** The table lacks a column that the mapping names, or has no row of names. */
export class TableError extends Error {
  override readonly name = "TableError";
}

/** Reads a table in pieces, in order. Throws TableError at its first row where it is not the table that the mapping is of. */
export class TableReader {
  readonly #mapping: Mapping;
  readonly #regions: ReadonlyMap<string, Area>;
  readonly #csv: CsvReader;
  #columns: ReadonlyMap<string, number> | null = null;
  #width = 0;
  readonly #ids = new Set<string>();
  #taken = 0;
  #reordered = 0;
  readonly #refused = new Map<RefusalCode, number>();
  readonly #shown: RefusedRow[] = [];
  readonly #untranslated = new Map<string, number>();

  constructor(mapping: Mapping, regions: ReadonlyMap<string, Area>) {
    this.#mapping = mapping;
    this.#regions = regions;
    this.#csv = new CsvReader(mapping.marks);
  }

  /** Incidents of the rows that end in this piece. */
  push(piece: string): readonly TableIncident[] {
    return this.#take(this.#csv.push(piece));
  }

  /** The last row. */
  end(): readonly TableIncident[] {
    const last = this.#take(this.#csv.end());
    if (this.#columns === null) throw new TableError("the table is empty; expected a row of names");
    return last;
  }

  tally(): Tally {
    const refused = [...this.#refused.values()].reduce((a, b) => a + b, 0);
    return {
      rows: this.#taken + refused,
      taken: this.#taken,
      refused: new Map([...this.#refused].sort(([a], [b]) => compareText(a, b))),
      shown: this.#shown,
      untranslated: [...this.#untranslated].sort(([a, m], [b, n]) => n - m || compareText(a, b)),
      reordered: this.#reordered,
    };
  }

  #take(rows: readonly CsvRow[]): readonly TableIncident[] {
    return rows.flatMap((row) => {
      if (this.#columns === null) {
        this.#columns = this.#header(row);
        return [];
      }
      const read = this.#read(row, this.#columns);
      if ("facts" in read) {
        this.#taken++;
        return [read];
      }
      this.#refuse(row, read);
      return [];
    });
  }

  #header(row: CsvRow): ReadonlyMap<string, number> {
    const columns = new Map(row.cells.map((cell, i) => [cell.trim(), i] as const));
    const lacking = columnsOf(this.#mapping).filter((column) => !columns.has(column));
    if (lacking.length > 0) {
      const hints = lacking.map((column) => {
        const near = didYouMean(column, columns.keys());
        return near === undefined ? `"${column}"` : `"${column}" (${near})`;
      });
      throw new TableError(`the table has no column ${hints.join(", ")}`);
    }
    this.#width = row.cells.length;
    return columns;
  }

  #read(row: CsvRow, columns: ReadonlyMap<string, number>): TableIncident | readonly Refusal[] {
    const broken = this.#broken(row);
    if (broken !== null) return [broken];
    const named: NamedRow = {
      line: row.line,
      cellOf: (column) => row.cells[columns.get(column) ?? -1] ?? "",
    };
    const read = readRow(named, {
      mapping: this.#mapping,
      regions: this.#regions,
      missing: (column, word) => this.#miss(`${column}: ${word}`),
      reordered: () => {
        this.#reordered++;
      },
    });
    if (!("facts" in read)) return read;
    const { id } = read;
    if (!this.#ids.has(id)) {
      this.#ids.add(id);
      return read;
    }
    const column = this.#mapping.key[0] ?? null;
    return [{ code: "double-id", column, message: `"${id}" stands in an earlier row` }];
  }

  #broken(row: CsvRow): Refusal | null {
    if (row.fault !== null) return { code: "unreadable", column: null, message: row.fault };
    if (row.cells.length === this.#width) return null;
    const message = `${row.cells.length} cells; the first row names ${this.#width}`;
    return { code: "cell-count", column: null, message };
  }

  #refuse(row: CsvRow, reasons: readonly Refusal[]): void {
    const [first] = reasons;
    if (first === undefined) throw new RangeError(`row ${row.line} is refused without a reason`);
    this.#refused.set(first.code, (this.#refused.get(first.code) ?? 0) + 1);
    if (this.#shown.length >= MOST_SHOWN) return;
    const cell = first.column === null ? 0 : (this.#columns?.get(first.column) ?? 0);
    this.#shown.push({ ...cellPlace(row, cell, this.#mapping.marks), reasons, raw: row.raw });
  }

  #miss(word: string): void {
    const known = this.#untranslated.get(word);
    const isFull = known === undefined && this.#untranslated.size >= MOST_WORDS;
    const counted = isFull ? OTHERS : word;
    this.#untranslated.set(counted, (this.#untranslated.get(counted) ?? 0) + 1);
  }
}

const OTHERS = "further words";

/** Every column that a mapping names, each once. */
export function columnsOf(mapping: Mapping) {
  const { key, occurred, published, place, killed, injured, ...facts } = mapping;
  const { actor, act, means, kind } = facts;
  const ofSources = (sources: readonly ValueSource[]) =>
    sources.flatMap((source) => (source.kind === "column" ? [source.column] : []));
  const named = [
    ...key,
    occurred.from.column,
    ...(occurred.to === null ? [] : [occurred.to.column]),
    ...(published === null ? [] : [published.column]),
    place.lat,
    place.lon,
    ...(place.name === null ? [] : [place.name]),
    ...(place.radius.kind === "column" ? [place.radius.column] : []),
    ...columnsOfSector(place.sector),
    ...ofSources([...place.regions, ...actor, ...act, ...means, ...kind]),
    ...[killed, injured].flatMap((counts) => (counts === null ? [] : [counts.low, counts.high])),
  ];
  return [...new Set(named)];
}
