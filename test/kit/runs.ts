// How many random texts a law is tried on: some in `npm test`, which has to stay quick; all of them where TRUCELINE_RUNS=all is set,
// as `npm run check:laws` and `npm run check:mutants` do.
const SHARE = process.env["TRUCELINE_RUNS"] === "all" ? 1 : 1 / 16;

/** The number of runs of a property that wants `all` of them. */
export function runs(all: number): number {
  return Math.ceil(all * SHARE);
}

/** Every sixteenth of a list in `npm test`, all of it with TRUCELINE_RUNS=all. */
export function someOf<T>(all: readonly T[]): readonly T[] {
  return all.filter((_, index) => index % (1 / SHARE) === 0);
}
