// Candidate texts over the record as an answer: the same bytes from the shell (`whatif --json`, docs/cli.md) and from the lab's page.
import type { Candidate, WhatIf } from "../assess/whatif.ts";
import { withPeriod } from "../assess/whatif-period.ts";
import type { Case } from "../case/case.ts";
import type { Day } from "../model/instant.ts";

/** As if a text had held from one day, or until another, in the case's first time zone. */
export interface HeldFor {
  readonly start?: Day | undefined;
  /** First day on which it no longer holds. */
  readonly end?: Day | undefined;
}

/** A candidate with another period; the same one where none is asked. */
export function heldFor(theCase: Case, candidate: Candidate, { start, end }: HeldFor): Candidate {
  if (start === undefined && end === undefined) return candidate;
  const period = {
    zone: theCase.settings.timeZones[0] ?? "UTC",
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
  return { ...candidate, instrument: withPeriod(candidate.instrument, period) };
}

/** JSON text, ending with a line break. */
export function printWhatIf(found: WhatIf, period: HeldFor): string {
  return `${JSON.stringify(whatIfJson(found, period), null, 2)}\n`;
}

function whatIfJson(
  { candidates, readings, moves, incidents, assumption }: WhatIf,
  { start, end }: HeldFor,
): object {
  return {
    candidates,
    period: { start: start ?? null, end: end ?? null },
    incidents,
    readings: readings.map(({ id, instrument, holder, totals, byParty, byReason, open }) => ({
      id,
      instrument,
      holder,
      open,
      totals,
      byParty,
      byReason,
    })),
    moves: moves.map(({ from, to, narrow, wide, ...rest }) => ({
      from,
      to,
      before: narrow,
      after: wide,
      ...rest,
    })),
    assumption,
  };
}
