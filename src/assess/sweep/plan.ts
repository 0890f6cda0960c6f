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
import type { CodeTask } from "./code-task.ts";
import { NO_LAYER, mergeLayers } from "./merge-layers.ts";
import type { MergedLayers } from "./merge-layers.ts";
import type { Question } from "./questions.ts";

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

/** Questions of one end of incidents, ready to be asked of columns; `only` some of them where others are answered. */
export function planFor(
  role: Role,
  questions: readonly Question[],
  { allocate, only }: { readonly allocate: Allocate; readonly only?: ReadonlySet<number> },
): Plan {
  const planning = new Planning();
  const tasks = questions.flatMap((question, i) =>
    question.role === role && only?.has(i) !== false ? [planning.task(question, i)] : [],
  );
  const none = { role, index: null, listed: new Uint32Array(0) };
  if (planning.layers.length === 0) return { ...none, tasks, refused: null };
  const raw = { count: planning.layers.length, zones: planning.zones.map(({ layer }) => layer) };
  const merged = mergeLayers(tasks, raw, MAX_LAYERS);
  const { shapes, listed } = planning.shapes(merged, allocate);
  const nearest = indexShapes(shapes, { reach: planning.reach(merged), allocate });
  if (nearest.kind === "refused") {
    const plain = tasks.map(({ question }): CodeTask => ({ kind: "plain", question }));
    return { ...none, tasks: plain, refused: nearest.why };
  }
  const zones: ZoneTask[] = [];
  const own = merged.tasks.map((task): CodeTask => {
    const zone = task.kind === "zone" ? planning.zones[task.zone] : undefined;
    if (task.kind !== "zone" || zone === undefined) return task;
    return { ...task, zone: zones.push(zoneTask(zone, merged, allocate)) - 1 };
  });
  return { role, index: { nearest, zones }, tasks: own, listed, refused: null };
}

interface DrawnZone {
  readonly area: Area;
  readonly layer: number;
}

function zoneTask(
  { area, layer }: DrawnZone,
  { layerOf }: MergedLayers,
  allocate: Allocate,
): ZoneTask {
  return {
    layer: layerOf[layer] ?? NO_LAYER,
    inside: insideIndex(area, allocate),
    tolerance: area.toleranceMeters ?? 0,
  };
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
  readonly zones: DrawnZone[] = [];

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
    return { kind: "zone", question, zone: this.zones.push({ area, layer }) - 1 };
  }

  #line({ paths, bounds }: Extract<Question, { kind: "line" }>, question: number): CodeTask {
    if (paths.every((path) => path.length < 2)) return { kind: "plain", question };
    const reach = furthest(bounds);
    const layer = this.#layer({ of: paths, shapes: { points: [], paths }, listed: null, reach });
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
    const found: { readonly how: Counts; readonly layer: number }[] = [];
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
      found.flatMap(({ how, layer }) => (how === wanted ? [layer] : []));
    const hasLines = found.some(({ layer }) => this.layers[layer]?.listed !== null);
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

  /** The number of the layer, which may be known. */
  #layer(asked: Layer): number {
    const known = this.layers.findIndex(({ of }) => of === asked.of);
    const layer = this.layers[known];
    if (layer === undefined) return this.layers.push(asked) - 1;
    layer.reach = Math.max(layer.reach, asked.reach);
    return known;
  }

  /** The layers that became each merged one. */
  #parts({ layerOf, count }: MergedLayers): readonly (readonly Layer[])[] {
    return Array.from({ length: count }, (_, merged) =>
      this.layers.filter((_, i) => layerOf[i] === merged),
    );
  }

  reach(merged: MergedLayers): readonly number[] {
    return this.#parts(merged).map((parts) => Math.max(...parts.map(({ reach }) => reach)));
  }

  /** The shapes of all layers, those of the register first. */
  shapes(
    merged: MergedLayers,
    allocate: Allocate,
  ): { readonly shapes: ShapeColumns; readonly listed: Uint32Array } {
    const drawn = shapesOfLayers(
      this.#parts(merged).map((parts) => ({
        points: parts.flatMap(({ shapes }) => shapes.points),
        paths: parts.flatMap(({ shapes }) => shapes.paths),
      })),
    );
    const [register] = this.layers.flatMap(({ listed }) =>
      listed === null ? [] : [listed.register],
    );
    if (register === undefined)
      return { shapes: drawn, listed: new Uint32Array(drawn.count).fill(NOT_LISTED) };
    const layerOf = new Int16Array(register.kinds.length).fill(NO_LAYER);
    this.layers.forEach(({ listed }, i) => {
      if (listed !== null) layerOf[listed.kind] = merged.layerOf[i] ?? NO_LAYER;
    });
    const rows = rowsWithLayer(register.shapes, layerOf);
    const listed = new Uint32Array(allocate(4 * (rows.length + drawn.count))).fill(NOT_LISTED);
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
