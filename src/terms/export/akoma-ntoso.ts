// A text as Akoma Ntoso 1.0 (OASIS LegalDocML, namespace akn/3.0): a collection of expressions, first the text with all its answers,
// then one for each reading, each from the plain sentences. One way; the text stays the master (TERMS 11).
import type { Instrument, Reading } from "../ast.ts";
import { aknBody } from "./akn-body.ts";
import { aknMeta } from "./akn-meta.ts";
import type { Expression } from "./akn-meta.ts";
import type { ExportedText } from "./exported-text.ts";
import { textLosses } from "./losses.ts";
import { xmlName } from "./names.ts";
import { element, loss } from "./xml.ts";
import type { XmlNode } from "./xml.ts";

/** The whole document. */
export function akomaNtoso(text: ExportedText): XmlNode {
  const expressions = [
    expression(null),
    ...[...text.instrument.readings.values()].map((reading) => expression(reading)),
  ];
  return element("akomaNtoso", { xmlns: "http://docs.oasis-open.org/legaldocml/ns/akn/3.0" }, [
    element("documentCollection", { name: "ceasefire" }, [
      aknMeta(text, { reading: null, prefix: "collection__", inner: false }),
      element("collectionBody", {}, [
        ...textLosses(text.instrument),
        ...proseLosses(text.instrument),
        ...expressions.map((each) => component(text, each)),
      ]),
    ]),
  ]);
}

function expression(reading: Reading | null): Expression {
  const prefix = reading === null ? "" : `${xmlName("reading", reading.id)}__`;
  return { reading, prefix, inner: true };
}

function component(text: ExportedText, each: Expression): XmlNode {
  const eId = each.reading === null ? "cmp_text" : `cmp_${xmlName("reading", each.reading.id)}`;
  return element("component", { eId }, [
    element("act", { name: "ceasefire" }, [aknMeta(text, each), aknBody(text, each)]),
  ]);
}

function proseLosses({ clauses, questions, readings }: Instrument): readonly XmlNode[] {
  return [
    loss("text", "no single country or language area issued it; zz stands in its place"),
    ...[...clauses.keys()].map((id) =>
      loss(
        `clauses/${id}`,
        "kept as sentences; the conditions of the rule are not machine-readable",
      ),
    ),
    ...[...questions.keys()].map((id) =>
      loss(
        `questions/${id}`,
        "kept as sentences and notes; that its answers exclude each other is not said",
      ),
    ),
    ...[...readings.keys()].map((id) =>
      loss(
        `readings/${id}`,
        "kept as an expression of its own; that nobody need hold it is said in words",
      ),
    ),
  ];
}
