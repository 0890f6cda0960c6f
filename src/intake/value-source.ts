// Where the possible values of a fact come from: a constant, or columns whose words a mapping translates.
import type { YamlNode } from "../model/yaml.ts";
import type { SeedReader } from "../record/seeds/names.ts";

export type ValueSource =
  | { readonly kind: "constant"; readonly values: readonly string[] }
  | {
      readonly kind: "column";
      readonly column: string;
      /** What parts several words of a cell; null: the cell is one word. */
      readonly separator: string | null;
      readonly values: ReadonlyMap<string, readonly string[]>;
      /** For words that are not in `values`; null: they are counted as not translated, and anything is possible. */
      readonly otherwise: readonly string[] | null;
    };

/** In a mapping, for a word that says nothing of the fact. */
const NOTHING = "nothing";

/** One source or a list of them. `read` checks a value against the case. */
export function readValues(
  reader: SeedReader,
  node: YamlNode | undefined,
  read: (node: YamlNode) => string | null,
): readonly ValueSource[] {
  return reader.each(node, (item) => readSource(reader, item, read));
}

function readSource(
  reader: SeedReader,
  node: YamlNode,
  read: (node: YamlNode) => string | null,
): ValueSource | null {
  const fields = reader.fields(node, {
    what: "a source of values",
    optional: ["constant", "column", "separator", "values", "otherwise"],
  });
  if (fields === null) return null;
  const some = (of: YamlNode | undefined): readonly string[] =>
    reader
      .each(of, (item) => (item.kind === "scalar" && item.text === NOTHING ? NOTHING : read(item)))
      .filter((value) => value !== NOTHING);
  const constant = fields.get("constant");
  if (constant !== undefined) return { kind: "constant", values: some(constant) };
  const column = reader.text(fields.get("column"), "column");
  const map = fields.get("values");
  if (column === null || map === undefined) {
    const message = `a source of values has a "constant", or a "column" and its "values"`;
    return reader.report("102", message, node.at);
  }
  const entries = reader.map(map, "values")?.entries ?? [];
  const values = new Map(entries.map(({ key, value }) => [key, some(value)] as const));
  const otherwise = fields.has("otherwise") ? some(fields.get("otherwise")) : null;
  const separator = reader.text(fields.get("separator"), "separator");
  return { kind: "column", column, separator, values, otherwise };
}

/** The values that the sources give for a row, in id order, each once; `missing` is told each word that has no translation. */
export function valuesOf(
  sources: readonly ValueSource[],
  cellOf: (column: string) => string,
  missing: (column: string, word: string) => void,
): readonly string[] {
  const found = new Set<string>();
  for (const source of sources) {
    if (source.kind === "constant") for (const value of source.values) found.add(value);
    else for (const value of wordsOf(source, cellOf, missing)) found.add(value);
  }
  return [...found].sort();
}

function wordsOf(
  { column, separator, values, otherwise }: Extract<ValueSource, { kind: "column" }>,
  cellOf: (column: string) => string,
  missing: (column: string, word: string) => void,
): readonly string[] {
  const cell = cellOf(column).trim();
  const words = separator === null ? [cell] : cell.split(separator).map((word) => word.trim());
  return words.flatMap((word) => {
    if (word === "") return [];
    const known = values.get(word) ?? otherwise;
    if (known !== null) return known;
    missing(column, word);
    return ["unknown"];
  });
}
