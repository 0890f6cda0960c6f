// Findings about conditions of place and time against what is drawn and recorded: a `where` that cannot hold (T404), a condition
// that is met only after the end (T312).
import { relate } from "../../geo/relation.ts";
import { areaIn } from "../shape.ts";
import type { RecordedEvent } from "../../model/event.ts";
import type { Instant } from "../../model/instant.ts";
import type { Clause, Where } from "../../terms/ast.ts";
import { statedValues } from "../../terms/check.ts";
import { instantWords } from "../describe.ts";
import type { Rule } from "../rule.ts";
import type { Finding } from "./finding.ts";
import { judgedClauses } from "./survey.ts";
import type { Survey } from "./survey.ts";

/** T312, T404. */
export function findInConditions(survey: Survey): readonly Finding[] {
  return judgedClauses(survey).flatMap((clause) => [
    ...whereCannotHold(survey, clause),
    ...metTooLate(survey, clause),
  ]);
}

/** The target would have to lie inside and outside at once. */
function whereCannotHold(survey: Survey, clause: Clause): readonly Finding[] {
  const stated = statedValues(survey.loaded.instrument, clause.where, {
    sort: "where",
    clause: clause.id,
  });
  return stated.flatMap(({ value, path }) => {
    const { target, outside } = value;
    if (!isImpossible(survey, value)) return [];
    const same = target === outside;
    const lies = same
      ? `both inside and outside "${target}"`
      : `in "${target}" and outside "${outside}"`;
    return [
      {
        code: "T404",
        severity: "error",
        message: `clause "${clause.id}" asks for a target ${lies}: no place is`,
        path,
        shown: same
          ? `any place in "${target}"`
          : `any place in "${target}" lies in "${outside}" too, which holds it whole`,
      },
    ];
  });
}

function isImpossible({ context }: Survey, { target, outside }: Where): boolean {
  if (target === null || outside === null) return false;
  if (target === outside) return true;
  const [inner, outer] = [areaIn(context.shapes, target), areaIn(context.shapes, outside)];
  if (inner === null || outer === null) return false;
  return relate(inner, outer) === "inside";
}

/** In every world of every reading what the clause waits for came, by the record, when its period was over. */
function metTooLate({ input, readings, open }: Survey, { id }: Clause): readonly Finding[] {
  const models = readings.length === 0 ? open : readings;
  const rules = models.flatMap(({ worlds }) =>
    worlds.flatMap((world) => world.rules.filter((rule) => rule.id === id && rule.applies)),
  );
  const late = rules.map((rule) => lateCondition(rule, input.events));
  const [first] = late;
  if (first === undefined || first === null || late.includes(null)) return [];
  return [
    {
      code: "T312",
      severity: "warning",
      message: `clause "${id}" waits for "${first.event}", which came at ${instantWords(first.came)}, after the end at ${instantWords(first.until)}`,
      path: ["clauses", id],
      shown: `any incident before ${instantWords(first.until)}: not in force yet; after it: over`,
    },
  ];
}

interface Late {
  readonly event: string;
  readonly came: Instant;
  readonly until: Instant;
}

function lateCondition(
  { inForceAfter, period }: Rule,
  events: readonly RecordedEvent[],
): Late | null {
  const { until } = period;
  if (!Number.isFinite(until)) return null;
  const waited = period.kind === "after-event" ? [...inForceAfter, period.event] : inForceAfter;
  for (const event of waited) {
    const recorded = events.find((one) => one.id === event);
    const came = recorded === undefined ? null : earliestOf(recorded);
    if (came !== null && came >= until) return { event, came, until };
  }
  return null;
}

/** The first instant at which it may have come. */
function earliestOf({ time }: RecordedEvent): Instant {
  return time.kind === "between" ? time.from : time.at;
}
