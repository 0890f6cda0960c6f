// What the CSV twin of each list holds. CSV has no comments, so what was asked and the caveat stand in columns of every row.
import type { Comparison } from "../assess/verdict.ts";
import type { CountRange } from "../model/count.ts";
import type { ReadingId } from "../model/id.ts";
import { rangeColumns } from "./csv.ts";
import type { Column } from "./csv.ts";
import type { Envelope } from "./envelope.ts";
import type { ListedIncident } from "./incident-list.ts";
import type { ListedPlace } from "./listed-place.ts";
import type { ReadingCard } from "./price.ts";
import type { PartWords } from "./words.ts";

/** Several values of one cell; ids hold no bar. */
const JOIN = " | ";

/** What was asked, over what, by which program: the same in every row. */
export function askedColumns<T>(head: Envelope): readonly Column<T>[] {
  const { question } = head;
  const compared = question?.compared && questionName(question.compared);
  const held = Object.entries(question?.hold ?? {}).map(([id, answer]) => `${id}:${answer}`);
  const facets = (["kind", "means", "party", "region"] as const).flatMap((name) => {
    const value = question?.[name];
    return value === undefined ? [] : [`${name}:${value}`];
  });
  return [
    constant("as_of", head.asOf ?? "now"),
    constant("from", question?.from ?? null),
    constant("until", question?.until ?? null),
    constant("window", question?.window ?? "whole record"),
    constant("filters", facets.join(JOIN)),
    constant("compared_question", compared ?? ""),
    constant("held_questions", held.join(JOIN)),
    constant("engine", head.engine),
    constant("caveat", head.caveat),
  ];
}

/** A row an incident, the verdict and standing under each reading in columns of their own. */
export function incidentColumns(
  head: Envelope,
  readings: readonly ReadingId[],
): readonly Column<ListedIncident>[] {
  return [
    { name: "id", cell: ({ id }) => id },
    { name: "url", cell: ({ id }) => `/c/${head.case}/i/${id}` },
    { name: "day", cell: ({ day }) => day },
    { name: "occurred_from", cell: ({ occurred }) => occurred.from },
    { name: "occurred_until", cell: ({ occurred }) => occurred.until },
    { name: "occurred_assumed", cell: ({ occurred }) => occurred.assumed },
    { name: "place", cell: ({ place }) => place.name },
    { name: "regions", cell: ({ regions }) => regions.join(JOIN) },
    { name: "country", cell: ({ country }) => country },
    { name: "place_state", cell: ({ where }) => PLACE_STATES[where.kind] },
    { name: "lon", cell: ({ where }) => (where.kind === "disc" ? where.lon : null) },
    { name: "lat", cell: ({ where }) => (where.kind === "disc" ? where.lat : null) },
    {
      name: "radius_meters",
      cell: ({ where }) => (where.kind === "disc" ? where.radiusMeters : null),
    },
    { name: "kinds", cell: ({ things }) => things.map((kinds) => kinds.join(" or ")).join(JOIN) },
    { name: "what", cell: ({ object }) => object },
    { name: "actors", cell: ({ actors }) => actors.join(JOIN) },
    { name: "means", cell: ({ means }) => means.join(JOIN) },
    { name: "joint", cell: ({ joint }) => (joint.length === 0 ? null : JSON.stringify(joint)) },
    { name: "whole_night_total", cell: ({ aggregate }) => aggregate },
    ...rangeColumns<ListedIncident>("killed", ({ killed }) => killed),
    ...rangeColumns<ListedIncident>("injured", ({ injured }) => injured),
    { name: "sources", cell: ({ sources }) => sources.length },
    { name: "source_ids", cell: ({ sources }) => sources.join(JOIN) },
    ...readings.flatMap(verdictColumns),
    ...askedColumns<ListedIncident>(head),
  ];
}

const PLACE_STATES: Readonly<Record<ListedPlace["kind"], string>> = {
  disc: "point",
  area: "area",
  unknown: "unknown",
};

function verdictColumns(reading: ReadingId): readonly Column<ListedIncident>[] {
  return [
    { name: `verdict ${reading}`, cell: (row) => row.verdicts[reading]?.verdict ?? null },
    { name: `standing ${reading}`, cell: (row) => row.verdicts[reading]?.standing ?? null },
    {
      name: `reasons ${reading}`,
      cell: (row) => row.verdicts[reading]?.reasons.join(JOIN) ?? null,
    },
    { name: `hangs_on ${reading}`, cell: (row) => row.verdicts[reading]?.cause ?? null },
  ];
}

/** A row a reading: its totals as bounds, by standing, its casualties as reported, and the questions it leaves open. */
export function priceColumns(head: Envelope): readonly Column<ReadingCard>[] {
  const bounds = (read: (card: ReadingCard) => { atLeast: number; atMost: number }) => {
    return (card: ReadingCard): CountRange => ({
      low: read(card).atLeast,
      high: read(card).atMost,
    });
  };
  return [
    { name: "id", cell: ({ reading }) => reading },
    { name: "url", cell: ({ reading }) => priceAddress(head, [reading]) },
    { name: "instrument", cell: ({ instrument }) => instrument.id },
    { name: "title", cell: ({ instrument }) => instrument.title },
    { name: "terms", cell: ({ instrument }) => instrument.version },
    { name: "holder", cell: ({ holder }) => holder },
    { name: "status", cell: ({ status }) => status.map((s) => `${s.party} ${s.is}`).join(JOIN) },
    { name: "incidents", cell: ({ totals }) => totals.incidents },
    { name: "whole_night_totals", cell: ({ totals }) => totals.aggregates },
    ...rangeColumns<ReadingCard>(
      "violations",
      bounds(({ totals }) => totals),
    ),
    { name: "not_covered", cell: ({ totals }) => totals.notCovered },
    { name: "undetermined_facts", cell: ({ totals }) => totals.undetermined.facts },
    { name: "undetermined_text", cell: ({ totals }) => totals.undetermined.text },
    { name: "undetermined_both", cell: ({ totals }) => totals.undetermined.both },
    { name: "conflict", cell: ({ totals }) => totals.conflict },
    ...rangeColumns<ReadingCard>(
      "violations_applies",
      bounds((card) => card.byStanding.applies),
    ),
    ...rangeColumns<ReadingCard>(
      "violations_unclear",
      bounds((card) => card.byStanding.unclear),
    ),
    ...rangeColumns<ReadingCard>(
      "violations_would_apply",
      bounds((card) => card.byStanding["would-apply"]),
    ),
    ...rangeColumns<ReadingCard>("killed", ({ casualties }) => casualties.killed),
    ...rangeColumns<ReadingCard>("injured", ({ casualties }) => casualties.injured),
    { name: "without_killed_figure", cell: ({ casualties }) => casualties.withoutKilled },
    { name: "without_injured_figure", cell: ({ casualties }) => casualties.withoutInjured },
    ...rangeColumns<ReadingCard>(
      "days_with_any",
      bounds(({ units }) => units.days),
    ),
    ...rangeColumns<ReadingCard>(
      "objects_hit",
      bounds(({ units }) => units.objects),
    ),
    { name: "open_questions", cell: ({ open }) => open.join(JOIN) },
    ...askedColumns<ReadingCard>(head),
  ];
}

export type CauseRow = Comparison["causes"][number] & Pick<Comparison, "a" | "b" | "sentence">;

/** A row a cause; hard and possible counts add up to the disagreement. */
export function compareColumns(head: Envelope): readonly Column<CauseRow>[] {
  return [
    { name: "id", cell: ({ kind, questions }) => [kind, ...questions].join(":") },
    {
      name: "url",
      cell: ({ a, b }) => `${priceAddress(head, [a, b])}&pair=${[a, b].map(inAddress).join(",")}`,
    },
    { name: "a", cell: ({ a }) => a },
    { name: "b", cell: ({ b }) => b },
    { name: "cause", cell: ({ kind }) => kind },
    { name: "questions", cell: ({ questions }) => questions.join(JOIN) },
    ...rangeColumns<CauseRow>("incidents", ({ hard, soft }) => ({ low: hard, high: hard + soft })),
    { name: "incident_ids", cell: ({ ids }) => ids.join(JOIN) },
    { name: "sentence", cell: ({ sentence }) => sentence },
    ...askedColumns<CauseRow>(head),
  ];
}

/** One possible answer of one part of one reading's text. */
export interface WordRow {
  readonly reading: ReadingId;
  readonly instrument: string;
  readonly holder: string | null;
  readonly words: PartWords;
  readonly answer: PartWords["answers"][number];
}

/** A row an answer: what each part of each reading says, and on whose word. */
export function readingColumns(head: Envelope): readonly Column<WordRow>[] {
  return [
    {
      name: "id",
      cell: ({ reading, words, answer }) => [reading, words.part, answer.id ?? "text"].join(":"),
    },
    { name: "url", cell: ({ reading }) => priceAddress(head, [reading]) },
    { name: "reading", cell: ({ reading }) => reading },
    { name: "instrument", cell: ({ instrument }) => instrument },
    { name: "holder", cell: ({ holder }) => holder },
    { name: "part", cell: ({ words }) => words.part },
    { name: "question", cell: ({ words }) => words.question },
    { name: "state", cell: ({ words }) => words.state },
    { name: "answer", cell: ({ answer }) => answer.id },
    { name: "value", cell: ({ answer }) => JSON.stringify(answer.value) },
    { name: "quote", cell: ({ answer }) => answer.quote },
    { name: "gist", cell: ({ answer }) => answer.gist },
    { name: "source", cell: ({ answer }) => answer.source },
    { name: "since", cell: ({ answer }) => answer.since },
    { name: "answer_holders", cell: ({ answer }) => answer.holders.join(JOIN) },
    ...askedColumns<WordRow>(head),
  ];
}

/** The page of these readings, or of these answers of the compared question. */
function priceAddress({ case: id, question }: Envelope, readings: readonly string[]): string {
  const compared = question?.compared && `q=${questionName(question.compared)}&`;
  return `/c/${id}/price?${compared ?? ""}r=${readings.map(inAddress).join(",")}`;
}

function inAddress(reading: string): string {
  return reading.replace("=", "%3D");
}

function questionName({ instrument, question }: { instrument: string; question: string }): string {
  return `${instrument}/${question}`;
}

function constant<T>(name: string, value: string | null): Column<T> {
  return { name, cell: () => value };
}
