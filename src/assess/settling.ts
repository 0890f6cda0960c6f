// What would settle an undetermined verdict (TERMS 3): found by conditioning points, because three-valued shortcuts mislabel
// inputs that do not matter.
import type { Point } from "./point.ts";
import type { Settling } from "./verdict.ts";

/** Facts of joint rows that each row settles: they change with the row alone, so only the row is an input. */
function withoutTied(points: readonly Point[]): readonly Point[] {
  if (!points.some(({ values }) => values.has(JOINT))) return points;
  const names = new Set(points.flatMap(({ values }) => [...values.keys()]));
  const rows = new Map<string, Point[]>();
  for (const point of points) {
    const row = point.values.get(JOINT) ?? "";
    rows.set(row, [...(rows.get(row) ?? []), point]);
  }
  const isFixed = (name: string) =>
    [...rows.values()].every(
      (row) => new Set(row.map(({ values }) => values.get(name))).size === 1,
    );
  const tied = [...names].filter((name) => name !== JOINT && isFixed(name));
  return points.map((point) => ({
    ...point,
    values: new Map([...point.values].filter(([name]) => !tied.includes(name))),
  }));
}

/** The input that says which of the joint rows holds. */
const JOINT = "joint";

/**
 * suffices: any value decides. needed: nothing decides without it. idle: it never changes the outcome. may: some of its values
 * decide, alone or together with others. Only inputs with more than one value appear, in the order in which points name them.
 */
export function settlings(all: readonly Point[]): ReadonlyMap<string, Settling> {
  const points = withoutTied(all);
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
  const rest = restsOf(points, input).map(variation);
  const decides = valuesThatDecide(points, input);
  // Where facts hang together a value can decide although nothing but it changes nothing.
  if (rest.every((one) => one === "never") && decides === "none") return "idle";
  if (decides === "all") return "suffices";
  return rest.every((one) => one === "always") ? "needed" : "may";
}

/** How many values of an input leave one outcome; points that do not name it have all of its values. */
function valuesThatDecide(points: readonly Point[], input: string): "all" | "some" | "none" {
  const unnamed: string[] = [];
  const outcomes = new Map<string, Set<string>>();
  for (const { values, outcome } of points) {
    const value = values.get(input);
    if (value === undefined) unnamed.push(outcome);
    else outcomes.set(value, (outcomes.get(value) ?? new Set()).add(outcome));
  }
  const all = [...outcomes.values()].map((some) => new Set([...some, ...unnamed]).size === 1);
  if (all.every((decides) => decides)) return "all";
  return all.includes(true) ? "some" : "none";
}

/** Values of an input that change the outcome somewhere, all other inputs being equal. */
export function decisiveValues(points: readonly Point[], input: string): ReadonlySet<string> {
  const decisive = new Set<string>();
  for (const { points: group, loose } of restsOf(points, input)) {
    if (new Set(group.map(({ outcome }) => outcome)).size === 1) continue;
    for (const point of group)
      if (group.some((other) => other.outcome !== point.outcome && isTogether(point, other, loose)))
        decisive.add(point.values.get(input) ?? "");
  }
  return decisive;
}

/** Points that agree in all inputs but one, as far as all points name them. */
interface Rest {
  readonly points: readonly Point[];
  /** Further inputs that some of the points name: an open edge is asked only by the kinds below it. */
  readonly loose: readonly string[];
}

function restsOf(points: readonly Point[], input: string): readonly Rest[] {
  const times = new Map<string, number>();
  for (const { values } of points)
    for (const name of values.keys()) times.set(name, (times.get(name) ?? 0) + 1);
  times.delete(input);
  const firm = [...times].filter(([, named]) => named === points.length).map(([name]) => name);
  const loose = [...times.keys()].filter((name) => times.get(name) !== points.length);
  const groups = new Map<string, Point[]>();
  for (const point of points) {
    const key = firm.map((name) => point.values.get(name)).join(";");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [point]);
    else group.push(point);
  }
  return [...groups.values()].map((group) => ({
    points: group,
    loose: loose.filter((name) => group.some(({ values }) => values.has(name))),
  }));
}

/** Whether the outcome varies with the one input left: for no, some or all values of the loose ones. */
function variation({ points, loose }: Rest): "never" | "sometimes" | "always" {
  if (new Set(points.map(({ outcome }) => outcome)).size === 1) return "never";
  if (loose.length === 0) return "always";
  const varies = points.some((one) =>
    points.some((other) => one.outcome !== other.outcome && isTogether(one, other, loose)),
  );
  if (!varies) return "never";
  return variesAlways(points, loose) ? "always" : "sometimes";
}

/** More loose inputs are not tried in every way: that something else may decide is the weaker thing to say. */
const MOST_LOOSE = 10;

function variesAlways(points: readonly Point[], loose: readonly string[]): boolean {
  const [name, ...others] = loose;
  if (new Set(points.map(({ outcome }) => outcome)).size < 2) return false;
  if (name === undefined) return true;
  if (loose.length > MOST_LOOSE) return false;
  const named = new Set(points.flatMap(({ values }) => values.get(name) ?? []));
  return [...named].every((value) =>
    variesAlways(
      points.filter(({ values }) => (values.get(name) ?? value) === value),
      others,
    ),
  );
}

/** Whether two points can have the same values of the loose inputs. */
function isTogether(one: Point, other: Point, loose: readonly string[]): boolean {
  return loose.every((name) => {
    const [a, b] = [one.values.get(name), other.values.get(name)];
    return a === undefined || b === undefined || a === b;
  });
}
