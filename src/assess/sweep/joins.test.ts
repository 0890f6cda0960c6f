// Joining is a matter of sets: neither order nor doubles nor how parts are put together matter.
import fc from "fast-check";
import { expect, test } from "vitest";
import { Joins, VARIED } from "./joins.ts";
import type { MarkBits } from "./marks.ts";
import { setBit } from "./marks.ts";

const worlds = fc.array(
  fc.record({
    keys: fc.nat(2),
    marks: fc.uniqueArray(fc.nat(70), { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 2, maxLength: 8 },
);

test("fact worlds joined in any order and in any parts have all their marks, and vary where two keys differ", () => {
  fc.assert(
    fc.property(worlds, fc.nat(), (all, cut) => {
      const joins = new Joins();
      const numbers = all.map(({ keys, marks }) => joins.number(keys, bitsOf(marks)));
      const whole = joinedOf(joins, numbers);
      const doubled = joinedOf(joins, [...numbers, ...numbers].toReversed());
      const at = 1 + (cut % (numbers.length - 1));
      const parts = [numbers.slice(0, at), numbers.slice(at)].map((part) => joinedOf(joins, part));
      expect([doubled, joinedOf(joins, parts)]).toEqual([whole, whole]);
      const kinds = new Set(all.map(({ keys }) => keys));
      expect(joins.all[whole]).toEqual({
        keys: kinds.size === 1 ? all[0]?.keys : VARIED,
        bits: bitsOf(all.flatMap(({ marks }) => marks)),
      });
    }),
  );
});

function bitsOf(marks: readonly number[]): MarkBits {
  const bits: number[] = [];
  for (const mark of marks) setBit(bits, mark);
  return bits;
}

function joinedOf(joins: Joins, numbers: readonly number[]): number {
  joins.start();
  for (const number of numbers) joins.add(number);
  return joins.end();
}
