// A sample of situations where all of them are too many (TERMS 10): each dimension is thinned to some of its values, so that every
// situation tried is one that the text tells apart. The same seed draws the same sample.

/** How many situations at most, and what the drawing starts from. */
export interface Sample {
  readonly count: number;
  readonly seed: number;
}

/** How many values each dimension keeps so that their product is at most `count`: the largest is halved until it is. */
export function quotasOf<K extends string>(
  sizes: Readonly<Record<K, number>>,
  count: number,
): Readonly<Record<K, number>> {
  const quotas: Record<K, number> = { ...sizes };
  const keys = Object.keys(sizes) as K[];
  const product = (): number => keys.reduce((all, key) => all * quotas[key], 1);
  while (product() > Math.max(1, count)) {
    const largest = keys.reduce((a, b) => (quotas[b] > quotas[a] ? b : a));
    quotas[largest] = Math.max(1, Math.floor(quotas[largest] / 2));
  }
  return quotas;
}

/** `count` of the values, in their order; all where there are no more. */
export function drawnFrom<T>(
  values: readonly T[],
  count: number,
  random: () => number,
): readonly T[] {
  let left = count;
  return values.filter((_, at) => {
    const isDrawn = random() * (values.length - at) < left;
    if (isDrawn) left--;
    return isDrawn;
  });
}

/**
 * `count` different ways to give each name one of the values. First those that rules ask for most: one value for all names, and one
 * name alone with another value; then random ones. Fewer where fewer are found.
 */
export function drawnWays<T>(
  names: readonly string[],
  values: readonly T[],
  { count, random }: { readonly count: number; readonly random: () => number },
): readonly Readonly<Record<string, T>>[] {
  const found = new Map<string, Readonly<Record<string, T>>>();
  const add = (valueOf: (name: string) => number): void => {
    if (found.size >= count) return;
    const places = names.map(valueOf);
    const ways = names.flatMap((name, at): [string, T][] => {
      const value = values[places[at] ?? 0];
      return value === undefined ? [] : [[name, value]];
    });
    found.set(places.join(), Object.fromEntries(ways));
  };
  for (const place of values.keys()) add(() => place);
  for (const lone of names)
    for (const place of values.keys()) add((name) => (name === lone ? place : 0));
  for (let tries = 0; tries < 4 * count; tries++) add(() => Math.floor(random() * values.length));
  return [...found.values()];
}
