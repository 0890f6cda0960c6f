// The zones of a text made ready to ask "does it lie in there?": drawn, measured from a line, moving with objects, one per party
// (TERMS 2.5). What nobody drew is no shape: it makes text worlds.
import type { Instant } from "../model/instant.ts";
import type { Area } from "../model/place.ts";
import { earliestStartOfDay, latestStartOfDay } from "../model/zone.ts";
import type { Strip } from "../geo/line.ts";
import type {
  Instrument,
  LineDefinition,
  Nearness,
  Validity,
  ZoneDefinition,
} from "../terms/ast.ts";

export type Shape =
  /** Null: its geometry is not at hand, so in and out are both possible. */
  | { readonly kind: "area"; readonly area: Area | null; readonly holds: Holds | null }
  | { readonly kind: "strip"; readonly strip: Strip; readonly holds: Holds | null }
  | { readonly kind: "around"; readonly near: Nearness }
  /** Party -> its own shape; whoever has none is in no such zone. */
  | { readonly kind: "per-party"; readonly shapes: ReadonlyMap<string, Shape> }
  /** In or out by text world. */
  | { readonly kind: "undrawn" };

/** When a drawing surely holds; before, after and on the days whose time zone leaves it open it is unknown. */
export interface Holds {
  readonly from: Instant;
  readonly until: Instant;
}

/** The area of a zone that is drawn as one; null for every other form, and for one whose geometry is not at hand. */
export function areaIn(shapes: ReadonlyMap<string, Shape>, zone: string): Area | null {
  const shape = shapes.get(zone);
  return shape?.kind === "area" ? shape.area : null;
}

interface Drawing {
  readonly instrument: Instrument;
  readonly timeZones: readonly string[];
  /** Geometry of a zone written out or of a dataset; null when it is not at hand. */
  readonly areaOf: (zone: string) => Area | null;
}

/** Every zone of a text by its id. Zones that draw each other in a circle are undrawn (T401 reports them). */
export function shapesOf(drawing: Drawing): ReadonlyMap<string, Shape> {
  return new Map(
    [...drawing.instrument.zones].map(([id, zone]) => [
      id,
      shapeOf(drawing, { id, zone, above: [] }),
    ]),
  );
}

interface Named {
  readonly id: string;
  readonly zone: ZoneDefinition;
  readonly above: readonly string[];
}

function shapeOf(drawing: Drawing, { id, zone, above }: Named): Shape {
  switch (zone.kind) {
    case "polygon":
    case "dataset":
      return {
        kind: "area",
        area: drawing.areaOf(id),
        holds: holdsOf(zone.valid ?? null, drawing.timeZones),
      };
    case "none-agreed":
      return { kind: "undrawn" };
    case "buffer":
      return stripOf(drawing, zone.of, { from: 0, to: zone.meters, side: zone.side });
    case "band":
      return stripOf(drawing, zone.of, { from: zone.from, to: zone.to, side: zone.side });
    case "around":
      return { kind: "around", near: { meters: zone.meters, of: zone.of } };
    case "per-party": {
      const shapes = [...zone.zones].flatMap(([party, of]): [string, Shape][] => {
        const own = drawing.instrument.zones.get(of);
        if (own === undefined || above.includes(of)) return [[party, { kind: "undrawn" }]];
        return [[party, shapeOf(drawing, { id: of, zone: own, above: [...above, id] })]];
      });
      return { kind: "per-party", shapes: new Map(shapes) };
    }
    default:
      return zone satisfies never;
  }
}

type Measure = Omit<Strip, "paths">;

function stripOf(
  { instrument, timeZones }: Drawing,
  line: string,
  measure: Measure,
  above: readonly string[] = [],
): Shape {
  const found: LineDefinition | undefined = instrument.lines.get(line);
  if (found === undefined || found.kind === "none-agreed" || above.includes(line)) {
    return { kind: "undrawn" };
  }
  if (found.kind === "drawn") {
    const strip = { ...measure, paths: found.paths };
    return { kind: "strip", strip, holds: holdsOf(found.valid, timeZones) };
  }
  const drawing = { instrument, timeZones, areaOf: () => null };
  const shapes = [...found.lines].map(([party, own]): [string, Shape] => [
    party,
    stripOf(drawing, own, measure, [...above, line]),
  ]);
  return { kind: "per-party", shapes: new Map(shapes) };
}

/** A day is known without its clock: it counts from its last beginning to its first one in the zones of the text. */
function holdsOf(valid: Validity | null, zones: readonly string[]): Holds | null {
  if (valid === null) return null;
  const { from, until } = valid;
  return {
    from: from === null ? -Infinity : latestStartOfDay(from, zones),
    until: until === null ? Infinity : earliestStartOfDay(until, zones),
  };
}

/** Zones, alone or per party, in which some world has to say in or out: those without a line. */
export function undrawnZones(shapes: ReadonlyMap<string, Shape>): readonly string[] {
  return [...shapes].filter(([, shape]) => isUndrawn(shape)).map(([id]) => id);
}

function isUndrawn(shape: Shape): boolean {
  if (shape.kind === "per-party") return [...shape.shapes.values()].some(isUndrawn);
  return shape.kind === "undrawn";
}
