// What is on record of talks on the days that an incident may have been on. Beside each other, and no more: nothing here says that
// one came of the other (TALKS 8).
import type { Case } from "../case/case.ts";
import type { Incident } from "../model/incident.ts";
import type { Instant } from "../model/instant.ts";
import type { TalkTime } from "../model/talks.ts";
import { isCovered, localDay } from "../model/zone.ts";
import { daysOf, shareDay } from "../talks/time.ts";
import type { DaySpan } from "../talks/time.ts";
import { instrumentLines, meetingLines, statementLines, talksView } from "./talk-lines.ts";
import type { InstrumentLine, MeetingLine, StatementLine } from "./talk-lines.ts";

/** Each list by time, then id. Only what was known by the page's instant. */
export interface SameDay {
  /** Days of the case's first zone that the incident may have been on. */
  readonly days: DaySpan;
  readonly meetings: readonly MeetingLine[];
  readonly instruments: readonly InstrumentLine[];
  readonly statements: readonly StatementLine[];
  /** Kept without a day: on no day's page, and counted on each. */
  readonly undated: { readonly meetings: number; readonly statements: number };
}

/** Meetings that touch those days, texts dated on them, statements made on them. */
export function sameDay(theCase: Case, incident: Incident, asOf: Instant | null): SameDay {
  const { zone } = talksView(theCase, asOf);
  const days = incidentDays(incident, zone);
  const { meetings, statements, instrumentRecords } = theCase;
  const isThen = (time: TalkTime): boolean => {
    const span = daysOf(time, zone);
    return span !== null && shareDay(span, days);
  };
  const then = {
    meetings: meetings.filter(({ occurred }) => isThen(occurred)),
    statements: statements.filter(({ said }) => isThen(said)),
    instruments: instrumentRecords.filter(({ day }) =>
      isThen({ kind: "days", first: day, last: day }),
    ),
  };
  return {
    days,
    meetings: meetingLines(theCase, then.meetings, asOf),
    instruments: instrumentLines(theCase, then.instruments, asOf),
    statements: statementLines(theCase, then.statements, asOf),
    undated: undatedOf(theCase, asOf),
  };
}

function undatedOf(theCase: Case, asOf: Instant | null): SameDay["undated"] {
  const meetings = theCase.meetings.filter(({ occurred }) => occurred.kind === "unknown");
  const statements = theCase.statements.filter(({ said }) => said.kind === "unknown");
  return {
    meetings: meetingLines(theCase, meetings, asOf).length,
    statements: statementLines(theCase, statements, asOf).length,
  };
}

/** From its interval; where that is open, the day that the sources give. */
function incidentDays({ occurred, day }: Incident, zone: string): DaySpan {
  const last = occurred.until - 1;
  if (!isCovered(occurred.from) || !isCovered(last)) return { first: day, last: day };
  return { first: localDay(occurred.from, zone), last: localDay(last, zone) };
}
