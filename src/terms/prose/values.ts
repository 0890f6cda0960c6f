// Values of slots and answers as sentences: each sort has its own; names get their labels in the language of the view.
import type {
  Against,
  AnswerValue,
  CalibreBand,
  Due,
  Duration,
  Extension,
  Fulfilment,
  Instrument,
  OnBreach,
  PeriodStart,
  Target,
  TimePoint,
  Where,
} from "../ast.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { listed, phrase } from "./words.ts";
import type { Phrase, ProseLanguage } from "./words.ts";

/** What names mean: labels of vocabularies and parties in the language of the view. */
export interface Naming {
  readonly lang: ProseLanguage;
  readonly instrument: Instrument;
  readonly kinds: Vocabulary;
  readonly means: Vocabulary;
  readonly acts: Vocabulary;
  readonly party: (id: string) => string;
}

/** One or more sentences that say the value. */
export function valueSentence(naming: Naming, answer: AnswerValue): string {
  const { lang } = naming;
  switch (answer.sort) {
    case "act":
      return `${names(naming, "acts", answer.value)}.`;
    case "targets":
      return phrase(lang, "targets", { targets: targetNames(naming, answer.value) });
    case "means":
      return phrase(lang, "means", { means: names(naming, "means", answer.value) });
    case "where":
      return whereSentence(naming, answer.value);
    case "from":
      return startSentence(naming, answer.value);
    case "until":
      return phrase(lang, "until", { time: pointWords(lang, answer.value) });
    case "for":
      return lengthSentence(lang, answer.value);
    case "extension":
      return extensionSentence(lang, answer.value);
    case "on-breach":
      return breachSentence(lang, answer.value);
    case "in-force":
      return inForceSentence(naming, answer.value.after);
    case "applies":
      return phrase(lang, answer.value ? "applies" : "applies-not");
    case "unless":
      return phrase(lang, "unless", { clauses: quoted(lang, answer.value) });
    case "by":
      return `${parties(naming, answer.value)}.`;
    case "against":
      return againstSentence(naming, answer.value);
    case "side":
      return phrase(lang, "side", { party: naming.party(answer.value) });
    default:
      return answer satisfies never;
  }
}

/** Labels in the language, English where there is none, the id where there is no label. */
export function names(
  naming: Naming,
  vocabulary: "kinds" | "means" | "acts",
  ids: readonly string[],
): string {
  return listed(
    naming.lang,
    ids.map((id) => label(naming, naming[vocabulary], id)),
  );
}

function label({ lang }: Naming, vocabulary: Vocabulary, id: string): string {
  const own = (name: string): string | undefined => {
    const labels = vocabulary.nodes.get(name)?.labels;
    return labels?.[lang] ?? labels?.["en"];
  };
  const parent = id.endsWith(".other") ? own(id.slice(0, -".other".length)) : undefined;
  return own(id) ?? (parent === undefined ? id : phrase(lang, "other", { label: parent }));
}

export function parties({ lang, party }: Naming, ids: readonly string[]): string {
  return listed(lang, ids.map(party));
}

/** Ids as the text has them, in the quotation marks of the language. */
export function quoted(lang: ProseLanguage, ids: readonly string[]): string {
  return listed(
    lang,
    ids.map((id) => (lang === "en" ? `“${id}”` : `«${id}»`)),
  );
}

export function targetNames(naming: Naming, targets: readonly Target[]): string {
  return listed(
    naming.lang,
    targets.map(({ kind, facets, near }) => {
      if (near !== undefined) {
        const kinds = names(naming, "kinds", near.of);
        return phrase(naming.lang, "near", { meters: near.meters, kinds });
      }
      const limits = Object.entries(facets).map(([facet, value]) => `${facet}: ${value}`);
      const name = label(naming, naming.kinds, kind);
      return limits.length === 0 ? name : `${name} (${limits.join(", ")})`;
    }),
  );
}

function whereSentence({ lang }: Naming, { target, origin, either, outside }: Where): string {
  const parts: readonly (readonly [Phrase, string | null])[] = [
    ["where-target", target],
    ["where-origin", origin],
    ["where-either", either],
    ["where-outside", outside],
  ];
  return parts
    .flatMap(([name, zone]) => (zone === null ? [] : [phrase(lang, name, { zone })]))
    .join(" ");
}

function startSentence({ lang, instrument }: Naming, start: PeriodStart): string {
  if (start.kind !== "event") return phrase(lang, "from-point", { time: pointWords(lang, start) });
  return phrase(lang, "from-event", { event: eventWords(instrument, start.event) });
}

/** What the text says of the event; its id for the events that every text may wait for. */
export function eventWords({ events }: Instrument, id: string): string {
  return events.get(id)?.says ?? id;
}

function inForceSentence({ lang, instrument }: Naming, after: readonly string[]): string {
  if (after.length === 0) return phrase(lang, "in-force-at-once");
  return phrase(lang, "in-force", {
    events: after.map((id) => eventWords(instrument, id)).join("; "),
  });
}

export function pointWords(lang: ProseLanguage, point: TimePoint): string {
  const zone = zoneWords(lang, point);
  if (point.kind === "on") return phrase(lang, "day-in", { day: point.day, zone });
  return phrase(lang, "time-in", {
    day: point.wall.slice(0, 10),
    time: point.wall.slice(11),
    zone,
  });
}

function zoneWords(lang: ProseLanguage, { zone }: TimePoint): string {
  if (zone.kind === "unknown") return phrase(lang, "zone-unknown");
  if (zone.kind === "zones") return zone.names.join(" / ");
  const minutes = Math.abs(zone.minutes);
  const two = (number: number): string => String(number).padStart(2, "0");
  return `UTC${zone.minutes < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function lengthSentence(lang: ProseLanguage, length: Duration): string {
  return length.kind === "days"
    ? phrase(lang, "days", { n: length.days })
    : phrase(lang, "elapsed", { n: hours(length.milliseconds) });
}

function lengthWords(lang: ProseLanguage, length: Duration): string {
  return length.kind === "days"
    ? phrase(lang, "length-days", { n: length.days })
    : phrase(lang, "length-hours", { n: hours(length.milliseconds) });
}

/** Hours with minutes as a fraction of at most four digits. */
function hours(milliseconds: number): number {
  return Math.round((milliseconds / 3_600_000) * 10_000) / 10_000;
}

function extensionSentence(lang: ProseLanguage, extension: Extension): string {
  if (extension.kind === "none") return phrase(lang, "extension-none");
  if (extension.kind === "agreed") return phrase(lang, "extension-agreed");
  const length = lengthWords(lang, extension.for);
  if (extension.noticeBy === null) return phrase(lang, "extension-automatic", { length });
  return phrase(lang, "extension-notice", {
    length,
    notice: lengthWords(lang, extension.noticeBy),
  });
}

function breachSentence(lang: ProseLanguage, onBreach: OnBreach): string {
  if (onBreach.kind === "power")
    return phrase(lang, onBreach.notice ? "breach-notice" : "breach-conduct");
  return phrase(lang, onBreach.kind === "none" ? "breach-none" : "breach-automatic");
}

export function againstSentence(naming: Naming, against: Against): string {
  const { lang } = naming;
  if (against === "any") return phrase(lang, "against-any");
  if (against === "opponent") return phrase(lang, "against-opponent");
  return phrase(lang, "against-list", { parties: parties(naming, against) });
}

/** A band of calibre. */
export function calibreSentence({ lang }: Naming, { from, below }: CalibreBand): string {
  if (below === null) return phrase(lang, "calibre-from", { from });
  if (from === 0) return phrase(lang, "calibre-below", { below });
  return phrase(lang, "calibre-band", { from, below });
}

/** By when an obligation is to be met. */
export function dueSentence({ lang }: Naming, due: Due): string {
  return due.kind === "after"
    ? phrase(lang, "due-after", { length: lengthWords(lang, due.length) })
    : phrase(lang, "due-point", { time: pointWords(lang, due) });
}

/** What fulfils an obligation, for all together or party by party. */
export function fulfilmentSentence(
  { lang, instrument, party }: Naming,
  fulfilment: Fulfilment,
): string {
  const said = (events: readonly string[]): string =>
    events.map((id) => eventWords(instrument, id)).join("; ");
  if (fulfilment.kind === "together") {
    return phrase(lang, "fulfilled-together", { events: said(fulfilment.events) });
  }
  return [...fulfilment.parties]
    .map(([id, events]) =>
      phrase(lang, "fulfilled-each", { party: party(id), events: said(events) }),
    )
    .join(" ");
}
