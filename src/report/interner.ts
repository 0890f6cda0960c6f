// A dictionary that grows: equal values get the same number.

export interface Interner<T> {
  /** The number of a value, from 0 in the order in which values first came. Equal as JSON = equal. */
  readonly place: (value: T) => number;
  /** Each value once, at its number. */
  readonly values: () => readonly T[];
}

/** An empty dictionary. */
export function createInterner<T>(): Interner<T> {
  const places = new Map<string, number>();
  const values: T[] = [];
  return {
    place: (value) => {
      const key = JSON.stringify(value);
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, values.length);
      return values.push(value) - 1;
    },
    values: () => values,
  };
}
