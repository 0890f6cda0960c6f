// Every day and time that a text gives, with what begins or ends then: rules, answers, what was held, how parties stood.
import type { Instrument, TimePoint } from "../ast.ts";
import { timeLiteral } from "./lrml-formulas.ts";
import { answersOf, holdingsOf, xmlName } from "./names.ts";
import { zoneLoss } from "./times.ts";
import { element, loss } from "./xml.ts";
import type { XmlNode } from "./xml.ts";

/** A time with the key of what it is about. */
export interface TimedPart {
  /** Unique among times, stable from one version to the next. */
  readonly key: string;
  readonly value: XmlNode;
  /** IRI of the status that starts or ends. */
  readonly status: string;
  readonly development: "Starts" | "Ends";
  readonly source: string | null;
  readonly holder: string | null;
  /** Key of the statement, or of all of them. */
  readonly target: string;
  readonly losses: readonly XmlNode[];
}

/** In the order: rules, answers, holdings, status. */
export function timesOf(instrument: Instrument): readonly TimedPart[] {
  return [
    ...ruleTimes(instrument),
    ...answerTimes(instrument),
    ...holdingTimes(instrument),
    ...statusTimes(instrument),
  ];
}

const EFFICACIOUS = "http://docs.oasis-open.org/legalruleml/ns/v1.0/vocab#Efficacious";
const BARE = { status: EFFICACIOUS, source: null, holder: null, losses: [] };

function ruleTimes({ clauses }: Instrument): readonly TimedPart[] {
  return [...clauses.values()].flatMap(({ id, from, until }) => {
    const target = { at: `clauses/${id}`, target: ["clause", id] };
    const start = from?.kind === "value" && from.value.kind !== "event" ? from.value : null;
    const end = until?.kind === "value" ? until.value : null;
    return [...pointTime(start, "Starts", target), ...pointTime(end, "Ends", target)];
  });
}

function answerTimes(instrument: Instrument): readonly TimedPart[] {
  return answersOf(instrument).flatMap(({ question, answer: { id, value } }) => {
    const at = `questions/${question}/answers/${id}`;
    const target = { at, target: ["answer", question, id] };
    if (value.sort === "until") return pointTime(value.value, "Ends", target);
    if (value.sort !== "from" || value.value.kind === "event") return [];
    return pointTime(value.value, "Starts", target);
  });
}

function pointTime(
  point: TimePoint | null,
  development: TimedPart["development"],
  { at, target }: { readonly at: string; readonly target: readonly string[] },
): readonly TimedPart[] {
  if (point === null) return [];
  const key = xmlName(development.toLowerCase(), ...target);
  const said = zoneLoss(point);
  const losses = said === null ? [] : [loss(at, said)];
  return [
    { ...BARE, key, value: timeLiteral(point), development, target: xmlName(...target), losses },
  ];
}

function holdingTimes(instrument: Instrument): readonly TimedPart[] {
  return holdingsOf(instrument).flatMap(({ question, answer, holding, index }) => {
    const { by, source, since, until } = holding;
    const rest = { source, holder: by, target: xmlName("answer", question, answer.id) };
    const path = ["held", question, answer.id, String(index)];
    return [
      ...dayTime(since, "Starts", { ...rest, status: "tl:held", path }),
      ...dayTime(until, "Ends", { ...rest, status: "tl:held", path }),
    ];
  });
}

function statusTimes({ status }: Instrument): readonly TimedPart[] {
  return [...status].flatMap(([party, states]) =>
    states.flatMap(({ is, since, source }, i) =>
      dayTime(since, "Starts", {
        status: `tl:status__${is}`,
        source,
        holder: party,
        target: "statements",
        path: ["status", party, String(i)],
      }),
    ),
  );
}

type DayOf = Pick<TimedPart, "status" | "source" | "holder" | "target"> & {
  readonly path: readonly string[];
};

function dayTime(
  day: string | null,
  development: TimedPart["development"],
  { path, ...rest }: DayOf,
): readonly TimedPart[] {
  if (day === null) return [];
  const value = element("ruleml:Data", { "xsi:type": "xs:date" }, [day]);
  const key = xmlName(development.toLowerCase(), ...path);
  return [{ ...rest, key, value, development, losses: [] }];
}
