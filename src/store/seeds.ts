// The seeds of a case become entries once (CLI): later rows are appended, rows that changed since are named and left as they were.
import { loadRecordSeeds } from "../case/load-case.ts";
import type { CaseFiles } from "../case/case.ts";
import { canonicalJson } from "../model/canonical.ts";
import { hasErrors } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import { seedsToDrafts } from "../record/seed-entries/seeds-to-drafts.ts";
import type { Draft } from "../record/kinds/entry.ts";
import type { RecordState } from "../record/fold/state.ts";
import type { RecordProblem } from "../record/problem.ts";
import type { Viewer } from "../record/kinds/project.ts";
import type { CaseRecord } from "./case-record.ts";

/** What became of the seeds. */
export interface Seeded {
  readonly appended: number;
  /** Rows that stood in the record already, as they are. */
  readonly known: number;
  /** Ids of rows that the record has otherwise: a file does not change the record, a correction does. */
  readonly changed: readonly string[];
  /** What keeps the seeds out; then nothing was appended. */
  readonly problems: readonly (Problem | RecordProblem)[];
}

const MOST_AT_ONCE = 1_000;

/** Appends what the files have and the record has not. Rows with errors keep all of them out: a record is not begun by halves. */
export async function appendSeeds(
  record: CaseRecord,
  files: CaseFiles,
  by: { readonly actor: string; readonly viewer: Viewer },
): Promise<Seeded> {
  const { value: seeds, problems } = loadRecordSeeds(files);
  if (seeds === null || hasErrors(problems)) return keptOut(problems);
  const made = seedsToDrafts(seeds, by.actor);
  if (made.problems.length > 0) return keptOut(made.problems);
  const { size, store } = record;
  const isNew = (draft: Draft): boolean => size === 0 || store.indexOf(draft.id) === null;
  const fresh = made.drafts.filter(isNew);
  for (let at = 0; at < fresh.length; at += MOST_AT_ONCE) {
    const some = fresh.slice(at, at + MOST_AT_ONCE);
    const answer = await record.append(some, { viewer: by.viewer });
    if (answer.value === null) return { ...keptOut(answer.problems), appended: at };
  }
  const state = record.state(by.viewer);
  const isFresh = new Set(fresh);
  const known = made.drafts.filter((draft) => !isFresh.has(draft));
  const changed = known.filter((draft) => isOtherwise(state, draft)).map(({ id }) => id);
  return { appended: fresh.length, known: known.length - changed.length, changed, problems: [] };
}

function keptOut(problems: Seeded["problems"]): Seeded {
  return { appended: 0, known: 0, changed: [], problems };
}

/** Fields that were corrected or redacted in the record are the record's; only untouched ones are compared. */
function isOtherwise(state: RecordState, { id, fields }: Draft): boolean {
  const thing = state.things.get(id);
  if (thing === undefined) return false;
  const isTouched = (name: string): boolean =>
    Object.hasOwn(thing.setBy, name) || Object.hasOwn(thing.redacted, name);
  const names = new Set([...Object.keys(fields), ...Object.keys(thing.fields)]);
  return [...names].some((name) => {
    const [written, kept] = [fields[name] ?? null, thing.fields[name] ?? null];
    return !isTouched(name) && canonicalJson(written) !== canonicalJson(kept);
  });
}
