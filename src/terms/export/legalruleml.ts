// A text as LegalRuleML Core 1.0 (OASIS, 2021) in the compact form: sources, holders, times, then alternatives and contexts, then
// statements, in the order of section 5.16. One way; the text stays the master (TERMS 11).
import type { Reading } from "../ast.ts";
import type { ExportedText } from "./exported-text.ts";
import { readingLosses, textLosses } from "./losses.ts";
import { timesOf } from "./lrml-times.ts";
import type { TimedPart } from "./lrml-times.ts";
import { overridesOf, statements, words } from "./lrml-statements.ts";
import {
  edgeQuestionsOf,
  holdersOf,
  holdingsOf,
  sourcesOf,
  versionName,
  xmlName,
} from "./names.ts";
import type { HoldingAt } from "./names.ts";
import { element } from "./xml.ts";
import type { XmlChild, XmlNode } from "./xml.ts";

const NAMESPACES = {
  "xmlns:lrml": "http://docs.oasis-open.org/legalruleml/ns/v1.0/",
  "xmlns:ruleml": "http://ruleml.org/spec",
  "xmlns:xs": "http://www.w3.org/2001/XMLSchema",
  "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
  xmlns: "urn:truceline:terms:1:",
};

/** The whole document. */
export function legalRuleMl(text: ExportedText): XmlNode {
  const { instrument } = text;
  const times = timesOf(instrument);
  return element("lrml:LegalRuleML", { ...NAMESPACES, key: xmlName("text", instrument.id) }, [
    ...words("lrml:Comment", [instrument.title]),
    ...[...instrument.provisions.values()].map((provision) =>
      element("lrml:Comment", { key: xmlName("provision", provision.id) }, [provision.text]),
    ),
    ...textLosses(instrument),
    element("lrml:Prefix", { pre: "tl", refID: "urn:truceline:terms:1:" }),
    ...sources(text),
    authorities(text),
    ...timeNodes(times),
    ...associations(text, times),
    ...alternatives(text),
    ...[...instrument.readings.values()].map((reading) => context(text, reading)),
    statements(text),
  ]);
}

function sources({ instrument, version }: ExportedText): readonly XmlNode[] {
  const reference = {
    refersTo: "version",
    refID: `/akn/zz/act/${instrument.dated ?? "0001-01-01"}/${instrument.id}/eng@${versionName(version)}`,
    refIDSystemName: "AkomaNtoso3.0",
  };
  return [
    element("lrml:LegalReferences", { key: "references" }, [
      element("lrml:LegalReference", reference),
    ]),
    element("lrml:LegalSources", { key: "sources" }, [
      element("lrml:LegalSource", {
        key: "instrument",
        sameAs: `urn:truceline:text:${instrument.id}:${version}`,
      }),
      ...sourcesOf(instrument).map((source) =>
        element("lrml:LegalSource", {
          key: xmlName("source", source),
          sameAs: `urn:truceline:source:${encodeURIComponent(source)}`,
        }),
      ),
    ]),
  ];
}

function authorities({ instrument }: ExportedText): XmlNode {
  return element(
    "lrml:Authorities",
    { key: "holders" },
    holdersOf(instrument).map((holder) =>
      element("lrml:Authority", {
        key: xmlName("holder", holder),
        sameAs: `urn:truceline:party:${encodeURIComponent(holder)}`,
      }),
    ),
  );
}

function timeNodes(times: readonly TimedPart[]): readonly XmlNode[] {
  if (times.length === 0) return [];
  return [
    element(
      "lrml:Times",
      { key: "times" },
      times.map(({ key, value }) => element("ruleml:Time", { key: `:time__${key}` }, [value])),
    ),
    element("lrml:TemporalCharacteristics", { key: "periods" }, times.map(characteristic)),
  ];
}

function characteristic({ key, status, development, losses }: TimedPart): XmlNode {
  return element("lrml:TemporalCharacteristic", { key: `period__${key}` }, [
    ...losses,
    element("lrml:forStatus", { iri: status }),
    element("lrml:hasStatusDevelopment", { iri: `${VOCABULARY}${development}` }),
    element("lrml:atTime", { keyref: `#time__${key}` }),
  ]);
}

const VOCABULARY = "http://docs.oasis-open.org/legalruleml/ns/v1.0/vocab#";

function associations(text: ExportedText, times: readonly TimedPart[]): readonly XmlNode[] {
  const { instrument } = text;
  const made = [
    ...times.map(({ key, source, holder, target }) =>
      element("lrml:Association", { key: `when__${key}` }, [
        source === null ? null : reference("appliesSource", "source", source),
        element("lrml:appliesTemporalCharacteristic", { keyref: `#period__${key}` }),
        holder === null ? null : reference("appliesAuthority", "holder", holder),
        element("lrml:toTarget", { keyref: `#${target}` }),
      ]),
    ),
    ...holdingsOf(instrument).map(holdingAssociation),
    ...[...instrument.clauses.values()].flatMap(({ id, source }) =>
      source.length === 0 ? [] : [sourced(["clause", id], source)],
    ),
    ...[...instrument.provisions.values()].flatMap(({ id, source }) =>
      source.length === 0 ? [] : [sourced(["provision", id], source)],
    ),
  ];
  return made.length === 0 ? [] : [element("lrml:Associations", { key: "associations" }, made)];
}

function sourced(target: readonly string[], source: readonly string[]): XmlNode {
  return element("lrml:Association", { key: xmlName("said", ...target) }, [
    ...source.map((id) => reference("appliesSource", "source", id)),
    element("lrml:toTarget", { keyref: `#${xmlName(...target)}` }),
  ]);
}

function holdingAssociation({ question, answer, holding, index }: HoldingAt): XmlNode {
  const { by, source, quote, gist } = holding;
  return element("lrml:Association", { key: xmlName("held", question, answer.id, String(index)) }, [
    ...words("lrml:Comment", [quote, gist]),
    source === null ? null : reference("appliesSource", "source", source),
    reference("appliesAuthority", "holder", by),
    element("lrml:toTarget", { keyref: `#${xmlName("answer", question, answer.id)}` }),
  ]);
}

function reference(edge: string, ...target: readonly string[]): XmlNode {
  return element(`lrml:${edge}`, { keyref: `#${xmlName(...target)}` });
}

function alternatives({ instrument }: ExportedText): readonly XmlNode[] {
  const asked = [...instrument.questions.values()].map(({ id, asks, answers }) =>
    question(id, [...answers.keys()], words("lrml:Comment", [asks])),
  );
  const edges = edgeQuestionsOf(instrument).map((id) => question(id, ["in", "out"], []));
  return [...asked, ...edges];
}

function question(id: string, answers: readonly string[], asks: readonly XmlChild[]): XmlNode {
  return element("lrml:Alternatives", { key: xmlName("question", id) }, [
    ...asks,
    element("lrml:fromLegalSources", { keyref: "#sources" }),
    ...answers.map((answer) => reference("hasAlternative", "answer", id, answer)),
  ]);
}

function context(text: ExportedText, reading: Reading): XmlNode {
  const { instrument } = text;
  const holding = overridesOf(text).filter(
    ({ answer }) =>
      answer === null || (reading.take.get(answer.question) ?? []).includes(answer.answer.id),
  );
  return element("lrml:Context", { key: xmlName("reading", reading.id) }, [
    ...words("lrml:Comment", [reading.note]),
    ...readingLosses(instrument, reading),
    ...[...reading.take.keys()].map((id) => reference("appliesAlternatives", "question", id)),
    reading.by === null ? null : reference("appliesAuthority", "holder", reading.by),
    ...[...instrument.clauses.keys()].map((id) => reference("inScope", "clause", id)),
    ...[...reading.take].flatMap(([id, answers]) =>
      answers.map((answer) => reference("inScope", "answer", id, answer)),
    ),
    ...holding.map(({ key }) => element("lrml:inScope", { keyref: `#${key}` })),
  ]);
}
