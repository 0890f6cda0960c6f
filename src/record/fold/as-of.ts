// Three times, never mixed (RECORD 3): the state of the first n entries, as known by an instant.
import { addDays, parseDay } from "../../model/instant.ts";
import type { Instant } from "../../model/instant.ts";
import { latestStartOfDay } from "../../model/zone.ts";
import type { Entry } from "../kinds/entry.ts";
import { isList, isMap, isText } from "../kinds/value.ts";
import type { CanonicalValue } from "../../model/canonical.ts";
import { fold } from "./fold.ts";
import type { Folded } from "./fold.ts";
import { EMPTY_STATE } from "./state.ts";
import type { RecordState } from "./state.ts";

/** When an entry was known, and whether that was inferred because no source says its day. */
export interface KnownAt {
  readonly at: Instant;
  readonly isAssumed: boolean;
}

export interface AsOfView {
  readonly state: RecordState;
  readonly head: number;
  readonly at: Instant;
}

/**
 * The view of (head, at): of the first `head` entries, those known by `at`. Depends on no later entry. Goes through `entries` twice.
 * `zone` is the case's first: a day without an hour counts from its end there.
 */
export function asOf(
  entries: Iterable<Folded>,
  head: number,
  { at, zone }: { readonly at: Instant; readonly zone: string },
): AsOfView {
  const published = publications(firstOf(entries, head), zone);
  const state = fold(EMPTY_STATE, knownOf(firstOf(entries, head), published, { at, zone }));
  return { state, head: state.size, at };
}

function* knownOf(
  entries: Iterable<Folded>,
  published: Publications,
  { at, zone }: { readonly at: Instant; readonly zone: string },
): IterableIterator<Folded> {
  for (const entry of entries)
    yield entry !== null && knownAt(entry, published, zone).at <= at ? entry : null;
}

function* firstOf(entries: Iterable<Folded>, count: number): IterableIterator<Folded> {
  let left = count;
  if (left <= 0) return;
  for (const entry of entries) {
    yield entry;
    if (--left === 0) return;
  }
}

/** Head at an instant: how many entries were recorded by then. `entries` are in log order. */
export function headAt(entries: readonly Pick<Entry, "recordedAt">[], at: Instant): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const isBefore = (entries[middle]?.recordedAt ?? Infinity) <= at;
    [low, high] = isBefore ? [middle + 1, high] : [low, middle];
  }
  return low;
}

/** Source id -> instant of its publication; null = its day is not known. */
export type Publications = ReadonlyMap<string, Instant | null>;

/** Corrections of a day of publication count: the record's best knowledge at that head. */
export function publications(entries: Iterable<Folded>, zone: string): Publications {
  const published = new Map<string, Instant | null>();
  for (const entry of entries) {
    if (entry?.kind === "source")
      published.set(entry.id, endOfDay(entry.fields["published"], zone));
    if (entry?.kind !== "correction" || entry.of === null || !published.has(entry.of)) continue;
    const set = entry.fields["set"];
    if (isMap(set) && Object.hasOwn(set, "published")) {
      published.set(entry.of, endOfDay(set["published"], zone));
    }
  }
  return published;
}

/** From a series' own time, else the first dated source, else the end of the event or saying (assumed), else the recording. */
export function knownAt(entry: Entry, published: Publications, zone: string): KnownAt {
  const point = seriesPoint(entry.fields["asOf"], zone);
  if (point !== null) return { at: point, isAssumed: false };
  if (entry.kind === "source") {
    const at = published.get(entry.id) ?? null;
    return at === null ? { at: entry.recordedAt, isAssumed: true } : { at, isAssumed: false };
  }
  const sources = sourcesOf(entry);
  if (sources.length === 0) return { at: entry.recordedAt, isAssumed: false };
  const dated = sources.map((id) => published.get(id) ?? null).filter((at) => at !== null);
  if (dated.length > 0) return { at: Math.min(...dated), isAssumed: false };
  return { at: eventEnd(entry, zone) ?? entry.recordedAt, isAssumed: true };
}

/** Ids of the sources an entry rests on: `source`, `sources`, as ids or as citations. */
export function sourcesOf({ fields }: Pick<Entry, "fields">): readonly string[] {
  const { source, sources } = fields;
  const all = [...(source === undefined ? [] : [source]), ...(isList(sources) ? sources : [])];
  return all.map((one) => (isMap(one) ? one["source"] : one)).filter((one) => isText(one));
}

function seriesPoint(value: CanonicalValue | undefined, zone: string): Instant | null {
  return typeof value === "number" ? value : endOfDay(value, zone);
}

function eventEnd({ fields }: Entry, zone: string): Instant | null {
  const time = fields["occurred"] ?? fields["said"];
  if (!isMap(time)) return endOfDay(fields["day"], zone);
  const end = time["until"];
  return typeof end === "number"
    ? end
    : endOfDay(time["last"] ?? time["notAfter"] ?? undefined, zone);
}

function endOfDay(value: CanonicalValue | undefined, zone: string): Instant | null {
  const day = isText(value) ? parseDay(value) : null;
  return day === null ? null : latestStartOfDay(addDays(day, 1), [zone]);
}
