// The smallest part of a JSON value that still has a property: keys and items are left out one after the other until none can go.
import type { Json } from "../second-judge/random-text.ts";

/** Shrinks `value`; `holds` is asked of each smaller one and must be true of `value` itself. */
export function shrink(value: Json, holds: (smaller: Json) => boolean): Json {
  let smallest = value;
  for (;;) {
    const next = smallerOnes(smallest).find((smaller) => JSON.stringify(smaller) !== JSON.stringify(smallest) && holds(smaller));
    if (next === undefined) return smallest;
    smallest = next;
  }
}

function smallerOnes(value: Json): readonly Json[] {
  if (typeof value !== "object" || value === null) return [];
  if (isList(value)) {
    const without = value.map((_, index) => value.filter((_, other) => other !== index));
    const single = value.length === 1 && typeof value[0] === "string" ? [value[0]] : [];
    const inside = value.flatMap((item, index) =>
      smallerOnes(item).map((smaller) => value.map((old, other) => (other === index ? smaller : old))),
    );
    return [...without.filter((list) => list.length > 0), ...single, ...inside];
  }
  const keys = Object.keys(value);
  const without = keys.map((key) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)));
  const inside = keys.flatMap((key) => smallerOnes(value[key] ?? null).map((smaller) => ({ ...value, [key]: smaller })));
  return [...without, ...inside];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
