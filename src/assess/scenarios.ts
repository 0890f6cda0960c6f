// Runs scenarios and says what they leave untested: clauses, live answers and exceptions that decided none of them.
import type { ReadingId } from "../model/id.ts";
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { Span } from "../model/problem.ts";
import type { Instrument, Question } from "../terms/ast.ts";
import { modelsOf } from "./assess.ts";
import type { NamedModel } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { explainIncident } from "./explain.ts";
import { judge, matrixOf } from "./judge.ts";
import { pointsOf } from "./point.ts";
import { readingModel } from "./reading-model.ts";
import { retake } from "./retake.ts";
import { decisiveValues } from "./settling.ts";
import { situate } from "./situation.ts";
import { atTextTime } from "./text-time.ts";
import type { Expectation, Scenario, ScenarioFile } from "./scenario.ts";
import type { TraceNode, Verdict } from "./verdict.ts";

export interface ScenarioFailure {
  readonly reading: ReadingId;
  /** `not-covered (kind)` in words. */
  readonly expected: string;
  readonly found: string;
  readonly trace: TraceNode;
  readonly at: Span;
}

export interface ScenarioResult {
  readonly file: string;
  readonly name: string;
  readonly at: Span;
  /** The day its texts were looked at; null: as they stand. */
  readonly asOf: Day | null;
  /** What that day changed in the texts it expects something of, a sentence each. */
  readonly told: readonly string[];
  /** Empty when the scenario passed. */
  readonly failures: readonly ScenarioFailure[];
  /** Every verdict the scenario expects, as found. */
  readonly verdicts: ReadonlyMap<ReadingId, Verdict>;
}

/** `energy: clause strikes`, `energy: answer scope/first-list`, `unconditional: exception interception`; in id order. */
export interface Coverage {
  readonly covered: readonly string[];
  readonly uncovered: readonly string[];
}

export interface ScenarioReport {
  readonly results: readonly ScenarioResult[];
  readonly coverage: Coverage;
}

/** Runs every scenario with its own small record. Coverage speaks of the instruments that some scenario expects something of. */
export function runScenarios(input: AssessInput, files: readonly ScenarioFile[]): ScenarioReport {
  const decided = new Set<string>();
  const tested = new Set<string>();
  const results = files.flatMap(({ file, scenarios }) =>
    scenarios.map((scenario) => {
      const result = runScenario(input, file, scenario);
      for (const item of decidedBy(input, scenario)) decided.add(item);
      for (const id of scenario.expect.keys()) tested.add(id.slice(0, id.indexOf("/")));
      return result;
    }),
  );
  const instruments = input.instruments.map(({ instrument }) => instrument);
  const all = instruments
    .filter(({ id }) => tested.has(id))
    .flatMap(itemsOf)
    .sort(compareText);
  return {
    results,
    coverage: {
      covered: all.filter((item) => decided.has(item)),
      uncovered: all.filter((item) => !decided.has(item)),
    },
  };
}

function runScenario(input: AssessInput, file: string, scenario: Scenario): ScenarioResult {
  const own = recordOf(input, scenario);
  const verdicts = new Map<ReadingId, Verdict>();
  const failures: ScenarioFailure[] = [];
  for (const { id, model } of modelsOf(own, [...scenario.expect.keys()])) {
    const verdict = judge(model, situate(model, scenario.incident.facts), scenario.incident.id);
    const expectation = scenario.expect.get(id);
    verdicts.set(id, verdict);
    if (expectation === undefined || isMet(expectation, verdict)) continue;
    const { trace } = explainIncident(own, { incident: scenario.incident.id, reading: id });
    const expected = words(expectation);
    failures.push({ reading: id, expected, found: words(verdict), trace, at: expectation.at });
  }
  const { name, at, asOf } = scenario;
  return { file, name, at, asOf, told: toldOf(input, scenario), failures, verdicts };
}

function toldOf(input: AssessInput, { asOf, expect }: Scenario): readonly string[] {
  if (asOf === null) return [];
  const texts = new Set([...expect.keys()].map((id) => id.slice(0, id.indexOf("/"))));
  const { told } = atTextTime(input, asOf);
  return told.filter((sentence) => texts.has(sentence.slice(0, sentence.indexOf(":"))));
}

/** The case with the scenario's own record: its incident, those before it, its events. */
function recordOf(input: AssessInput, { incident, others, events, asOf }: Scenario): AssessInput {
  const texts = asOf === null ? input : atTextTime(input, asOf).input;
  return { ...texts, incidents: [...others, incident], events };
}

function isMet(expectation: Expectation, verdict: Verdict): boolean {
  const { reasons, clauses, cause } = expectation;
  return (
    (expectation.verdict === null || expectation.verdict === verdict.verdict) &&
    (cause === null || cause === verdict.cause) &&
    (reasons === null || reasons.join() === verdict.reasons.join()) &&
    (clauses === null || clauses.join() === verdict.clauses.join())
  );
}

/** `undetermined (text); clauses strikes`. */
function words(verdict: {
  readonly verdict: string | null;
  readonly reasons: readonly string[] | null;
  readonly cause: string | null;
  readonly clauses: readonly string[] | null;
}): string {
  const details = [...(verdict.cause === null ? (verdict.reasons ?? []) : [verdict.cause])];
  const clauses = verdict.clauses === null ? "" : `; clauses ${verdict.clauses.join(", ")}`;
  return `${verdict.verdict ?? "any verdict"}${details.length === 0 ? "" : ` (${details.join(", ")})`}${clauses}`;
}

/** What a shipped text must have tested: clauses that are judged, live answers, exceptions. */
function itemsOf(instrument: Instrument): readonly string[] {
  const { id } = instrument;
  const clauses = [...instrument.clauses.values()].flatMap((clause) => {
    if (clause.effect === "require") return [];
    return [`${id}: ${clause.effect === "permit" ? "exception" : "clause"} ${clause.id}`];
  });
  const answers = [...instrument.questions.values()].flatMap((question) =>
    liveAnswers(question).map((answer) => `${id}: answer ${question.id}/${answer}`),
  );
  return [...clauses, ...answers];
}

/**
 * A clause decides when a determined verdict cites it; an exception when it defeats such a clause; an answer when another one
 * would change the outcome in some world of the scenario.
 */
function decidedBy(input: AssessInput, scenario: Scenario): readonly string[] {
  const own = recordOf(input, scenario);
  return modelsOf(own, [...scenario.expect.keys()]).flatMap((named) => [
    ...clausesDecided(named, scenario),
    ...answersDecided(named, scenario),
  ]);
}

function clausesDecided({ model }: NamedModel, { incident }: Scenario): readonly string[] {
  const { instrument } = model.context;
  const verdict = judge(model, situate(model, incident.facts), incident.id);
  if (verdict.verdict === "undetermined") return [];
  const clauses = verdict.clauses.map((clause) => `${instrument.id}: clause ${clause}`);
  if (!verdict.reasons.includes("exception")) return clauses;
  const rules = model.worlds
    .flatMap((world) => world.rules)
    .filter(({ id }) => verdict.clauses.includes(id));
  return [
    ...clauses,
    ...rules.flatMap((rule) => rule.defeatedBy.map((id) => `${instrument.id}: exception ${id}`)),
  ];
}

function answersDecided({ model }: NamedModel, { incident }: Scenario): readonly string[] {
  const { context, reading } = model;
  return [...context.instrument.questions.values()].flatMap((question) => {
    const opened = readingModel(context, retake(reading, [[question.id, null]]));
    const matrix = matrixOf(opened, situate(opened, incident.facts), incident.id);
    const points = matrix === null ? null : pointsOf(opened, matrix);
    const decisive = points === null ? [] : [...decisiveValues(points, question.id)];
    return decisive.map((answer) => `${context.instrument.id}: answer ${question.id}/${answer}`);
  });
}

function liveAnswers(question: Question): readonly string[] {
  return [...question.answers.values()].filter(({ live }) => live).map(({ id }) => id);
}
