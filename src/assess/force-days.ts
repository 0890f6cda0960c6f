// On which days a text is in force under a reading: surely on whole days, or only in part or under some of its possible answers.
// Only starts, ends and events that a rule waits for are looked at; whether a breach released a side is asked of each incident.
import type { ReadingId } from "../model/id.ts";
import { addDays } from "../model/instant.ts";
import type { Day, Instant, Interval } from "../model/instant.ts";
import { startNearest } from "../model/zone.ts";
import { modelsOf } from "./assess.ts";
import { recordedTime } from "./context.ts";
import type { AssessInput, Context } from "./context.ts";
import type { Hold } from "./hold.ts";
import { knownBy } from "./known-by.ts";
import { endOf } from "./period.ts";

import type { Rule } from "./rule.ts";
import type { TextWorld } from "./text-world.ts";

/** Days [from, until) of one state; days on which the text surely is not in force are in no span. */
export interface ForceSpan {
  readonly from: Day;
  readonly until: Day;
  /** False: part of a day, or only if some open answer is the right one. */
  readonly sure: boolean;
}

export interface ForceDays {
  readonly reading: ReadingId;
  /** In order of days, without overlap. */
  readonly spans: readonly ForceSpan[];
}

/** `from` and `until`: the days looked at, half-open, in `zone`. Default readings: all. */
export interface ForceOptions {
  readonly readings?: readonly ReadingId[];
  readonly hold?: Hold;
  readonly asOf?: Instant;
  readonly zone: string;
  readonly from: Day;
  readonly until: Day;
}

/** One entry a reading, in id order. Cost: days x text worlds with different periods. */
export function forceDays(input: AssessInput, options: ForceOptions): readonly ForceDays[] {
  const known = options.asOf === undefined ? input : knownBy(input, options.asOf);
  const days = daysOf(options);
  return modelsOf(known, options.readings, options.hold).map(({ id, model }) => ({
    reading: id,
    spans: spansOf(days, distinctWorlds(model.context, model.worlds)),
  }));
}

interface DayInterval extends Interval {
  readonly day: Day;
}

function daysOf({ zone, from, until }: ForceOptions): readonly DayInterval[] {
  const days: DayInterval[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) {
    days.push({ day, from: startNearest(day, zone), until: startNearest(addDays(day, 1), zone) });
  }
  return days;
}

/** When one prohibition is in force: surely within `sure`, at most within `possible`; either may be empty. */
interface RuleForce {
  readonly sure: Interval;
  readonly possible: Interval;
}

function distinctWorlds(
  context: Context,
  worlds: readonly TextWorld[],
): readonly (readonly RuleForce[])[] {
  const all = worlds.map(({ rules }) =>
    rules
      .filter(({ effect, applies }) => effect === "prohibit" && applies)
      .map((rule) => forceOf(context, rule)),
  );
  return [...new Map(all.map((world) => [world.map(textOf).join(";"), world])).values()];
}

function textOf({ sure, possible }: RuleForce): string {
  return [sure.from, sure.until, possible.from, possible.until].join();
}

function forceOf(context: Context, { period, inForceAfter, assumedAt }: Rule): RuleForce {
  const assumed = { from: assumedAt, until: assumedAt };
  const waits = [assumed, ...inForceAfter.map((event) => eventTime(context, event))];
  if (period.kind === "fixed") {
    const start = latestOf([{ from: period.from, until: period.from }, ...waits]);
    return {
      sure: { from: start.until, until: period.until },
      possible: { from: start.from, until: period.until },
    };
  }
  const event = eventTime(context, period.event);
  const start = latestOf([event, ...waits]);
  const end = (from: Instant) => Math.min(period.until, endOf(from, period.length, period.zone));
  return {
    sure: { from: start.until, until: end(event.from) },
    possible: { from: start.from, until: end(event.until) },
  };
}

/** The event came no earlier than `from` and no later than `until`; never: both Infinity. */
function eventTime(context: Context, event: string): Interval {
  const time = recordedTime(context, event);
  if (time === "no") return { from: Infinity, until: Infinity };
  if (time === "unknown") return { from: -Infinity, until: Infinity };
  switch (time.kind) {
    case "at":
      return { from: time.at, until: time.at };
    case "between":
      return { from: time.from, until: time.until };
    case "not-by":
      return { from: time.at, until: Infinity };
    default:
      return time satisfies never;
  }
}

function latestOf(times: readonly Interval[]): Interval {
  return {
    from: Math.max(...times.map(({ from }) => from)),
    until: Math.max(...times.map(({ until }) => until)),
  };
}

function spansOf(
  days: readonly DayInterval[],
  worlds: readonly (readonly RuleForce[])[],
): readonly ForceSpan[] {
  const spans: ForceSpan[] = [];
  for (const day of days) {
    if (!worlds.some((rules) => rules.some(({ possible }) => meets(possible, day)))) continue;
    const sure = worlds.every((rules) => rules.some((rule) => holds(rule.sure, day)));
    const last = spans.at(-1);
    const until = addDays(day.day, 1);
    if (last?.until === day.day && last.sure === sure) {
      spans[spans.length - 1] = { ...last, until };
    } else spans.push({ from: day.day, until, sure });
  }
  return spans;
}

function meets(span: Interval, day: Interval): boolean {
  return span.from < day.until && span.until > day.from && span.from < span.until;
}

function holds(span: Interval, day: Interval): boolean {
  return span.from <= day.from && span.until >= day.until;
}
