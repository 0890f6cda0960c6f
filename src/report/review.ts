// The review queue: which accounts wait for somebody, since when, for whom, and what a decision on each would still need (RECORD 9).
import type { Case } from "../case/case.ts";
import { formatInstant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { allReportsWithdrawn, thingsOf } from "../record/fold/state.ts";
import type { RecordState, Thing } from "../record/fold/state.ts";
import { outletsOf, recordersOf, STEPS, TAKEN_MS } from "../record/fold/transition.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import type { RecordedLog } from "./recorded.ts";
import { groupBy } from "../terms/check.ts";
import { incidentLine } from "./row.ts";
import type { IncidentLine } from "./row.ts";

/** What an account waits for. `taker`: nobody looks at it; `two`: enough is there for two persons to decide; `origins`: too little is;
 * `settlement`: it is contested, and whoever settles that names what did. */
export type WaitsFor = "origins" | "settlement" | "taker" | "two";

/** One account in the queue. */
export interface WaitingLine {
  /** As lists show it; null where it counts in no figure now. */
  readonly line: IncidentLine | null;
  readonly incident: string;
  readonly state: ReviewState;
  readonly waitsFor: WaitsFor;
  /** ISO instant of the last decision, or of its recording; null: a seed. */
  readonly since: string | null;
  /** Who has taken it, and when others may; null: nobody. */
  readonly taken: { readonly by: string; readonly freeAt: string } | null;
  /** Outlets that it rests on, against the case's threshold. */
  readonly outlets: number;
  /** Who recorded it or its only report: none of them may verify it. */
  readonly recorders: readonly string[];
  readonly claims: readonly string[];
  readonly reports: readonly string[];
  /** Every report linked to it was withdrawn. */
  readonly isWithdrawn: boolean;
  /** Where a decision may lead. */
  readonly steps: readonly ReviewState[];
}

export interface ReviewPage {
  /** True: the case has no log, so nothing can be decided. */
  readonly isSeeds: boolean;
  readonly persons: number;
  readonly origins: number;
  readonly attachments: number;
  /** Contested first, then what is under review, then what nobody took; each by day and id. */
  readonly waiting: readonly WaitingLine[];
}

const OPEN_STATES = ["contested", "under-review", "reported"] as const;

/** The queue of a record, as everybody may read it. */
export function reviewPage(theCase: Pick<Case, "incidents">, log: RecordedLog): ReviewPage {
  const state = log.state();
  const isSeeds = log.head === null;
  const lines = new Map(theCase.incidents.map((one) => [one.id as string, incidentLine(one)]));
  const claims = groupBy(thingsOf(state, "claim"), ({ of }) => of ?? "");
  const incidents = thingsOf(state, "incident");
  const waiting = OPEN_STATES.flatMap((open) =>
    incidents
      .filter((thing) => thing.review?.state === open && thing.withdrawals.length === 0)
      .map((thing) => {
        const about = { line: lines.get(thing.id) ?? null, claims: claims.get(thing.id) ?? [] };
        return waitingLine(state, thing, { ...about, isSeeds, open });
      })
      .sort(byDay),
  );
  const { persons, origins, attachments } = state.policy.review;
  return { isSeeds, persons, origins, attachments, waiting };
}

interface About {
  readonly line: IncidentLine | null;
  readonly claims: readonly Thing[];
  readonly isSeeds: boolean;
  readonly open: (typeof OPEN_STATES)[number];
}

function waitingLine(
  state: RecordState,
  thing: Thing,
  { line, claims, isSeeds, open }: About,
): WaitingLine {
  const by = thing.review?.by ?? null;
  const outlets = outletsOf(state, thing).size;
  const taken = open === "under-review" && by !== null ? by : null;
  return {
    line,
    incident: thing.id,
    state: open,
    waitsFor: waitsFor(open, outlets >= state.policy.review.origins),
    since: isSeeds ? null : formatInstant((by ?? thing.created).recordedAt),
    taken:
      taken === null
        ? null
        : { by: taken.actor, freeAt: formatInstant(taken.recordedAt + TAKEN_MS) },
    outlets,
    recorders: isSeeds ? [] : [...new Set(recordersOf(state, thing))].sort(compareText),
    claims: claims.map(({ id }) => id),
    reports: thing.reports,
    isWithdrawn: allReportsWithdrawn(state, thing),
    steps: STEPS[open],
  };
}

function waitsFor(state: (typeof OPEN_STATES)[number], isEnough: boolean): WaitsFor {
  switch (state) {
    case "contested":
      return "settlement";
    case "reported":
      return "taker";
    case "under-review":
      return isEnough ? "two" : "origins";
    default:
      return state satisfies never;
  }
}

function byDay(a: WaitingLine, b: WaitingLine): number {
  const [day, other] = [a.line?.day ?? "", b.line?.day ?? ""];
  return compareText(day, other) || compareText(a.incident, b.incident);
}
