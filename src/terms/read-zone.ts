// Zones of a text: inline geometry, a feature of the case's zone files, or named by someone with no line agreed (TERMS 2.5).
import type { Polygon, Position, Ring } from "../model/place.ts";
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { ZoneDefinition } from "./ast.ts";
import { keep, peek, readName } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** Shapes that are kept and printed, not yet drawn. */
const UNDRAWN = ["buffer", "band", "around", "per-party"];
const FORMS =
  "{dataset, feature}, {geometry: {type: Polygon, coordinates}} or {geometry: none-agreed, says}";

/** One zone; null after its problems were reported. */
export function readZone(scope: Scope, entry: YamlEntry): ZoneDefinition | null {
  const { reader } = scope;
  const undrawn = UNDRAWN.find((shape) => peek(entry.value, shape) !== undefined);
  if (undrawn !== undefined) return keepUndrawn(scope, entry, undrawn);
  if (peek(entry.value, "dataset") !== undefined) return readDatasetZone(scope, entry.value);
  const geometry = peek(entry.value, "geometry");
  if (geometry === undefined) {
    const at = entry.value.kind === "map" ? entry.keyAt : entry.value.at;
    return reader.report("401", `zone "${entry.key}" has no geometry; expected ${FORMS}`, at);
  }
  if (geometry.kind === "scalar" && geometry.text === "none-agreed") {
    const shape = { what: "a zone without a line", required: ["geometry", "says"] };
    const says = reader.text(reader.fields(entry.value, shape)?.get("says"), `"says"`);
    return says === null ? null : { kind: "none-agreed", says };
  }
  reader.fields(entry.value, { what: "a zone", required: ["geometry"] });
  const polygons = readGeometry(scope, geometry);
  return polygons === null ? null : { kind: "polygon", polygons };
}

function keepUndrawn(scope: Scope, entry: YamlEntry, shape: string): ZoneDefinition {
  const effect = `a zone by "${shape}"; until it is drawn, inside and outside both stay possible`;
  keep(scope, `zones/${entry.key}`, { node: entry.value, at: entry.keyAt, effect });
  return { kind: "none-agreed", says: `kept, not drawn: ${shape}` };
}

function readDatasetZone(scope: Scope, node: YamlNode): ZoneDefinition | null {
  const { reader, context } = scope;
  const shape = {
    what: "a zone of a dataset",
    required: ["dataset", "feature"],
    optional: ["version"],
  };
  const fields = reader.fields(node, shape);
  const dataset = reader.text(fields?.get("dataset"), `"dataset"`);
  const version = reader.text(fields?.get("version"), `"version"`);
  const rule = { code: "206", what: "zone feature", valid: context.features };
  const feature = readName(scope, fields?.get("feature"), rule);
  if (dataset === null || feature === null) return null;
  return { kind: "dataset", dataset, version, feature };
}

function readGeometry(scope: Scope, node: YamlNode): readonly Polygon[] | null {
  const shape = { what: "a geometry", required: ["type", "coordinates"] };
  const fields = scope.reader.fields(node, shape);
  const [type, coordinates] = [fields?.get("type"), fields?.get("coordinates")];
  if (type === undefined || coordinates === undefined) return null;
  const word = type.kind === "scalar" ? type.text : "";
  if (word === "Polygon") return allOf([readPolygon(scope, coordinates)]);
  if (word !== "MultiPolygon") {
    const expected = "expected Polygon or MultiPolygon";
    return scope.reader.report("401", `a zone cannot be of type "${word}"; ${expected}`, type.at);
  }
  return readList(scope, coordinates, { what: "a MultiPolygon", read: readPolygon });
}

function readPolygon(scope: Scope, node: YamlNode): Polygon | null {
  return readList(scope, node, { what: "a polygon", read: readRing });
}

function readRing(scope: Scope, node: YamlNode): Ring | null {
  return readList(scope, node, { what: "a ring", read: readPosition });
}

function readPosition(scope: Scope, node: YamlNode): Position | null {
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

function readList<T>(
  scope: Scope,
  node: YamlNode,
  list: { readonly what: string; readonly read: (scope: Scope, node: YamlNode) => T | null },
): readonly T[] | null {
  if (node.kind !== "list" || node.items.length === 0) {
    return scope.reader.report("401", `${list.what} must be a list of coordinates`, node.at);
  }
  return allOf(node.items.map((item) => list.read(scope, item)));
}

function allOf<T>(parts: readonly (T | null)[]): readonly T[] | null {
  const found = parts.filter((part) => part !== null);
  return found.length === parts.length ? found : null;
}
