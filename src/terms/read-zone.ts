// Zones of a text: inline geometry, a feature of the case's zone files, measured from a line or around objects, one per party, or
// named by someone with no line agreed (TERMS 2.5).
import type { Polygon, Ring } from "../model/place.ts";
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { Validity, ZoneDefinition } from "./ast.ts";
import { readMeasuredZone } from "./read-line.ts";
import { allOf, readList, readPosition } from "./read-position.ts";
import { peek, readName } from "./scope.ts";
import type { Scope } from "./scope.ts";
import { readValidity } from "./read-validity.ts";

const FORMS =
  "{dataset, feature}, {geometry: {type: Polygon, coordinates}}, {buffer}, {band}, {around}, {per-party} or {geometry: none-agreed, says}";

/** One zone; null after its problems were reported. */
export function readZone(scope: Scope, entry: YamlEntry): ZoneDefinition | null {
  const { reader } = scope;
  const measured = readMeasuredZone(scope, entry);
  if (measured !== "another form") return measured;
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
  const drawn = { what: "a zone", required: ["geometry"], optional: ["valid"] };
  const fields = reader.fields(entry.value, drawn);
  const valid = readValidity(scope, fields?.get("valid"));
  const polygons = readGeometry(scope, geometry);
  return polygons === null ? null : { kind: "polygon", polygons, ...bounded(valid) };
}

/** Absent where no bound is given. */
function bounded(valid: Validity | null): { readonly valid?: Validity } {
  return valid === null ? {} : { valid };
}

function readDatasetZone(scope: Scope, node: YamlNode): ZoneDefinition | null {
  const { reader, context } = scope;
  const shape = {
    what: "a zone of a dataset",
    required: ["dataset", "feature"],
    optional: ["version", "valid"],
  };
  const fields = reader.fields(node, shape);
  const dataset = reader.text(fields?.get("dataset"), `"dataset"`);
  const version = reader.text(fields?.get("version"), `"version"`);
  const rule = { code: "206", what: "zone feature", valid: context.features };
  const feature = readName(scope, fields?.get("feature"), rule);
  if (dataset === null || feature === null) return null;
  const valid = readValidity(scope, fields?.get("valid"));
  return { kind: "dataset", dataset, version, feature, ...bounded(valid) };
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
