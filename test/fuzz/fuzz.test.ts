// Damaged files never break a door: some in npm test, 100,000 in npm run check:fuzz. And the fuzzer itself can see faults.
import { describe, expect, test } from "vitest";
import { randomOf } from "../../src/model/random.ts";
import { runs } from "../kit/runs.ts";
import { fuzz } from "./fuzz.ts";
import { mutate } from "./mutate.ts";

describe("damaged files", () => {
  test("are answered in time, with placed problems, twice the same", () => {
    const found = fuzz({ documents: runs(1_000), seed: 20_250_325, mostMs: 10_000 });
    expect(found.faults).toEqual([]);
    expect(found.codes.size).toBeGreaterThan(20);
    expect(found.valid).toBeGreaterThan(0);
  });

  test("are the same from the same seed and differ from one to the next", () => {
    const made = (seed: number) => {
      const random = randomOf(seed);
      return Array.from({ length: 20 }, () => mutate("a: 1\nb: [c, d]\n", random));
    };
    expect(made(7)).toEqual(made(7));
    expect(new Set([...made(7), ...made(8)]).size).toBeGreaterThan(20);
  });

  test("that take longer than they may are told", () => {
    expect(fuzz({ documents: 3, seed: 1, mostMs: 0 }).faults).toHaveLength(3);
  });
});
