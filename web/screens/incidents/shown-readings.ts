// Readings under the names that people see, in the order of those names; never ranked by a figure.
import type { IncidentList } from "../../../src/report/incident-list.ts";
import type { Names } from "../../app/names.ts";

export type ShownReading = IncidentList["readings"][number] & {
  /** Short and different from every other's: for column heads and glyphs. */
  readonly short: string;
};

/** All of them, named and sorted. A holder with several readings is told by each reading's own name. */
export function shownReadings(
  readings: IncidentList["readings"],
  names: Names,
): readonly ShownReading[] {
  const holders = readings.map(({ holder }) => holder);
  return readings
    .map((one) => {
      const { holder, reading } = one;
      const isAlone = holders.filter((other) => other === holder).length === 1;
      return { ...one, short: holder !== null && isAlone ? names.party(holder) : reading };
    })
    .sort((a, b) => names.compare(a.short, b.short));
}
