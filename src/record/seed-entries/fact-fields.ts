// Facts between a seed and its fields: what an incident states and what a row of `either` states have the same form.
import type { CanonicalValue } from "../../model/canonical.ts";
import type { Occurred } from "../../model/incident.ts";
import type { Measures } from "../../model/measures.ts";
import type { Fields } from "../kinds/check-fields.ts";

interface Range {
  readonly low: number;
  readonly high: number | null;
}

/** When it was, as an entry holds it; null = open. */
export interface OccurredValue {
  readonly from: number | null;
  readonly until: number | null;
  readonly basis: string;
  readonly assumed: boolean;
}

/** Measures as an entry holds them. */
export interface MeasureValues {
  readonly distances?: Readonly<Record<string, Range>>;
  readonly calibre?: Range;
}

export function occurredValue(occurred: Occurred): CanonicalValue {
  return { ...occurred, from: finite(occurred.from), until: finite(occurred.until) };
}

export function occurredOf(value: OccurredValue): Occurred {
  return { ...value, from: value.from ?? -Infinity, until: value.until ?? Infinity };
}

/** Each value with what it rests on. */
export function possibleValue(
  values: readonly string[],
  claims: readonly string[],
): CanonicalValue {
  return values.map((value) => ({ value, claims }));
}

export function measureFields({ distances, calibre }: Measures): Fields {
  return {
    ...(distances === undefined ? {} : { distances: rangesValue(distances) }),
    ...(calibre === undefined ? {} : { calibre: rangeValue(calibre) }),
  };
}

export function measuresOf({ distances, calibre }: MeasureValues): Measures {
  const near = Object.entries(distances ?? {}).map(
    ([kind, range]) => [kind, rangeOf(range)] as const,
  );
  return {
    ...(distances === undefined ? {} : { distances: Object.fromEntries(near) }),
    ...(calibre === undefined ? {} : { calibre: rangeOf(calibre) }),
  };
}

function rangesValue(
  ranges: Readonly<Record<string, { low: number; high: number }>>,
): CanonicalValue {
  return Object.fromEntries(
    Object.entries(ranges).map(([kind, range]) => [kind, rangeValue(range)] as const),
  );
}

function rangeValue({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): CanonicalValue {
  return { low, high: finite(high) };
}

function rangeOf({ low, high }: Range): { readonly low: number; readonly high: number } {
  return { low, high: high ?? Infinity };
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
