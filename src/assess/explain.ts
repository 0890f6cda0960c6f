// The explanation of one verdict (TERMS 3), made by the judge on demand: trace, why, why not, what would settle it, which answer
// decides.
import type { IncidentId, ReadingId } from "../model/id.ts";
import type { Incident } from "../model/incident.ts";
import type { Instant } from "../model/instant.ts";
import { incidentOf, modelOf } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import { intervalWords, labelOf, possibilityWords } from "./describe.ts";
import type { Hold } from "./hold.ts";
import { holdersOf } from "./holders.ts";
import { replace } from "./inputs.ts";
import type { Judgement } from "./inputs.ts";
import { judge, matrixOf, verdictOfMatrix } from "./judge.ts";
import { knownBy } from "./known-by.ts";
import { pointsOf } from "./point.ts";
import type { Point } from "./point.ts";
import { settlings } from "./settling.ts";
import { situate } from "./situation.ts";
import { traceOf } from "./trace.ts";
import type { Explanation, Input, TraceNode, Verdict } from "./verdict.ts";
import { whyNot } from "./why-not.ts";
import { whySet } from "./why.ts";

export interface ExplainOptions {
  readonly incident: IncidentId;
  readonly reading: ReadingId;
  readonly asOf?: Instant;
  readonly hold?: Hold;
}

/** Explains one incident under one reading. Throws UnknownNameError for an incident or reading the case does not have. */
export function explainIncident(input: AssessInput, ids: ExplainOptions): Explanation {
  const known = ids.asOf === undefined ? input : knownBy(input, ids.asOf);
  const incident = incidentOf(known, ids.incident);
  const model = modelOf(known, ids.reading, ids.hold);
  const judgement = { model, situation: situate(model, incident.facts), incident: incident.id };
  const matrix = matrixOf(model, judgement.situation, incident.id);
  const verdict = verdictOfMatrix(model, judgement.situation, matrix);
  const points = matrix === null ? null : pointsOf(model, matrix);
  const why = whySet(judgement, verdict.verdict);
  const describe = (id: string): Input => describeInput(judgement, incident, id);
  return {
    incident: incident.id,
    reading: ids.reading,
    verdict,
    trace: points === null ? unspread(verdict) : traceOf({ model, incident, points }, verdict),
    why: why.inputs.map(describe),
    whyNot: whyNot(judgement, verdict.verdict).map((change) => ({
      ...change,
      inputs: change.inputs.map(({ id, to }) => ({ input: describe(id), to })),
    })),
    settles: settlesOf(verdict, points, describe),
    answers: answersOf(judgement),
    limits: [
      ...(points === null
        ? ["too many combinations to list: no trace and nothing on what would settle it"]
        : []),
      ...(why.exact ? [] : ["why: none of its inputs can be dropped, but a smaller set may exist"]),
    ],
  };
}

function settlesOf(
  verdict: Verdict,
  points: readonly Point[] | null,
  describe: (id: string) => Input,
): Explanation["settles"] {
  if (verdict.verdict !== "undetermined" || points === null) return [];
  return [...settlings(points)].map(([id, does]) => ({ input: describe(id), does }));
}

/** The verdict under each live answer of each question, everything else as the reading has it. */
function answersOf(judgement: Judgement): Explanation["answers"] {
  const { instrument } = judgement.model.context;
  return [...instrument.questions.values()].flatMap((question) =>
    [...question.answers.values()]
      .filter(({ live }) => live)
      .map((answer) => {
        const changed = replace(judgement, { input: `question:${question.id}`, value: answer.id });
        return {
          question: question.id,
          answer: answer.id,
          holders: holdersOf(instrument, question.id, answer.id).holders,
          verdict: judge(changed.model, changed.situation, changed.incident).verdict,
          taken: judgement.model.reading.take.get(question.id)?.includes(answer.id) ?? false,
        };
      }),
  );
}

/** An input's present value in words. */
function describeInput({ model, situation }: Judgement, incident: Incident, id: string): Input {
  const { context, reading } = model;
  const { facts } = incident;
  const name = id.slice(id.indexOf(":") + 1);
  if (
    context.instrument.questions.has(id) ||
    reading.take.has(id) ||
    context.kinds.vocabulary.openEdges.has(id) ||
    context.acts.vocabulary.openEdges.has(id)
  ) {
    return { kind: "question", id, value: reading.take.get(id)?.join(" or ") ?? "open" };
  }
  if (id.startsWith("tz")) return { kind: "question", id, value: "time zone not stated" };
  const value = (): string => {
    if (id === "joint")
      return `one of ${facts.joint?.length ?? 1} rows of facts that hang together`;
    if (id === "time") return intervalWords(facts.occurred);
    if (id === "actor") return possibilityWords(facts.actors);
    if (id === "act")
      return possibilityWords(facts.acts, (act) => labelOf(context.acts.vocabulary, act));
    if (id === "means")
      return possibilityWords(facts.means, (one) => labelOf(context.means.vocabulary, one));
    if (id === "breach") return "earlier breaches by another party";
    if (id.startsWith("thing:")) {
      return possibilityWords(facts.things[Number(name)]?.kinds ?? [], (kind) =>
        labelOf(context.kinds.vocabulary, kind),
      );
    }
    if (id.startsWith("zone:")) return yesNoOpen(situation.zones[name], "inside", "outside");
    if (id.startsWith("flag:")) return yesNoOpen(situation.flags[name], "yes", "no");
    return typeof situation.events[name] === "string" ? "nothing recorded" : "recorded";
  };
  return { kind: "fact", id, value: value() };
}

function yesNoOpen(options: readonly boolean[] | undefined, yes: string, no: string): string {
  if (options === undefined || options.length > 1) return "cannot be said";
  return options[0] === true ? yes : no;
}

function unspread(verdict: Verdict): TraceNode {
  const found = verdict.limit ?? "too many combinations to list";
  return {
    rule: "instrument",
    asked: "does the text cover it?",
    found,
    value: "unknown",
    claims: [],
    quote: null,
    children: [],
  };
}
