// What the kernel is asked so that it answers the questions of some readings: which objects, outlines and lines are its layers, and
// how a question's code is read from them. Plain values, so that workers can be told.
import { indexShapes } from "../../geo/kernel/build-index.ts";
import { MAX_LAYERS } from "../../geo/kernel/columns.ts";
import type { Allocate, ShapeColumns } from "../../geo/kernel/columns.ts";
import { insideIndex } from "../../geo/kernel/inside.ts";
import { joinShapes, outlineOf, shapesOfLayers } from "../../geo/kernel/shapes.ts";
import type { LayerShapes } from "../../geo/kernel/shapes.ts";
import { BORDER, outlineReach } from "../../geo/kernel/situate.ts";
import type { SituateIndex, ZoneTask } from "../../geo/kernel/situate.ts";
import type { Path } from "../../geo/line.ts";
import type { Area } from "../../model/place.ts";
import type { Instrument, ObjectDefinition } from "../../terms/ast.ts";
import { countsOf, mayBe } from "../distance.ts";
import type { Counts, ObjectRegister } from "../object-register.ts";
import type { Role } from "../spot.ts";
import type { Question } from "./questions.ts";

/** How the column of one question is filled. */
export type CodeTask =
  | { readonly kind: "zone"; readonly question: number; readonly zone: number }
  | {
      readonly kind: "range";
      readonly question: number;
      /** Layers whose nearest bounds the distance from both sides, and those that only may be nearest. */
      readonly sure: readonly number[];
      readonly maybe: readonly number[];
      /** Something that counts stands nobody knows where. */
      readonly isAnywhere: boolean;
      readonly bounds: Float64Array;
      /** Metres about a bound within which the plain functions say, and how that grows by metre of distance. */
      readonly border: number;
      readonly borderPart: number;
    }
  /** Asked of the plain functions row by row. */
  | { readonly kind: "plain"; readonly question: number };

export interface Plan {
  readonly role: Role;
  /** Null: no question needs the kernel. */
  readonly index: SituateIndex | null;
  readonly tasks: readonly CodeTask[];
  /** Of each indexed shape: its number in the case's register, or NOT_LISTED. */
  readonly listed: Uint32Array;
  /** Why the kernel is not asked, in words; null when it is. */
  readonly refused: string | null;
}

export const NOT_LISTED = 0xffff_ffff;

/** Metres: the plain distance to a point is at most 0.12 m off, that to a line by its halvings (line.ts). */
const POINT_BORDER = 0.3;
const LINE_BORDER = BORDER;
const LINE_PART = 1.5e-4;

/** Questions of one end of incidents, ready to be asked of columns. */
export function planFor(role: Role, questions: readonly Question[], allocate: Allocate): Plan {
  const planning = new Planning();
  const tasks = questions.flatMap((question, i) =>
    question.role === role ? [planning.task(question, i)] : [],
  );
  const plain = tasks.map(({ question }): CodeTask => ({ kind: "plain", question }));
  const none = { role, index: null, listed: new Uint32Array(0) };
  if (planning.layers.length === 0) return { ...none, tasks, refused: null };
  const { shapes, listed } = planning.shapes();
  const reach = planning.layers.map((layer) => layer.reach);
  const nearest = indexShapes(shapes, { reach, allocate });
  if (nearest.kind === "refused") return { ...none, tasks: plain, refused: nearest.why };
  const zones = planning.zones.map(({ area, layer }): ZoneTask => {
    const tolerance = area.toleranceMeters ?? 0;
    return { layer, inside: insideIndex(area, allocate), tolerance };
  });
  return { role, index: { nearest, zones }, tasks, listed, refused: null };
}

interface Layer {
  /** What the layer holds: an outline, a line, a kind of a register, objects of a text. */
  readonly of: Area | readonly Path[] | string;
  readonly shapes: LayerShapes;
  /** A kind of the case's register, instead. */
  readonly listed: { readonly register: ObjectRegister; readonly kind: number } | null;
  reach: number;
}

class Planning {
  readonly layers: Layer[] = [];
  readonly zones: { readonly area: Area; readonly layer: number }[] = [];

  task(question: Question, i: number): CodeTask {
    switch (question.kind) {
      case "area":
        return this.#zone(question.area, i);
      case "line":
        return this.#line(question, i);
      case "side":
        return { kind: "plain", question: i };
      case "kinds":
        return this.#kinds(question, i);
      default:
        return question satisfies never;
    }
  }

  #zone(area: Area, question: number): CodeTask {
    const shapes = outlineOf(area);
    const reach = outlineReach(area.toleranceMeters ?? 0);
    if (area.polygons.length === 0) return { kind: "plain", question };
    const layer = this.#layer({ of: area, shapes, listed: null, reach });
    if (layer === null) return { kind: "plain", question };
    return { kind: "zone", question, zone: this.zones.push({ area, layer }) - 1 };
  }

  #line({ paths, bounds }: Extract<Question, { kind: "line" }>, question: number): CodeTask {
    const reach = furthest(bounds);
    const layer = this.#layer({ of: paths, shapes: { points: [], paths }, listed: null, reach });
    if (layer === null || paths.every((path) => path.length < 2))
      return { kind: "plain", question };
    return {
      ...rangeTask(question, bounds),
      sure: [layer],
      border: LINE_BORDER,
      borderPart: LINE_PART,
    };
  }

  #kinds(asked: Extract<Question, { kind: "kinds" }>, question: number): CodeTask {
    const { context, kinds, bounds } = asked;
    const { register, instrument } = context;
    const reach = furthest(bounds);
    const found: { readonly how: Counts; readonly layer: number | null }[] = [];
    countsOf(context, kinds).forEach((how, kind) => {
      if (how === "no") return;
      const of = `listed ${kind}`;
      found.push({
        how,
        layer: this.#layer({ of, shapes: EMPTY, listed: { register, kind }, reach }),
      });
    });
    let isAnywhere = false;
    for (const [own, objects] of byKinds(instrument)) {
      const how = mayBe(context, own, kinds);
      if (how === "no") continue;
      if (objects.some(({ place }) => place === null)) isAnywhere = true;
      const points = objects.flatMap(({ place }) => (place === null ? [] : [place]));
      if (points.length === 0) continue;
      const of = `${instrument.id} ${own.join()}`;
      found.push({
        how,
        layer: this.#layer({ of, shapes: { points, paths: [] }, listed: null, reach }),
      });
    }
    const layers = (wanted: Counts) =>
      found.flatMap(({ how, layer }) => (how === wanted && layer !== null ? [layer] : []));
    if (found.some(({ layer }) => layer === null)) return { kind: "plain", question };
    const hasLines = found.some(({ layer }) => this.layers[layer ?? -1]?.listed !== null);
    return {
      ...rangeTask(question, bounds),
      sure: layers("yes"),
      maybe: layers("maybe"),
      // An empty register is never "none near".
      isAnywhere: isAnywhere || found.length === 0,
      border: hasLines ? LINE_BORDER : POINT_BORDER,
      borderPart: hasLines ? LINE_PART : 0,
    };
  }

  /** The number of the layer, which may be known; null when the index is full. */
  #layer(asked: Layer): number | null {
    const known = this.layers.findIndex(({ of }) => of === asked.of);
    const layer = this.layers[known];
    if (layer !== undefined) {
      layer.reach = Math.max(layer.reach, asked.reach);
      return known;
    }
    if (this.layers.length === MAX_LAYERS) return null;
    return this.layers.push(asked) - 1;
  }

  /** The shapes of all layers, those of the register first. */
  shapes(): { readonly shapes: ShapeColumns; readonly listed: Uint32Array } {
    const drawn = shapesOfLayers(this.layers.map(({ shapes }) => shapes));
    const [register] = this.layers.flatMap(({ listed }) =>
      listed === null ? [] : [listed.register],
    );
    if (register === undefined)
      return { shapes: drawn, listed: new Uint32Array(drawn.count).fill(NOT_LISTED) };
    const layerOf = new Int16Array(register.kinds.length).fill(-1);
    this.layers.forEach(({ listed }, i) => {
      if (listed !== null) layerOf[listed.kind] = i;
    });
    const rows = rowsWithLayer(register.shapes, layerOf);
    const listed = new Uint32Array(rows.length + drawn.count).fill(NOT_LISTED);
    listed.set(rows);
    return { shapes: joinShapes([picked(register.shapes, rows, layerOf), drawn]), listed };
  }
}

/** Objects of a text by the kinds they are, in order of appearance. */
function byKinds(
  instrument: Instrument,
): readonly (readonly [readonly string[], readonly ObjectDefinition[]])[] {
  const groups = new Map<string, [readonly string[], ObjectDefinition[]]>();
  for (const object of instrument.objects.values()) {
    const key = object.kinds.join();
    const group = groups.get(key) ?? [object.kinds, []];
    group[1].push(object);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const EMPTY: LayerShapes = { points: [], paths: [] };

function rangeTask(question: number, bounds: readonly number[]) {
  return {
    kind: "range" as const,
    question,
    sure: [] as readonly number[],
    maybe: [] as readonly number[],
    isAnywhere: false,
    bounds: Float64Array.from(bounds),
  };
}

/** A little beyond the last bound, so that what lies about it is seen. */
function furthest(bounds: readonly number[]): number {
  const last = bounds.at(-1) ?? 0;
  return last + 2 * (LINE_BORDER + LINE_PART * last);
}

function rowsWithLayer({ count, layer }: ShapeColumns, layerOf: Int16Array): Uint32Array {
  const rows = new Uint32Array(count);
  let found = 0;
  for (let row = 0; row < count; row++)
    if ((layerOf[layer[row] ?? 0] ?? -1) >= 0) rows[found++] = row;
  return rows.slice(0, found);
}

function picked(shapes: ShapeColumns, rows: Uint32Array, layerOf: Int16Array): ShapeColumns {
  const pick = (of: Float64Array) => {
    const some = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) some[i] = of[rows[i] ?? 0] ?? NaN;
    return some;
  };
  const layer = new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) layer[i] = layerOf[shapes.layer[rows[i] ?? 0] ?? 0] ?? 0;
  return {
    count: rows.length,
    layer,
    lon1: pick(shapes.lon1),
    lat1: pick(shapes.lat1),
    lon2: pick(shapes.lon2),
    lat2: pick(shapes.lat2),
    radius: shapes.radius === null ? null : pick(shapes.radius),
  };
}
