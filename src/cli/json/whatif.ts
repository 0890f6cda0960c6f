// The JSON shape of `whatif --json` (docs/cli.md).
import type { WhatIf } from "../../assess/whatif.ts";
import type { Day } from "../../model/instant.ts";

export function whatIfJson(
  { candidates, readings, moves, incidents, assumption }: WhatIf,
  { start, end }: { readonly start?: Day; readonly end?: Day },
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
