// Findings about zones: geometry that cannot be judged with (T401), zones without an agreed line (T402).
import type { Problem } from "../model/problem.ts";
import { checkArea } from "../geo/check-area.ts";
import { warning } from "./check.ts";
import type { CheckInput } from "./check.ts";

/** T401 for inline geometry, T402. */
export function checkZones({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.zones].flatMap(([id, zone]) => {
    const at = places("zones", id);
    if (zone.kind === "polygon") {
      const area = { kind: "area", polygons: zone.polygons } as const;
      return checkArea(area, { what: `zone "${id}"`, at });
    }
    if (zone.kind !== "none-agreed" || instrument.kept.has(`zones/${id}`)) return [];
    const message = `no line is agreed for zone "${id}": ${zone.says}`;
    const counterexample = `any place that may lie in "${id}" leaves the verdict undetermined`;
    return [warning({ code: "T402", message, at, counterexample })];
  });
}
