// All kinds by name (RECORD 2). A kind that is added here is asked for by every switch over kinds.
import type { KindRule } from "./kind-rule.ts";
import { ACCEPTANCE } from "./acceptance.ts";
import { ATTACHMENT } from "./attachment.ts";
import { CLAIM } from "./claim.ts";
import { CORRECTION } from "./correction.ts";
import { COVERAGE } from "./coverage.ts";
import { DECISION } from "./decision.ts";
import { EVENT } from "./event.ts";
import { FOLLOWUP } from "./followup.ts";
import { IMPORT } from "./import.ts";
import { INCIDENT } from "./incident.ts";
import { INSTRUMENT } from "./instrument.ts";
import { ISSUE } from "./issue.ts";
import { KEY } from "./key.ts";
import { LAYER } from "./layer.ts";
import { LINK } from "./link.ts";
import { MEETING } from "./meeting.ts";
import { MERGE } from "./merge.ts";
import { OBJECT } from "./object.ts";
import { OBSERVATION } from "./observation.ts";
import { PLACE } from "./place.ts";
import { POLICY } from "./policy.ts";
import { POSITION } from "./position.ts";
import { PUBLICATION } from "./publication.ts";
import { REDACTION } from "./redaction.ts";
import { RELATION } from "./relation.ts";
import { REPORT } from "./report.ts";
import { ROUND } from "./round.ts";
import { ROWS } from "./rows.ts";
import { SOURCE } from "./source.ts";
import { SPLIT } from "./split.ts";
import { STATEMENT } from "./statement.ts";
import { TERMS } from "./terms.ts";
import { TRACK } from "./track.ts";
import { UNLINK } from "./unlink.ts";
import { WITHDRAWAL } from "./withdrawal.ts";

/** In alphabetical order. */
export const KINDS = {
  acceptance: ACCEPTANCE,
  attachment: ATTACHMENT,
  claim: CLAIM,
  correction: CORRECTION,
  coverage: COVERAGE,
  decision: DECISION,
  event: EVENT,
  followup: FOLLOWUP,
  import: IMPORT,
  incident: INCIDENT,
  instrument: INSTRUMENT,
  issue: ISSUE,
  key: KEY,
  layer: LAYER,
  link: LINK,
  meeting: MEETING,
  merge: MERGE,
  object: OBJECT,
  observation: OBSERVATION,
  place: PLACE,
  policy: POLICY,
  position: POSITION,
  publication: PUBLICATION,
  redaction: REDACTION,
  relation: RELATION,
  report: REPORT,
  round: ROUND,
  rows: ROWS,
  source: SOURCE,
  split: SPLIT,
  statement: STATEMENT,
  terms: TERMS,
  track: TRACK,
  unlink: UNLINK,
  withdrawal: WITHDRAWAL,
} as const satisfies Readonly<Record<string, KindRule>>;

export type Kind = keyof typeof KINDS;

export function isKind(name: string): name is Kind {
  return Object.hasOwn(KINDS, name);
}

/** The rule of a kind, its fields by any name. */
export function ruleOf(kind: Kind): KindRule {
  return KINDS[kind];
}
