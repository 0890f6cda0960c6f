// What if the text said this (ASSESS)? Candidate texts over the record as it is: their totals beside those of the readings at hand,
// and what moves. Nothing here says that anybody would have acted otherwise; every answer carries that sentence.
import type { Bounds } from "../model/count.ts";
import { readingId } from "../model/id.ts";
import type { ReadingId } from "../model/id.ts";
import { compareText } from "../model/problem.ts";
import type { Instrument } from "../terms/ast.ts";
import { assessCase, modelsOf, readingIds } from "./assess.ts";
import type { NamedModel } from "./assess.ts";
import type { AssessOptions, AssessedReading, AssessedRow, Assessment } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { stepOf } from "./ladder.ts";
import type { Step } from "./ladder.ts";

/** Candidates side by side; more would not be read. */
export const MAX_CANDIDATES = 4;

/** Stands wherever a figure of a what-if does. */
export const SAME_INCIDENTS =
  "This assumes that the same incidents would have happened: it says how a text would judge them, not how anybody would have acted under it.";

export type Candidate = AssessInput["instruments"][number];

export interface WhatIfOptions extends Omit<AssessOptions, "readings"> {
  /** Default: the readings of the text of the same id; of every text where there is none. */
  readonly against?: readonly ReadingId[];
}

export interface WhatIf {
  /** The name a candidate's readings go by (`energy-draft/RU`), in the order given. */
  readonly candidates: readonly { readonly name: string; readonly version: string }[];
  /** Readings of the candidates, then those they are set against, each in id order. */
  readonly readings: readonly AssessedReading[];
  /** From a reading at hand to one of a candidate; of the same name where both have it. */
  readonly moves: readonly Move[];
  /** One an incident, whole-night totals among them, with its verdicts under all readings. */
  readonly rows: readonly AssessedRow[];
  /** Incidents judged, whole-night totals left out. */
  readonly incidents: number;
  readonly assumption: string;
}

export interface Move extends Step {
  /** The finding in one sentence, in the conditional. */
  readonly sentence: string;
}

/** Throws RangeError without a candidate or with more than MAX_CANDIDATES, UnknownNameError for a reading the case does not have. */
export function whatIf(
  input: AssessInput,
  candidates: readonly Candidate[],
  { against, ...options }: WhatIfOptions = {},
): WhatIf {
  if (candidates.length === 0 || candidates.length > MAX_CANDIDATES)
    throw new RangeError(
      `expected 1 to ${MAX_CANDIDATES} candidates; there are ${candidates.length}`,
    );
  const named = namedApart(input, candidates);
  const own = named.map((one) => assessCase(withCandidate(input, one), options));
  const known = assessedBefore(input, {
    ...options,
    readings: against ?? comparedWith(input, candidates),
  });
  const rows = joined([...own, known]);
  const counted = rows.filter(({ incident }) => !incident.aggregate);
  const moves = own.flatMap(({ readings }) =>
    readings.flatMap(({ id }) => partnersOf(id, known).map((other) => moveOf(counted, other, id))),
  );
  return {
    candidates: named.map(({ candidate, name }) => ({ name, version: candidate.version })),
    readings: [...own, known].flatMap(({ readings }) => readings),
    moves,
    rows,
    incidents: counted.length,
    assumption: SAME_INCIDENTS,
  };
}

const BEFORE = new WeakMap<AssessInput, Map<string, Assessment>>();

/** The texts at hand do not change while a draft does: they are assessed once for each question asked of a case. */
function assessedBefore(input: AssessInput, options: AssessOptions): Assessment {
  const known = BEFORE.get(input) ?? new Map<string, Assessment>();
  BEFORE.set(input, known);
  const { hold = new Map<string, string>(), ...rest } = options;
  const key = JSON.stringify([rest, [...hold]]);
  const assessment = known.get(key) ?? assessCase(input, options);
  known.set(key, assessment);
  const [oldest] = known.keys();
  if (known.size > MAX_KEPT && oldest !== undefined) known.delete(oldest);
  return assessment;
}

const MAX_KEPT = 8;

interface Named {
  readonly candidate: Candidate;
  readonly name: string;
}

/** The readings of a candidate and of the case, each by the name that `whatIf` gives it, unjudged: for whoever judges again. */
export function whatIfModels(input: AssessInput, candidate: Candidate): readonly NamedModel[] {
  const own = namedApart(input, [candidate]).flatMap((one) => modelsOf(withCandidate(input, one)));
  return [...own, ...modelsOf(input)];
}

/** A draft of a text that the case has goes by a name of its own. */
function namedApart(input: AssessInput, candidates: readonly Candidate[]): readonly Named[] {
  const taken = new Set(input.instruments.map(({ instrument }) => instrument.id));
  return candidates.map((candidate) => {
    const { id } = candidate.instrument;
    const names = [id, `${id}-draft`, ...candidates.map((_, i) => `${id}-draft-${i + 2}`)];
    const name = names.find((one) => !taken.has(one)) ?? id;
    taken.add(name);
    return { candidate, name };
  });
}

/** The case with the candidate as its only text; what the record says of the text of that id holds for the draft of it. */
function withCandidate(input: AssessInput, { candidate, name }: Named): AssessInput {
  const { id } = candidate.instrument;
  const instrument: Instrument = { ...candidate.instrument, id: name };
  const events = input.events.map((event) =>
    event.instrument === id ? { ...event, instrument: name } : event,
  );
  return { ...input, events, instruments: [{ instrument, version: candidate.version }] };
}

function comparedWith(input: AssessInput, candidates: readonly Candidate[]): readonly ReadingId[] {
  const ids = new Set(candidates.map(({ instrument }) => instrument.id));
  const same = input.instruments.filter(({ instrument }) => ids.has(instrument.id));
  if (same.length === 0) return readingIds(input);
  return same
    .flatMap(({ instrument }) =>
      [...instrument.readings.keys()].map((name) => readingId(instrument.id, name)),
    )
    .sort(compareText);
}

/** Readings of the same name, or else all. */
function partnersOf(id: ReadingId, { readings }: Assessment): readonly ReadingId[] {
  const nameOf = (one: string): string => one.slice(one.indexOf("/") + 1);
  const all = readings.map((reading) => reading.id);
  const same = all.filter((other) => nameOf(other) === nameOf(id));
  return same.length > 0 ? same : all;
}

/** One row an incident with the verdicts of all assessments. */
function joined(assessments: readonly Assessment[]): readonly AssessedRow[] {
  const [first, ...others] = assessments.map(({ rows }) => rows);
  return (first ?? []).map((row, i) => ({
    ...row,
    verdicts: new Map(
      [row, ...others.flatMap((rows) => rows[i] ?? [])].flatMap(({ verdicts }) => [...verdicts]),
    ),
  }));
}

function moveOf(rows: readonly AssessedRow[], from: ReadingId, to: ReadingId): Move {
  const step = stepOf(rows, from, to);
  const { narrow, wide, into, out } = step;
  const bounds = ({ atLeast, atMost }: Bounds): string =>
    `at least ${atLeast} and at most ${atMost}`;
  const sentence =
    `If the text said what ${to} says, ${bounds(wide)} of ${rows.length} recorded incidents would be violations if it applied, ` +
    `against ${bounds(narrow)} under ${from}: ${into.atLeast} more and ${out.atLeast} fewer surely, ` +
    `${into.atMost} more and ${out.atMost} fewer possibly.`;
  return { ...step, sentence };
}
