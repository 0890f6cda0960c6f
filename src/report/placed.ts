// Where and when an incident was, as far as maps and day strips need it: a disc, else no point at all; and all days it may have been on.
import type { Case } from "../case/case.ts";
import { daySpan, forceDays, regionsOf } from "../assess/index.ts";
import type { AssessOptions, Assessment, ForceDays } from "../assess/index.ts";
import type { Incident } from "../model/incident.ts";
import { DAY_MS, addDays, utcToDay } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { placeOf } from "./listed-place.ts";
import type { ListedPlace } from "./listed-place.ts";
import { incidentLine } from "./row.ts";
import type { JudgedLine } from "./row.ts";

/** A judged line with its place and every day it may have been on, in the case's first zone; `day`, the source's, is among them. */
export interface PlacedLine extends JudgedLine {
  readonly where: ListedPlace;
  /** Region ids; several for an area of several. */
  readonly regions: readonly string[];
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** The days that the incidents may have been on, and on which of them each reading's text is in force. */
export interface DayRange {
  readonly zone: string;
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** One entry a reading, in id order. */
  readonly force: readonly ForceDays[];
}

/** The rows of an assessment with verdict, place and days; by day and id. */
export function placedLines(assessment: Assessment, zone: string): readonly PlacedLine[] {
  return assessment.rows
    .map(({ incident, verdicts }) => ({
      ...incidentLine(incident),
      verdicts: Object.fromEntries(verdicts),
      where: placeOf(incident.place.extent),
      regions: regionsOf(incident),
      ...possibleDays(incident, zone),
    }))
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id));
}

/** The first zone of a case: its days are days of this clock. */
export function firstZone({ settings }: Case): string {
  return settings.timeZones[0] ?? "UTC";
}

/** Null when no incident is counted. Whole-night totals are in no strip, so they do not widen the range. */
export function dayRange(
  theCase: Case,
  { readings, hold, asOf }: AssessOptions,
  rows: readonly Pick<PlacedLine, "firstDay" | "lastDay" | "aggregate">[],
): DayRange | null {
  const counted = rows.filter((row) => !row.aggregate);
  const firstDay = counted.map((row) => row.firstDay).sort(compareText)[0];
  const lastDay = counted
    .map((row) => row.lastDay)
    .sort(compareText)
    .at(-1);
  if (firstDay === undefined || lastDay === undefined) return null;
  const zone = firstZone(theCase);
  const asked = {
    ...(readings === undefined ? {} : { readings }),
    ...(hold === undefined ? {} : { hold }),
    ...(asOf === undefined ? {} : { asOf }),
  };
  const until = addDays(lastDay, 1);
  const force = forceDays(theCase, { ...asked, zone, from: firstDay, until });
  return { zone, firstDay, lastDay, force };
}

/** Days of `zone` that it may have been on. An open end falls on the source's own day. */
export function possibleDays(incident: Incident, zone: string) {
  const { day } = incident;
  const { first, last } = daySpan(incident, zone);
  const dayOf = (number: number) => (Number.isFinite(number) ? utcToDay(number * DAY_MS) : day);
  const [firstDay, lastDay] = [dayOf(first), dayOf(last)];
  return { firstDay: firstDay < day ? firstDay : day, lastDay: lastDay > day ? lastDay : day };
}
