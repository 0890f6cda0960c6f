// Distances of a text: whole metres, since no fraction is ever hashed (TERMS 1).
import type { YamlNode } from "../model/yaml.ts";
import type { Scope } from "./scope.ts";

/** Further than this no text measures; half the way round the Earth. */
const MOST_METERS = 20_000_000;

/** Whole metres from 0 up; null after a problem was reported. */
export function readMeters(scope: Scope, node: YamlNode | undefined, field: string): number | null {
  const meters = scope.reader.integer(node, `"${field}" (metres)`);
  if (meters === null || node === undefined || (meters >= 0 && meters <= MOST_METERS))
    return meters;
  const message = `"${field}" must be between 0 and ${MOST_METERS} metres; found ${meters}`;
  return scope.reader.report("105", message, node.at);
}
