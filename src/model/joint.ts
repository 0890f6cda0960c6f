// Facts of one incident that hang together (TERMS 2.2): rows of which one holds, and what is possible over all of them.
import type { FactRow, Facts, Possibility, Thing } from "./incident.ts";
import { UNKNOWN_EXTENT } from "./place.ts";
import type { Extent } from "./place.ts";

/** Facts of which one of the rows holds. What the sets say apart from each other is wider than the rows and only for lists. */
export function jointFacts(first: FactRow, others: readonly FactRow[]): Facts {
  const rows = [first, ...others];
  return {
    occurred: {
      from: Math.min(...rows.map(({ occurred }) => occurred.from)),
      until: Math.max(...rows.map(({ occurred }) => Math.max(occurred.until, occurred.from + 1))),
    },
    actors: anyOf(rows.map(({ actors }) => actors)),
    acts: anyOf(rows.map(({ acts }) => acts)),
    means: anyOf(rows.map(({ means }) => means)),
    things: anyThings(rows.map(({ things }) => things)),
    target: samePlace(rows.map(({ target }) => target)),
    origin: samePlace(rows.map(({ origin }) => origin)),
    flags: anyFlags(rows.map(({ flags }) => flags)),
    joint: rows,
  };
}

/** Each value once, with all that carries it. */
function anyOf(sets: readonly (readonly Possibility[])[]): readonly Possibility[] {
  const claims = new Map<string, readonly string[]>();
  for (const { value, claims: more } of sets.flat())
    claims.set(value, [...new Set([...(claims.get(value) ?? []), ...more])]);
  return [...claims].map(([value, all]) => ({ value, claims: all }));
}

/** The first things of all rows are one, and so on; a facet is known where every row knows it. */
function anyThings(rows: readonly (readonly Thing[])[]): readonly Thing[] {
  const most = Math.max(...rows.map((things) => things.length));
  return Array.from({ length: most }, (_, i) => {
    const some = rows.flatMap((things) => things[i] ?? []);
    const [first] = some;
    const facets = Object.keys(first?.facets ?? {}).filter((facet) =>
      some.every((thing) => facet in thing.facets),
    );
    return {
      kinds: anyOf(some.map(({ kinds }) => kinds)),
      name: some.every(({ name }) => name === first?.name) ? (first?.name ?? null) : null,
      facets: Object.fromEntries(
        facets.map((facet) => [
          facet,
          [...new Set(some.flatMap((one) => one.facets[facet] ?? []))],
        ]),
      ),
    };
  });
}

function samePlace(extents: readonly Extent[]): Extent {
  const [first] = extents;
  const isSame = extents.every((extent) => JSON.stringify(extent) === JSON.stringify(first));
  return isSame && first !== undefined ? first : UNKNOWN_EXTENT;
}

/** In dispute where rows differ; absent is no. */
function anyFlags(rows: readonly FactRow["flags"][]): FactRow["flags"] {
  const names = [...new Set(rows.flatMap((flags) => Object.keys(flags)))].sort();
  return Object.fromEntries(
    names.map((name) => {
      const values = new Set(rows.map((flags) => flags[name] ?? false));
      const [only] = values;
      return [name, values.size === 1 && only !== undefined ? only : "unknown"];
    }),
  );
}
