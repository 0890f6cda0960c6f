// Names of parties, kinds, means, acts, places in the chosen language; the id where the case has no name. Sorting as shown.
import type { I18n } from "@lingui/core";
import type { LabelTable } from "../../src/report/case-card.ts";
import type { IncidentLine } from "../../src/report/row.ts";
import type { CaseAnswer } from "../source/record-source.ts";
import type { Language } from "../words/languages.ts";

export interface Names {
  readonly language: Language;
  readonly party: (id: string) => string;
  readonly kind: (id: string) => string;
  /** Several things joined by "and"; the kinds that one thing may be, by "or". */
  readonly things: (things: IncidentLine["things"]) => string;
  readonly means: (id: string) => string;
  readonly act: (id: string) => string;
  /** A region by its id; `fallback` where the case has no name for it. */
  readonly region: (id: string, fallback?: string | null) => string;
  readonly place: (place: IncidentLine["place"]) => string;
  /** What a text says of its event, flag or zone. */
  readonly says: (instrument: string, id: string) => string;
  /** `Russia`, `Kyiv and Moscow`: joined as the language joins. */
  readonly list: (items: readonly string[], join?: "conjunction" | "disjunction") => string;
  readonly day: (day: string, form?: "short" | "long") => string;
  /** An instant in the case's first time zone, with the zone's short name. */
  readonly instant: (iso: string) => string;
  /** A moment of this device (milliseconds since 1970), in its own time zone, to the second. */
  readonly moment: (at: number) => string;
  /** A time zone by its city: `Moscow`. */
  readonly zone: (iana: string) => string;
  readonly number: (value: number) => string;
  /** Order of shown names. */
  readonly compare: (a: string, b: string) => number;
}

/** Names as the case gives them. */
export function namesOf(card: CaseAnswer, language: Language, i18n: I18n): Names {
  const { labels, says } = card;
  const locale = language === "en" ? "en-GB" : language;
  const collator = new Intl.Collator(language);
  const zone = card.timeZones[0] ?? "UTC";
  const days = { short: dayFormat(locale, "short"), long: dayFormat(locale, "long") };
  const clock = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: zone,
    timeZoneName: "short",
  });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
  const numbers = new Intl.NumberFormat(language);
  const list: Names["list"] = (items, type = "conjunction") =>
    new Intl.ListFormat(locale, { type, style: "long" }).format(items);
  const media = i18n._("party.media", {}, { message: "Media" });
  const kind = (id: string) => {
    const owner = ownerOf(id, labels.kinds);
    if (owner === null) return label(labels.kinds, id, language);
    const name = label(labels.kinds, owner, language);
    return i18n._("kind.other", { kind: name }, { message: "{kind}, of another sort" });
  };
  return {
    language,
    kind,
    list,
    things: (things) => list(things.map((kinds) => list(kinds.map(kind), "disjunction"))),
    party: (id) => (id === "media" ? media : label(labels.parties, id, language)),
    means: (id) => label(labels.means, id, language),
    act: (id) => label(labels.acts, id, language),
    region: (id, fallback = null) =>
      labels.regions[id] === undefined
        ? (fallback ?? titled(id))
        : label(labels.regions, id, language),
    place: ({ name, names }) => (language === "en" ? name : (names[language] ?? name)),
    says: (instrument, id) => says[`${instrument}/${id}`] ?? words(id),
    day: (day, form = "long") => days[form].format(new Date(`${day}T00:00:00Z`)),
    instant: (iso) => clock.format(new Date(iso)),
    moment: (at) => moments.format(new Date(at)),
    zone: (iana) => zoneName(iana),
    number: (value) => numbers.format(value),
    compare: (a, b) => collator.compare(a, b),
  };
}

function label(table: LabelTable, id: string, language: Language): string {
  const known = table[id];
  if (known !== undefined) return known[language] ?? known.en;
  return words(id);
}

/** `railway.other` is what is of railway and none of its named kinds. */
function ownerOf(id: string, table: LabelTable): string | null {
  const owner = id.endsWith(".other") ? id.slice(0, -".other".length) : "";
  return table[id] === undefined && table[owner] !== undefined ? owner : null;
}

/** The city that a zone is called by; Intl's own zone names mix cities, countries and abbreviations. */
function zoneName(iana: string): string {
  return (iana.split("/").at(-1) ?? iana).replaceAll("_", " ");
}

/** `sumy-oblast` as `Sumy Oblast`. */
function titled(id: string): string {
  return id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");
}

function words(id: string): string {
  return id.replaceAll("-", " ");
}

function dayFormat(locale: string, month: "short" | "long"): Intl.DateTimeFormat {
  const year = month === "long" ? ({ year: "numeric" } as const) : {};
  return new Intl.DateTimeFormat(locale, { day: "numeric", month, ...year, timeZone: "UTC" });
}
