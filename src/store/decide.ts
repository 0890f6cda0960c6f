// A decision of review as an entry: from where the incident stands, after all that its author can see; the log's door refuses the rest.
import { parseEntryId } from "../record/bytes/entry-id.ts";
import type { EntryId } from "../record/bytes/entry-id.ts";
import type { DecisionAsked } from "../record/kinds/decision.ts";
import { parseDraft } from "../record/kinds/entry.ts";
import type { Viewer } from "../record/kinds/project.ts";
import { faulty, problem } from "../record/problem.ts";
import type { Checked } from "../record/problem.ts";
import type { Appended, CaseRecord } from "./case-record.ts";
import { freshId } from "./drafts.ts";

export interface Decided extends Appended {
  readonly entry: EntryId;
}

/** Resolves when the decision is on disk, or with every reason why it is not. */
export async function decide(
  { record, here }: { readonly record: CaseRecord; readonly here: Viewer },
  decision: DecisionAsked,
): Promise<Checked<Decided>> {
  const { incident, to, actor, secondPerson, reasons, examined, settles } = decision;
  const of = parseEntryId(incident);
  const thing = of === null ? undefined : record.state(here).things.get(of);
  if (thing?.kind !== "incident") {
    return faulty(problem("dangling-id", `"${incident}" is no incident of this record`, incident));
  }
  const entry = freshId("dec");
  const draft = parseDraft({
    id: entry,
    kind: "decision",
    of: thing.id,
    actor,
    parents: thing.heads,
    fields: {
      from: thing.review?.state ?? "reported",
      to,
      reasons,
      examined,
      ...(settles.length === 0 ? {} : { settles }),
      ...(secondPerson === null ? {} : { secondPerson }),
    },
  });
  if (draft.value === null) return faulty(...draft.problems);
  const kept = await record.append([draft.value], { viewer: here });
  return kept.value === null
    ? faulty(...kept.problems)
    : { value: { ...kept.value, entry }, problems: [] };
}
