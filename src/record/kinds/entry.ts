// An entry as people and programs write it, whole and in the clear (RECORD 1), and its parser. Leaves are made from it (commit-entry.ts).
import type { CanonicalValue } from "../../model/canonical.ts";
import { didYouMean } from "../../model/nearest.ts";
import { canonicalValue } from "../bytes/canonical-bytes.ts";
import type { EntryId } from "../bytes/entry-id.ts";
import { parseEntryId } from "../bytes/entry-id.ts";
import { MOST_ROWS } from "../bytes/leaf.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { checkFields } from "./check-fields.ts";
import type { Fields } from "./check-fields.ts";
import { classOf } from "./field-class.ts";
import { isKind, KINDS, ruleOf } from "./kinds.ts";
import type { Kind } from "./kinds.ts";
import { upConvert } from "./up-convert.ts";
import { isList, isMap, isText } from "./value.ts";

/** An entry before the store stamps it. */
export interface Draft {
  readonly id: EntryId;
  readonly kind: Kind;
  /** The thing spoken about; null when the entry creates one, whose id is then the entry's. */
  readonly of: EntryId | null;
  /** Pseudonym of a person, per case. */
  readonly actor: string;
  /** Heads of the thing as the author saw them. */
  readonly parents: readonly EntryId[];
  readonly causedBy: readonly EntryId[];
  /** Whose grant opens its sealed fields, or all of it when `isSealed`; null when nothing in it is sealed. */
  readonly compartment: string | null;
  readonly isSealed: boolean;
  readonly fields: Fields;
  /** Of `rows` only: what stood in each row, and the incident read from it. */
  readonly rows: readonly Row[];
}

/** One dataset row: its raw content and what we read from it, fields of an incident. */
export interface Row {
  readonly raw: CanonicalValue;
  readonly read: Fields;
}

/** An entry of the log. */
export interface Entry extends Draft {
  /** UTC milliseconds, never below that of the entry before. */
  readonly recordedAt: number;
  /** How far the clock stood behind the log; 0 when it did not. */
  readonly clockSkewMs: number;
  /** Fields of its thing that it gave a value which was redacted since, and by what; absent = none. */
  readonly hidden?: Hidden;
}

/** Field -> the redaction. */
export type Hidden = Readonly<
  Record<string, Pick<Entry, "actor" | "recordedAt"> & { readonly entry: EntryId }>
>;

const MEMBERS = [
  "actor",
  "causedBy",
  "compartment",
  "fields",
  "format",
  "id",
  "isSealed",
  "kind",
  "of",
  "parents",
  "rows",
];

/**
 * Reads a draft from plain JSON; every problem at once. Older formats are brought to today's, newer ones `not-understood`. Members of
 * maps come out in canonical order: it does not depend on who wrote them how, and their text costs less.
 */
export function parseDraft(value: unknown, at = "entry"): Checked<Draft> {
  const plain = canonicalValue(value, at);
  if (plain.problems.length > 0) return faulty(...plain.problems);
  if (!isMap(plain.value)) return faulty(problem("bad-value", "an entry is a map of members", at));
  const reader = new DraftReader(plain.value, at);
  const draft = reader.draft();
  return draft === null || reader.problems.length > 0 ? faulty(...reader.problems) : sound(draft);
}

/** First letters of a new id that strangers see of a sealed entry: those of its kind would tell the kind. */
export const SEALED_PREFIX = "sea";

class DraftReader {
  readonly problems: RecordProblem[] = [];
  readonly #value: Fields;
  readonly #at: string;

  constructor(value: Fields, at: string) {
    this.#value = value;
    this.#at = isText(value["id"]) ? value["id"] : at;
  }

  draft(): Draft | null {
    for (const name of Object.keys(this.#value)) {
      if (!MEMBERS.includes(name))
        this.#report("unknown-field", `"${name}" is no member of an entry`, name);
    }
    const kind = this.#kind();
    const id = this.#id("id");
    const actor = this.#value["actor"];
    if (!isText(actor) || actor === "")
      this.#report("missing-field", "an entry says who recorded it", "actor");
    if (kind === null || id === null || !isText(actor)) return null;
    this.#checkPrefix(kind, id);
    const compartment = this.#compartment();
    return {
      id,
      kind,
      of: this.#of(kind),
      actor,
      parents: this.#ids("parents"),
      causedBy: this.#ids("causedBy"),
      compartment,
      isSealed: this.#isSealed(compartment),
      fields: this.#fields(kind),
      rows: this.#rows(kind),
    };
  }

  #kind(): Kind | null {
    const name = this.#value["kind"];
    if (isText(name) && isKind(name)) return name;
    const near = isText(name) ? didYouMean(name, Object.keys(KINDS)) : undefined;
    const what = isText(name) ? `unknown kind "${name}"` : "an entry says its kind";
    this.#report("unknown-kind", near === undefined ? what : `${what}; ${near}`, "kind");
    return null;
  }

  #id(name: "id" | "of"): EntryId | null {
    const text = this.#value[name];
    const id = isText(text) ? parseEntryId(text) : null;
    if (id === null)
      this.#report(
        "bad-id",
        `"${isText(text) ? text : ""}" is no id; a character may be wrong`,
        name,
      );
    return id;
  }

  #checkPrefix(kind: Kind, id: EntryId): void {
    const { prefix } = ruleOf(kind);
    const [, given] = /^([a-z]{2,4})-[0-9A-Z]{8}-[0-9A-Z]$/.exec(id) ?? [];
    if (given === undefined || given === prefix) return;
    if (given === SEALED_PREFIX && this.#value["isSealed"] === true) return;
    this.#report(
      "bad-id",
      `an id of kind ${kind} begins with "${prefix}-"; found "${given}-"`,
      "id",
    );
  }

  #of(kind: Kind): EntryId | null {
    const { of } = ruleOf(kind);
    const isGiven = this.#value["of"] !== undefined && this.#value["of"] !== null;
    if (of === "thing" && !isGiven)
      this.#report("missing-field", `${kind} says what it is about`, "of");
    if (of === "none" && isGiven)
      this.#report("unknown-field", `${kind} creates a thing and has no "of"`, "of");
    return isGiven && of !== "none" ? this.#id("of") : null;
  }

  #ids(name: "parents" | "causedBy"): readonly EntryId[] {
    const value = this.#value[name] ?? [];
    const items = isList(value) ? value : [value];
    const ids = items.map((item) => (isText(item) ? parseEntryId(item) : null));
    if (ids.includes(null)) this.#report("bad-id", `"${name}" must be a list of ids`, name);
    const known = ids.filter((id) => id !== null);
    if (new Set(known).size < known.length)
      this.#report("bad-id", `"${name}" names an id twice`, name);
    return known;
  }

  #compartment(): string | null {
    const value = this.#value["compartment"] ?? null;
    if (value === null || (isText(value) && /^[a-z0-9-]{1,40}$/.test(value))) return value;
    this.#report(
      "bad-value",
      "a compartment is a name of small letters, digits, hyphens",
      "compartment",
    );
    return null;
  }

  #isSealed(compartment: string | null): boolean {
    const value = this.#value["isSealed"] ?? false;
    if (typeof value !== "boolean")
      this.#report("bad-value", `"isSealed" must be true or false`, "isSealed");
    if (value === true && compartment === null) {
      this.#report("missing-field", "a sealed entry names its compartment", "compartment");
    }
    return value === true;
  }

  #fields(kind: Kind): Fields {
    const value = this.#value["fields"] ?? {};
    if (!isMap(value)) {
      this.#report("bad-fields", `"fields" must be a map`, "fields");
      return {};
    }
    const format = this.#value["format"] ?? `${kind}/${ruleOf(kind).format}`;
    const converted = upConvert(kind, format, { fields: value, at: this.#at });
    this.problems.push(...converted.problems);
    if (converted.value === null) return value;
    this.problems.push(...checkFields(kind, converted.value, this.#at));
    return converted.value;
  }

  #rows(kind: Kind): readonly Row[] {
    const value = this.#value["rows"];
    if (kind !== "rows" && value !== undefined)
      this.#report("unknown-field", `${kind} has no rows`, "rows");
    if (kind !== "rows") return [];
    const items = isList(value) ? value : [];
    if (items.length === 0) this.#report("missing-field", "a batch has at least one row", "rows");
    if (items.length > MOST_ROWS) {
      this.#report("too-many", `${items.length} rows; at most ${MOST_ROWS} in a batch`, "rows");
    }
    return items.slice(0, MOST_ROWS).flatMap((item, i) => this.#row(item, i));
  }

  #row(item: CanonicalValue, index: number): readonly Row[] {
    const at = `${this.#at}.${index}`;
    const { raw, read } = isMap(item) ? item : { raw: undefined, read: undefined };
    if (raw === undefined || raw === null || !isMap(read)) {
      this.problems.push(problem("bad-value", `a row is {raw, read}`, at));
      return [];
    }
    this.problems.push(...checkFields("incident", read, at));
    const closed = Object.keys(read).filter((name) => classOf("incident", name) !== "public");
    for (const name of closed) {
      const message = `"${name}" is not public; a row that needs it is an entry of its own`;
      this.problems.push(problem("bad-fields", message, at));
    }
    return [{ raw, read }];
  }

  #report(code: RecordProblem["code"], message: string, name: string): void {
    this.problems.push(problem(code, message, `${this.#at}: ${name}`));
  }
}

/** The draft as plain JSON that `parseDraft` reads back; members that say nothing are left out. */
export function draftJson(draft: Draft): Fields {
  const { id, kind, of, actor, parents, causedBy, compartment, isSealed, fields, rows } = draft;
  return {
    id,
    kind,
    format: `${kind}/${ruleOf(kind).format}`,
    actor,
    fields,
    ...(of === null ? {} : { of }),
    ...(parents.length === 0 ? {} : { parents }),
    ...(causedBy.length === 0 ? {} : { causedBy }),
    ...(compartment === null ? {} : { compartment }),
    ...(isSealed ? { isSealed } : {}),
    ...(rows.length === 0 ? {} : { rows: rows.map(({ raw, read }) => ({ raw, read })) }),
  };
}
