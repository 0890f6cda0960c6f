// One seed file: its rows, their ids, and the values read from those rows that have no error. A broken row is left out; ids of
// broken rows stay known, so that one fault is told once and not again by every row that refers to it.
import { hasErrors } from "../../model/problem.ts";
import type { Problem, Span } from "../../model/problem.ts";
import type { YamlMap } from "../../model/yaml.ts";
import { readRows } from "./rows.ts";
import type { Rows } from "./rows.ts";
import type { SeedReader } from "./names.ts";

export interface SeedFile {
  readonly rows: readonly YamlMap[];
  /** Names of the rows that have any, by `nameOf`. */
  readonly ids: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** A row's name: its `id`, or what makes it unique where rows have none. */
export type NameOf = (row: YamlMap) => string | null;

/** Splits a seed file (undefined: missing, no rows) and reports names that stand twice (C220). */
export function openSeedFile(
  text: string | undefined,
  file: string,
  nameOf: NameOf = (row) => fieldText(row, "id"),
): SeedFile {
  return seedFileOf(text === undefined ? { rows: [], problems: [] } : readRows(text, file), nameOf);
}

/** The same from rows that are split already, also of several files: a name stands once in all of them (C220). */
export function seedFileOf(
  { rows, problems }: Rows,
  nameOf: NameOf = (row) => fieldText(row, "id"),
): SeedFile {
  const first = new Map<string, Span>();
  const twice: Problem[] = [];
  const kept = rows.filter((row) => {
    const name = nameOf(row);
    const before = name === null ? undefined : first.get(name);
    if (name !== null && before === undefined) first.set(name, row.at);
    if (name !== null && before !== undefined) twice.push(duplicate(name, row.at, before));
    return before === undefined;
  });
  return { rows: kept, ids: new Set(first.keys()), problems: [...problems, ...twice] };
}

/** Reads every row; a row whose reading reports an error gives no value. */
export function readSeeds<T>(
  seeds: SeedFile,
  reader: SeedReader,
  read: (row: YamlMap) => T | null,
): readonly T[] {
  return seeds.rows.flatMap((row) => {
    const before = reader.problems.length;
    const value = read(row);
    return value === null || hasErrors(reader.problems.slice(before)) ? [] : [value];
  });
}

/** The text of a row's scalar field, or null. */
export function fieldText(row: YamlMap, field: string): string | null {
  const value = row.entries.find(({ key }) => key === field)?.value;
  return value?.kind === "scalar" && value.value !== null ? value.text : null;
}

function duplicate(name: string, at: Span, before: Span): Problem {
  const related = [{ message: "first here", at: before }];
  return { code: "C220", severity: "error", message: `"${name}" stands twice`, at, related };
}
