// A table of pairs gives the same whether its rows still fit or not.
import { expect, test } from "vitest";
import { PairTable } from "./pair-table.ts";

test("each pair is worked out once, beyond the largest table too", () => {
  let asked = 0;
  const find = (a: number, b: number) => {
    asked++;
    return 10 * a + b;
  };
  // Two rows of three fit; the third row is kept pair by pair.
  const table = new PairTable(3, find, 6);
  const pairs = [0, 1, 2, 3].flatMap((a) => [0, 1, 2].map((b) => [a, b] as const));
  for (let round = 0; round < 2; round++)
    for (const [a, b] of pairs) expect(table.at(a, b)).toBe(10 * a + b);
  expect([asked, table.count]).toEqual([12, 12]);
});
