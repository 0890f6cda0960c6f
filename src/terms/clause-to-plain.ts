// Clauses, questions and their values in the form of the file, as plain values.
import type {
  Against,
  Answer,
  AnswerValue,
  Clause,
  Due,
  Duration,
  Extension,
  Fulfilment,
  Holding,
  InForce,
  OnBreach,
  PeriodStart,
  Plain,
  Question,
  Slot,
  Target,
  TimePoint,
  Where,
  ZoneChoice,
} from "./ast.ts";
import { mapped, record } from "./plain.ts";

/** One question with all its answers. */
export function questionToPlain(question: Question): Plain {
  return { asks: question.asks, answers: mapped(question.answers, answerToPlain) };
}

function answerToPlain(answer: Answer): Plain {
  return record({
    [answer.value.sort]: answerValueToPlain(answer.value),
    held: answer.held.length === 0 ? null : answer.held.map(holdingToPlain),
    live: answer.live ? null : false,
    note: answer.note,
    text: answer.text,
  });
}

function holdingToPlain(holding: Holding): Plain {
  const { by, since, until, source, quote, gist } = holding;
  return record({ by, since, until, source, quote, gist });
}

/** The value alone, without its sort: what makes two answers mean the same. */
export function answerValueToPlain(answer: AnswerValue): Plain {
  switch (answer.sort) {
    case "targets":
      return answer.value.map(targetToPlain);
    case "where":
      return whereToPlain(answer.value);
    case "from":
      return periodStartToPlain(answer.value);
    case "until":
      return timePointToPlain(answer.value);
    case "for":
      return durationToPlain(answer.value);
    case "extension":
      return extensionToPlain(answer.value);
    case "on-breach":
      return onBreachToPlain(answer.value);
    case "in-force":
      return inForceToPlain(answer.value);
    case "act":
    case "means":
    case "unless":
    case "by":
    case "against":
    case "applies":
    case "side":
      return answer.value;
    default:
      return answer satisfies never;
  }
}

/** One clause; what `common` shared is written out in it. */
export function clauseToPlain(clause: Clause): Plain {
  return record({
    effect: clause.effect,
    by: slotToPlain(clause.by, same),
    against: slotToPlain<Against>(clause.against, same),
    act: slotToPlain(clause.act, same),
    targets: slotToPlain(clause.targets, (targets) => targets.map(targetToPlain)),
    means: slotToPlain(clause.means, same),
    calibre: clause.calibre === null ? null : record({ ...clause.calibre }),
    where: slotToPlain(clause.where, whereToPlain),
    when: clause.when.length === 0 ? null : { flags: clause.when },
    from: slotToPlain(clause.from, periodStartToPlain),
    until: slotToPlain(clause.until, timePointToPlain),
    for: slotToPlain(clause.for, durationToPlain),
    "in-force": slotToPlain(clause.inForce, inForceToPlain),
    extension: slotToPlain(clause.extension, extensionToPlain),
    applies: slotToPlain(clause.applies, same),
    "on-breach": slotToPlain(clause.onBreach, onBreachToPlain),
    unless: slotToPlain(clause.unless, same),
    overrides: clause.overrides.length === 0 ? null : clause.overrides,
    due: clause.due === null ? null : dueToPlain(clause.due),
    "fulfilled-by": clause.fulfilledBy === null ? null : fulfilmentToPlain(clause.fulfilledBy),
    source: clause.source.length === 0 ? null : clause.source,
    text: clause.text,
    note: clause.note,
  });
}

function dueToPlain(due: Due): Plain {
  return due.kind === "after" ? durationToPlain(due.length) : timePointToPlain(due);
}

function fulfilmentToPlain(fulfilment: Fulfilment): Plain {
  return fulfilment.kind === "together"
    ? fulfilment.events
    : Object.fromEntries(fulfilment.parties);
}

function same(value: Plain): Plain {
  return value;
}

/** The value, or the question that answers it. */
export function slotToPlain<T>(slot: Slot<T> | null, toPlain: (value: T) => Plain): Plain {
  if (slot === null) return null;
  return slot.kind === "question" ? { question: slot.question } : toPlain(slot.value);
}

/** A plain name, `{kind, facets...}`, or the nearness form. */
export function targetToPlain(target: Target): Plain {
  if (target.near !== undefined) return { within: target.near.meters, of: target.near.of };
  const names = Object.entries(target.facets).map(([facet, word]) => facetToPlain(facet, word));
  return names.length === 0 ? target.kind : { kind: target.kind, ...Object.fromEntries(names) };
}

function facetToPlain(facet: string, word: string): [string, Plain] {
  const asked = facet.endsWith("-question") ? facet.slice(0, -"-question".length) : null;
  return asked === null ? [facet, word] : [asked, { question: word }];
}

function whereToPlain(where: Where): Plain {
  const { target, origin, either, outside } = where;
  return record({ target, origin, either, outside });
}

function periodStartToPlain(start: PeriodStart): Plain {
  return start.kind === "event" ? { event: start.event } : timePointToPlain(start);
}

/** `{on, tz}` or `{at, tz}`. */
export function timePointToPlain(point: TimePoint): Plain {
  const tz = zoneChoiceToPlain(point.zone);
  return point.kind === "on" ? { on: point.day, tz } : { at: point.wall, tz };
}

function zoneChoiceToPlain(choice: ZoneChoice): Plain {
  switch (choice.kind) {
    case "zones":
      return choice.names.length === 1 ? (choice.names[0] ?? null) : choice.names;
    case "offset":
      return formatOffset(choice.minutes);
    case "unknown":
      return "unknown";
    default:
      return choice satisfies never;
  }
}

function formatOffset(minutes: number): string {
  const size = Math.abs(minutes);
  const [hours, rest] = [Math.floor(size / 60), size % 60];
  return `${minutes < 0 ? "-" : "+"}${twoDigits(hours)}:${twoDigits(rest)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}

/** `P30D` or `PT720H30M`. */
export function durationToPlain(duration: Duration): string {
  if (duration.kind === "days") return `P${duration.days}D`;
  const minutes = Math.floor(duration.milliseconds / 60_000);
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0 ? `PT${hours}H` : `PT${hours > 0 ? `${hours}H` : ""}${rest}M`;
}

function extensionToPlain(extension: Extension): Plain {
  if (extension.kind !== "automatic") return extension.kind;
  const noticeBy = extension.noticeBy === null ? null : durationToPlain(extension.noticeBy);
  return { automatic: record({ for: durationToPlain(extension.for), "notice-by": noticeBy }) };
}

function onBreachToPlain(onBreach: OnBreach): Plain {
  if (onBreach.kind === "none") return "none";
  if (onBreach.kind === "automatic") return { release: "automatic" };
  return { release: "power", notice: onBreach.notice };
}

function inForceToPlain(inForce: InForce): Plain {
  return { after: inForce.after };
}
