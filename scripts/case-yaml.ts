// Writes the plain YAML that seed files are made of: one field a line, flow lists and maps for short things, comments kept in rows.

/** What a field may hold. `null` and `undefined` fields are left out. */
export type Value =
  | string
  | number
  | boolean
  | readonly Value[]
  | { readonly [key: string]: Value | null | undefined };

export type Fields = Readonly<Record<string, Value | null | undefined>>;

/** A block row: `- key: value` and one further field a line; `comments` are printed before the field they belong to. */
export function blockRow(
  fields: Fields,
  comments: Readonly<Record<string, string | undefined>> = {},
): string {
  const lines = Object.entries(fields).flatMap(([key, value]) => {
    if (value === null || value === undefined) return [];
    const comment = comments[key];
    return [...(comment === undefined ? [] : [`  # ${comment}`]), ...fieldLines(key, value)];
  });
  return lines.map((line, i) => (i === 0 ? `- ${line.slice(2)}` : line)).join("\n");
}

/** A row on one line: `- {key: value, ...}`. */
export function flowRow(fields: Fields): string {
  return `- ${flow(fields)}`;
}

/** A seed file: what it is, then its rows. */
export function seedFile(about: readonly string[], rows: readonly string[]): string {
  return `${about.map((line) => `# ${line}`).join("\n")}\n\n${rows.join("\n")}\n`;
}

/** A field; a list of maps is written one map a line. */
function fieldLines(key: string, value: Value): readonly string[] {
  if (
    isList(value) &&
    value.length > 0 &&
    value.every((item) => typeof item === "object" && !isList(item) && key !== "things")
  ) {
    return [`  ${key}:`, ...value.map((item) => `    - ${flow(item)}`)];
  }
  return [`  ${key}: ${typeof value === "string" ? scalar(value, BLOCK_UNSAFE) : flow(value)}`];
}

function flow(value: Value | Fields): string {
  if (typeof value === "string") return scalar(value, FLOW_UNSAFE);
  if (typeof value !== "object") return String(value);
  if (isList(value)) return `[${value.map((item) => flow(item)).join(", ")}]`;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return `{${entries.map(([key, item]) => `${key}: ${flow(item ?? "")}`).join(", ")}}`;
}

function isList(value: unknown): value is readonly Value[] {
  return Array.isArray(value);
}

const BLOCK_UNSAFE = /^[\s\-?:,[\]{}#&*!|>'"%@`]|: | #|[\s:]$|[\t\n\\]/u;
const FLOW_UNSAFE = /^[\s\-?:,[\]{}#&*!|>'"%@`]|: | #|[\s:]$|[\t\n\\,[\]{}]/u;
/** Words that YAML reads as something else than text. */
const NOT_TEXT =
  /^(?:true|false|null|~|[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?|0[xo].*|[-+]?\.(?:inf|nan))$/i;

function scalar(text: string, unsafe: RegExp): string {
  return text === "" || unsafe.test(text) || NOT_TEXT.test(text) ? JSON.stringify(text) : text;
}
