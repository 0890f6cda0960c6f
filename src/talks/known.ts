// What was known of talks by an instant (RECORD 3): a thing is known from the end of the day its source was published. Where no
// source has a day, from the end of the day it was held or said, marked assumed; where that is unknown too, from no day at all.
import type { Day, Instant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { Citation, Source } from "../model/source.ts";
import type { InstrumentRecord, Meeting, Statement } from "../model/talks.ts";
import { dayNearest } from "../model/zone.ts";
import { daysOf } from "./time.ts";

/** The day from whose end on something is known; null = it cannot be told. */
export interface KnownFrom {
  readonly day: Day | null;
  /** No source gives a day of publication: it is that of the event. */
  readonly assumed: boolean;
}

/** How the record is looked at. `asOf` null = all of it. */
export interface TalksView {
  readonly asOf: Instant | null;
  readonly sources: ReadonlyMap<string, Source>;
  /** The zone that cuts days. */
  readonly zone: string;
}

/** A meeting as it was known. */
export interface KnownMeeting {
  readonly meeting: Meeting;
  readonly known: KnownFrom;
  /** Some of its sources came later: what rests on all of them together (outcome, note) is left out. */
  readonly isPartial: boolean;
}

/** Null when nothing of it was known. */
export function meetingKnownBy(meeting: Meeting, view: TalksView): KnownMeeting | null {
  const last = daysOf(meeting.occurred, view.zone)?.last ?? null;
  const known = knownFrom(meeting.sources, last, view);
  if (!isKnown(known.day, view)) return null;
  const sources = meeting.sources.filter((cited) =>
    isKnown(publishedOn(cited, view) ?? last, view),
  );
  const isOver = last === null || isKnown(last, view);
  const isPartial = sources.length < meeting.sources.length || !isOver;
  if (!isPartial) return { meeting, known, isPartial };
  const isTold = isOver && sources.some((cited) => isToldAfter(publishedOn(cited, view), last));
  const status = isTold || meeting.status === "announced" ? meeting.status : "unknown";
  return { meeting: { ...meeting, sources, outcome: null, note: null, status }, known, isPartial };
}

/** A report of that day or later may tell that it was held; an earlier one only that it would be. */
function isToldAfter(published: Day | null, last: Day | null): boolean {
  return published !== null && (last === null || published >= last);
}

/** When a statement was known: by its source, else by the day it was reported on, else by the day it was made on. */
export function statementKnown(statement: Statement, view: TalksView): KnownFrom {
  const { said, source, reported } = statement;
  const last = daysOf(said, view.zone)?.last ?? null;
  return publishedOn(source, view) === null && reported !== null
    ? { day: reported, assumed: false }
    : knownFrom([source], last, view);
}

/** When a text was known, from its sources; else from its own day. */
export function instrumentKnown({ day, sources }: InstrumentRecord, view: TalksView): KnownFrom {
  const cited = sources.map((source) => ({ source, quote: null, span: null }));
  return knownFrom(cited, day, view);
}

/** Whether what is known from the end of that day was known by the view's instant. */
export function isKnown(day: Day | null, { asOf, zone }: TalksView): boolean {
  if (asOf === null) return true;
  return day !== null && day < dayNearest(asOf, zone);
}

/** The day a cited source was published on; null = not known. */
export function publishedOn({ source }: Citation, { sources }: TalksView): Day | null {
  return sources.get(source)?.published ?? null;
}

function knownFrom(cited: readonly Citation[], last: Day | null, view: TalksView): KnownFrom {
  const [first] = cited.flatMap((one) => publishedOn(one, view) ?? []).sort(compareText);
  return first === undefined ? { day: last, assumed: true } : { day: first, assumed: false };
}
