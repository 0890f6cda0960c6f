// States of an incident (RECORD 9) as one table: from where to where, and what each step must show. A state speaks of the account only.
import { DAY_MS } from "../../model/instant.ts";
import type { ReviewState } from "../kinds/decision.ts";
import type { Draft } from "../kinds/entry.ts";
import { isList, isText } from "../kinds/value.ts";
import { problem } from "../problem.ts";
import type { RecordProblem } from "../problem.ts";
import type { SamePerson } from "./persons.ts";
import type { StateToAsk, Thing } from "./state.ts";

/** Steps a decision may take. `merged` is reached by a merge and left by its split alone. */
export const STEPS: Readonly<Record<ReviewState, readonly ReviewState[]>> = {
  reported: ["under-review", "rejected"],
  "under-review": ["reported", "under-review", "verified", "contested", "rejected"],
  verified: ["contested", "rejected"],
  contested: ["under-review", "verified", "rejected"],
  rejected: ["under-review"],
  merged: [],
};
/** A review that nobody finished is free for others after this. */
export const TAKEN_MS = 7 * DAY_MS;
/** A rejection gives one of these among its reasons. */
export const REJECTIONS = ["fabricated", "not an event", "out of scope", "test"];

export interface Step {
  readonly draft: Draft;
  readonly thing: Thing;
  readonly now: number;
  readonly samePerson: SamePerson;
}

/** `transition-refused` with each reason; empty for anything but decisions. */
export function refusedTransition(state: StateToAsk, step: Step): readonly RecordProblem[] {
  const { draft, thing } = step;
  if (draft.kind !== "decision") return [];
  const refuse = (message: string): RecordProblem =>
    problem("transition-refused", message, draft.id);
  if (thing.review === null)
    return [refuse(`"${thing.id}" is of kind ${thing.kind}; incidents are reviewed`)];
  // Both were checked against the rule of `decision`.
  const [from, to] = [draft.fields["from"] as ReviewState, draft.fields["to"] as ReviewState];
  const is = thing.review.state;
  if (from !== is)
    return [
      refuse(`"${thing.id}" is ${is}; expected a decision from there, found one from ${from}`),
    ];
  if (!STEPS[is].includes(to)) {
    return [
      refuse(`from ${is} a decision leads to ${STEPS[is].join(", ") || "nothing"}; found ${to}`),
    ];
  }
  return missing(state, step, to).map(refuse);
}

function missing(state: StateToAsk, step: Step, to: ReviewState): readonly string[] {
  const { draft, thing } = step;
  const settles = isContested(thing) && to !== "rejected" && namesNothing(draft.fields["settles"]);
  const unsettled = settles ? [`"settles" must name what settled the contest`] : [];
  switch (to) {
    case "verified":
      return [...unsettled, ...missingProof(state, step), ...ownWork(state, step)];
    case "contested":
      return namesClaim(state, draft)
        ? []
        : [`"examined" must name a claim that contradicts the account`];
    case "rejected":
      return rejectionReasons(draft);
    case "reported":
    case "under-review":
      return [...unsettled, ...takenByAnother(step)];
    case "merged":
      return [];
    default:
      return to satisfies never;
  }
}

function isContested(thing: Thing): boolean {
  return thing.review?.state === "contested";
}

/** The case's threshold: so many outlets, or so many attachments examined. */
function missingProof(state: StateToAsk, { draft, thing }: Step): readonly string[] {
  const { origins, attachments } = state.policy.review;
  const outlets = outletsOf(state, thing);
  const files = idsIn(draft, "examined").filter((id) => state.known.get(id)?.kind === "attachment");
  if (outlets.size >= origins || (attachments > 0 && files.length >= attachments)) return [];
  return [
    `verified needs ${origins} independent origins or ${attachments} attachments; found ${outlets.size} and ${files.length}`,
  ];
}

/** Outlets of the sources of an incident and of the reports linked to it that were not withdrawn. */
export function outletsOf(state: StateToAsk, thing: Thing): ReadonlySet<unknown> {
  const reports = thing.reports
    .map((id) => state.things.get(id))
    .filter((one) => one !== undefined && one.withdrawals.length === 0);
  const own = thing.fields["sources"];
  const sources = [...(isList(own) ? own : []), ...reports.map((one) => one?.fields["source"])];
  const found = sources.filter((id) => isText(id)).map((id) => state.things.get(id));
  return new Set(found.flatMap((one) => (one === undefined ? [] : [one.fields["outlet"]])));
}

/** Who recorded the incident, and its only report: none of them may verify it. */
export function recordersOf(state: StateToAsk, thing: Thing): readonly string[] {
  const [only, ...others] = thing.reports;
  const report = only !== undefined && others.length === 0 ? state.things.get(only) : undefined;
  return [thing.created.actor, ...(report === undefined ? [] : [report.created.actor])];
}

/** Neither person recorded the incident or its only report. */
function ownWork(state: StateToAsk, { draft, thing, samePerson }: Step): readonly string[] {
  const recorders = recordersOf(state, thing);
  const second = draft.fields["secondPerson"];
  const deciders = [draft.actor, ...(isText(second) ? [second] : [])];
  const own = deciders.filter((one) => recorders.some((recorder) => samePerson(one, recorder)));
  if (state.policy.review.persons < 2) return [];
  return own.map(
    (one) => `"${one}" recorded this incident or its only report and cannot verify it`,
  );
}

function takenByAnother({ draft, thing, now, samePerson }: Step): readonly string[] {
  const by = thing.review?.by ?? null;
  if (thing.review?.state !== "under-review" || by === null) return [];
  const isFree = now - by.recordedAt >= TAKEN_MS;
  return isFree || samePerson(by.actor, draft.actor)
    ? []
    : [
        `"${by.actor}" has taken this review; it is free seven days after ${new Date(by.recordedAt).toISOString()}`,
      ];
}

function rejectionReasons(draft: Draft): readonly string[] {
  const reasons = idsIn(draft, "reasons");
  return reasons.some((reason) => REJECTIONS.includes(reason))
    ? []
    : [`a rejection has one of the reasons ${REJECTIONS.join(", ")}; found ${reasons.join(", ")}`];
}

function namesClaim(state: StateToAsk, draft: Draft): boolean {
  return idsIn(draft, "examined").some((id) => {
    const claim = state.things.get(id);
    return claim?.kind === "claim" && claim.of === draft.of;
  });
}

function namesNothing(value: Draft["fields"][string] | undefined): boolean {
  return !isList(value) || value.length === 0;
}

function idsIn(draft: Draft, field: string): readonly string[] {
  const value = draft.fields[field];
  return isList(value) ? value.filter((one) => isText(one)) : [];
}
