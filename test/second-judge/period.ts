// When a rule holds (TERMS 2.6, 2.7): from its start to its end, half-open, with what prolongs it.
import { endOf } from "./rules.ts";
import type { Rule } from "./rules.ts";

/** Event id -> when it came in a world; Infinity: never. */
export type EventWorld = ReadonlyMap<string, number>;

/** Standing events that every text may wait for. */
export const EXTENSION_AGREED = "extension-agreed";
export const NOTICE_OF_END = "notice-of-end";

/** The start in a world; Infinity while the event it waits for has not come. */
export function startOf(rule: Rule, events: EventWorld): number {
  return typeof rule.start === "number" ? rule.start : (events.get(rule.start.event) ?? Infinity);
}

/** The end that counts for an instant, after every extension that has begun by then. */
export function endAt(rule: Rule, at: number, events: EventWorld): number {
  const start = startOf(rule, events);
  const { extension, length } = rule;
  const first = firstEnd(rule, start);
  if (extension.kind === "agreed" && length !== null && eventAt(events, EXTENSION_AGREED) < first)
    return endOf(first, length);
  return extension.kind === "automatic" ? renewedEnd(rule, at, events) : first;
}

/** Ends and notice deadlines of a rule up to an instant: the points where its answer can change. */
export function turningPoints(rule: Rule, events: EventWorld, last: number): readonly number[] {
  const start = startOf(rule, events);
  if (!Number.isFinite(start)) return rule.until === null ? [] : [rule.until];
  const first = firstEnd(rule, start);
  const again = rule.length === null ? [] : [endOf(first, rule.length)];
  if (rule.extension.kind !== "automatic") return [start, first, ...again].filter(Number.isFinite);
  const { length, notice } = rule.extension;
  const ends: number[] = [];
  for (let end = first; end <= last && ends.length < 50; end = endOf(end, length)) ends.push(end);
  return [start, first, ...ends, ...ends.map((end) => before(end, notice))].filter(Number.isFinite);
}

function firstEnd(rule: Rule, start: number): number {
  if (rule.until !== null) return rule.until;
  return rule.length === null || !Number.isFinite(start) ? Infinity : endOf(start, rule.length);
}

function renewedEnd(rule: Rule, at: number, events: EventWorld): number {
  if (rule.extension.kind !== "automatic") return Infinity;
  const { length, notice } = rule.extension;
  let end = firstEnd(rule, startOf(rule, events));
  while (end <= at && eventAt(events, NOTICE_OF_END) > before(end, notice))
    end = endOf(end, length);
  return end;
}

function eventAt(events: EventWorld, event: string): number {
  return events.get(event) ?? Infinity;
}

function before(end: number, notice: Parameters<typeof endOf>[1]): number {
  return "days" in notice
    ? endOf(end, { ...notice, days: -notice.days })
    : end - notice.milliseconds;
}
