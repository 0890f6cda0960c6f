// What would settle an undetermined verdict (TERMS 3): found by conditioning points, because three-valued shortcuts mislabel
// inputs that do not matter.
import type { Point } from "./point.ts";
import type { Settling } from "./verdict.ts";

/**
 * suffices: any value decides. needed: nothing decides without it. idle: it never changes the outcome. may: some of its values
 * decide, alone or together with others. Only inputs with more than one value appear, in the order in which points name them.
 */
export function settlings(points: readonly Point[]): ReadonlyMap<string, Settling> {
  const found = new Map<string, Settling>();
  for (const input of openInputs(points)) found.set(input, settlingOf(points, input));
  return found;
}

/** Inputs that have more than one value over the points. */
export function openInputs(points: readonly Point[]): readonly string[] {
  const seen = new Map<string, Set<string>>();
  for (const { values } of points) {
    for (const [input, value] of values) {
      const known = seen.get(input);
      if (known === undefined) seen.set(input, new Set([value]));
      else known.add(value);
    }
  }
  return [...seen].filter(([, values]) => values.size > 1).map(([input]) => input);
}

function settlingOf(points: readonly Point[], input: string): Settling {
  const rest = outcomesBy(points, (point) => restKey(point, input));
  if (rest.every((outcomes) => outcomes.size === 1)) return "idle";
  const alone = outcomesBy(points, ({ values }) => values.get(input) ?? "");
  if (alone.every((outcomes) => outcomes.size === 1)) return "suffices";
  return rest.every((outcomes) => outcomes.size > 1) ? "needed" : "may";
}

/** Values of an input that change the outcome somewhere, all other inputs being equal. */
export function decisiveValues(points: readonly Point[], input: string): ReadonlySet<string> {
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = restKey(point, input);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  const decisive = new Set<string>();
  for (const group of groups.values()) {
    if (new Set(group.map(({ outcome }) => outcome)).size === 1) continue;
    for (const { values } of group) decisive.add(values.get(input) ?? "");
  }
  return decisive;
}

function outcomesBy(
  points: readonly Point[],
  keyOf: (point: Point) => string,
): readonly ReadonlySet<string>[] {
  const groups = new Map<string, Set<string>>();
  for (const point of points) {
    const key = keyOf(point);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, new Set([point.outcome]));
    else group.add(point.outcome);
  }
  return [...groups.values()];
}

function restKey({ values }: Point, input: string): string {
  let key = "";
  for (const [name, value] of values) if (name !== input) key += `${name}=${value};`;
  return key;
}
