// One value for each name, in every combination, as far as anybody would wait for it.

const MOST = 20_000;

/** All maps that give each name one of its values. A name without values leaves no map. RangeError when there are too many. */
export function productOf<T>(
  choices: readonly (readonly [string, readonly T[]])[],
): readonly ReadonlyMap<string, T>[] {
  const size = choices.reduce((count, [, values]) => count * values.length, 1);
  if (size > MOST) throw new RangeError(`${size} combinations`);
  return choices.reduce<readonly ReadonlyMap<string, T>[]>(
    (sofar, [name, values]) =>
      sofar.flatMap((map) => values.map((value) => new Map([...map, [name, value]]))),
    [new Map<string, T>()],
  );
}
