// What a record measures of an incident: metres to the nearest object of a kind, millimetres of the weapon. A number stands for
// itself, `[low, high]` for a range; null as the upper end: no bound is known.
import type { Facts } from "./incident.ts";
import type { Reader } from "./reader.ts";
import type { YamlNode } from "./yaml.ts";

/** Absent parts are not stated. */
export type Measures = Pick<Facts, "distances" | "calibre">;

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The fields `distances` and `calibre` of an incident; `kindOf` checks the name of a kind and reports a wrong one. */
export function readMeasures(
  reader: Reader,
  fields: ReadonlyMap<string, YamlNode>,
  kindOf: (node: YamlNode) => string | null,
): Measures {
  const [near, calibre] = [fields.get("distances"), fields.get("calibre")];
  const distances: Record<string, Range> = {};
  for (const { key, keyAt, value } of near === undefined
    ? []
    : (reader.map(near, "distances")?.entries ?? [])) {
    const kind = kindOf({ kind: "scalar", text: key, value: key, at: keyAt });
    const range = readRange(reader, value, "a distance in metres");
    if (kind !== null && range !== null) distances[kind] = range;
  }
  const caliber = calibre === undefined ? null : readRange(reader, calibre, "a calibre in mm");
  return {
    ...(near === undefined ? {} : { distances }),
    ...(caliber === null ? {} : { calibre: caliber }),
  };
}

function readRange(reader: Reader, node: YamlNode, what: string): Range | null {
  const [first, second] = node.kind === "list" ? node.items : [node, node];
  const open = second?.kind === "scalar" && second.value === null;
  const low = reader.integer(first, what);
  const high = open ? Infinity : reader.integer(second, what);
  if (low !== null && high !== null && low >= 0 && low <= high) return { low, high };
  return reader.report("105", `${what} must be a number or [low, high], 0 or more`, node.at);
}
