// Layers of the kernel's index that no question tells apart are one layer: of all energy objects only the nearest one matters to a text
// that asks for energy. Fewer layers are fewer searches for every incident.
import type { CodeTask } from "./code-task.ts";

export interface MergedLayers {
  /** The tasks with the new numbers; what would need more layers than an index has is asked of the plain functions. */
  readonly tasks: readonly CodeTask[];
  /** New number of every old layer; NO_LAYER where no task asks for it. */
  readonly layerOf: Int16Array;
  /** Number of new layers. */
  readonly count: number;
}

/** A layer that is in no index. */
export const NO_LAYER = -1;

/** What the tasks are about: so many layers, and the layer of each zone's outline. */
export interface RawLayers {
  readonly count: number;
  readonly zones: readonly number[];
}

/** New layers are numbered in the order of their first old one. `most`: of one index. Cost: tasks x layers. */
export function mergeLayers(
  tasks: readonly CodeTask[],
  raw: RawLayers,
  most: number,
): MergedLayers {
  let merged = numbered(Array.from({ length: raw.count }, () => ""));
  let askers = Array.from({ length: raw.count }, () => "");
  const admitted = tasks.map((task, i): CodeTask => {
    if (task.kind === "plain") return task;
    const more = askers.map((asked, layer) => `${asked}${askedBy(task, i, layer, raw)}`);
    const next = numbered(more);
    if (next.count > most) return { kind: "plain", question: task.question };
    [askers, merged] = [more, next];
    return task;
  });
  const { layerOf, count } = merged;
  return { tasks: admitted.map((task) => renumbered(task, layerOf)), layerOf, count };
}

/** What a task adds to the name of a layer: layers of one name are asked the same by everybody. */
function askedBy(task: CodeTask, i: number, layer: number, { zones }: RawLayers): string {
  if (task.kind === "zone") return zones[task.zone] === layer ? ` ${i}` : "";
  if (task.kind === "plain") return "";
  if (task.sure.includes(layer)) return ` ${i}`;
  return task.maybe.includes(layer) ? ` ${i}?` : "";
}

function numbered(names: readonly string[]): Omit<MergedLayers, "tasks"> {
  const known = new Map<string, number>();
  const layerOf = Int16Array.from(names, (name) => {
    if (name === "") return NO_LAYER;
    const number = known.get(name) ?? known.size;
    known.set(name, number);
    return number;
  });
  return { layerOf, count: known.size };
}

function renumbered(task: CodeTask, layerOf: Int16Array): CodeTask {
  if (task.kind !== "range") return task;
  const merged = (layers: readonly number[]) => [
    ...new Set(layers.map((layer) => layerOf[layer] ?? NO_LAYER)),
  ];
  return { ...task, sure: merged(task.sure), maybe: merged(task.maybe) };
}
