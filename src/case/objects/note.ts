// objects/<name>.yaml: what stands beside a list of objects. Who lists them, when, under which licence, and what is not in it.
import { parseListDate } from "../../model/listed-object.ts";
import type { ListDate, ObjectList } from "../../model/listed-object.ts";
import type { YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "../../record/seeds/names.ts";
import { parseYaml } from "../../model/yaml.ts";
import type { Problem, Span } from "../../model/problem.ts";

/** The note of a list, and what its rows are where they do not say. */
export interface ObjectNote extends Omit<ObjectList, "file" | "objects"> {
  readonly kind: string | null;
  readonly radiusMeters: number | null;
}

const LANGUAGE = "objects/1";
const SHAPE = {
  what: "the note of a list of objects",
  required: ["truceline", "source", "licence", "as-of", "listed-by"],
  optional: ["attribution", "left-out", "kind", "radius-km"],
};

/** Reads a note; null with problems where it lacks what no row can be without. */
export function readNote(
  reader: SeedReader,
  text: string,
  file: string,
): { readonly note: ObjectNote | null; readonly problems: readonly Problem[] } {
  const { root, problems } = parseYaml(text, { file, prefix: "C" });
  const fields = root === null ? null : reader.fields(root, SHAPE);
  if (root === null && problems.length === 0) {
    reader.report("102", `the note is empty; expected "truceline: ${LANGUAGE}"`, topOf(file));
  }
  if (fields === null) return { note: null, problems };
  const language = fields.get("truceline");
  const found = reader.text(language, `"truceline"`);
  if (language !== undefined && found !== null && found !== LANGUAGE) {
    reader.report(
      "106",
      `this file says "truceline: ${found}"; expected "${LANGUAGE}"`,
      language.at,
    );
  }
  const optional = (name: string) => reader.text(fields.get(name), name);
  const [source, licence] = [optional("source"), optional("licence")];
  const asOf = readListDate(reader, fields.get("as-of"));
  const listedBy = optional("listed-by");
  const [attribution, leftOut] = [optional("attribution"), optional("left-out")];
  const kind = reader.kind(fields.get("kind"));
  const radius = reader.amount(fields.get("radius-km"), "radius-km");
  if (source === null || licence === null || asOf === null || listedBy === null) {
    return { note: null, problems };
  }
  const radiusMeters = radius === null ? null : radius * 1000;
  const note = { source, licence, asOf, listedBy, attribution, leftOut, kind, radiusMeters };
  return { note, problems };
}

/** A day, a month, a year or `unknown`. */
export function readListDate(reader: SeedReader, node: YamlNode | undefined): ListDate | null {
  const text = reader.text(node, "as-of");
  if (text === null || node === undefined) return null;
  const expected = `expected a day, a month, a year or "unknown"`;
  return parseListDate(text) ?? reader.report("105", `as-of is "${text}"; ${expected}`, node.at);
}

/** The first character of a file: where what is missing from it is told. */
export function topOf(file: string): Span {
  return { file, line: 1, column: 1, endColumn: 2 };
}
