// Attachments with their custody (RECORD 10): the original under its hash, copies derived from it, and who looked, took it out, checked it.
import { parseEntryId } from "../record/bytes/entry-id.ts";
import type { EntryId } from "../record/bytes/entry-id.ts";
import { thingsOf } from "../record/fold/state.ts";
import type { Thing } from "../record/fold/state.ts";
import { parseDraft } from "../record/kinds/entry.ts";
import { isText } from "../record/kinds/value.ts";
import { sha256Hex } from "../model/hash.ts";
import { faulty, sound } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import type { Look } from "./audit.ts";
import { freshId } from "./drafts.ts";
import { DamagedError } from "./errors.ts";
import { mediaTypeOf } from "./media-type.ts";
import type { OpenRecord } from "./open-record.ts";

/** How a file came to us, or out of which other it was made. */
export interface AttachAsked {
  readonly bytes: Uint8Array;
  /** As it came; restricted. */
  readonly givenName: string;
  readonly obtained: string;
  /** UTC milliseconds; null = not said. */
  readonly obtainedAt: number | null;
  readonly from: string | null;
  readonly device: string | null;
  readonly derivedFrom: string | null;
  /** With its version. */
  readonly tool: string | null;
  readonly parameters: string | null;
  readonly actor: string;
}

export interface Attached {
  readonly entry: EntryId;
  readonly index: number;
  readonly sha256: string;
  readonly mediaType: string;
  readonly size: number;
}

/** Resolves when file and entry are on disk, or with every reason why not. Throws RecordStoreError. */
export async function attach(
  { record, here }: Pick<OpenRecord, "record" | "here">,
  asked: AttachAsked,
): Promise<Checked<Attached>> {
  const { bytes, actor, ...said } = asked;
  const [blob, mediaType] = [sha256Hex(bytes), mediaTypeOf(bytes)];
  const entry = freshId("att");
  const given = Object.entries(said).filter(([, value]) => value !== null);
  const fields = { mediaType, size: bytes.length, blob, ...Object.fromEntries(given) };
  const draft = parseDraft({ id: entry, kind: "attachment", actor, fields });
  if (draft.value === null) return faulty(...draft.problems);
  const blobs = new Map([[blob, bytes]]);
  const { value, problems } = await record.append([draft.value], { viewer: here, blobs });
  if (value === null) return faulty(...problems);
  return sound({ entry, index: value.first, sha256: blob, mediaType, size: bytes.length });
}

/** What became of the bytes: there and as they came, changed since, not there, or not for this reader. */
export type FileState = "sound" | "damaged" | "missing" | "closed";

/** All that is known of an attachment and of what was done with it. */
export interface CustodySheet {
  readonly entry: string;
  readonly recordedBy: string;
  readonly recordedAt: number;
  /** Fields as this reader may see them, by name. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly redacted: readonly string[];
  readonly file: FileState;
  /** Copies derived from it, in the order of the log. */
  readonly copies: readonly {
    readonly entry: string;
    readonly tool: string | null;
    readonly parameters: string | null;
    readonly by: string;
  }[];
  readonly looks: readonly Look[];
}

/** Null when the record has no such attachment for this reader. Hashes the file again. */
export function custodySheet(
  { record, here }: Pick<OpenRecord, "record" | "here">,
  id: string,
  looks: readonly Look[],
): CustodySheet | null {
  const thing = attachmentAt({ record, here }, id);
  if (thing === null) return null;
  const copies = attachmentsOf({ record, here }).filter(
    ({ fields }) => fields["derivedFrom"] === id,
  );
  return {
    entry: id,
    recordedBy: thing.created.actor,
    recordedAt: thing.created.recordedAt,
    fields: thing.fields,
    redacted: Object.keys(thing.redacted).sort(),
    file: fileState({ record }, thing),
    copies: copies.map(({ id: entry, fields, created }) => ({
      entry,
      tool: textOf(fields["tool"]),
      parameters: textOf(fields["parameters"]),
      by: created.actor,
    })),
    looks,
  };
}

/** The bytes of an attachment; null when they are not there for this reader. Throws DamagedError. */
export function fileOf(open: Pick<OpenRecord, "record" | "here">, id: string): Uint8Array | null {
  const blob = attachmentAt(open, id)?.fields["blob"];
  return isText(blob) ? open.record.store.blob(blob) : null;
}

/** All attachments that this reader may see, in the order of the log. */
export function attachmentsOf({
  record,
  here,
}: Pick<OpenRecord, "record" | "here">): readonly Thing[] {
  return thingsOf(record.state(here), "attachment");
}

function attachmentAt(
  { record, here }: Pick<OpenRecord, "record" | "here">,
  id: string,
): Thing | null {
  const known = parseEntryId(id);
  const thing = known === null ? undefined : record.state(here).things.get(known);
  return thing?.kind === "attachment" ? thing : null;
}

function fileState({ record }: Pick<OpenRecord, "record">, { fields }: Thing): FileState {
  const { blob } = fields;
  if (!isText(blob)) return "closed";
  try {
    return record.store.blob(blob) === null ? "missing" : "sound";
  } catch (error) {
    if (error instanceof DamagedError) return "damaged";
    throw error;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
