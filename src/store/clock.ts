// The rules of recorded time (RECORD 3): never decreasing along the log, and a clock that runs ahead of itself is not believed.
import { readFileSync } from "node:fs";
import { uptime } from "node:os";
import { RecordStoreError } from "./errors.ts";

/** Where time comes from; tests give their own. */
export interface Clock {
  /** UTC milliseconds, as the machine believes. */
  readonly now: () => number;
  /** Milliseconds since some start, unmoved by whoever sets the clock. */
  readonly steady: () => number;
  /** Which run of the machine `steady` counts from: the same one, and two processes can be held against each other. Absent: they cannot. */
  readonly run?: () => string | null;
}

/** Steady time goes on while a machine sleeps, so that waking up is no jump. */
export const MACHINE_CLOCK: Clock = {
  now: () => Date.now(),
  steady: () => uptime() * 1_000,
  run: bootId,
};

/** Further ahead of the steady timer than this, the clock was set, and writing pauses. */
export const MOST_AHEAD_MS = 3_600_000;

export interface Stamped {
  readonly recordedAt: number;
  /** How far the clock stood behind the log; 0 when it did not. */
  readonly clockSkewMs: number;
}

/** One look at both timers: all later ones are held against it. */
export interface ClockStart {
  readonly now: number;
  readonly steady: number;
}

/** A clock that stands otherwise than the time that has passed says. */
export interface ClockJump {
  /** UTC milliseconds. */
  readonly clock: number;
  readonly expected: number;
}

/** Both timers, now. */
export function clockStart({ now, steady }: Clock): ClockStart {
  return { now: Math.floor(now()), steady: Math.floor(steady()) };
}

/** Stamps entries of one writer. */
export class LogClock {
  readonly #clock: Clock;
  #start: ClockStart;

  /** `start`: what this run of the machine began with; default: now. */
  constructor(clock: Clock, start: ClockStart = clockStart(clock)) {
    this.#clock = clock;
    this.#start = start;
  }

  /** Throws RecordStoreError `clock-jumped` while the clock is over an hour ahead of the time that has passed. */
  stamp(last: number): Stamped {
    const jump = this.jump();
    if (jump !== null) throw jumped(jump);
    const now = Math.floor(this.#clock.now());
    return { recordedAt: Math.max(now, last), clockSkewMs: Math.max(0, last - now) };
  }

  /** Null while the clock is at most an hour ahead of the time that has passed. */
  jump(): ClockJump | null {
    const { now, steady } = clockStart(this.#clock);
    const expected = this.#start.now + (steady - this.#start.steady);
    return now - expected > MOST_AHEAD_MS ? { clock: now, expected } : null;
  }

  /** A person says that the clock is right; the answer is what all is held against from here. */
  accept(): ClockStart {
    this.#start = clockStart(this.#clock);
    return this.#start;
  }
}

function jumped({ clock, expected }: ClockJump): RecordStoreError {
  const [says, should] = [clock, expected].map((at) => new Date(at).toISOString());
  const hours = ((clock - expected) / MOST_AHEAD_MS).toFixed(1);
  return new RecordStoreError(
    "clock-jumped",
    `the clock says ${says}, ${hours} hours ahead of ${should}, which is what the time that has passed says; nothing is recorded ` +
      "until it returns, or until a person says that it is right: `truceline log CASE --accept-clock`",
  );
}

/** Null where the system does not tell. */
function bootId(): string | null {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return null;
  }
}
