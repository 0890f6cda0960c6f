// Subsets by size: the order in which "smallest set" searches look.

/** Non-empty subsets, small ones first, each in the order of `items`. Items beyond 16 are left out of combination. */
export function subsetsBySize<T>(items: readonly T[]): readonly (readonly T[])[] {
  const few = items.slice(0, 16);
  const subsets: T[][] = [];
  for (let mask = 1; mask < 1 << few.length; mask++) {
    subsets.push(few.filter((_, bit) => (mask & (1 << bit)) !== 0));
  }
  return subsets.sort((a, b) => a.length - b.length);
}
