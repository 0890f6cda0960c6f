// Random whole numbers from a seed, so that a failure can be run again.
import { randomOf } from "../../src/model/random.ts";

/** Whole numbers in [0, below), the same for the same seed. */
export function random(seed: number): (below: number) => number {
  const next = randomOf(seed);
  return (below) => (next() * 2 ** 32) % below;
}
