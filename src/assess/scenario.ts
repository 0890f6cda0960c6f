// Scenarios as values: an incident with its own small record, and the verdicts it must get (TERMS 7).
import type { RecordedEvent } from "../model/event.ts";
import type { ReadingId } from "../model/id.ts";
import type { Incident } from "../model/incident.ts";
import type { Day } from "../model/instant.ts";
import type { Span } from "../model/problem.ts";
import type { Cause, Reason, VerdictKind } from "./verdict.ts";

export interface ScenarioFile {
  readonly file: string;
  readonly scenarios: readonly Scenario[];
}

export interface Scenario {
  readonly name: string;
  readonly incident: Incident;
  /** Other incidents of its record: `before` of the file, or the whole record of the case. */
  readonly others: readonly Incident[];
  readonly events: readonly RecordedEvent[];
  /** Text time: the texts as they stood on that day; null: as they stand. */
  readonly asOf: Day | null;
  readonly expect: ReadonlyMap<ReadingId, Expectation>;
  /** Why this is the right verdict, for people. */
  readonly why: string | null;
  readonly at: Span;
}

/** Partial: only what is given is checked. */
export interface Expectation {
  readonly verdict: VerdictKind | null;
  readonly reasons: readonly Reason[] | null;
  readonly cause: Cause | null;
  readonly clauses: readonly string[] | null;
  readonly at: Span;
}
