// What stands in a case's record, as one file among those of the case: made from its store when the case is opened, never by hand.
// So whoever reads a case from its files (shell, server, page, edition) reads the record and not the seeds it began with.
import type { Problem } from "../model/problem.ts";
import { parseEntryId } from "../record/bytes/entry-id.ts";
import { checkFields } from "../record/kinds/check-fields.ts";
import { isKind } from "../record/kinds/kinds.ts";
import { isList, isMap, isText } from "../record/kinds/value.ts";
import { canonicalValue } from "../record/bytes/canonical-bytes.ts";
import type { CanonicalValue } from "../model/canonical.ts";
import type { SeedThing } from "../record/seed-entries/things-to-seeds.ts";

/** Its path among the files of a case. A file of that name in a folder is not read. */
export const STANDING_FILE = "record/standing.json";
const FORMAT = "truceline/standing/1";

/** Which record: how many entries, and the root of their tree in hexadecimal; 0 and "" while there is none. */
export interface RecordHead {
  readonly size: number;
  readonly root: string;
}

export const NO_RECORD: RecordHead = { size: 0, root: "" };

export interface StandingRecord {
  readonly head: RecordHead;
  readonly things: readonly SeedThing[];
}

/** The file's text; the same record gives the same bytes. */
export function standingText({ head, things }: StandingRecord): string {
  const plain = things.map(({ id, kind, of, fields }) => ({ id, kind, of, fields }));
  return JSON.stringify({ format: FORMAT, head, things: plain });
}

/** The record among the files; null when the case has none, and problems for a file that does not say one. */
export function readStanding(files: ReadonlyMap<string, string>): {
  readonly value: StandingRecord | null;
  readonly problems: readonly Problem[];
} {
  const text = files.get(STANDING_FILE);
  if (text === undefined) return { value: null, problems: [] };
  const value = standingOf(parse(text));
  return value === null ? { value, problems: [UNREADABLE] } : { value, problems: [] };
}

const UNREADABLE: Problem = {
  code: "C404",
  severity: "error",
  message: `${STANDING_FILE} is no record of this version; it is made from the case's store`,
  at: { file: STANDING_FILE, line: 1, column: 1, endColumn: 2 },
};

function parse(text: string): CanonicalValue {
  try {
    return canonicalValue(JSON.parse(text), STANDING_FILE).value;
  } catch {
    return null;
  }
}

function standingOf(value: CanonicalValue): StandingRecord | null {
  if (!isMap(value) || value["format"] !== FORMAT || !isList(value["things"])) return null;
  const { head } = value;
  if (!isMap(head) || typeof head["size"] !== "number" || !isText(head["root"])) return null;
  const things = value["things"].map(thingOf);
  const sound = things.filter((thing) => thing !== null);
  if (sound.length < things.length) return null;
  return { head: { size: head["size"], root: head["root"] }, things: sound };
}

function thingOf(value: CanonicalValue): SeedThing | null {
  if (!isMap(value)) return null;
  const { id, kind, of, fields } = value;
  if (!isText(id) || parseEntryId(id) === null || !isText(kind) || !isKind(kind)) return null;
  if (!isMap(fields) || checkFields(kind, fields, id).length > 0) return null;
  return { id, kind, of: isText(of) ? of : null, fields };
}
