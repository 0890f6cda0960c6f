// A record in memory as tests need it: a case's seeds as entries, then whatever a test appends; with the key that checks it.
import { loadCase } from "../../src/case/load-case.ts";
import type { Case, CaseFiles } from "../../src/case/case.ts";
import { parseDraft } from "../../src/record/kinds/entry.ts";
import type { Draft } from "../../src/record/kinds/entry.ts";
import type { Viewer } from "../../src/record/kinds/project.ts";
import { STANDING_FILE } from "../../src/case/standing-file.ts";
import { CaseRecord } from "../../src/store/case-record.ts";
import type { Clock } from "../../src/store/clock.ts";
import { logKey, makeKeyPem } from "../../src/store/log-key.ts";
import { memoryStore } from "../../src/store/memory-store.ts";
import { standingFile } from "../../src/store/with-record.ts";
import { appendSeeds } from "../../src/store/seeds.ts";

/** Who may read everything. */
export const INSIDER: Viewer = { restricted: true, compartments: new Set(["talks"]) };

export interface WrittenRecord {
  readonly record: CaseRecord;
  readonly vkey: string;
}

/** A record of the files' seeds, recorded by `rec`. */
export async function recordOf(files: CaseFiles, clock?: Clock): Promise<WrittenRecord> {
  const key = logKey("truceline.example/test", makeKeyPem());
  const record = new CaseRecord(memoryStore(), clock === undefined ? { key } : { key, clock });
  const { problems } = await appendSeeds(record, files, { actor: "rec", viewer: INSIDER });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return { record, vkey: key.vkey };
}

/** A draft, or the test fails. */
export function draftOf(id: string, kind: string, more: object = {}): Draft {
  const { value, problems } = parseDraft({ id, kind, actor: "ann", ...more });
  if (value === null) throw new Error(JSON.stringify(problems));
  return value;
}

/** Appends, or the test fails. */
export async function say(
  { record }: WrittenRecord,
  drafts: readonly Draft[],
  viewer: Viewer = INSIDER,
): Promise<void> {
  const { problems } = await record.append(drafts, { viewer });
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
}

/** A change that has seen the heads of what it changes. */
export function changeOf(
  { record }: WrittenRecord,
  { id, kind, of }: { readonly id: string; readonly kind: string; readonly of: string },
  more: object,
): Draft {
  const parents = record.state(INSIDER).things.get(of)?.heads ?? [];
  return draftOf(id, kind, { of, parents, ...more });
}

/** The files as they count beside the record. */
export function withStanding(files: CaseFiles, record: CaseRecord): CaseFiles {
  return new Map([...files, [STANDING_FILE, standingFile(record)]]);
}

/** The case as everybody may have it from the record. */
export function publicCase(files: CaseFiles, { record }: WrittenRecord): Case {
  const { value } = loadCase(withStanding(files, record));
  if (value === null) throw new Error("the case does not load");
  return value;
}
