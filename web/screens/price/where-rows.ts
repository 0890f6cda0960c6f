// Listed rows made ready for map and day strip: one word for all readings shown, and whether cells count them. Words and counts are assess's.
import { agreementOf, differenceOf } from "../../../src/assess/agreement.ts";
import type { VerdictKind } from "../../../src/assess/verdict.ts";
import { AREA_ONLY_METERS } from "../../../src/report/listed-place.ts";
import type { PlacedLine } from "../../../src/report/placed.ts";
import type { View } from "../../../src/report/view.ts";
import type { StripGroup } from "../../parts/day-strip/day-strip.tsx";
import type { MapMark } from "../../parts/map/map-view.ts";
import type { Quantity } from "../../parts/map/quantity.ts";

/** What one word is said for: the chosen pair, else all readings shown. */
export function comparedReadings(shown: readonly string[], { pair }: View): readonly string[] {
  return pair === null ? shown : shown.filter((reading) => pair.includes(reading));
}

/** The word for a row. */
export function groupOf(row: PlacedLine, readings: readonly string[]): StripGroup {
  return agreementOf(verdictsOf(row, readings)) ?? "none";
}

/** What cells count: incidents answered differently; under one reading, violations; without a difference on record, all. */
export function quantityOf(rows: readonly PlacedLine[], readings: readonly string[]): Quantity {
  if (readings.length === 1) return "violation";
  const differs = rows.some((row) => differenceOf(verdictsOf(row, readings)) !== "none");
  return differs ? "differ" : "place";
}

/** One mark a row that has a disc, those too wide for a point among them: the map rings these and draws no centre. */
export function marksOf(
  rows: readonly PlacedLine[],
  readings: readonly string[],
): readonly MapMark[] {
  const quantity = quantityOf(rows, readings);
  return rows.flatMap((row) => {
    const { where } = row;
    if (where.kind !== "disc") return [];
    const group = groupOf(row, readings);
    return {
      id: row.id,
      at: [where.lon, where.lat],
      mark: group === "none" ? "place" : group,
      radiusMeters: where.radiusMeters,
      counts: countsIn(quantity, row, readings),
    };
  });
}

/** Rows by what a map may draw of them; in the order of the rows. */
export function trays(rows: readonly PlacedLine[]): {
  readonly marked: readonly PlacedLine[];
  readonly areaOnly: readonly PlacedLine[];
  readonly noPlace: readonly PlacedLine[];
} {
  const isMarked = ({ where }: PlacedLine) =>
    where.kind === "disc" && where.radiusMeters <= AREA_ONLY_METERS;
  return {
    marked: rows.filter(isMarked),
    areaOnly: rows.filter((row) => row.where.kind !== "unknown" && !isMarked(row)),
    noPlace: rows.filter(({ where }) => where.kind === "unknown"),
  };
}

function countsIn(
  quantity: Quantity,
  row: PlacedLine,
  readings: readonly string[],
): "surely" | "possibly" | "none" {
  if (quantity === "differ") return differenceOf(verdictsOf(row, readings));
  if (quantity !== "violation") return "surely";
  const found = Object.entries(row.verdicts).find(([id]) => readings.includes(id))?.[1];
  if (found === undefined) return "none";
  if (found.verdict === "violation") return "surely";
  return found.maybe ? "possibly" : "none";
}

function verdictsOf(row: PlacedLine, readings: readonly string[]): readonly VerdictKind[] {
  return Object.entries(row.verdicts).flatMap(([id, { verdict }]) =>
    readings.includes(id) ? verdict : [],
  );
}
