// Findings about time: ends before starts (T501), local times twice or never (T502), calendar against hours (T504),
// gaps and overlaps of consecutive periods (T505).
import type { Problem } from "../model/problem.ts";
import { DAY_MS, HOUR_MS, formatInstant } from "../model/instant.ts";
import type { Clause, Duration, Instrument } from "./ast.ts";
import { failure, groupBy, pairs, remark, statedValues, warning } from "./check.ts";
import type { CheckInput } from "./check.ts";
import { clauseToPlain, durationToPlain } from "./clause-to-plain.ts";
import { endOf, instantsOf, isEndKnown, statedPoints } from "./instants.ts";
import type { LocalInstant } from "./instants.ts";

/** T501, T502, T504, T505. */
export function checkTime(input: CheckInput): readonly Problem[] {
  return [
    ...oddLocalTimes(input),
    ...endsBeforeStarts(input),
    ...endsBeyondKnownTime(input),
    ...calendarAgainstHours(input),
    ...seams(input),
  ];
}

function oddLocalTimes({ instrument, places }: CheckInput): readonly Problem[] {
  return statedPoints(instrument).flatMap(({ value, path }) =>
    instantsOf(value, instrument).flatMap(({ zone, odd }) => {
      if (odd === null) return [];
      const message = `${value.kind === "at" ? value.wall : value.day} in ${zone}: ${odd}`;
      return [failure({ code: "T502", message, at: places(...path) })];
    }),
  );
}

function endsBeforeStarts({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.clauses.values()].flatMap((clause) => {
    const starts = startsOf(instrument, clause);
    const ends = statedValues(instrument, clause.until, { sort: "until", clause: clause.id });
    return ends.flatMap(({ value, path }) => {
      const last = Math.max(...instantsOf(value, instrument).map(({ at }) => at));
      const late = starts.find((start) => Math.min(...start.map(({ at }) => at)) >= last);
      const first = late?.[0]?.at;
      if (first === undefined || !Number.isFinite(last)) return [];
      const message = `clause "${clause.id}" ends before it starts: ${formatInstant(last)} <= ${formatInstant(first)}`;
      return [failure({ code: "T501", message, at: places(...path) })];
    });
  });
}

/** Each start a clause may have, as its instants in all zones it may be meant in. */
function startsOf(instrument: Instrument, clause: Clause): readonly (readonly LocalInstant[])[] {
  const stated = statedValues(instrument, clause.from, { sort: "from", clause: clause.id });
  return stated.flatMap(({ value }) => {
    if (value.kind !== "event") return [instantsOf(value, instrument)];
    const assumed = [...instrument.readings.values()].map(({ assume }) => assume.get(value.event));
    return assumed.flatMap((point) => (point === undefined ? [] : [instantsOf(point, instrument)]));
  });
}

function calendarAgainstHours({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.clauses.values()].flatMap((clause) => {
    const stated = statedValues(instrument, clause.for, { sort: "for", clause: clause.id });
    const days = stated.map(({ value }) => value).find(({ kind }) => kind === "days");
    if (days?.kind !== "days") return [];
    const hours = stated.some(
      ({ value }) => value.kind === "elapsed" && value.milliseconds === days.days * DAY_MS,
    );
    const starts = hours ? startsOf(instrument, clause).flat() : [];
    if (!starts.every((start) => isEndKnown(start, days))) return [];
    const apart = starts.find((start) => calendarHours(start, days) !== days.days * 24);
    if (apart === undefined) return [];
    const at = places("clauses", clause.id, "for");
    return [calendarRemark(apart, days, { clause: clause.id, at })];
  });
}

/** Calendar days that run past the zone table: nothing could say when they end. */
function endsBeyondKnownTime({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.clauses.values()].flatMap((clause) => {
    const stated = statedValues(instrument, clause.for, { sort: "for", clause: clause.id });
    const starts = startsOf(instrument, clause).flat();
    return stated.flatMap(({ value, path }) => {
      if (starts.every((start) => isEndKnown(start, value))) return [];
      const message = `clause "${clause.id}": ${durationToPlain(value)} ends after the years for which time zones are known`;
      return [failure({ code: "T502", message, at: places(...path) })];
    });
  });
}

function calendarHours(start: LocalInstant, days: Duration): number {
  return (endOf(start, days) - start.at) / HOUR_MS;
}

function calendarRemark(
  start: LocalInstant,
  length: Extract<Duration, { kind: "days" }>,
  { clause, at }: { readonly clause: string; readonly at: Problem["at"] },
): Problem {
  const ends = [endOf(start, length), start.at + length.days * DAY_MS].sort((a, b) => a - b);
  const [first = 0, last = 0] = ends;
  const hours = calendarHours(start, length);
  const span = `${length.days} days from ${formatInstant(start.at)} (${start.zone})`;
  const message = `clause "${clause}": ${durationToPlain(length)} and PT${length.days * 24}H end apart; ${span} are ${hours} hours`;
  const between = `${formatInstant(first)} and ${formatInstant(last)}`;
  const counterexample = `an incident between ${between} is inside by one count only`;
  return remark({ code: "T504", message, at, counterexample });
}

/** Clauses that differ in their period only and follow each other with a short gap or overlap. */
function seams({ instrument, places }: CheckInput): readonly Problem[] {
  const periods = [...instrument.clauses.values()].flatMap((clause) => {
    const period = fixedPeriod(instrument, clause);
    return period === null ? [] : [{ clause, period }];
  });
  const groups = groupBy(periods, ({ clause }) => ruleWithoutPeriod(clause));
  const alike = [...groups.values()].flatMap(pairs);
  return alike.flatMap(([a, b]) => {
    const [first, second] = a.period.from <= b.period.from ? [a, b] : [b, a];
    const gap = second.period.from - first.period.until;
    if (gap === 0 || Math.abs(gap) > DAY_MS) return [];
    const [from, until] = [first.period.until, second.period.from].sort((x, y) => x - y);
    const kind = gap > 0 ? "leave a gap" : "overlap";
    const between = `${formatInstant(from ?? 0)} to ${formatInstant(until ?? 0)}`;
    const message = `clauses "${first.clause.id}" and "${second.clause.id}" ${kind}: ${between}`;
    const side = gap > 0 ? "neither clause" : "both clauses";
    const counterexample = `an incident at ${formatInstant(from ?? 0)} falls under ${side}`;
    const at = places("clauses", second.clause.id, "from");
    return [warning({ code: "T505", message, at, counterexample })];
  });
}

function ruleWithoutPeriod(clause: Clause): string {
  const bare = { from: null, until: null, for: null, source: [], text: null, note: null };
  return JSON.stringify(clauseToPlain({ ...clause, ...bare }));
}

/** The period of a clause whose bounds are written out and mean one instant each. */
function fixedPeriod(instrument: Instrument, clause: Clause) {
  const starts = clause.from?.kind === "value" ? startsOf(instrument, clause).flat() : [];
  const [start, otherStart] = starts;
  if (start === undefined || otherStart !== undefined) return null;
  if (clause.for?.kind === "value") {
    if (!isEndKnown(start, clause.for.value)) return null;
    return { from: start.at, until: endOf(start, clause.for.value) };
  }
  if (clause.until?.kind !== "value") return null;
  const [end, otherEnd] = instantsOf(clause.until.value, instrument);
  return end === undefined || otherEnd !== undefined ? null : { from: start.at, until: end.at };
}
