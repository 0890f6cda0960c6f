// Days as links of this screen choose them: the half-open period of the address.
import { addDays } from "../../../src/model/instant.ts";
import type { Day } from "../../../src/model/instant.ts";
import type { DayRow } from "../../../src/report/day-counts.ts";
import type { View } from "../../../src/report/view.ts";

/** The view narrowed to one day. */
export function onDay(view: View, day: Day): View {
  return { ...view, from: day, until: addDays(day, 1) };
}

/** Days asked for, as far as the strip has them; null when all are. */
export function chosenDays({ from, until }: View, { firstDay, lastDay }: DayRow): DayRow | null {
  if (from === null && until === null) return null;
  const last = until === null ? lastDay : addDays(until, -1);
  return {
    firstDay: from === null || from < firstDay ? firstDay : from,
    lastDay: last > lastDay ? lastDay : last,
  };
}
