// The rules of recorded time (RECORD 3): never decreasing along the log, and a clock that runs ahead of itself is not believed.
import { RecordStoreError } from "./errors.ts";

/** Where time comes from; tests give their own. */
export interface Clock {
  /** UTC milliseconds, as the machine believes. */
  readonly now: () => number;
  /** Milliseconds since some start, unmoved by whoever sets the clock. */
  readonly steady: () => number;
}

export const MACHINE_CLOCK: Clock = { now: () => Date.now(), steady: () => performance.now() };

/** Further ahead of the steady timer than this, the clock was set, and writing pauses. */
const MOST_AHEAD_MS = 3_600_000;

export interface Stamped {
  readonly recordedAt: number;
  /** How far the clock stood behind the log; 0 when it did not. */
  readonly clockSkewMs: number;
}

/** Stamps entries of one process. */
export class LogClock {
  readonly #clock: Clock;
  #start: { readonly now: number; readonly steady: number };

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#start = { now: clock.now(), steady: clock.steady() };
  }

  /** Throws RecordStoreError `clock-jumped` while the clock is over an hour ahead of the time that has passed. */
  stamp(last: number): Stamped {
    const now = Math.floor(this.#clock.now());
    const expected = this.#start.now + (this.#clock.steady() - this.#start.steady);
    if (now - expected > MOST_AHEAD_MS) {
      const hours = ((now - expected) / MOST_AHEAD_MS).toFixed(1);
      throw new RecordStoreError(
        "clock-jumped",
        `the clock says ${new Date(now).toISOString()}, ${hours} hours ahead of the time that has passed since this process ` +
          "began; nothing is recorded until it returns or a person accepts it (`--accept-clock`)",
      );
    }
    return { recordedAt: Math.max(now, last), clockSkewMs: Math.max(0, last - now) };
  }

  /** A person says that the clock is right. */
  accept(): void {
    this.#start = { now: this.#clock.now(), steady: this.#clock.steady() };
  }
}
