// Counterfactual periods: the same words, in force from another day or until another day. Conditions that the text waits for count as
// met from that day, since the question is what it would have covered had it held.
import type { Day } from "../model/instant.ts";
import type { Clause, Instrument, TimePoint } from "../terms/ast.ts";

export interface OtherPeriod {
  readonly start?: Day;
  /** First day on which it no longer holds. */
  readonly end?: Day;
  /** IANA name of the zone whose days these are. */
  readonly zone: string;
}

/** Every judged clause with the other period; lengths count from the new start unless an end is given. */
export function withPeriod(instrument: Instrument, period: OtherPeriod): Instrument {
  const clauses = [...instrument.clauses].map(
    ([id, clause]) => [id, clauseIn(clause, period)] as const,
  );
  return { ...instrument, clauses: new Map(clauses) };
}

function clauseIn(clause: Clause, { start, end, zone }: OtherPeriod): Clause {
  if (clause.effect !== "prohibit") return clause;
  const point = (day: Day): { readonly kind: "value"; readonly value: TimePoint } => ({
    kind: "value",
    value: { kind: "on", day, zone: { kind: "zones", names: [zone] } },
  });
  return {
    ...clause,
    ...(start === undefined ? {} : { from: point(start), inForce: null }),
    ...(end === undefined ? {} : { until: point(end), for: null, extension: null }),
  };
}
