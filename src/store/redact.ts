// A redaction of fields of a thing (RECORD 11): the entry that made it and every correction that set them, as one entry of two persons.
import { parseEntryId } from "../record/bytes/entry-id.ts";
import type { EntryId } from "../record/bytes/entry-id.ts";
import { CORRECTION_SETS } from "../record/fold/fold-change.ts";
import { parseDraft } from "../record/kinds/entry.ts";
import type { ProjectedEntry } from "../record/kinds/project.ts";
import { isMap } from "../record/kinds/value.ts";
import { faulty, problem, sound } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import { freshId } from "./drafts.ts";
import type { OpenRecord } from "./open-record.ts";

export interface RedactAsked {
  /** The thing, or a row of a batch. */
  readonly thing: string;
  readonly fields: readonly string[];
  readonly ground: string;
  readonly actor: string;
  readonly secondPerson: string | null;
  /** Copies derived from an attachment that stay. */
  readonly keeps: readonly string[];
}

/** One entry that lost values. */
export interface Removes {
  readonly entry: string;
  readonly fields: readonly string[];
  /** Of a correction: all fields whose new values go with it, also those that nobody asked for. */
  readonly hides?: readonly string[];
}

export interface Redacted {
  readonly entry: EntryId;
  readonly index: number;
  readonly size: number;
  readonly removes: readonly Removes[];
}

/** Resolves when value and salt are gone from the record, or with every reason why not. Throws RecordStoreError. */
export async function redact(
  { record, here }: Pick<OpenRecord, "record" | "here">,
  asked: RedactAsked,
): Promise<Checked<Redacted>> {
  const { thing, fields, ground, actor, secondPerson, keeps } = asked;
  const removes = parseEntryId(thing) === null ? [] : removesOf(record.history(thing, here), asked);
  if (removes.length === 0) {
    const message = `"${thing}" shows you no ${fields.map((one) => `"${one}"`).join(", ")} to take out`;
    return faulty(problem("unknown-field", message, thing));
  }
  const id = freshId("red");
  const draft = parseDraft({
    id,
    kind: "redaction",
    actor,
    fields: {
      removes,
      ground,
      ...(keeps.length === 0 ? {} : { keeps }),
      ...(secondPerson === null ? {} : { secondPerson }),
    },
  });
  if (draft.value === null) return faulty(...draft.problems);
  const { value, problems } = await record.append([draft.value], { viewer: here });
  if (value === null) return faulty(...problems);
  return sound({ entry: id, index: value.first, size: value.head.size, removes });
}

/** What of these entries holds a value of the fields; a sealed entry goes whole. */
function removesOf(
  history: readonly { readonly seen: ProjectedEntry }[],
  { thing, fields }: RedactAsked,
): readonly Removes[] {
  return history.flatMap(({ seen }): readonly Removes[] => {
    const { leaf, envelope, openings } = seen;
    if (envelope.kind === "correction" && envelope.of === thing) return correctionOf(seen, fields);
    if (leaf.id !== thing) return [];
    const held = fields.filter((name) => (openings[name]?.value ?? null) !== null);
    return held.length === 0 ? [] : [{ entry: leaf.id, fields: held }];
  });
}

function correctionOf(
  { leaf, openings }: ProjectedEntry,
  fields: readonly string[],
): readonly Removes[] {
  const sets = CORRECTION_SETS.flatMap((set) => {
    const value = openings[set]?.value;
    const names = isMap(value) ? Object.keys(value) : [];
    return names.some((name) => fields.includes(name)) ? [{ set, names }] : [];
  });
  if (sets.length === 0) return [];
  const hides = sets.flatMap(({ names }) => names).sort();
  return [{ entry: leaf.id, fields: sets.map(({ set }) => set), hides }];
}
