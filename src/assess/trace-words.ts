// What each step of a trace asks and what was found, in plain English words; and which inputs each step can hang on.
import type { Incident } from "../model/incident.ts";
import type { Clause, Slot } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import {
  calibreWords,
  extentWords,
  intervalWords,
  labelOf,
  listWords,
  periodWords,
  possibilityWords,
  targetWords,
  thingWords,
  whereWords,
  instantWords,
} from "./describe.ts";
import type { ReadingModel } from "./reading-model.ts";
import type { Rule } from "./rule.ts";
import type { Reason } from "./verdict.ts";

/** What an atom of a rule asks. */
export function askedWords(context: Context, rule: Rule, name: Reason): string {
  if (name === "actor") return `done by ${listWords(rule.by)}`;
  if (name === "act")
    return `an act of ${listWords(rule.act.map((id) => labelOf(context.acts.vocabulary, id)))}`;
  if (name === "not-in-force") return inForceWords(rule);
  if (name === "period") return periodWords(rule);
  if (name === "zone") return whereWords(rule);
  if (name === "kind") return targetWords(context, rule.targets);
  const means =
    rule.means === null
      ? "by any means"
      : `by ${listWords(rule.means.map((id) => labelOf(context.means.vocabulary, id)))}`;
  return `${means} ${calibreWords(rule.calibre)}`.trim();
}

function inForceWords({ inForceAfter, assumedAt, applies, period }: Rule): string {
  if (!applies) return "not applied at all";
  if (period.kind === "after-event") return `in force once ${period.event} has come`;
  const assumed = Number.isFinite(assumedAt)
    ? [`what this reading assumes to have come at ${instantWords(assumedAt)}`]
    : [];
  const waits = [...inForceAfter, ...assumed];
  return waits.length === 0 ? "in force at once" : `in force after ${listWords(waits, "and")}`;
}

/** What the record holds of it. */
export function foundWords(model: ReadingModel, incident: Incident, name: Reason): string {
  const { facts } = incident;
  const { context } = model;
  if (name === "actor") return possibilityWords(facts.actors);
  if (name === "act")
    return possibilityWords(facts.acts, (id) => labelOf(context.acts.vocabulary, id));
  if (name === "not-in-force") return eventWords(model);
  if (name === "period") return intervalWords(facts.occurred);
  if (name === "zone")
    return `target: ${extentWords(facts.target)}; origin: ${extentWords(facts.origin)}${distanceWords(incident)}`;
  if (name === "kind") return thingWords(context, incident) + distanceWords(incident);
  const means = possibilityWords(facts.means, (id) => labelOf(context.means.vocabulary, id));
  return facts.calibre === undefined ? means : `${means}, ${rangeWords(facts.calibre, "mm")}`;
}

function rangeWords({ low, high }: { low: number; high: number }, unit: string): string {
  if (low === high) return `${low} ${unit}`;
  return Number.isFinite(high) ? `${low} to ${high} ${unit}` : `${low} ${unit} or more`;
}

/** What the record says of how far objects were. */
function distanceWords({ facts }: Incident): string {
  const said = Object.entries(facts.distances ?? {}).map(
    ([kind, range]) => `${kind} at ${rangeWords(range, "m")}`,
  );
  return said.length === 0 ? "" : `; nearest ${said.sort().join(", ")}`;
}

function eventWords({ context, frame }: ReadingModel): string {
  const words = frame.events.map((id) => {
    const time = context.events.find((event) => event.id === id)?.time;
    if (time === undefined) return `${id}: nothing recorded`;
    if (time.kind === "at")
      return `${id}: came ${intervalWords({ from: time.at, until: time.at })}`;
    if (time.kind === "between") return `${id}: came ${intervalWords(time)}`;
    return `${id}: had not come by ${intervalWords({ from: time.at, until: time.at }).slice("at ".length)}`;
  });
  return words.length === 0 ? "nothing to wait for" : words.join("; ");
}

/** Input ids an atom can hang on, the question of its slot among them. */
export function inputsOf(name: Reason, clause: Clause): readonly ((id: string) => boolean)[] {
  const slot = (...slots: readonly (Slot<unknown> | null)[]) =>
    slots.flatMap((one) => (one?.kind === "question" ? [(id: string) => id === one.question] : []));
  const starts = (prefix: string) => (id: string) => id.startsWith(prefix);
  const edge = (id: string): boolean => id.includes("-in-");
  switch (name) {
    case "actor":
      return [(id) => id === "actor", ...slot(clause.by)];
    case "act":
      return [(id) => id === "act", edge, ...slot(clause.act)];
    case "not-in-force":
      return [
        starts("event:"),
        (id) => id === "time",
        ...slot(clause.inForce, clause.applies, clause.from),
      ];
    case "period":
      return [
        (id) => id === "time",
        starts("tz"),
        starts("event:"),
        ...slot(clause.from, clause.until, clause.for, clause.extension),
      ];
    case "zone":
      return [
        (id) => /^zone:(?:target|origin|undated):/.test(id),
        (id) => id === "actor",
        (id) => id === "time",
        ...slot(clause.where),
      ];
    case "kind":
      return [
        starts("thing:"),
        starts("zone:near:"),
        edge,
        ...slot(clause.targets, clause.against),
      ];
    case "means":
      return [(id) => id === "means", starts("zone:calibre:"), edge, ...slot(clause.means)];
    case "exception":
      return [starts("flag:"), ...slot(clause.unless)];
    case "suspension":
      return [(id) => id === "breach", (id) => id === "actor", ...slot(clause.onBreach)];
  }
}
