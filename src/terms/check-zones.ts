// Findings about zones and lines: geometry that cannot be judged with (T401), what nobody drew (T402).
import type { Problem } from "../model/problem.ts";
import { checkArea } from "../geo/check-area.ts";
import { failure, warning } from "./check.ts";
import type { CheckInput } from "./check.ts";

/** T401 for inline geometry, T402. */
export function checkZones(input: CheckInput): readonly Problem[] {
  return [...zonesOf(input), ...linesOf(input)];
}

function zonesOf({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.zones].flatMap(([id, zone]) => {
    const at = places("zones", id);
    const what = `zone "${id}"`;
    if (zone.kind === "polygon") {
      const area = { kind: "area", polygons: zone.polygons } as const;
      return checkArea(area, { what, at });
    }
    return zone.kind === "none-agreed" ? [undrawn(what, zone.says, at)] : [];
  });
}

function linesOf({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.lines].flatMap(([id, line]) => {
    const at = places("lines", id);
    const what = `line "${id}"`;
    if (line.kind === "none-agreed") return [undrawn(what, line.says, at)];
    if (line.kind !== "drawn") return [];
    const outside = line.paths
      .flat()
      .filter(([lon, lat]) => Math.abs(lon) > 180 || Math.abs(lat) > 90);
    return outside.slice(0, 1).map((position) => {
      const message = `${what} leaves the world at [${position.join(", ")}]; expected [longitude, latitude]`;
      return failure({ code: "T401", message, at });
    });
  });
}

function undrawn(what: string, says: string, at: Problem["at"]): Problem {
  const message = `no line is agreed for ${what}: ${says}`;
  const counterexample = `any place that may lie in it leaves the verdict undetermined`;
  return warning({ code: "T402", message, at, counterexample });
}
