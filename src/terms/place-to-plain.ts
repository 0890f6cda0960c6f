// Zones, lines, annexes and objects in the form of the file, as plain values.
import type {
  Annex,
  LineDefinition,
  ObjectDefinition,
  Plain,
  Validity,
  ZoneDefinition,
} from "./ast.ts";
import { slotToPlain } from "./clause-to-plain.ts";
import { record } from "./plain.ts";

/** One zone. */
export function zoneToPlain(zone: ZoneDefinition): Plain {
  switch (zone.kind) {
    case "dataset": {
      const { dataset, version, feature } = zone;
      return record({ dataset, version, feature, valid: validToPlain(zone.valid ?? null) });
    }
    case "polygon": {
      const geometry = { type: "MultiPolygon", coordinates: zone.polygons };
      return record({ geometry, valid: validToPlain(zone.valid ?? null) });
    }
    case "none-agreed":
      return { geometry: "none-agreed", says: zone.says };
    case "buffer":
      return { buffer: record({ of: zone.of, metres: zone.meters, side: zone.side }) };
    case "band":
      return { band: record({ of: zone.of, from: zone.from, to: zone.to, side: zone.side }) };
    case "around":
      return { around: { kind: zone.of, metres: zone.meters } };
    case "per-party":
      return { "per-party": Object.fromEntries(zone.zones) };
    default:
      return zone satisfies never;
  }
}

/** One line. */
export function lineToPlain(line: LineDefinition): Plain {
  switch (line.kind) {
    case "drawn": {
      const geometry = { type: "MultiLineString", coordinates: line.paths };
      return record({ geometry, valid: validToPlain(line.valid) });
    }
    case "none-agreed":
      return { geometry: "none-agreed", says: line.says };
    case "per-party":
      return { "per-party": Object.fromEntries(line.lines) };
    default:
      return line satisfies never;
  }
}

function validToPlain(valid: Validity | null): Plain {
  return valid === null ? null : [valid.from, valid.until];
}

/** One annex. */
export function annexToPlain(annex: Annex): Plain {
  const { objects, says, source } = annex;
  return record({ objects, says, source: source.length === 0 ? null : source });
}

/** One object. */
export function objectToPlain(object: ObjectDefinition): Plain {
  const { kinds, names, place } = object;
  return record({
    kind: kinds,
    name: names.length === 0 ? null : names,
    function: object.function,
    side: slotToPlain<string>(object.side, (party) => party),
    "controlled-by": slotToPlain<string>(object.controlledBy, (party) => party),
    place: place === null ? null : { coordinates: place.center, radius: place.radiusMeters },
  });
}
