// Reads the two TopoJSON files of world-atlas: rings of the land, and the arcs that two countries share. Nothing else leaves them.
import type { Position, Ring } from "../src/model/place.ts";

type ArcRing = readonly number[];
type Geometry =
  | { readonly type: "Polygon"; readonly arcs: readonly ArcRing[]; readonly properties?: Named }
  | {
      readonly type: "MultiPolygon";
      readonly arcs: readonly (readonly ArcRing[])[];
      readonly properties?: Named;
    };

interface Named {
  readonly name: string;
}

export interface Topology {
  readonly arcs: readonly (readonly Position[])[];
  readonly transform: {
    readonly scale: readonly [number, number];
    readonly translate: readonly [number, number];
  };
  readonly objects: Readonly<Record<string, { readonly geometries: readonly Geometry[] }>>;
}

/** One stretch of border with the names of the two sides, for choosing only. */
export interface Border {
  readonly pair: readonly string[];
  readonly line: readonly Position[];
}

/** Every ring of the land, outer ones and holes alike. */
export function landRings(topology: Topology): readonly Ring[] {
  const geometries = topology.objects["land"]?.geometries ?? [];
  return geometries.flatMap(arcRings).map((ring) => {
    const parts = ring.map((index) => arcLine(topology, index));
    return parts.flatMap((part, i) => (i === 0 ? part : part.slice(1)));
  });
}

/** Arcs that belong to two countries; an arc of one country is coast. */
export function countryBorders(topology: Topology): readonly Border[] {
  const owners = new Map<number, string[]>();
  for (const geometry of topology.objects["countries"]?.geometries ?? []) {
    for (const index of arcRings(geometry).flat()) {
      const arc = index < 0 ? ~index : index;
      owners.set(arc, [...(owners.get(arc) ?? []), geometry.properties?.name ?? ""]);
    }
  }
  return [...owners].flatMap(([arc, pair]) =>
    new Set(pair).size === 2 ? [{ pair, line: arcLine(topology, arc) }] : [],
  );
}

function arcRings(geometry: Geometry): readonly ArcRing[] {
  return geometry.type === "Polygon" ? geometry.arcs : geometry.arcs.flat();
}

/** Arcs are steps from position to position; a negative index is the arc backwards. */
function arcLine(topology: Topology, index: number): readonly Position[] {
  const { scale, translate } = topology.transform;
  const arc = topology.arcs[index < 0 ? ~index : index] ?? [];
  let [x, y] = [0, 0];
  const line = arc.map(([dx, dy]): Position => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
  return index < 0 ? line.toReversed() : line;
}
