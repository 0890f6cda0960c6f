// Names of the parts of a text, and an answer's words: the holder's own, else our gist, else the value said plainly.
import type { I18n } from "@lingui/core";
import type { AnswerWords, PartWords } from "../../src/report/words.ts";
import type {
  AnswerValue,
  Duration,
  PeriodStart,
  Sort,
  Target,
  TimePoint,
  Where,
  ZoneChoice,
} from "../../src/terms/ast.ts";
import type { Names } from "../app/names.ts";

/** An answer as shown: `quote` is somebody's own words and stays in their language. */
export interface ShownAnswer {
  readonly form: "quote" | "gist" | "value";
  readonly text: string;
}

interface WordsContext {
  readonly i18n: I18n;
  readonly names: Names;
  /** Instrument id: events, flags and zones are named by their text. */
  readonly instrument: string;
}

/** Parts whose value is too long for a card, or says too little without its question; there our gist goes first. */
const LISTED: readonly Sort[] = ["targets", "means", "where", "act", "in-force", "applies"];

/** The distinct wordings of a part's answers, in order. */
export function shownAnswers(words: PartWords, context: WordsContext): readonly ShownAnswer[] {
  const shown = words.answers.map((answer) => shownAnswer(answer, words.part, context));
  const first = new Map(shown.map((one) => [one.text, one]));
  return [...first.values()];
}

/** One answer as a line of a list: its words, with its id where words alone may be those of another answer. */
export function answerText(answer: AnswerWords, context: WordsContext): string {
  const { text } = shownAnswer(answer, answer.value.sort, context);
  return answer.id === null ? text : `${text} (${answer.id.replaceAll("-", " ")})`;
}

function shownAnswer(answer: AnswerWords, part: Sort, context: WordsContext): ShownAnswer {
  if (answer.quote !== null) return { form: "quote", text: answer.quote };
  if (answer.gist !== null && LISTED.includes(part)) return { form: "gist", text: answer.gist };
  return { form: "value", text: valueText(answer.value, context) };
}

/** Name of a part of a text. */
export function partName(i18n: I18n, part: Sort): string {
  switch (part) {
    case "by":
      return i18n._("part.by", {}, { message: "Binds" });
    case "act":
      return i18n._("part.act", {}, { message: "Forbids" });
    case "targets":
      return i18n._("part.targets", {}, { message: "Targets" });
    case "means":
      return i18n._("part.means", {}, { message: "Means" });
    case "where":
      return i18n._("part.where", {}, { message: "Where" });
    case "against":
      return i18n._("part.against", {}, { message: "Against" });
    case "from":
      return i18n._("part.from", {}, { message: "Start" });
    case "until":
      return i18n._("part.until", {}, { message: "End" });
    case "for":
      return i18n._("part.for", {}, { message: "Length" });
    case "extension":
      return i18n._("part.extension", {}, { message: "Extension" });
    case "in-force":
      return i18n._("part.in-force", {}, { message: "In force" });
    case "applies":
      return i18n._("part.applies", {}, { message: "Rule" });
    case "unless":
      return i18n._("part.unless", {}, { message: "Except" });
    case "on-breach":
      return i18n._("part.on-breach", {}, { message: "On breach" });
    case "side":
      return i18n._("part.side", {}, { message: "Whose it is" });
    default:
      return part satisfies never;
  }
}

/** A value said plainly in the chosen language. */
export function valueText(value: AnswerValue, context: WordsContext): string {
  const { i18n, names, instrument } = context;
  switch (value.sort) {
    case "by":
      return names.list(value.value.map(names.party));
    case "act":
      return names.list(value.value.map(names.act));
    case "means":
      return names.list(value.value.map(names.means));
    case "targets":
      return names.list(value.value.map((target) => targetText(target, i18n, names)));
    case "where":
      return whereText(value.value, context);
    case "from":
    case "until":
      return startText(value.value, context);
    case "for":
      return durationText(value.value, i18n);
    case "extension":
      return extensionText(value.value.kind, i18n);
    case "on-breach":
      return breachText(value, i18n);
    case "in-force":
      return value.value.after.length === 0
        ? i18n._("value.at-once", {}, { message: "at once" })
        : afterText(names.list(value.value.after.map((id) => names.says(instrument, id))), i18n);
    case "applies":
      return value.value
        ? i18n._("value.applies", {}, { message: "applies" })
        : i18n._("value.applies-not", {}, { message: "does not apply" });
    case "unless":
      return names.list(value.value.map((id) => names.says(instrument, id)));
    case "against":
      return againstText(value.value, context);
    case "side":
      return names.party(value.value);
    default:
      return value satisfies never;
  }
}

function targetText({ kind, facets, near }: Target, i18n: I18n, names: Names): string {
  if (near !== undefined) {
    const kinds = names.list(near.of.map(names.kind), "disjunction");
    return i18n._(
      "target.near",
      { n: near.meters, kinds },
      { message: "what lies within {n} m of: {kinds}" },
    );
  }
  const facetTexts = Object.values(facets);
  return facetTexts.length === 0
    ? names.kind(kind)
    : `${names.kind(kind)} (${facetTexts.join(", ")})`;
}

function whereText(where: Where, { i18n, names, instrument }: WordsContext): string {
  const zone = (id: string) => names.says(instrument, id);
  const texts: string[] = [];
  if (where.target !== null) {
    texts.push(
      i18n._("where.target", { zone: zone(where.target) }, { message: "target in {zone}" }),
    );
  }
  if (where.origin !== null) {
    texts.push(
      i18n._("where.origin", { zone: zone(where.origin) }, { message: "fired from {zone}" }),
    );
  }
  if (where.either !== null) {
    texts.push(
      i18n._("where.either", { zone: zone(where.either) }, { message: "in or from {zone}" }),
    );
  }
  if (where.outside !== null) {
    texts.push(
      i18n._("where.outside", { zone: zone(where.outside) }, { message: "outside {zone}" }),
    );
  }
  return names.list(texts);
}

function startText(start: PeriodStart, context: WordsContext): string {
  const { i18n, names, instrument } = context;
  if (start.kind === "event") return afterText(names.says(instrument, start.event), i18n);
  return timeText(start, context);
}

function timeText(time: TimePoint, { i18n, names }: WordsContext): string {
  const zone = zoneText(time.zone, i18n, names);
  if (time.kind === "on") return `${names.day(time.day)}, ${zone}`;
  const [day = "", clock = ""] = time.wall.split("T");
  return `${names.day(day)}, ${clock}, ${zone}`;
}

function zoneText(zone: ZoneChoice, i18n: I18n, names: Names): string {
  switch (zone.kind) {
    case "zones":
      return names.list(zone.names.map(names.zone), "disjunction");
    case "offset":
      return `UTC${zone.minutes < 0 ? "−" : "+"}${Math.abs(zone.minutes) / 60}`;
    case "unknown":
      return i18n._("zone.unknown", {}, { message: "time zone not said" });
    default:
      return zone satisfies never;
  }
}

function durationText(duration: Duration, i18n: I18n): string {
  if (duration.kind === "days") {
    return i18n._(
      "duration.days",
      { n: duration.days },
      {
        message: "{n, plural, one {# calendar day} other {# calendar days}}",
      },
    );
  }
  return i18n._(
    "duration.hours",
    { n: Math.round(duration.milliseconds / 3_600_000) },
    {
      message: "{n, plural, one {# hour} other {# hours}}",
    },
  );
}

function extensionText(kind: "none" | "agreed" | "automatic", i18n: I18n): string {
  switch (kind) {
    case "none":
      return i18n._("extension.none", {}, { message: "none" });
    case "agreed":
      return i18n._("extension.agreed", {}, { message: "only if agreed" });
    case "automatic":
      return i18n._("extension.automatic", {}, { message: "by itself, unless notice is given" });
    default:
      return kind satisfies never;
  }
}

function breachText({ value }: Extract<AnswerValue, { sort: "on-breach" }>, i18n: I18n): string {
  if (value.kind === "none") {
    return i18n._("breach.none", {}, { message: "both stay bound" });
  }
  if (value.kind === "automatic") {
    return i18n._("breach.automatic", {}, { message: "the text ends by itself" });
  }
  return value.notice
    ? i18n._("breach.notice", {}, { message: "the other side may leave, with notice" })
    : i18n._("breach.conduct", {}, { message: "the other side may leave by acting" });
}

function afterText(event: string, i18n: I18n): string {
  return i18n._("value.after", { event }, { message: "after: {event}" });
}

function againstText(
  against: "any" | "opponent" | readonly string[],
  context: WordsContext,
): string {
  const { i18n, names } = context;
  if (against === "any") return i18n._("against.any", {}, { message: "anyone" });
  if (against === "opponent") return i18n._("against.opponent", {}, { message: "the other side" });
  return names.list(against.map(names.party));
}
