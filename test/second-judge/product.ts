// One value for each name, in every combination.

/** All maps that give each name one of its values. A name without values leaves no map. */
export function productOf<T>(
  choices: readonly (readonly [string, readonly T[]])[],
): readonly ReadonlyMap<string, T>[] {
  return choices.reduce<readonly ReadonlyMap<string, T>[]>(
    (sofar, [name, values]) =>
      sofar.flatMap((map) => values.map((value) => new Map([...map, [name, value]]))),
    [new Map<string, T>()],
  );
}
