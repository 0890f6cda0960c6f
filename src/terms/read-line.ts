// Lines, and zones that are measured from them or from objects: buffers, bands, moving buffers, one of each per party (TERMS 2.5).
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { LineDefinition, LineSide, ZoneDefinition } from "./ast.ts";
import { readMeters } from "./read-meters.ts";
import { allOf, readList, readPosition } from "./read-position.ts";
import { vocabularyRule } from "./read-target.ts";
import { readValidity } from "./read-validity.ts";
import { peek, readName, readSomeNames } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** One line; null after its problems were reported. */
export function readLine(scope: Scope, entry: YamlEntry): LineDefinition | null {
  const { reader } = scope;
  const { value } = entry;
  if (peek(value, "per-party") !== undefined) {
    const lines = readPerParty(scope, entry, { what: "line", valid: scope.declared.lines });
    return lines === null ? null : { kind: "per-party", lines };
  }
  const geometry = peek(value, "geometry");
  if (geometry?.kind === "scalar" && geometry.text === "none-agreed") {
    const shape = { what: "a line nobody drew", required: ["geometry", "says"] };
    const says = reader.text(reader.fields(value, shape)?.get("says"), `"says"`);
    return says === null ? null : { kind: "none-agreed", says };
  }
  const shape = { what: "a line", required: ["geometry"], optional: ["valid"] };
  const fields = reader.fields(value, shape);
  const valid = readValidity(scope, fields?.get("valid"));
  const paths = geometry === undefined ? null : readPaths(scope, geometry);
  return paths === null ? null : { kind: "drawn", paths, valid };
}

function readPaths(scope: Scope, node: YamlNode) {
  const shape = { what: "a geometry", required: ["type", "coordinates"] };
  const fields = scope.reader.fields(node, shape);
  const [type, coordinates] = [fields?.get("type"), fields?.get("coordinates")];
  if (type === undefined || coordinates === undefined) return null;
  const word = type.kind === "scalar" ? type.text : "";
  if (word === "LineString") return allOf([readPath(scope, coordinates)]);
  if (word === "MultiLineString") {
    return readList(scope, coordinates, { what: "a MultiLineString", read: readPath });
  }
  const expected = "expected LineString or MultiLineString";
  return scope.reader.report("401", `a line cannot be of type "${word}"; ${expected}`, type.at);
}

function readPath(scope: Scope, node: YamlNode) {
  const path = readList(scope, node, { what: "a line", read: readPosition });
  if (path === null || path.length >= 2) return path;
  return scope.reader.report("401", "a line needs two positions or more", node.at);
}

/** A zone by one of the measured forms; `another form` when it is none of them, null after problems were reported. */
export function readMeasuredZone(
  scope: Scope,
  entry: YamlEntry,
): ZoneDefinition | null | "another form" {
  const forms = { buffer: readBuffer, band: readBand, around: readAround };
  for (const [form, read] of Object.entries(forms)) {
    const node = peek(entry.value, form);
    if (node === undefined) continue;
    scope.reader.fields(entry.value, { what: "a zone", required: [form] });
    return read(scope, node);
  }
  if (peek(entry.value, "per-party") === undefined) return "another form";
  const zones = readPerParty(scope, entry, { what: "zone", valid: scope.declared.zones });
  return zones === null ? null : { kind: "per-party", zones };
}

function readBuffer(scope: Scope, node: YamlNode): ZoneDefinition | null {
  const shape = { what: "a buffer", required: ["of", "metres"], optional: ["side"] };
  const fields = scope.reader.fields(node, shape);
  const of = readName(scope, fields?.get("of"), lineRule(scope));
  const meters = readMeters(scope, fields?.get("metres"), "metres");
  const side = readSide(scope, fields?.get("side"));
  if (of === null || meters === null || side === "wrong") return null;
  return { kind: "buffer", of, meters, side };
}

function readBand(scope: Scope, node: YamlNode): ZoneDefinition | null {
  const shape = { what: "a band", required: ["of", "from", "to"], optional: ["side"] };
  const fields = scope.reader.fields(node, shape);
  const of = readName(scope, fields?.get("of"), lineRule(scope));
  const from = readMeters(scope, fields?.get("from"), "from");
  const to = readMeters(scope, fields?.get("to"), "to");
  const side = readSide(scope, fields?.get("side"));
  if (from !== null && to !== null && to <= from) {
    return scope.reader.report("105", `a band ends before it begins: ${to} <= ${from}`, node.at);
  }
  if (of === null || from === null || to === null || side === "wrong") return null;
  return { kind: "band", of, from, to, side };
}

function readAround(scope: Scope, node: YamlNode): ZoneDefinition | null {
  const shape = { what: "around", required: ["kind", "metres"] };
  const fields = scope.reader.fields(node, shape);
  const rule = vocabularyRule("kind", scope.declared.kinds);
  const of = readSomeNames(scope, fields?.get("kind"), rule);
  const meters = readMeters(scope, fields?.get("metres"), "metres");
  return of === null || of.length === 0 || meters === null ? null : { kind: "around", of, meters };
}

function readSide(scope: Scope, node: YamlNode | undefined): LineSide | null | "wrong" {
  const word = scope.reader.text(node, `"side"`);
  if (word === null || node === undefined) return null;
  if (word === "left" || word === "right") return word;
  const message = `"side" must be left or right, as one walks along the line; found "${word}"`;
  scope.reader.report("105", message, node.at);
  return "wrong";
}

function lineRule(scope: Scope) {
  return { code: "206", what: "line", valid: scope.declared.lines };
}

/** Party -> the line or zone it is held to. Every bound party needs one (T405). */
function readPerParty(
  scope: Scope,
  entry: YamlEntry,
  { what, valid }: { readonly what: string; readonly valid: ReadonlySet<string> },
): ReadonlyMap<string, string> | null {
  const { reader, declared } = scope;
  const fields = reader.fields(entry.value, { what: `a ${what}`, required: ["per-party"] });
  const named = new Map<string, string>();
  for (const { key, keyAt, value } of reader.entries(fields?.get("per-party"), "per-party")) {
    if (!declared.parties.has(key)) {
      const message = `unknown party bound by this text: "${key}"`;
      reader.unknownName("205", message, key, declared.parties, keyAt);
      continue;
    }
    const name = readName(scope, value, { code: "206", what, valid });
    if (name === entry.key) {
      reader.report("206", `${what} "${name}" is drawn by itself`, value.at);
    } else if (name !== null) named.set(key, name);
  }
  const missing = [...declared.parties].filter((party) => !named.has(party));
  for (const party of missing) {
    reader.report("405", `per-party ${what} "${entry.key}" has none for ${party}`, entry.keyAt);
  }
  return missing.length > 0 ? null : new Map([...named].sort(([a], [b]) => (a < b ? -1 : 1)));
}
