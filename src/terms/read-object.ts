// Objects a text or its annexes name, and the annexes: lists of such objects (TERMS 1.1).
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { Annex, ObjectDefinition, Slot } from "./ast.ts";
import { readMeters } from "./read-meters.ts";
import { readPosition } from "./read-position.ts";
import { readSource } from "./read-question.ts";
import { FUNCTIONS, vocabularyRule } from "./read-target.ts";
import { questionNode, readName, readNames, readQuestionName, readSomeNames } from "./scope.ts";
import type { Scope } from "./scope.ts";

/** One object; null after its problems were reported. */
export function readObject(scope: Scope, entry: YamlEntry): ObjectDefinition | null {
  const { reader } = scope;
  const fields = reader.fields(entry.value, {
    what: `object "${entry.key}"`,
    required: ["kind"],
    optional: ["name", "function", "side", "controlled-by", "place"],
  });
  if (fields === null) return null;
  const kinds = readSomeNames(
    scope,
    fields.get("kind"),
    vocabularyRule("kind", scope.declared.kinds),
  );
  const names = reader.texts(fields.get("name"), `"name"`);
  const valid = new Set(FUNCTIONS);
  const use = readName(scope, fields.get("function"), { code: "201", what: "function", valid });
  const side = readSideSlot(scope, fields.get("side"));
  const controlledBy = readSideSlot(scope, fields.get("controlled-by"));
  const place = readPlace(scope, fields.get("place"));
  if (kinds === null || kinds.length === 0) return null;
  return { id: entry.key, kinds, names, function: use, side, controlledBy, place };
}

/** A party, or the question of sort `side` that answers it. */
function readSideSlot(scope: Scope, node: YamlNode | undefined): Slot<string> | null {
  if (node === undefined) return null;
  const asked = questionNode(node);
  if (asked !== null) {
    const question = readQuestionName(scope, asked, "side");
    return question === null ? null : { kind: "question", question };
  }
  const rule = { code: "205", what: "party", valid: scope.declared.everyone };
  const value = readName(scope, node, rule);
  return value === null ? null : { kind: "value", value };
}

function readPlace(scope: Scope, node: YamlNode | undefined): ObjectDefinition["place"] {
  if (node === undefined) return null;
  const shape = { what: "a place", required: ["coordinates", "radius"] };
  const fields = scope.reader.fields(node, shape);
  const coordinates = fields?.get("coordinates");
  const center = coordinates === undefined ? null : readPosition(scope, coordinates);
  const radiusMeters = readMeters(scope, fields?.get("radius"), "radius");
  if (center === null || radiusMeters === null) return null;
  if (Math.abs(center[0]) <= 180 && Math.abs(center[1]) <= 90) return { center, radiusMeters };
  return scope.reader.report("401", "a place outside the world: [longitude, latitude]", node.at);
}

/** One annex: `[object, ...]`, or `{objects, says, source}`. */
export function readAnnex(scope: Scope, entry: YamlEntry): Annex | null {
  const { reader } = scope;
  const rule = { code: "206", what: "object", valid: scope.declared.objects };
  if (entry.value.kind === "list") {
    const objects = readNames(scope, entry.value, rule);
    return { id: entry.key, says: null, objects, source: [] };
  }
  const shape = {
    what: `annex "${entry.key}"`,
    required: ["objects"],
    optional: ["says", "source"],
  };
  const fields = reader.fields(entry.value, shape);
  if (fields === null) return null;
  const says = reader.text(fields.get("says"), `"says"`);
  const node = fields.get("source");
  const items = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  const source = items.map((item) => readSource(scope, item)).filter((name) => name !== null);
  return { id: entry.key, says, objects: readNames(scope, fields.get("objects"), rule), source };
}
