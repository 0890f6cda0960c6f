// Conditions of clauses and answers as RuleML formulas over one incident. Names are abbreviated IRIs under the prefix `tl`, which
// says the word's vocabulary: `tl:kind__energy`, `tl:zone__corridor`.
import type { Against, AnswerValue, CalibreBand, Target, TimePoint, Where } from "../ast.ts";
import { answerValueToPlain, durationToPlain } from "../clause-to-plain.ts";
import { plainKey } from "../plain.ts";
import { xmlName } from "./names.ts";
import { pointText } from "./times.ts";
import { element } from "./xml.ts";
import type { XmlNode } from "./xml.ts";

/** An abbreviated IRI of a word of the text. */
export function iriOf(vocabulary: string, ...ids: readonly string[]): string {
  return `tl:${xmlName(vocabulary, ...ids)}`;
}

/** A relation that needs no incident: that an event has come. */
export function fact(relation: string, terms: readonly XmlNode[]): XmlNode {
  return element("ruleml:Atom", {}, [element("ruleml:Rel", { iri: relation }), ...terms]);
}

/** A relation of the incident to the terms. Every rule has this one variable, so that its conditions speak of the same incident. */
export function atom(relation: string, terms: readonly XmlNode[] = []): XmlNode {
  return fact(relation, [variable("incident"), ...terms]);
}

export function variable(name: string): XmlNode {
  return element("ruleml:Var", {}, [name]);
}

export function individual(vocabulary: string, id: string): XmlNode {
  return element("ruleml:Ind", { iri: iriOf(vocabulary, id) }, [id]);
}

type DataType =
  "xs:string" | "xs:integer" | "xs:boolean" | "xs:duration" | "xs:date" | "xs:dateTime";

function literal(type: DataType, value: string | number | boolean): XmlNode {
  return element("ruleml:Data", { "xsi:type": type }, [String(value)]);
}

/** All of them; none is true. */
export function allOf(formulas: readonly XmlNode[]): XmlNode {
  const [only] = formulas;
  return formulas.length === 1 && only !== undefined ? only : element("ruleml:And", {}, formulas);
}

function anyOf(formulas: readonly XmlNode[]): XmlNode {
  const [only] = formulas;
  return formulas.length === 1 && only !== undefined ? only : element("ruleml:Or", {}, formulas);
}

/** The question's own predicate: true of an incident where one of its answers is. */
export function askedFormula(question: string): XmlNode {
  return atom(iriOf("question", question));
}

/** What a value asks of an incident or of the matter. */
export function valueFormula(value: AnswerValue): XmlNode {
  switch (value.sort) {
    case "act":
      return anyOf(value.value.map((act) => atom(iriOf("act", act))));
    case "means":
      return anyOf(value.value.map((means) => atom(iriOf("means", means))));
    case "targets":
      return anyOf(value.value.map(targetFormula));
    case "where":
      return whereFormula(value.value);
    case "from":
      return value.value.kind === "event"
        ? hasCome(value.value.event)
        : atom("tl:from", [timeLiteral(value.value)]);
    case "until":
      return atom("tl:until", [timeLiteral(value.value)]);
    case "for":
      return atom("tl:for", [literal("xs:duration", durationToPlain(value.value))]);
    case "in-force":
      return allOf(value.value.after.map(hasCome));
    case "applies":
      return atom("tl:applies", [literal("xs:boolean", value.value)]);
    case "unless":
      return atom(
        "tl:unless",
        value.value.map((clause) => individual("clause", clause)),
      );
    case "by":
      return anyOf(value.value.map((party) => atom("tl:by", [individual("party", party)])));
    case "against":
      return againstFormula(value.value);
    case "side":
      return atom("tl:side-of-target", [individual("party", value.value)]);
    case "extension":
    case "on-breach":
      return atom(`tl:${value.sort}`, [literal("xs:string", plainKey(answerValueToPlain(value)))]);
    default:
      return value satisfies never;
  }
}

function targetFormula({ kind, facets, near }: Target): XmlNode {
  if (near !== undefined) {
    const kinds = near.of.map((id) => individual("kind", id));
    return atom("tl:target-within", [literal("xs:integer", near.meters), ...kinds]);
  }
  const limits = Object.entries(facets).map(([facet, word]) =>
    atom(iriOf("facet", facet), [literal("xs:string", word)]),
  );
  return allOf([atom(iriOf("kind", kind)), ...limits]);
}

function whereFormula({ target, origin, either, outside }: Where): XmlNode {
  const inZone = (what: string, zone: string): XmlNode =>
    atom(`tl:${what}-in-zone`, [individual("zone", zone)]);
  return allOf(
    [
      target === null ? null : inZone("target", target),
      origin === null ? null : inZone("origin", origin),
      either === null ? null : anyOf([inZone("target", either), inZone("origin", either)]),
      outside === null ? null : element("ruleml:Neg", {}, [inZone("target", outside)]),
    ].filter((formula) => formula !== null),
  );
}

function againstFormula(against: Against): XmlNode {
  if (typeof against === "string") return atom("tl:against", [literal("xs:string", against)]);
  return anyOf(against.map((party) => atom("tl:against", [individual("party", party)])));
}

/** `from` millimetres and more, less than `below`. */
export function calibreFormula({ from, below }: CalibreBand): XmlNode {
  return allOf([
    atom("tl:calibre-from", [literal("xs:integer", from)]),
    ...(below === null ? [] : [atom("tl:calibre-below", [literal("xs:integer", below)])]),
  ]);
}

/** The event has come. */
export function hasCome(event: string): XmlNode {
  return fact("tl:has-come", [individual("event", event)]);
}

export function flagFormula(flag: string): XmlNode {
  return atom(iriOf("flag", flag));
}

/** A local day or time. */
export function timeLiteral(point: TimePoint): XmlNode {
  return literal(point.kind === "on" ? "xs:date" : "xs:dateTime", pointText(point));
}
