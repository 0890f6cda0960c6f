// The record in words: kinds of entries and states of review. The same for every party; a state speaks of the account only.
import type { I18n } from "@lingui/core";
import type { ReviewState } from "../../src/record/kinds/decision.ts";
import type { Kind } from "../../src/record/kinds/kinds.ts";

/** Where the review of an incident stands. */
export function stateWords(i18n: I18n, state: ReviewState): string {
  switch (state) {
    case "reported":
      return i18n._("state.reported", {}, { message: "reported" });
    case "under-review":
      return i18n._("state.under-review", {}, { message: "under review" });
    case "verified":
      return i18n._("state.verified", {}, { message: "verified" });
    case "contested":
      return i18n._("state.contested", {}, { message: "contested" });
    case "rejected":
      return i18n._("state.rejected", {}, { message: "rejected" });
    case "merged":
      return i18n._("state.merged", {}, { message: "merged" });
    default:
      return state satisfies never;
  }
}

/** How many persons and how much evidence a review takes: of the record, and of the queue. */
export function reviewRules(
  i18n: I18n,
  {
    persons,
    origins,
    attachments,
  }: { readonly persons: number; readonly origins: number; readonly attachments: number },
): string {
  return i18n._(
    "review.rules",
    { persons, origins, attachments },
    {
      message:
        "A decision that an account is verified or rejected takes {persons, plural, one {# person} other {# persons}}, none of them who recorded the account or its only report; verified rests on {origins, plural, one {# independent outlet} other {# independent outlets}} or {attachments, plural, one {# attachment} other {# attachments}}. A state speaks of the account, never of compliance.",
    },
  );
}

/** What an entry is, as the head of a line. */
export function kindWords(i18n: I18n, kind: Kind): string {
  const words: Readonly<Record<Kind, string>> = {
    acceptance: i18n._("entry.acceptance", {}, { message: "Status of a text" }),
    attachment: i18n._("entry.attachment", {}, { message: "Attachment" }),
    claim: i18n._("entry.claim", {}, { message: "Claim" }),
    correction: i18n._("entry.correction", {}, { message: "Correction" }),
    coverage: i18n._("entry.coverage", {}, { message: "Coverage" }),
    decision: i18n._("entry.decision", {}, { message: "Decision" }),
    event: i18n._("entry.event", {}, { message: "Event that a text waits for" }),
    followup: i18n._("entry.followup", {}, { message: "Follow-up" }),
    import: i18n._("entry.import", {}, { message: "Import" }),
    incident: i18n._("entry.incident", {}, { message: "Incident" }),
    instrument: i18n._("entry.instrument", {}, { message: "Text of a deal" }),
    issue: i18n._("entry.issue", {}, { message: "Issue" }),
    key: i18n._("entry.key", {}, { message: "Key" }),
    layer: i18n._("entry.layer", {}, { message: "Map layer" }),
    link: i18n._("entry.link", {}, { message: "Report added" }),
    meeting: i18n._("entry.meeting", {}, { message: "Meeting" }),
    merge: i18n._("entry.merge", {}, { message: "Merge" }),
    object: i18n._("entry.object", {}, { message: "Listed object" }),
    observation: i18n._("entry.observation", {}, { message: "Observation" }),
    place: i18n._("entry.place", {}, { message: "Place" }),
    policy: i18n._("entry.policy", {}, { message: "Policy" }),
    position: i18n._("entry.position", {}, { message: "Position" }),
    publication: i18n._("entry.publication", {}, { message: "Publication" }),
    redaction: i18n._("entry.redaction", {}, { message: "Redaction" }),
    relation: i18n._("entry.relation", {}, { message: "Relation of claims" }),
    report: i18n._("entry.report", {}, { message: "Report" }),
    round: i18n._("entry.round", {}, { message: "Round of talks" }),
    rows: i18n._("entry.rows", {}, { message: "Rows of a dataset" }),
    source: i18n._("entry.source", {}, { message: "Source" }),
    split: i18n._("entry.split", {}, { message: "Split" }),
    statement: i18n._("entry.statement", {}, { message: "Statement" }),
    terms: i18n._("entry.terms", {}, { message: "Version of a text" }),
    track: i18n._("entry.track", {}, { message: "Track of talks" }),
    unlink: i18n._("entry.unlink", {}, { message: "Report taken away" }),
    withdrawal: i18n._("entry.withdrawal", {}, { message: "Withdrawal" }),
  };
  return words[kind];
}
