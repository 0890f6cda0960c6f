// Reading -> text worlds (TERMS 2.1). A question that is not taken is open: every live answer stays possible.
// A text world picks one answer per question and one zone per open time zone; worlds with equal rules are one.
import type { EventTime } from "../model/event.ts";
import type {
  Clause,
  Instrument,
  OnBreach,
  PeriodStart,
  Reading,
  Slot,
  Sort,
  Where,
  ZoneChoice,
} from "../terms/ast.ts";
import type { Context } from "./context.ts";
import { answeredSides, sidesAnswered } from "./sides.ts";
import { undrawnZones } from "./shape.ts";
import { compilePeriod, resolvePoint } from "./period.ts";
import { resolveSlot, zoneChoiceId } from "./pick.ts";
import type { Asked, Picks } from "./pick.ts";
import type { NoticeTime, Release, Rule } from "./rule.ts";
import { rulesOnce } from "./rules-once.ts";

export interface TextWorld {
  /** Equal for worlds with equal rules. */
  readonly key: string;
  /** Every pick that compiles to these rules. */
  readonly picks: readonly Picks[];
  readonly rules: readonly Rule[];
}

/** One question of a reading that more than one answer is possible for, or that was taken. */
export interface Choice {
  readonly id: string;
  readonly options: readonly string[];
}

/** At most this many worlds; TERMS 10 (T802). */
export const MAX_TEXT_WORLDS = 1024;

/** More ways to answer than this are not tried, although many of them may come to the same world. */
export const MAX_PICKS = MAX_TEXT_WORLDS * 64;

/** The choices a reading leaves or makes, in the order question, zone, time zone. */
export function choicesOf(
  { instrument, shapes, timeZones }: Context,
  reading: Reading,
): readonly Choice[] {
  const choices: Choice[] = [];
  for (const question of instrument.questions.values()) {
    const taken = reading.take.get(question.id);
    const live = [...question.answers.values()].filter((answer) => answer.live);
    choices.push({ id: question.id, options: taken ?? live.map((answer) => answer.id) });
  }
  for (const id of undrawnZones(shapes)) choices.push({ id: `zone:${id}`, options: ["in", "out"] });
  return [...choices, ...timeZoneChoices(instrument, { reading, timeZones })];
}

/** In how many ways the choices can be made. */
export function waysOf(choices: readonly Choice[]): number {
  return choices.reduce((product, { options }) => product * Math.max(1, options.length), 1);
}

/** All text worlds of a reading, merged by equal rules, in order of their first pick. Throws a RangeError over the limit. */
export function textWorlds(context: Context, reading: Reading): readonly TextWorld[] {
  const choices = choicesOf(context, reading);
  const count = waysOf(choices);
  if (count > MAX_PICKS) throw new RangeError(`too many text worlds: ${count}`);
  const clauses = [...context.instrument.clauses.values()];
  const judged = clauses.filter((clause) => clause.effect !== "require");
  const rulesIn = rulesOnce(context, reading, {
    clauses: judged,
    compile: (clause, picks) =>
      neutral(compileRule(context, { reading, picks, clause, clauses: judged })),
  });
  const worlds = new Map<string, { picks: Picks[]; rules: readonly Rule[] }>();
  for (const picks of product(choices)) {
    const { key, rules } = rulesIn(picks);
    const known = worlds.get(key);
    if (known === undefined) worlds.set(key, { picks: [picks], rules });
    else known.picks.push(picks);
  }
  return [...worlds].map(([key, { picks, rules }]) => ({ key, picks, rules }));
}

/** A rule that does not apply is the same whatever else it says, so that its choices do not multiply worlds. */
function neutral(rule: Rule): Rule {
  if (rule.applies) return rule;
  const period = { kind: "fixed" as const, from: -Infinity, until: Infinity };
  return {
    ...rule,
    where: null,
    undrawn: {},
    inForceAfter: [],
    assumedAt: -Infinity,
    period,
    release: { kind: "none" },
  };
}

interface RuleInput {
  readonly reading: Reading;
  readonly picks: Asked;
  readonly clause: Clause;
  readonly clauses: readonly Clause[];
}

function compileRule(context: Context, { reading, picks, clause, clauses }: RuleInput): Rule {
  const get = <S extends Sort>(slot: Slot<unknown> | null, sort: S) =>
    resolveSlot(context, slot, { sort, picks });
  const unless = get(clause.unless, "unless") ?? [];
  const where = get(clause.where, "where");
  const targets = sidesAnswered(context, get(clause.targets, "targets"), picks);
  const overriding = clauses.filter((other) => other.overrides.includes(clause.id));
  return {
    id: clause.id,
    effect: clause.effect === "permit" ? "permit" : "prohibit",
    by: get(clause.by, "by") ?? [],
    act: get(clause.act, "act") ?? defaultAct(context),
    targets,
    sides: answeredSides(context, { targets, picks, against: clause.against }),
    against: get(clause.against, "against") ?? "any",
    means: get(clause.means, "means"),
    calibre: clause.calibre,
    where,
    undrawn: undrawnOf(where, picks),
    when: clause.when,
    ...waitingFor(get(clause.inForce, "in-force")?.after ?? [], {
      reading,
      picks,
      from: get(clause.from, "from"),
    }),
    applies: get(clause.applies, "applies") ?? true,
    period: compilePeriod(context, { reading, picks, clause }),
    release: compileRelease(context, get(clause.onBreach, "on-breach")),
    defeatedBy: [...new Set([...unless, ...overriding.map(({ id }) => id)])].sort(),
  };
}

/** What has to come first: recorded events by id, assumed ones by when the last of them came. */
function waitingFor(
  after: readonly string[],
  {
    reading,
    picks,
    from,
  }: Pick<RuleInput, "reading" | "picks"> & { readonly from: PeriodStart | null },
): Pick<Rule, "inForceAfter" | "assumedAt"> {
  const start = from?.kind === "event" ? [from.event] : [];
  const assumed = [...after, ...start].flatMap((event) => reading.assume.get(event) ?? []);
  return {
    inForceAfter: after.filter((event) => !reading.assume.has(event)),
    assumedAt: Math.max(-Infinity, ...assumed.map((point) => resolvePoint(point, picks))),
  };
}

/** The default act of a clause: use of force; a vocabulary without that word forbids every act it has. */
function defaultAct(context: Context): readonly string[] {
  const { nodes, leaves } = context.acts.vocabulary;
  return nodes.has("use-of-force") ? ["use-of-force"] : leaves;
}

/** Of the zones the rule names, those that nobody has drawn, as this world draws them. */
function undrawnOf(where: Where | null, picks: Asked): Readonly<Record<string, boolean>> {
  const zones: Record<string, boolean> = {};
  for (const zone of where === null ? [] : Object.values(where)) {
    const drawn = zone === null ? undefined : picks.get(`zone:${zone}`);
    if (zone !== null && drawn !== undefined) zones[zone] = drawn === "in";
  }
  return zones;
}

function compileRelease(context: Context, onBreach: OnBreach | null): Release {
  if (onBreach === null || onBreach.kind === "none") return { kind: "none" };
  if (onBreach.kind === "automatic" || !onBreach.notice) return { kind: "free" };
  const from: Record<string, NoticeTime> = {};
  for (const party of context.instrument.parties) {
    const notice = context.events.find(({ id }) => id === `notice-of-release/${party}`);
    if (notice !== undefined && notice.time.kind !== "not-by")
      from[party] = noticeTime(notice.time);
  }
  return Object.keys(from).length === 0 ? { kind: "none" } : { kind: "notice", from };
}

function noticeTime(time: Exclude<EventTime, { readonly kind: "not-by" }>): NoticeTime {
  return time.kind === "between"
    ? { earliest: time.from, latest: time.until - 1 }
    : { earliest: time.at, latest: time.at };
}

/** `tz` when any time of the text has an unknown zone, and one choice per list of zones. */
function timeZoneChoices(
  instrument: Instrument,
  { reading, timeZones }: { readonly reading: Reading; readonly timeZones: readonly string[] },
): readonly Choice[] {
  const zones: ZoneChoice[] = [...reading.assume.values()].map(({ zone }) => zone);
  const note = (point: unknown): void => {
    if (isPoint(point)) zones.push(point.zone);
  };
  for (const clause of instrument.clauses.values()) {
    for (const slot of [clause.from, clause.until]) if (slot?.kind === "value") note(slot.value);
    note(clause.due);
  }
  for (const question of instrument.questions.values()) {
    for (const answer of question.answers.values()) note(answer.value.value);
  }
  const choices = new Map<string, Choice>();
  for (const zone of zones) {
    if (zone.kind === "unknown") choices.set("tz", { id: "tz", options: timeZones });
    if (zone.kind === "zones" && zone.names.length > 1) {
      const id = zoneChoiceId(zone);
      choices.set(id, { id, options: zone.names });
    }
  }
  return [...choices.values()];
}

function isPoint(value: unknown): value is { readonly zone: ZoneChoice } {
  return typeof value === "object" && value !== null && "zone" in value;
}

function* product(choices: readonly Choice[]): Generator<Picks> {
  let picks: ReadonlyMap<string, string>[] = [new Map()];
  for (const { id, options } of choices) {
    if (options.length === 0) continue;
    picks = picks.flatMap((pick) => options.map((option) => new Map(pick).set(id, option)));
  }
  yield* picks;
}
