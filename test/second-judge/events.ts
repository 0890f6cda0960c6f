// When the events a text waits for may have come: every choice that some rule could notice (TERMS 2.3, 2.7).
import { instantOf } from "./clock.ts";
import type { Document } from "./document.ts";
import type { Events } from "./incident.ts";
import { EXTENSION_AGREED, NOTICE_OF_END } from "./period.ts";
import type { EventWorld } from "./period.ts";
import { productOf } from "./product.ts";
import type { Rule } from "./rules.ts";

const DAY_MS = 86_400_000;

/** The stretch in which an event may have come, and whether it may never have. */
interface Possible {
  readonly from: number;
  readonly until: number;
  readonly never: boolean;
}

/** The events that any of these rules asks for. */
export function eventsAsked(rules: readonly Rule[], parties: readonly string[]): readonly string[] {
  const named = rules.flatMap((rule) => [
    ...rule.after,
    ...(typeof rule.start === "number" ? [] : [rule.start.event]),
  ]);
  const extended = rules.some((rule) => rule.extension.kind === "agreed") ? [EXTENSION_AGREED] : [];
  const renewed = rules.some((rule) => rule.extension.kind === "automatic") ? [NOTICE_OF_END] : [];
  const notices = rules.some((rule) => rule.onBreach === "notice") ? parties.map(noticeBy) : [];
  return [...new Set([...named, ...extended, ...renewed, ...notices])];
}

/** The event by which a party says that it holds itself free. */
export function noticeBy(party: string): string {
  return `notice-of-release/${party}`;
}

/** Instants named by the record for these events: times at which something may change. */
export function recordedInstants(asked: readonly string[], events: Events): readonly number[] {
  return asked.flatMap((id) => {
    const time = events[id];
    if (time === undefined) return [];
    if ("at" in time) return [instantOf(time.at)];
    return "between" in time ? time.between.map(instantOf) : [instantOf(time["not-by"])];
  });
}

/** Every combination of times, with `instants` the points that rules compare them with. */
export function eventWorldsOf(
  document: Document,
  record: { readonly asked: readonly string[]; readonly events: Events },
  instants: readonly number[],
): readonly EventWorld[] {
  return productOf(
    record.asked.map(
      (id) => [id, timesOf(possibleTimes(document, id, record.events), instants)] as const,
    ),
  );
}

function possibleTimes(document: Document, id: string, events: Events): Possible {
  const time = events[id];
  if (time === undefined) return unrecorded(document, id);
  if ("at" in time)
    return { from: instantOf(time.at), until: instantOf(time.at) + 1, never: false };
  if ("between" in time) {
    return { from: instantOf(time.between[0]), until: instantOf(time.between[1]), never: false };
  }
  return { from: instantOf(time["not-by"]), until: Infinity, never: true };
}

// Silence: unknown for conditions unless the text says no; no for notices and agreed extensions.
function unrecorded(document: Document, id: string): Possible {
  const condition = document.events?.[id];
  const open = condition !== undefined && condition.unrecorded !== "no";
  return open
    ? { from: -Infinity, until: Infinity, never: true }
    : { from: 0, until: 0, never: true };
}

function timesOf({ from, until, never }: Possible, instants: readonly number[]): readonly number[] {
  const early = Number.isFinite(from) ? from : Math.min(...instants, 0) - 1000 * DAY_MS;
  const points = [early, until - 1, ...instants, ...instants.map((at) => at + 1)];
  const within = points.filter((at) => at >= early && at < until && Number.isFinite(at));
  return [...new Set([...within, ...(never ? [Infinity] : [])])];
}
