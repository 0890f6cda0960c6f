// Meetings, statements and texts as lines of a list: who, when, where, through whom, with the sources themselves.
import type { Case, Labels } from "../case/case.ts";
import { formatInstant } from "../model/instant.ts";
import type { Day, Instant } from "../model/instant.ts";
import type { Citation, Source } from "../model/source.ts";
import type {
  InstrumentRecord,
  Meeting,
  Participant,
  Statement,
  TalkTime,
} from "../model/talks.ts";
import { instrumentKnown, isKnown, meetingKnownBy, statementKnown } from "../talks/known.ts";
import type { KnownFrom, TalksView } from "../talks/known.ts";
import { compareTimed } from "../talks/time.ts";

/** A time with hours as ISO instants. */
export type TimeLine =
  | Exclude<TalkTime, { readonly kind: "hours" }>
  | { readonly kind: "hours"; readonly from: string; readonly until: string };

/** A source with what was cited of it. */
export interface CitedSource extends Source, Omit<Citation, "source"> {}

export interface MeetingLine extends Omit<
  Meeting,
  "occurred" | "track" | "participants" | "sources"
> {
  readonly track: { readonly id: string; readonly title: string | null };
  readonly occurred: TimeLine;
  readonly participants: readonly (Omit<Participant, "names"> & {
    readonly names: readonly Labels[];
  })[];
  readonly sources: readonly CitedSource[];
  readonly known: KnownFrom;
  /** Some of its sources came later than was asked: outcome and note are left out. */
  readonly isPartial: boolean;
}

export interface StatementLine extends Omit<
  Statement,
  "said" | "speaker" | "chain" | "source" | "disputes"
> {
  readonly said: TimeLine;
  readonly speaker: Labels;
  /** From the speaker to the page that we hold. */
  readonly chain: readonly Labels[];
  readonly source: CitedSource | null;
  readonly known: KnownFrom;
}

/** A text by its day; what each party says of it is on the pages of texts. */
export interface InstrumentLine extends Pick<InstrumentRecord, "id" | "title" | "proposedBy"> {
  readonly day: Day;
  readonly sources: readonly CitedSource[];
  readonly known: KnownFrom;
}

/** How a case's talks are looked at; days are cut by its first zone. */
export function talksView({ sources, settings }: Case, asOf: Instant | null): TalksView {
  return { asOf, sources, zone: settings.timeZones[0] ?? "UTC" };
}

/** Those known by then, by time then id; what has no day stands where its bounds put it. */
export function meetingLines(
  theCase: Case,
  meetings: readonly Meeting[],
  asOf: Instant | null,
): readonly MeetingLine[] {
  const view = talksView(theCase, asOf);
  const titles = new Map(theCase.tracks.map(({ id, title }) => [id, title]));
  const name = namesOf(theCase);
  const sorted = [...meetings].sort((a, b) =>
    compareTimed({ id: a.id, time: a.occurred }, { id: b.id, time: b.occurred }, view.zone),
  );
  return sorted.flatMap((one) => {
    const known = meetingKnownBy(one, view);
    if (known === null) return [];
    const { meeting, ...rest } = known;
    return {
      ...meeting,
      ...rest,
      track: { id: meeting.track, title: titles.get(meeting.track) ?? null },
      occurred: timeLine(meeting.occurred),
      participants: meeting.participants.map((group) => ({
        ...group,
        names: group.names.map(name),
      })),
      sources: cited(theCase, meeting.sources),
    };
  });
}

/** Those known by then, by time then id. */
export function statementLines(
  theCase: Case,
  statements: readonly Statement[],
  asOf: Instant | null,
): readonly StatementLine[] {
  const view = talksView(theCase, asOf);
  const name = namesOf(theCase);
  const sorted = [...statements].sort((a, b) =>
    compareTimed({ id: a.id, time: a.said }, { id: b.id, time: b.said }, view.zone),
  );
  return sorted.flatMap((statement) => {
    const known = statementKnown(statement, view);
    if (!isKnown(known.day, view)) return [];
    const { disputes: _disputes, ...kept } = statement;
    return {
      ...kept,
      known,
      said: timeLine(statement.said),
      speaker: name(statement.speaker),
      chain: statement.chain.map(name),
      source: cited(theCase, [statement.source])[0] ?? null,
    };
  });
}

/** Those known by then, by day then id. */
export function instrumentLines(
  theCase: Case,
  instruments: readonly InstrumentRecord[],
  asOf: Instant | null,
): readonly InstrumentLine[] {
  const view = talksView(theCase, asOf);
  const timed = instruments.map((one) => ({
    id: one.id,
    time: { kind: "days", first: one.day, last: one.day } as const,
    one,
  }));
  return timed
    .sort((a, b) => compareTimed(a, b, view.zone))
    .flatMap(({ one }) => {
      const known = instrumentKnown(one, view);
      if (!isKnown(known.day, view)) return [];
      const { id, title, proposedBy, day } = one;
      const shown = one.sources.map((source) => ({ source, quote: null, span: null }));
      const sources = cited(theCase, shown).filter(({ published }) =>
        isKnown(published ?? day, view),
      );
      return { id, title, proposedBy, day, sources, known };
    });
}

function timeLine(time: TalkTime): TimeLine {
  if (time.kind !== "hours") return time;
  return { kind: "hours", from: formatInstant(time.from), until: formatInstant(time.until) };
}

function cited({ sources }: Case, citations: readonly Citation[]): readonly CitedSource[] {
  return citations.flatMap(({ source, quote, span }) => {
    const found = sources.get(source);
    return found === undefined ? [] : { ...found, quote, span };
  });
}

/** A name as the roster or the outlets have it, by id, name or spelling; else as the record writes it. */
function namesOf({ people, outlets }: Case): (text: string) => Labels {
  const known = new Map<string, Labels>();
  for (const { id, name } of outlets) known.set(id, { en: name });
  for (const { id, names, spellings } of people) {
    for (const text of [id, names.en, ...spellings]) known.set(text, names);
  }
  return (text) => known.get(text) ?? { en: text };
}
