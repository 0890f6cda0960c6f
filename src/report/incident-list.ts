// Incidents as a list: the rows left by every narrowing, what else could be chosen and how many that would be, totals per reading.
import {
  differenceOf,
  inForceTest,
  isCounted,
  latestFigure,
  regionsOf,
  totalsOf,
} from "../assess/index.ts";
import type { AssessedRow, Assessment } from "../assess/index.ts";
import type { ReadingTotals, Verdict } from "../assess/verdict.ts";
import type { Case } from "../case/case.ts";
import type { CountRange } from "../model/count.ts";
import type { ReadingId } from "../model/id.ts";
import type { Incident } from "../model/incident.ts";
import { compareText } from "../model/problem.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import { facetCandidates, facetFact } from "./facets.ts";
import { jointLines } from "./fact-line.ts";
import type { JointLine } from "./fact-line.ts";
import { occurredOf } from "./incident.ts";
import type { IncidentPage } from "./incident.ts";
import { COUNTED_STATES, sortRows } from "./list-view.ts";
import type { ListSort } from "./list-view.ts";
import { isWithin, placeOf } from "./listed-place.ts";
import type { ListedPlace } from "./listed-place.ts";
import { coverageOf } from "./price.ts";
import type { Coverage, PriceQuestion } from "./price.ts";
import { incidentLine } from "./row.ts";
import type { JudgedLine } from "./row.ts";
import type { ReviewStates } from "./review-states.ts";
import { searchText } from "./search-text.ts";
import { FACET_NAMES } from "./view.ts";
import type { CardPart, FacetName, MapBox } from "./view.ts";

/** A question with the list's own narrowings. */
export interface ListQuestion extends PriceQuestion {
  readonly of: CardPart | null;
  readonly text: string | null;
  /** Only accounts whose review stands so. */
  readonly state: ReviewState | null;
  readonly sort: ListSort;
  /** Only incidents whose point lies in it; areas and unknown places do not. */
  readonly bbox: MapBox | null;
  /** Only what these two of the readings answer differently, surely or possibly. */
  readonly differ: readonly [string, string] | null;
}

/** A line with what a table of incidents shows. */
export interface ListedIncident extends JudgedLine {
  readonly occurred: IncidentPage["occurred"];
  readonly country: string | null;
  readonly where: ListedPlace;
  readonly regions: readonly string[];
  /** All that it may have been done with; `unknown` stands for any. */
  readonly means: readonly string[];
  /** The latest reported figure of each series; null = none is stated, which is not zero. */
  readonly killed: CountRange | null;
  readonly injured: CountRange | null;
  /** Source ids. */
  readonly sources: readonly string[];
  /** Rows of facts that hang together; none where they may be combined in any way. */
  readonly joint: readonly JointLine[];
}

/** One facet with its values; an incident that may be several stands in each, so values do not add up. */
export interface FacetGroup {
  readonly name: FacetName;
  readonly values: readonly {
    readonly value: string;
    /** The record's own name where the case has no label for the id. */
    readonly label: string | null;
    readonly incidents: number;
  }[];
}

/** Something that narrows the list, and how many incidents there would be without it. */
export interface Without {
  readonly name: FacetName | "of" | "text" | "state" | "days" | "window" | "bbox" | "differ";
  readonly incidents: number;
}

export interface IncidentList {
  readonly coverage: Coverage;
  /** Totals under every narrowing but `of`, so that each number leads to its incidents. In id order. */
  readonly readings: readonly (Pick<ReadingTotals, "totals" | "byStanding"> & {
    readonly reading: ReadingId;
    readonly holder: string | null;
  })[];
  readonly facets: readonly FacetGroup[];
  /** How many by the state of their review; empty where nobody reviewed anything. */
  readonly states: readonly { readonly state: ReviewState; readonly incidents: number }[];
  /** Filled when no incident is left; the one that gives most is first. */
  readonly without: readonly Without[];
  /** In the order asked for; whole-night totals among them, marked. */
  readonly items: readonly ListedIncident[];
}

/** An assessment with where the review of each account stands; without it, the list tells of none. */
export interface ReviewedAssessment extends Assessment {
  readonly states?: ReviewStates;
}

/** `question` without the narrowings that the list makes itself: what has to be assessed for it. */
export function assessedQuestion(question: ListQuestion): PriceQuestion {
  const { readings, asOf, hold } = question;
  return {
    readings,
    ...(asOf === undefined ? {} : { asOf }),
    ...(hold === undefined ? {} : { hold }),
  };
}

/** The list of a question over an assessment of `assessedQuestion`. Cost: one pass over the rows a facet, and one over what differs a value. */
export function incidentList(
  theCase: Case,
  question: ListQuestion,
  assessment: ReviewedAssessment,
): IncidentList {
  const pass = passes(theCase, question, assessment.states);
  const judged = assessment.rows.filter((row) => pass(row, ["of"]));
  const rows = judged.filter((row) => isOf(row, question.of));
  const items = sortRows(rows.map(listed), question.sort, {
    read: ({ id, day, place, things }) => ({
      id,
      day,
      place: place.name,
      kind: things.flat().join(" "),
    }),
  });
  const byDay = sortRows(items, { key: "day", isDown: false }, { read: sortableDay });
  return {
    coverage: coverageOf(byDay, theCase),
    readings: readingTotals(assessment, judged),
    states: stateCounts(assessment, pass),
    facets: FACET_NAMES.map((name) => facetGroup(theCase, { name, question, assessment })),
    without: items.length > 0 ? [] : withoutEach(question, assessment, pass),
    items,
  };
}

function sortableDay({ id, day }: ListedIncident) {
  return { id, day, place: "", kind: "" };
}

/** Does a row pass every narrowing but those named? */
type Pass = (row: AssessedRow, but: readonly Without["name"][]) => boolean;

function passes(theCase: Case, question: ListQuestion, states?: ReviewStates): Pass {
  const { from, until, of, text, state, bbox, differ } = question;
  const words = text === null ? [] : searchText(text).split(" ").filter(Boolean);
  const isInWindow = inForceTest(theCase, question);
  return (row, but) => {
    const days = but.includes("days") ? {} : given({ from, until });
    const facets = Object.fromEntries(
      FACET_NAMES.flatMap((name) => {
        const value = question[name];
        return value === undefined || but.includes(name) ? [] : [[name, value]];
      }),
    );
    if (!isCounted(theCase, row.incident, { ...days, ...facets })) return false;
    if (!but.includes("state") && state !== null && stateOf(row, states) !== state) return false;
    if (!but.includes("window") && !isInWindow(row.incident)) return false;
    if (!but.includes("of") && !isOf(row, of)) return false;
    if (!but.includes("differ") && !isAnsweredDifferently(row, differ)) return false;
    if (!but.includes("bbox") && !isInBox(row.incident, bbox)) return false;
    return but.includes("text") || words.every((word) => textOf(theCase, row).includes(word));
  };
}

function isAnsweredDifferently({ verdicts }: AssessedRow, pair: ListQuestion["differ"]): boolean {
  if (pair === null) return true;
  const kinds = [...verdicts].flatMap(([id, { verdict }]) => (pair.includes(id) ? verdict : []));
  return differenceOf(kinds) !== "none";
}

function isInBox({ place }: Incident, bbox: MapBox | null): boolean {
  return bbox === null || isWithin(placeOf(place.extent), bbox);
}

function given({ from, until }: Pick<ListQuestion, "from" | "until">) {
  return { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) };
}

/** Is the row behind that number of that card? */
function isOf({ verdicts }: AssessedRow, of: CardPart | null): boolean {
  if (of === null) return true;
  for (const [reading, verdict] of verdicts) {
    if (reading === of.reading) return isVerdict(verdict, of.verdict);
  }
  return false;
}

function isVerdict(verdict: Verdict, wanted: CardPart["verdict"]): boolean {
  return wanted === "at-most" ? verdict.maybe : verdict.verdict === wanted;
}

const TEXTS = new WeakMap<Incident, string>();

/** All that a search looks through: id, names of the place, what was hit, and the names of its kinds in every language. */
function textOf(theCase: Case, { incident }: AssessedRow): string {
  const known = TEXTS.get(incident);
  if (known !== undefined) return known;
  const { id, place, object, effects, note, facts, sources } = incident;
  const kinds = facts.things.flatMap((thing) => thing.kinds.map(({ value }) => value));
  const labels = kinds.flatMap((kind) =>
    Object.values(theCase.kinds.nodes.get(kind)?.labels ?? {}),
  );
  const outlets = sources.flatMap((source) => theCase.sources.get(source)?.outlet ?? []);
  const names = [
    place.name,
    ...Object.values(place.names),
    place.admin1 ?? "",
    ...regionsOf(incident).flatMap((id) => Object.values(theCase.zones.get(id)?.names ?? {})),
    place.country ?? "",
  ];
  const all = [id, ...names, object ?? "", effects ?? "", note ?? "", ...kinds, ...labels];
  const text = searchText([...all, ...outlets].join(" "));
  TEXTS.set(incident, text);
  return text;
}

function listed({ incident, verdicts }: AssessedRow): ListedIncident {
  return {
    ...incidentLine(incident),
    verdicts: Object.fromEntries(verdicts),
    occurred: occurredOf(incident),
    country: incident.place.country,
    where: placeOf(incident.place.extent),
    regions: regionsOf(incident),
    means: [...new Set(incident.facts.means.map(({ value }) => value))],
    killed: latestFigure(incident, (claim) => claim.killed),
    injured: latestFigure(incident, (claim) => claim.injured),
    sources: [...new Set([...incident.sources, ...incident.claims.map(({ source }) => source)])],
    joint: jointLines(incident),
  };
}

function readingTotals(
  assessment: Assessment,
  rows: readonly AssessedRow[],
): IncidentList["readings"] {
  return assessment.readings.map(({ id, holder }) => {
    const judged = rows.flatMap(({ incident, verdicts }) => {
      const verdict = verdicts.get(id);
      return verdict === undefined ? [] : [{ incident, verdict }];
    });
    const { totals, byStanding } = totalsOf(id, judged, []);
    return { reading: id, holder, totals, byStanding };
  });
}

interface FacetAsked {
  readonly name: FacetName;
  readonly question: ListQuestion;
  readonly assessment: ReviewedAssessment;
}

function facetGroup(theCase: Case, { name, question, assessment }: FacetAsked): FacetGroup {
  const pass = passes(theCase, question, assessment.states);
  const counted = assessment.rows.filter((row) => !row.incident.aggregate && pass(row, [name]));
  const alike = groupAlike(name, counted);
  const incidents = assessment.rows.map(({ incident }) => incident);
  const values = facetCandidates(theCase, name, incidents).map(([value, label]) => ({
    value,
    label,
    incidents: alike
      .filter(({ incident }) => isCounted(theCase, incident, { [name]: value }))
      .reduce((sum, { count }) => sum + count, 0),
  }));
  return { name, values: values.filter(({ incidents }) => incidents > 0) };
}

function stateOf({ incident }: AssessedRow, states: ReviewStates | undefined): ReviewState {
  return states?.get(incident.id) ?? "reported";
}

function stateCounts({ rows, states }: ReviewedAssessment, pass: Pass): IncidentList["states"] {
  if (states === undefined || states.size === 0) return [];
  const counted = rows.filter((row) => !row.incident.aggregate && pass(row, ["state"]));
  return COUNTED_STATES.map((state) => ({
    state,
    incidents: counted.filter((row) => stateOf(row, states) === state).length,
  })).filter(({ incidents }) => incidents > 0);
}

/** One incident for all that a facet cannot tell apart, and how many they are: a few hundred stand for any number. */
function groupAlike(name: FacetName, rows: readonly AssessedRow[]) {
  const groups = new Map<string, { readonly incident: Incident; count: number }>();
  for (const { incident } of rows) {
    const key = JSON.stringify(facetFact(name, incident));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { incident, count: 1 });
    else group.count++;
  }
  return [...groups.values()];
}

function withoutEach(question: ListQuestion, { rows }: Assessment, pass: Pass): readonly Without[] {
  const active: readonly Without["name"][] = [
    ...FACET_NAMES.filter((name) => question[name] !== undefined),
    ...(question.of === null ? [] : (["of"] as const)),
    ...(question.text === null ? [] : (["text"] as const)),
    ...(question.state === null ? [] : (["state"] as const)),
    ...(question.inForce === undefined ? [] : (["window"] as const)),
    ...(question.bbox === null ? [] : (["bbox"] as const)),
    ...(question.differ === null ? [] : (["differ"] as const)),
    ...(question.from === undefined && question.until === undefined ? [] : (["days"] as const)),
  ];
  return active
    .map((name) => ({
      name,
      incidents: rows.filter((row) => !row.incident.aggregate && pass(row, [name])).length,
    }))
    .sort((a, b) => b.incidents - a.incidents || compareText(a.name, b.name));
}
