// What a text requires, and how each of its readings says it stands: obligations judge no incident and stand in no total.
import { obligationsIn } from "../assess/assess.ts";
import type { Obligation } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import { readingId } from "../model/id.ts";
import { formatInstant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { Instrument } from "../terms/ast.ts";

/** One thing to be done by some parties together, or by one of them. */
export interface TextDuty {
  readonly clause: string;
  /** In id order. */
  readonly by: readonly string[];
  /** Looked at at this instant. */
  readonly at: string;
  /** What fulfils it, in id order, each with the publications that the record has for it; empty: the text names nothing. */
  readonly fulfilledBy: readonly { readonly event: string; readonly sources: readonly string[] }[];
  /** One entry a reading, in id order. */
  readonly states: readonly DutyUnder[];
}

/** How it stands under one reading. */
export interface DutyUnder extends Pick<
  Obligation,
  "reading" | "state" | "possible" | "cause" | "standing"
> {
  /** Earliest and latest instant that is too late; null: some possibility has no deadline. */
  readonly due: readonly [string, string] | null;
}

/** In the order of the text; empty for one that requires nothing. */
export function textDuties(theCase: Case, instrument: Instrument): readonly TextDuty[] {
  const readings = [...instrument.readings.keys()].map((id) => readingId(instrument.id, id));
  const duties = new Map<string, TextDuty>();
  for (const one of obligationsIn(theCase, { readings })) {
    const key = JSON.stringify([one.clause, one.by]);
    const { clause, by, fulfilledBy } = one;
    const known = duties.get(key)?.states ?? [];
    duties.set(key, {
      ...{ clause, by, at: formatInstant(one.at) },
      fulfilledBy: fulfilledBy.map((event) => ({
        event,
        sources: sourcesOf(theCase, instrument, event),
      })),
      states: [...known, stateUnder(one)],
    });
  }
  return [...duties.values()];
}

function stateUnder({ reading, state, possible, cause, standing, due }: Obligation): DutyUnder {
  const instants = due === null ? null : ([formatInstant(due[0]), formatInstant(due[1])] as const);
  return { reading, state, possible, cause, standing, due: instants };
}

/** Publications that say when an event came. */
function sourcesOf({ events }: Case, { id }: Instrument, event: string): readonly string[] {
  const told = events.filter((one) => one.id === event && (one.instrument ?? id) === id);
  return [...new Set(told.flatMap(({ sources }) => sources))].sort(compareText);
}
