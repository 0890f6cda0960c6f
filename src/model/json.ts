// What JSON lacks, asked in one way: whether a value from outside is a map, and what stands for an open end.

/** Whether a JSON value is a map: no list, no null. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** For JSON.stringify: JSON has no infinity, and open ends must not look like each other. */
export function finite(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
