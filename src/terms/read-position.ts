// Coordinates as YAML has them: [longitude, latitude] in degrees to 7 decimals.
import type { Position } from "../model/place.ts";
import type { YamlNode } from "../model/yaml.ts";
import type { Scope } from "./scope.ts";

/** One position; null after it was reported (T401). */
export function readPosition(scope: Scope, node: YamlNode): Position | null {
  const numbers = node.kind === "list" ? node.items.map(degrees) : [];
  const [lon, lat] = numbers;
  if (numbers.length === 2 && typeof lon === "number" && typeof lat === "number") return [lon, lat];
  return scope.reader.report("401", "a position must be [longitude, latitude]", node.at);
}

/** Degrees to 7 decimals (1 cm): what the canonical bytes can hold. */
function degrees(node: YamlNode): number | null {
  if (node.kind !== "scalar" || typeof node.value !== "number") return null;
  return Number.isFinite(node.value) ? Math.round(node.value * 1e7) / 1e7 + 0 : null;
}

/** A list of coordinates; null when any of them could not be read. */
export function readList<T>(
  scope: Scope,
  node: YamlNode,
  list: { readonly what: string; readonly read: (scope: Scope, node: YamlNode) => T | null },
): readonly T[] | null {
  if (node.kind !== "list" || node.items.length === 0) {
    return scope.reader.report("401", `${list.what} must be a list of coordinates`, node.at);
  }
  return allOf(node.items.map((item) => list.read(scope, item)));
}

/** All parts, or null when one is missing. */
export function allOf<T>(parts: readonly (T | null)[]): readonly T[] | null {
  const found = parts.filter((part) => part !== null);
  return found.length === parts.length ? found : null;
}
