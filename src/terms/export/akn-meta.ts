// Metadata of one Akoma Ntoso expression: work, expression, manifestation; days as events, periods as groups of intervals; parties and
// sources as references; who held which answer as notes.
import type { Duration, Instrument, Reading, TimePoint } from "../ast.ts";
import { durationToPlain } from "../clause-to-plain.ts";
import { answersOf, holdersOf, holdingsOf, sourcesOf, versionName, xmlName } from "./names.ts";
import type { HoldingAt } from "./names.ts";
import type { ExportedText } from "./exported-text.ts";
import { pointText, zoneLoss } from "./times.ts";
import { element, loss } from "./xml.ts";
import type { XmlNode } from "./xml.ts";

/** One of the expressions of a text. */
export interface Expression {
  /** Null: the text itself. */
  readonly reading: Reading | null;
  /** Before every eId, so that each is one of a kind in the file. */
  readonly prefix: string;
  /** False: the collection around the expressions, which has no days and notes of its own. */
  readonly inner: boolean;
}

/** The head of an expression, in the order of the schema. */
export function aknMeta(text: ExportedText, expression: Expression): XmlNode {
  const { instrument } = text;
  const source = `#${expression.prefix}truceline`;
  const groups = expression.inner ? periodsOf(instrument) : [];
  const notes = expression.inner ? holdingsOf(instrument) : [];
  return element("meta", {}, [
    element("identification", { source }, identification(text, expression)),
    lifecycle(text, expression, groups),
    groups.length === 0
      ? null
      : element(
          "temporalData",
          { source },
          groups.map((group) => temporalGroup(group, expression)),
        ),
    element("references", { source }, references(text, expression, groups)),
    notes.length === 0
      ? null
      : element(
          "notes",
          { source },
          notes.map((at) => note(text, at, expression)),
        ),
  ]);
}

function identification(
  { instrument, version, naming }: ExportedText,
  { reading, prefix }: Expression,
): readonly XmlNode[] {
  const work = `/akn/zz/act/${dayOf(instrument)}/${instrument.id}`;
  const asRead = reading === null ? "" : `!${encodeURIComponent(reading.id)}`;
  const expression = `${work}/${LANGUAGES[naming.lang]}@${versionName(version)}${asRead}`;
  const parties = instrument.parties.map((party) => xmlName("party", party));
  const authors = (parties.length === 0 ? ["truceline"] : parties).map((author) =>
    element("FRBRauthor", { href: `#${prefix}${author}` }),
  );
  const core = (address: string): readonly XmlNode[] => [
    element("FRBRthis", { value: `${address}/!main` }),
    element("FRBRuri", { value: address }),
    element("FRBRdate", { date: dayOf(instrument), name: "dated" }),
    ...authors,
  ];
  return [
    element("FRBRWork", {}, [...core(work), element("FRBRcountry", { value: "zz" })]),
    element("FRBRExpression", {}, [
      ...core(expression),
      element("FRBRversionNumber", { value: version }),
      element("FRBRlanguage", { language: LANGUAGES[naming.lang] }),
    ]),
    element("FRBRManifestation", {}, [
      ...core(`${expression}.akn`),
      element("FRBRformat", { value: "application/akn+xml" }),
    ]),
  ];
}

const LANGUAGES = { en: "eng", ru: "rus", uk: "ukr" } as const;

function dayOf({ dated }: Instrument): string {
  return dated ?? "0001-01-01";
}

/** A period of a part of the text, by its start, end and length as far as they are given. */
export interface PeriodAt {
  /** Key of the part: `art_strikes`, `status__RU__0`. */
  readonly key: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly duration: string | null;
  readonly concept: string;
  /** What its times leave open about their zones. */
  readonly zones: readonly string[];
  /** Where in the text. */
  readonly at: string;
}

/** Periods of clauses, of answers, of status. */
export function periodsOf(instrument: Instrument): readonly PeriodAt[] {
  const { clauses, status } = instrument;
  const rules = [...clauses.values()].map((clause): PeriodAt => {
    const from =
      clause.from?.kind === "value" && clause.from.value.kind !== "event"
        ? clause.from.value
        : null;
    const until = clause.until?.kind === "value" ? clause.until.value : null;
    const length = clause.for?.kind === "value" ? clause.for.value : null;
    const at = `clauses/${clause.id}`;
    return period(`art_${xmlName(clause.id)}`, at, { from, until, length });
  });
  const answers = answersOf(instrument).map(({ question, answer: { id, value } }): PeriodAt => {
    const from = value.sort === "from" && value.value.kind !== "event" ? value.value : null;
    const until = value.sort === "until" ? value.value : null;
    const length = value.sort === "for" ? value.value : null;
    const at = `questions/${question}/answers/${id}`;
    return period(xmlName("answer", question, id), at, { from, until, length });
  });
  const states = [...status].flatMap(([party, all]) =>
    all.map(({ is, since }, i): PeriodAt => {
      const key = xmlName("status", party, String(i));
      const end = all[i + 1]?.since ?? null;
      return {
        key,
        start: since,
        end,
        duration: null,
        concept: is,
        zones: [],
        at: `status/${party}/${i}`,
      };
    }),
  );
  return [...rules, ...answers, ...states].filter(
    ({ start, end, duration }) => start !== null || end !== null || duration !== null,
  );
}

interface Bounds {
  readonly from: TimePoint | null;
  readonly until: TimePoint | null;
  readonly length: Duration | null;
}

function period(key: string, at: string, { from, until, length }: Bounds): PeriodAt {
  return {
    key,
    at,
    start: from === null ? null : pointText(from),
    end: until === null ? null : pointText(until),
    duration: length === null ? null : durationToPlain(length),
    concept: "period",
    zones: [from, until].flatMap((point) => (point === null ? [] : (zoneLoss(point) ?? []))),
  };
}

function lifecycle(
  { instrument }: ExportedText,
  { prefix }: Expression,
  groups: readonly PeriodAt[],
): XmlNode {
  const source = `#${prefix}truceline`;
  const event = (key: string, date: string, type: string | null): XmlNode =>
    element("eventRef", { eId: `${prefix}event__${key}`, date, type, source });
  return element("lifecycle", { source }, [
    event("dated", dayOf(instrument), "generation"),
    ...groups.flatMap(({ key, start, end }) => [
      ...(start === null ? [] : [event(`start__${key}`, start, null)]),
      ...(end === null ? [] : [event(`end__${key}`, end, null)]),
    ]),
  ]);
}

function temporalGroup(
  { key, start, end, duration, concept, zones, at }: PeriodAt,
  { prefix }: Expression,
): XmlNode {
  return element("temporalGroup", { eId: `${prefix}tmpg__${key}` }, [
    ...zones.map((said) => loss(at, said)),
    element("timeInterval", {
      start: start === null ? null : `#${prefix}event__start__${key}`,
      end: end === null ? null : `#${prefix}event__end__${key}`,
      duration,
      refersTo: `#${prefix}concept__${concept}`,
    }),
  ]);
}

function references(
  { instrument, naming }: ExportedText,
  { prefix }: Expression,
  groups: readonly PeriodAt[],
): readonly XmlNode[] {
  const concepts = [...new Set(groups.map(({ concept }) => concept))];
  return [
    element("TLCOrganization", {
      eId: `${prefix}truceline`,
      href: "/akn/ontology/organization/truceline",
      showAs: "Truceline",
    }),
    ...holdersOf(instrument).map((id) =>
      element("TLCOrganization", {
        eId: prefix + xmlName("party", id),
        href: `/akn/ontology/organization/${encodeURIComponent(id)}`,
        showAs: naming.party(id),
      }),
    ),
    ...concepts.map((concept) =>
      element("TLCConcept", {
        eId: `${prefix}concept__${concept}`,
        href: `/akn/ontology/concept/${concept}`,
        showAs: concept,
      }),
    ),
    ...sourcesOf(instrument).map((id) =>
      element("TLCReference", {
        eId: prefix + xmlName("source", id),
        href: `urn:truceline:source:${encodeURIComponent(id)}`,
        showAs: id,
        name: "source",
      }),
    ),
  ];
}

function note(text: ExportedText, at: HoldingAt, { prefix }: Expression): XmlNode {
  const { question, answer, holding, index } = at;
  const part = `questions/${question}/answers/${answer.id}/held/${index}`;
  const said = text.sentences.find(({ id }) => id === part)?.text ?? "";
  const source = holding.source === null ? [] : [`#${prefix}${xmlName("source", holding.source)}`];
  const refersTo = [`#${prefix}${xmlName("party", holding.by)}`, ...source].join(" ");
  const eId = `${prefix}${xmlName("note", question, answer.id, String(index))}`;
  const words = [said, holding.quote === null ? null : holding.gist];
  return element(
    "note",
    { eId, refersTo },
    words.flatMap((each) => (each === null || each === "" ? [] : [element("p", {}, [each])])),
  );
}
