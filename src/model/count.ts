// Counts as ranges. Absent, unknown and zero are three things: an unstated count is null, never 0.

/** `low` is always known; `high` null means "no upper bound was stated". */
export interface CountRange {
  readonly low: number;
  readonly high: number | null;
}

/** What is surely so and what may be so at the most, of incidents. Always atLeast <= atMost. */
export interface Bounds {
  readonly atLeast: number;
  readonly atMost: number;
}
