// Clauses, answers and exceptions as LegalRuleML statements: clauses prescribe, answers constitute what a question's predicate means,
// exceptions override.
import type { Clause, Slot } from "../ast.ts";
import { edgeParts } from "./edges.ts";
import { answerLosses, clauseLosses } from "./losses.ts";
import {
  allOf,
  askedFormula,
  atom,
  calibreFormula,
  fact,
  flagFormula,
  hasCome,
  individual,
  iriOf,
  timeLiteral,
  valueFormula,
  variable,
} from "./lrml-formulas.ts";
import { answersOf, edgeQuestionsOf, ownNodes, xmlName } from "./names.ts";
import type { AnswerAt } from "./names.ts";
import type { ExportedText } from "./exported-text.ts";
import { element, loss } from "./xml.ts";
import type { XmlChild, XmlNode } from "./xml.ts";

const DEONTIC = {
  prohibit: "lrml:Prohibition",
  permit: "lrml:Permission",
  require: "lrml:Obligation",
} as const;

/** All statements in one collection: clauses, answers, words of the text's own, exceptions. */
export function statements(text: ExportedText): XmlNode {
  const { instrument } = text;
  return element("lrml:Statements", { key: "statements" }, [
    ...[...instrument.clauses.values()].map((clause) => clauseStatement(text, clause)),
    ...answersOf(instrument).map((at) => answerStatement(text, at)),
    ...edgeQuestionsOf(instrument).flatMap((question) => edgeStatements(text, question)),
    ...ownWords(text),
    ...overridesOf(text).map(overrideStatement),
  ]);
}

function clauseStatement(text: ExportedText, clause: Clause): XmlNode {
  const overridden = overridesOf(text).some(({ under }) => under === clause.id);
  const strength = element("lrml:hasStrength", {}, [element("lrml:DefeasibleStrength", {})]);
  return element("lrml:PrescriptiveStatement", { key: xmlName("clause", clause.id) }, [
    ...words("lrml:Comment", [clause.text, clause.note]),
    ...paraphrase(text, `clauses/${clause.id}`),
    ...clauseLosses(clause),
    element("ruleml:Rule", { key: `:${xmlName("rule", clause.id)}`, closure: "universal" }, [
      overridden ? strength : null,
      element("ruleml:if", {}, [element("ruleml:And", {}, conditions(clause))]),
      element("ruleml:then", {}, [duty(clause)]),
    ]),
  ]);
}

function conditions(clause: Clause): readonly XmlNode[] {
  const { act, targets, means, calibre, where, when, from, until, inForce, applies } = clause;
  const { onBreach, extension, effect, by, against } = clause;
  const acts: Clause["act"] = act ?? { kind: "value", value: ["use-of-force"] };
  return [
    effect === "require" && act === null
      ? null
      : slot(acts, (value) => valueFormula({ sort: "act", value })),
    by.kind === "question" ? askedFormula(by.question) : null,
    slot(targets, (value) => valueFormula({ sort: "targets", value })),
    slot(against, (value) => valueFormula({ sort: "against", value })),
    slot(means, (value) => valueFormula({ sort: "means", value })),
    calibre === null ? null : calibreFormula(calibre),
    slot(where, (value) => valueFormula({ sort: "where", value })),
    ...when.map(flagFormula),
    slot(from, (value) => valueFormula({ sort: "from", value })),
    slot(until, (value) => valueFormula({ sort: "until", value })),
    slot(clause.for, (value) => valueFormula({ sort: "for", value })),
    slot(inForce, (value) => valueFormula({ sort: "in-force", value })),
    slot(applies, (value) => valueFormula({ sort: "applies", value })),
    slot(extension, (value) => valueFormula({ sort: "extension", value })),
    slot(onBreach, (value) => valueFormula({ sort: "on-breach", value })),
  ].filter((formula) => formula !== null);
}

function slot<T>(held: Slot<T> | null, formula: (value: T) => XmlNode): XmlNode | null {
  if (held === null) return null;
  return held.kind === "question" ? askedFormula(held.question) : formula(held.value);
}

function duty(clause: Clause): XmlNode {
  return element(DEONTIC[clause.effect], {}, [
    ...partySlots("lrml:Bearer", clause.by),
    ...(clause.against === null ? [] : againstSlots(clause.against)),
    clause.effect === "require" ? fulfilment(clause) : atom("tl:conduct"),
  ]);
}

function againstSlots(against: NonNullable<Clause["against"]>): readonly XmlNode[] {
  const role = "lrml:AuxiliaryParty";
  if (against.kind === "question") return partySlots(role, against);
  if (typeof against.value === "string") return [partySlot(role, variable(against.value))];
  return partySlots(role, { kind: "value", value: against.value });
}

type PartySlot = Slot<readonly string[]>;

function partySlots(role: string, held: PartySlot): readonly XmlNode[] {
  if (held.kind === "question")
    return [partySlot(role, element("ruleml:Var", {}, [xmlName("question", held.question)]))];
  return held.value.map((party) => partySlot(role, individual("party", party)));
}

function partySlot(role: string, party: XmlNode): XmlNode {
  return element("ruleml:slot", {}, [element(role, {}), party]);
}

function fulfilment({ id, due, fulfilledBy }: Clause): XmlNode {
  const deadline = due === null || due.kind === "after" ? [] : [timeLiteral(due)];
  const lasting = due?.kind === "after" ? [valueFormula({ sort: "for", value: due.length })] : [];
  const by = deadline.map((time) => fact("tl:due", [time]));
  if (fulfilledBy === null)
    return allOf([fact("tl:fulfil", [individual("clause", id)]), ...by, ...lasting]);
  const events =
    fulfilledBy.kind === "together"
      ? fulfilledBy.events.map(hasCome)
      : [...fulfilledBy.parties].flatMap(([party, each]) =>
          each.map((event) =>
            fact("tl:has-come-of", [individual("party", party), individual("event", event)]),
          ),
        );
  return allOf([...events, ...by, ...lasting]);
}

function answerStatement(text: ExportedText, { question, answer }: AnswerAt): XmlNode {
  const { id, value, note } = answer;
  return element("lrml:ConstitutiveStatement", { key: xmlName("answer", question, id) }, [
    ...words("lrml:Comment", [answer.text, note]),
    ...paraphrase(text, `questions/${question}/answers/${id}`, true),
    ...answerLosses(question, answer),
    constitutive(
      xmlName("rule", "answer", question, id),
      valueFormula(value),
      askedFormula(question),
    ),
  ]);
}

function edgeStatements(text: ExportedText, question: string): readonly XmlNode[] {
  const parts = edgeParts(text.naming, question);
  return ["in", "out"].map((answer) =>
    element("lrml:ConstitutiveStatement", { key: xmlName("answer", question, answer) }, [
      loss(`questions/${question}`, "an open edge of the vocabulary; no answer is held"),
      parts === null
        ? loss(`questions/${question}/answers/${answer}`, "its words are not among those at hand")
        : null,
      parts === null
        ? constitutive(
            xmlName("rule", "answer", question, answer),
            element("ruleml:And", {}),
            atom(iriOf("edge", question, answer)),
          )
        : edgeRule(question, answer, parts),
    ]),
  );
}

function edgeRule(question: string, answer: string, [word, from, to]: readonly string[]): XmlNode {
  const inner = atom(iriOf(word ?? "", from ?? ""));
  const outer = atom(iriOf(word ?? "", to ?? ""));
  const head = answer === "in" ? outer : element("ruleml:Neg", {}, [outer]);
  return constitutive(xmlName("rule", "answer", question, answer), inner, head);
}

function ownWords({ instrument }: ExportedText): readonly XmlNode[] {
  return ownNodes(instrument).flatMap(([word, { id, is }]) =>
    is
      .filter(({ open }) => !open)
      .map(({ to }) =>
        element("lrml:ConstitutiveStatement", { key: xmlName(word, id, to) }, [
          constitutive(xmlName("rule", word, id, to), atom(iriOf(word, id)), atom(iriOf(word, to))),
        ]),
      ),
  );
}

function constitutive(key: string, condition: XmlNode, head: XmlNode): XmlNode {
  return element("ruleml:Rule", { key: `:${key}`, closure: "universal" }, [
    element("ruleml:if", {}, [condition]),
    element("ruleml:then", {}, [head]),
  ]);
}

/** One rule that defeats another, always or where an answer says so. */
export interface Override {
  readonly key: string;
  readonly over: string;
  readonly under: string;
  /** The answer that makes it so; null: the text itself. */
  readonly answer: AnswerAt | null;
}

/** Exceptions and overrides in the order of the clauses; the same pair is told once. */
export function overridesOf({ instrument }: ExportedText): readonly Override[] {
  const answers = answersOf(instrument);
  const all = [...instrument.clauses.values()].flatMap((clause): readonly Override[] => [
    ...clause.overrides.map((under) => override(clause.id, under, null)),
    ...(clause.unless?.kind === "value" ? clause.unless.value : []).map((over) =>
      override(over, clause.id, null),
    ),
    ...answers.flatMap((at) =>
      clause.unless?.kind === "question" &&
      at.question === clause.unless.question &&
      at.answer.value.sort === "unless"
        ? at.answer.value.value.map((over) => override(over, clause.id, at))
        : [],
    ),
  ]);
  return [...new Map(all.map((one) => [one.key, one])).values()];
}

function override(over: string, under: string, answer: AnswerAt | null): Override {
  const by = answer === null ? [] : [answer.question, answer.answer.id];
  return { key: xmlName("override", over, under, ...by), over, under, answer };
}

function overrideStatement({ key, over, under, answer }: Override): XmlNode {
  return element("lrml:OverrideStatement", { key }, [
    answer === null
      ? null
      : loss(
          `clauses/${under}/unless`,
          `holds only under the answer ${answer.answer.id} to ${answer.question}`,
        ),
    element("lrml:Override", {
      over: `#${xmlName("clause", over)}`,
      under: `#${xmlName("clause", under)}`,
    }),
  ]);
}

/** Words of the text, one element for each that is there. */
export function words(name: string, texts: readonly (string | null)[]): readonly XmlChild[] {
  return texts.flatMap((text) => (text === null ? [] : [element(name, {}, [text])]));
}

/** The plain sentences of a part and, unless `alone`, of what lies below it. */
function paraphrase(text: ExportedText, part: string, alone = false): readonly XmlNode[] {
  const said = text.sentences.filter(
    ({ id }) => id === part || (!alone && id.startsWith(`${part}/`)),
  );
  if (said.length === 0) return [];
  return [element("lrml:Paraphrase", {}, [said.map((sentence) => sentence.text).join(" ")])];
}
