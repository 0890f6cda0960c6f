// The rule of two persons: who may act alone and who may not (RECORD 9). Accounts of one person count as one.
import type { Draft } from "../kinds/entry.ts";
import { isList, isMap, isText } from "../kinds/value.ts";
import type { FieldClass } from "../kinds/kind-rule.ts";
import { classOf } from "../kinds/field-class.ts";
import { problem } from "../problem.ts";
import type { RecordProblem } from "../problem.ts";
import type { StateToAsk } from "./state.ts";

/** Whether two pseudonyms are one person's; the names behind them lie outside the record. */
export type SamePerson = (a: string, b: string) => boolean;

const OPENNESS: readonly FieldClass[] = ["sealed", "restricted", "public"];

/** `transition-refused` where a second person is missing or is the first. */
export function refusedPersons(
  state: StateToAsk,
  draft: Draft,
  samePerson: SamePerson,
): readonly RecordProblem[] {
  const what = needsTwo(state, draft);
  if (what === null || state.policy.review.persons < 2) return [];
  const second = draft.fields["secondPerson"];
  if (!isText(second)) {
    const message = `${what} needs two persons; "secondPerson" is missing`;
    return [problem("transition-refused", message, `${draft.id}: fields.secondPerson`)];
  }
  if (!samePerson(draft.actor, second)) return [];
  const message = `${what} needs two persons; "${draft.actor}" and "${second}" are one`;
  return [problem("transition-refused", message, `${draft.id}: fields.secondPerson`)];
}

/** What of this draft takes two persons; null when one is enough. */
function needsTwo(state: StateToAsk, { kind, fields }: Draft): string | null {
  if (kind === "redaction") return "a redaction";
  if (kind === "key") return "a change of keys";
  if (kind === "policy" && fields["grant"] !== undefined) return "a grant of a compartment";
  if (kind === "policy") return opensNothing(state, fields) ? null : "a policy that opens or eases";
  if (kind !== "decision") return null;
  const to = fields["to"];
  return to === "verified" || to === "rejected" ? `a decision for "${to}"` : null;
}

/** The first policy of a log, and one that only closes fields, is one person's act. */
function opensNothing(state: StateToAsk, fields: Draft["fields"]): boolean {
  if (!state.hasPolicy) return true;
  if (fields["review"] !== undefined || fields["gridMeters"] !== undefined) return false;
  const classes = fields["classes"];
  return Object.entries(isMap(classes) ? classes : {}).every(([kind, set]) =>
    Object.entries(isMap(set) && !isList(set) ? set : {}).every(([field, to]) => {
      const [was, becomes] = [
        classOf(kind, field, state.policy.classes),
        OPENNESS.findIndex((one) => one === to),
      ];
      return becomes <= OPENNESS.indexOf(was);
    }),
  );
}
