// A whole case under its readings: every incident judged, totals as bounds, in defined order.
import { parseReadingId, readingId } from "../model/id.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import type { Incident } from "../model/incident.ts";
import type { Instant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { UnknownNameError } from "./errors.ts";
import { contextOf } from "./context.ts";
import type { AssessInput } from "./context.ts";
import { internedVerdict } from "./intern.ts";
import { obligationsOf } from "./obligations.ts";
import type { Obligation } from "./obligations.ts";
import { knownBy } from "./known-by.ts";
import { checkHold, holding } from "./hold.ts";
import type { Hold } from "./hold.ts";
import { isCounted } from "./narrowing.ts";
import type { Narrowing } from "./narrowing.ts";
import { readingModel } from "./reading-model.ts";
import type { ReadingModel } from "./reading-model.ts";
import { totalsOf } from "./totals.ts";
import type { ReadingTotals, Verdict } from "./verdict.ts";
import { windowOf } from "./window.ts";

/** Narrowings are of what is counted, not of the record. */
export interface AssessOptions extends Narrowing {
  /** Default: every reading of the case. */
  readonly readings?: readonly ReadingId[];
  /** Only what was known (published) by this instant. */
  readonly asOf?: Instant;
  /** The instant that obligations are looked at; default: `asOf`, else the last thing on record. */
  readonly at?: Instant;
  /** Question id -> answer id that every reading takes, whatever its holder says: so that a comparison shows one thing at a time. */
  readonly hold?: Hold;
  /** Only incidents that may lie in a period that one of these readings gives (window.ts); absent: whatever the day. */
  readonly inForce?: readonly ReadingId[];
}

export interface AssessedRow {
  readonly incident: Incident;
  readonly verdicts: ReadonlyMap<ReadingId, Verdict>;
}

export interface Assessment {
  readonly caseId: string;
  readonly asOf: Instant | null;
  /** In id order. */
  readonly readings: readonly AssessedReading[];
  /** What texts require, by reading in id order; in no total. */
  readonly obligations: readonly Obligation[];
  /** In incident id order; whole-night totals among them. */
  readonly rows: readonly AssessedRow[];
}

export interface AssessedReading extends ReadingTotals {
  readonly instrument: string;
  readonly holder: string | null;
  readonly termsVersion: string;
  /** Questions (edges left out) that more than one answer is possible for. */
  readonly open: readonly string[];
}

/** Judges every incident under every reading asked for. Throws UnknownNameError for a reading the case does not have. */
export function assessCase(input: AssessInput, options: AssessOptions = {}): Assessment {
  const known = options.asOf === undefined ? input : knownBy(input, options.asOf);
  const models = modelsOf(known, options.readings, options.hold);
  const isInWindow = inForceTest(input, options);
  const counted = known.incidents.filter(
    (incident) => isCounted(known, incident, options) && isInWindow(incident),
  );
  const rows = counted.map((incident) => ({
    incident,
    verdicts: new Map(models.map(({ id, model }) => [id, verdictOf(model, incident)])),
  }));
  return {
    caseId: input.settings.id,
    asOf: options.asOf ?? null,
    readings: models.map((one) => assessedReading(one, rows)),
    obligations: models.flatMap((one) => obligationsOf(one, options.at ?? lastOf(known, options))),
    rows,
  };
}

/** Whether an incident may lie in the window of `options.inForce`; true of all where none is asked. Throws UnknownNameError. */
export function inForceTest(
  input: AssessInput,
  { inForce, asOf, hold }: Pick<AssessOptions, "inForce" | "asOf" | "hold">,
): (incident: Pick<Incident, "facts">) => boolean {
  if (inForce === undefined) return () => true;
  const known = asOf === undefined ? input : knownBy(input, asOf);
  return windowOf(modelsOf(known, inForce, hold).map(({ model }) => model));
}

/** What the texts require, by reading in id order, without judging an incident. Throws UnknownNameError. */
export function obligationsIn(
  input: AssessInput,
  options: Pick<AssessOptions, "readings" | "asOf" | "at"> = {},
): readonly Obligation[] {
  const known = options.asOf === undefined ? input : knownBy(input, options.asOf);
  const at = options.at ?? lastOf(known, options);
  return modelsOf(known, options.readings).flatMap((one) => obligationsOf(one, at));
}

function lastOf({ incidents, events }: AssessInput, { asOf }: AssessOptions): Instant {
  if (asOf !== undefined) return asOf;
  const came = events.flatMap(({ time }) => (time.kind === "between" ? [time.until] : [time.at]));
  const ends = [...incidents.map(({ facts }) => facts.occurred.until), ...came];
  return ends.filter(Number.isFinite).reduce((last, end) => Math.max(last, end), 0);
}

export interface NamedModel {
  readonly id: ReadingId;
  readonly model: ReadingModel;
}

/** Models of the readings asked for (default all), in id order. Contexts are shared by the readings of an instrument. */
export function modelsOf(
  input: AssessInput,
  readings?: readonly ReadingId[],
  hold?: Hold,
): readonly NamedModel[] {
  const all = input.instruments.flatMap((loaded) => {
    const context = contextOf(input, loaded);
    return [...loaded.instrument.readings.values()].map((reading) => ({
      id: readingId(loaded.instrument.id, reading.id),
      context,
      reading,
    }));
  });
  const ids = all.map(({ id }) => id);
  checkHold(input, hold);
  for (const id of readings ?? [])
    if (!ids.includes(id)) throw new UnknownNameError("reading", id, ids);
  return all
    .filter(({ id }) => readings === undefined || readings.includes(id))
    .sort((a, b) => compareText(a.id, b.id))
    .map(({ id, context, reading }) => ({
      id,
      model: readingModel(context, holding(context.instrument, reading, hold)),
    }));
}

/** One reading and its context; throws UnknownNameError. */
export function modelOf(input: AssessInput, id: ReadingId, hold?: Hold): ReadingModel {
  const [found] = modelsOf(input, [id], hold);
  if (found === undefined) throw new UnknownNameError("reading", id, []);
  return found.model;
}

/** The verdict of one incident under one reading. */
export function verdictOf(model: ReadingModel, incident: Incident): Verdict {
  return internedVerdict(model, incident);
}

/** Finds an incident; throws UnknownNameError with the nearest ids. */
export function incidentOf(input: AssessInput, id: IncidentId): Incident {
  const found = input.incidents.find((incident) => incident.id === id);
  if (found === undefined)
    throw new UnknownNameError(
      "incident",
      id,
      input.incidents.map((i) => i.id),
    );
  return found;
}

/** Ids of all readings of a case, in order. */
export function readingIds(input: AssessInput): readonly ReadingId[] {
  return input.instruments
    .flatMap(({ instrument }) =>
      [...instrument.readings.keys()].map((id) => readingId(instrument.id, id)),
    )
    .sort(compareText);
}

/** Checks a reading id given by a person. */
export function requireReading(input: AssessInput, text: string): ReadingId {
  const id = parseReadingId(text);
  const ids = readingIds(input);
  if (id === null || !ids.includes(id)) throw new UnknownNameError("reading", text, ids);
  return id;
}

function assessedReading({ id, model }: NamedModel, rows: readonly AssessedRow[]): AssessedReading {
  const { context } = model;
  const judged = rows.flatMap(({ incident, verdicts }) => {
    const verdict = verdicts.get(id);
    return verdict === undefined ? [] : [{ incident, verdict }];
  });
  return { ...totalsOf(id, judged, context.instrument.parties), ...readingFacts(model) };
}

/** What stands beside the totals of a reading, whatever was counted. */
export function readingFacts(model: ReadingModel): Omit<AssessedReading, keyof ReadingTotals> {
  const { context, reading } = model;
  return {
    instrument: context.instrument.id,
    holder: reading.by,
    termsVersion: context.version,
    open: openQuestions(model),
  };
}

function openQuestions({ context, reading }: ReadingModel): readonly string[] {
  const questions = [...context.instrument.questions.values()].filter((question) => {
    const live = [...question.answers.values()].filter((answer) => answer.live);
    return (reading.take.get(question.id)?.length ?? live.length) > 1;
  });
  return questions.map(({ id }) => id).sort(compareText);
}
