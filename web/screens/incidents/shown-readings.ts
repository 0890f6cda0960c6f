// Readings under the names that people see, in the order of those names; never ranked by a figure.
import type { IncidentList } from "../../../src/report/incident-list.ts";
import type { Names } from "../../app/names.ts";
import { readingName } from "../../app/reading-name.ts";

export type ShownReading = IncidentList["readings"][number] & {
  /** Short and different from every other's: for column heads and glyphs. */
  readonly short: string;
};

/** All of them, named and sorted. */
export function shownReadings(
  readings: IncidentList["readings"],
  names: Names,
): readonly ShownReading[] {
  return readings
    .map((one) => ({ ...one, short: readingName(one, readings, names) }))
    .sort((a, b) => names.compare(a.short, b.short) || names.compare(a.reading, b.reading));
}
