// The rows of objects/*.csv as maps with places, so that one reader checks tables and GeoJSON alike. An empty cell is a field not given.
import { cellPlace, csvRows } from "../../intake/csv.ts";
import type { CsvRow } from "../../intake/csv.ts";
import type { Problem, Span } from "../../model/problem.ts";
import type { YamlEntry, YamlMap, YamlScalar } from "../../model/yaml.ts";

/** Every row that is one, in file order. */
export interface TableRows {
  readonly rows: readonly YamlMap[];
  readonly problems: readonly Problem[];
}

type HeadCell = Pick<YamlEntry, "key" | "keyAt">;

/** Reads a table whose first row names its columns; a row with another number of cells is C105. */
export function readTable(text: string, file: string): TableRows {
  const [head, ...rest] = csvRows(text);
  const problems: Problem[] = [];
  const tell = (row: CsvRow, message: string): [] => {
    const at = spanOf(file, row, 0);
    problems.push({ code: "C105", severity: "error", message, at });
    return [];
  };
  if (head === undefined || head.fault !== null) {
    const at = { file, line: 1, column: 1, endColumn: 2 };
    const message = `expected a row of column names; found ${head?.fault ?? "nothing"}`;
    return { rows: [], problems: [{ code: "C105", severity: "error", message, at }] };
  }
  const keys = head.cells.map((cell, i) => ({ key: cell.trim(), keyAt: spanOf(file, head, i) }));
  const rows = rest.flatMap((row) => {
    if (row.fault !== null) return tell(row, `a row that is not readable: ${row.fault}`);
    if (row.cells.length !== head.cells.length) {
      const expected = `the header names ${head.cells.length}`;
      return tell(row, `a row of ${row.cells.length} cells; ${expected}`);
    }
    return [rowMap(file, row, keys)];
  });
  return { rows, problems };
}

function rowMap(file: string, row: CsvRow, keys: readonly HeadCell[]): YamlMap {
  const entries = row.cells.flatMap((cell, i): readonly YamlEntry[] => {
    const [text, head] = [cell.trim(), keys[i]];
    if (text === "" || head === undefined) return [];
    return [{ ...head, value: scalarOf(text, () => spanOf(file, row, i)) }];
  });
  return { kind: "map", entries, at: spanOf(file, row, 0) };
}

/** A cell; its place is looked for only when it is asked for. */
function scalarOf(text: string, placed: () => Span): YamlScalar {
  const isNumber = /^[-+]?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(text);
  return {
    kind: "scalar",
    value: isNumber ? Number(text) : text,
    text,
    get at() {
      return placed();
    },
  };
}

function spanOf(file: string, row: CsvRow, cell: number): Span {
  const { line, column } = cellPlace(row, cell);
  return { file, line, column, endColumn: column + 1 };
}
