// How long ago an event may have come for the rules of a reading to tell it apart: a period of 30 days that it started is over after
// 30 days, one of 90 is not. Between "just now" and "long ago" there is one such time for each length.
import type { Instant } from "../model/instant.ts";
import type { Duration } from "../terms/ast.ts";
import { endOf, lastNotice } from "./period.ts";
import type { Period, Renewal } from "./period.ts";
import type { Rule } from "./rule.ts";

/** The latest instant at which an event can have come for something that hangs on it to be over, or settled, at `at`. */
export type Age = (at: Instant) => Instant;

/** Id of an event -> what rules tell apart of it, each once by what it comes from. */
export type EventAges = ReadonlyMap<string, ReadonlyMap<string, Age>>;

/**
 * Calendar days and hours of one length part only where clocks change, and when an event comes nobody knows: as the instant falls,
 * they may coincide (T504 tells of known starts).
 */
export function eventAges(rules: readonly Pick<Rule, "period">[]): EventAges {
  const found = new Map<string, Map<string, Age>>();
  for (const { period } of rules) {
    const one = ageIn(period);
    if (one === null) continue;
    const ages = found.get(one.event) ?? new Map<string, Age>();
    found.set(one.event, ages.set(one.key, one.age));
  }
  return found;
}

/** The times between "just now" and "long ago" that rules tell apart at `at`, latest first; the earliest is as good as long ago. */
export function agesBetween(ages: ReadonlyMap<string, Age>, at: Instant): readonly Instant[] {
  if (ages.size < 2) return NONE;
  const times = new Set([...ages.values()].map((age) => age(at)));
  return [...times].sort((a, b) => b - a).slice(0, -1);
}

const NONE: readonly Instant[] = [];

interface KeyedAge {
  readonly event: string;
  readonly key: string;
  readonly age: Age;
}

function ageIn(period: Period): KeyedAge | null {
  if (period.kind === "fixed") {
    const { renewal } = period;
    if (renewal === undefined) return null;
    return { event: renewal.event, key: JSON.stringify(renewal), age: settledBy(renewal) };
  }
  const { event, length, zone } = period;
  if (length === null) return null;
  return { event, key: JSON.stringify([length, zone]), age: (at) => before(at, length, zone) };
}

/** The latest start of a period that is over at `at`. A wall time that never came counts as the one after the gap, which is too late. */
function before(at: Instant, length: Duration, zone: string | number): Instant {
  const back: Duration =
    length.kind === "days"
      ? { kind: "days", days: -length.days }
      : { kind: "elapsed", milliseconds: -length.milliseconds };
  const start = endOf(at, back, zone);
  return endOf(start, length, zone) <= at ? start : start - 1;
}

/** Up to when an agreement extends, and a notice ends the period at the last end that has passed. */
function settledBy(renewal: Renewal): Age {
  return renewal.extension.kind === "automatic"
    ? (at) => lastNotice(renewal, at)
    : () => renewal.end;
}
