// The JSON shapes of `log` (docs/cli.md): head, entry, values. Others build on them: fields are added, never renamed.
import { bytesToHex } from "@noble/hashes/utils.js";
import type { CanonicalValue } from "../../model/canonical.ts";
import { toBase64Url } from "../../record/bytes/base64.ts";
import { PUBLIC_VIEWER } from "../../record/kinds/project.ts";
import type { Viewer } from "../../record/kinds/project.ts";
import type { CaseRecord } from "../../store/case-record.ts";
import type { OpenRecord } from "../../store/open-record.ts";

/** Where a log ends; `root` in hexadecimal, both empty while there is no entry. */
export interface HeadJson {
  readonly size: number;
  readonly root: string;
  readonly recordedAt: string;
  readonly vkey: string;
}

export function headJson({ record, vkey }: Pick<OpenRecord, "record" | "vkey">): HeadJson {
  const { head } = record;
  if (head === null) return { size: 0, root: "", recordedAt: "", vkey };
  const recordedAt = new Date(head.recordedAt).toISOString();
  return { size: head.size, root: bytesToHex(head.root), recordedAt, vkey };
}

/** What a reader may know of an entry. */
export interface EntryJson {
  readonly index: number;
  readonly id: string;
  readonly kind: string;
  readonly of: string | null;
  readonly actor: string | null;
  readonly recordedAt: string;
}

export function entryJson(
  record: CaseRecord,
  index: number,
  viewer: Viewer = PUBLIC_VIEWER,
): EntryJson {
  const leaf = record.see(index, viewer)?.envelope;
  if (leaf === undefined) throw new RangeError(`no entry ${index}`);
  const { id, kind, of = null, actor = null, recordedAt } = leaf;
  return { index, id, kind, of, actor, recordedAt };
}

/** Values that the reader may see with their salts, and the names of what is withheld or redacted. */
export function openingsJson(
  record: CaseRecord,
  index: number,
  viewer: Viewer = PUBLIC_VIEWER,
): {
  readonly fields: Readonly<
    Record<string, { readonly value: CanonicalValue; readonly salt: string }>
  >;
  readonly withheld: readonly string[];
  readonly redacted: readonly string[];
} {
  const { openings = {}, withheld = [], redacted = [] } = record.see(index, viewer) ?? {};
  const fields = Object.fromEntries(
    Object.entries(openings).map(([name, { value, salt }]) => [
      name,
      { value, salt: toBase64Url(salt) },
    ]),
  );
  return { fields, withheld, redacted };
}
