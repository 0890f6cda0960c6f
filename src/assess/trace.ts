// The trace of a verdict (TERMS 3): instrument -> clause -> atom, with what was asked, found, who says so, and for an atom that
// cannot be decided, which possibilities fall on each side.
import type { Incident } from "../model/incident.ts";
import type { Clause } from "../terms/ast.ts";
import { ATOMS, flagsHold } from "./atoms.ts";
import type { Asking } from "./atoms.ts";
import { listWords } from "./describe.ts";
import { holdersOf } from "./holders.ts";
import type { Point } from "./point.ts";
import { openInputs } from "./settling.ts";
import type { ReadingModel } from "./reading-model.ts";
import { askedWords, foundWords, inputsOf } from "./trace-words.ts";
import type { Rule } from "./rule.ts";
import type { Reason, TraceNode, Truth, Verdict } from "./verdict.ts";

interface Tracing {
  readonly model: ReadingModel;
  readonly incident: Incident;
  readonly points: readonly Point[];
}

/** The tree of one verdict. Atom nodes stand in the order in which a clause asks. */
export function traceOf(tracing: Tracing, verdict: Verdict): TraceNode {
  const { instrument, reading } = {
    instrument: tracing.model.context.instrument,
    reading: tracing.model.reading,
  };
  const clauses = [...instrument.clauses.values()].filter(({ effect }) => effect !== "require");
  return {
    rule: "instrument",
    asked: `does "${instrument.title}" cover it, as ${reading.by ?? "nobody in particular"} reads it?`,
    found: verdict.verdict,
    value: truthOf(tracing.points.map(({ outcome }) => outcome === "violation")),
    claims: [],
    quote: null,
    children: clauses.map((clause) => clauseNode(tracing, clause)),
  };
}

function clauseNode(tracing: Tracing, clause: Clause): TraceNode {
  const asked = ATOMS.filter(({ name }) => isAsked(rulesOf(tracing, clause), name));
  const children = asked.map((atom) => atomNode(tracing, clause, atom));
  const own = tracing.points.map((point) =>
    ATOMS.every(({ holds }) => asks(tracing, clause, point, holds)),
  );
  const flags = clause.when.length === 0 ? [] : [flagNode(tracing, clause)];
  return {
    rule: `clause ${clause.id}`,
    asked: clauseWords(clause),
    found: { true: "matches", false: "does not match", unknown: "may match" }[truthOf(own)],
    value: truthOf(own),
    claims: [],
    quote: clause.text,
    children: [...children, ...flags, ...releaseNodes(tracing, clause)],
  };
}

/** Atoms that a clause leaves out are no step of its trace. */
function isAsked(rules: readonly Rule[], name: Reason): boolean {
  if (name === "zone") return rules.some(({ where }) => where !== null);
  if (name === "means")
    return rules.some(({ means, calibre }) => means !== null || calibre !== null);
  if (name !== "not-in-force") return true;
  return rules.some(
    ({ inForceAfter, assumedAt, applies, period }) =>
      inForceAfter.length > 0 ||
      Number.isFinite(assumedAt) ||
      !applies ||
      period.kind === "after-event",
  );
}

function clauseWords(clause: Clause): string {
  const verb = { prohibit: "forbids", permit: "permits", require: "requires" }[clause.effect];
  return `clause "${clause.id}" ${verb}`;
}

type Holds = (asking: Asking) => boolean;

function atomNode(
  tracing: Tracing,
  clause: Clause,
  {
    name,
    holds,
  }: { readonly name: Exclude<Reason, "exception" | "suspension">; readonly holds: Holds },
): TraceNode {
  const truths = tracing.points.map((point) => asks(tracing, clause, point, holds));
  const value = truthOf(truths);
  const rules = rulesOf(tracing, clause);
  return {
    rule: name,
    asked: [...new Set(rules.map((rule) => askedWords(tracing.model.context, rule, name)))].join(
      " | ",
    ),
    found: foundWords(tracing.model, tracing.incident, name),
    value,
    claims: claimsOf(tracing.incident, name),
    quote: quoteOf(tracing, clause, name),
    children:
      value === "unknown"
        ? sides(tracing, truths, (id) => inputsOf(name, clause).some((test) => test(id)))
        : [],
  };
}

function asks(tracing: Tracing, clause: Clause, point: Point, holds: Holds): boolean {
  const rule = point.rules.find(({ id }) => id === clause.id);
  return (
    rule !== undefined &&
    holds({ context: tracing.model.context, rule, fact: point.fact, edges: point.edges })
  );
}

/** Which values of each open input make the atom true, false, or leave it open. */
function sides(
  { model, points }: Tracing,
  truths: readonly boolean[],
  concerns: (input: string) => boolean,
): readonly TraceNode[] {
  return openInputs(points)
    .filter(concerns)
    .map((input) => {
      const byValue = new Map<string, boolean[]>();
      points.forEach((point, i) => {
        const value = point.values.get(input);
        if (value === undefined) return;
        byValue.set(value, [...(byValue.get(value) ?? []), truths[i] ?? false]);
      });
      const question = model.context.instrument.questions.get(input);
      return {
        rule: input,
        asked: question?.asks ?? "which of these was it?",
        found: [...byValue].map(([value, found]) => `${value}: ${truthOf(found)}`).join("; "),
        value: "unknown" as const,
        claims: [],
        quote: null,
        children: question === undefined ? [] : answerNodes(model, input, byValue),
      };
    });
}

function answerNodes(
  model: ReadingModel,
  input: string,
  byValue: ReadonlyMap<string, readonly boolean[]>,
): readonly TraceNode[] {
  return [...byValue].map(([answer, truths]) => {
    const { words, sources, quote } = holdersOf(model.context.instrument, input, answer);
    return {
      rule: `${input}: ${answer}`,
      asked: "held by",
      found: words,
      value: truthOf(truths),
      claims: sources,
      quote,
      children: [],
    };
  });
}

function rulesOf({ points }: Tracing, clause: Clause): readonly Rule[] {
  return points.flatMap(({ rules }) => rules.filter(({ id }) => id === clause.id));
}

function claimsOf({ facts }: Incident, name: Reason): readonly string[] {
  const possibilities =
    name === "actor"
      ? facts.actors
      : name === "act"
        ? facts.acts
        : name === "kind"
          ? facts.things.flatMap(({ kinds }) => kinds)
          : name === "means"
            ? facts.means
            : [];
  return [...new Set(possibilities.flatMap(({ claims }) => claims))].sort();
}

/** The words of the answers taken for the atom's slot. */
function quoteOf({ model }: Tracing, clause: Clause, name: Reason): string | null {
  const slots = {
    kind: clause.targets,
    period: clause.from,
    "not-in-force": clause.inForce,
    zone: clause.where,
  };
  const slot = name === "suspension" ? clause.onBreach : slots[name as keyof typeof slots];
  const question = slot?.kind === "question" ? slot.question : null;
  const questions = [...model.reading.take].filter(([id]) => id === question);
  const quotes = questions.flatMap(([question, answers]) =>
    answers.map((answer) => holdersOf(model.context.instrument, question, answer).quote),
  );
  return quotes.find((quote) => quote !== null) ?? null;
}

function flagNode(tracing: Tracing, clause: Clause): TraceNode {
  const truths = tracing.points.map((point) => asks(tracing, clause, point, flagsHold));
  const says = clause.when.map((flag) => tracing.model.context.instrument.flags.get(flag) ?? flag);
  const found = clause.when.map(
    (flag) => `${flag}: ${String(tracing.incident.facts.flags[flag] ?? "nobody claims it")}`,
  );
  return {
    rule: "exception",
    asked: listWords(says, "and"),
    found: found.join("; "),
    value: truthOf(truths),
    claims: [],
    quote: null,
    children: [],
  };
}

/** Whether the actor had been freed by the other side's breach; only where some world gives that right. */
function releaseNodes(tracing: Tracing, clause: Clause): readonly TraceNode[] {
  if (rulesOf(tracing, clause).every(({ release }) => release.kind === "none")) return [];
  const bound = tracing.points.map(({ released }) => !released);
  const value = truthOf(bound);
  const found = {
    true: "bound",
    false: "free after an earlier breach by another party",
    unknown: "may be free after an earlier breach by another party",
  }[value];
  const concerns = inputsOf("suspension", clause);
  const children =
    value === "unknown" ? sides(tracing, bound, (id) => concerns.some((test) => test(id))) : [];
  return [
    {
      rule: "suspension",
      asked: "still bound by the text",
      found,
      value,
      claims: [],
      quote: quoteOf(tracing, clause, "suspension"),
      children,
    },
  ];
}

function truthOf(truths: readonly boolean[]): Truth {
  const values = new Set(truths);
  if (values.size !== 1) return "unknown";
  return values.has(true) ? "true" : "false";
}
