// The totals of an assessment as people read them: a table of readings, who they concern, whether the text applied, the caveat.
// Counts are bounds; nothing here adds, it only sets out what assess answered.
import type { UnitCounts } from "../../assess/index.ts";
import type { ReadingTotals } from "../../assess/verdict.ts";
import type { Bounds, CountRange } from "../../model/count.ts";
import type { ReadingId } from "../../model/id.ts";
import type { Day } from "../../model/instant.ts";
import type { Style } from "../terminal.ts";
import { table } from "./table.ts";
import type { Column } from "./table.ts";
import { counted, paragraph, printable } from "./text.ts";

/** A reading's totals with what a reader needs beside them. */
export interface ReadingLine extends ReadingTotals {
  /** Who holds it, in words; `nobody` where nobody does. */
  readonly holder: string;
  /** Question ids that the reading leaves open. */
  readonly open: readonly string[];
}

export interface TotalsView {
  readonly title: string;
  readonly readings: readonly ReadingLine[];
  /** Party id -> its name; alphabetical by id. */
  readonly parties: ReadonlyMap<string, string>;
  /** Where the incidents counted stand: `on record`, `in the table`. */
  readonly stand: string;
  readonly incidents: number;
  readonly aggregates: number;
  /** First and last day of the incidents counted; null when there are none. */
  readonly days: readonly [Day, Day] | null;
  /** What the question was narrowed to, in words; empty for the whole record. */
  readonly narrowed: readonly string[];
  /** Answers that every reading was given, in a sentence; null when none. */
  readonly held: string | null;
  readonly caveat: string;
}

/** Wide terminals also see who holds a reading and what it leaves open. */
const WIDE = 110;

/** The one table that answers the question, with what it counts and how to read it. */
export function renderTotals(view: TotalsView, width: number, style: Style): string {
  return [
    `${style.strong(printable(view.title))}\n`,
    paragraph(coverageWords(view), width),
    `\n${style.strong("Incidents that would be violations if the text applied")}\n`,
    verdictTable(view, width),
    paragraph(KEY, width),
  ].join("");
}

/** The same counts by party and by whether the text applied, and the casualties reported for them. */
export function renderBreakdown(view: TotalsView, width: number, style: Style): string {
  return [
    `\n${style.strong("By party: at least / at most")}\n`,
    partyTable(view, width),
    paragraph(PARTY_KEY, width),
    `\n${style.strong("Whether the text applied to that party on that day: at least / at most")}\n`,
    standingTable(view, width),
    `\n${style.strong("Casualties reported for these incidents: at least / at most")}\n`,
    casualtyTable(view, width),
    paragraph(CASUALTY_KEY, width),
  ].join("");
}

/** The same violations in other units than incidents. */
export function renderUnits(
  units: ReadonlyMap<ReadingId, UnitCounts>,
  width: number,
  style: Style,
): string {
  return [
    `\n${style.strong("The same violations in other units: at least / at most")}\n`,
    unitTable(units, width),
    paragraph(UNIT_KEY, width),
  ].join("");
}

/** What stands beside every total of the case. */
export function renderCaveat(view: Pick<TotalsView, "caveat">, width: number): string {
  return `\n${paragraph(view.caveat, width)}`;
}

const KEY =
  "At least: violations whatever is still open. At most: these and all that may be one. " +
  "Unsure: undetermined because facts, the text or both leave it open. " +
  "Text against itself: one clause forbids and one permits, neither first.";

const PARTY_KEY =
  "An incident whose actor is disputed counts 0 at least and 1 at most with each party it may be of.";

const CASUALTY_KEY =
  "The latest figure of each series, none averaged. Without figure: incidents for which none was stated, which is not zero.";

const UNIT_KEY =
  "Days begin at midnight in the case's first time zone; an incident of several possible days happened on one of them. " +
  "Objects: things hit that the reading protects, each at its place. The record lists things and does not number objects, so one object " +
  "hit twice is told from two only by kind and place; several houses listed as one thing count as one.";

/** What stands behind the figures: days, incidents counted, whole-night totals that are not. */
function coverageWords(view: TotalsView): string {
  const { days, incidents, aggregates, narrowed, held } = view;
  const span = days === null ? "" : ` from ${days[0]} to ${days[1]}`;
  const within = narrowed.length === 0 ? "" : ` (only ${narrowed.join(", ")})`;
  const apart =
    aggregates === 0
      ? ""
      : ` ${counted(aggregates, "whole-night total")} ${aggregates === 1 ? "stands" : "stand"} apart, in no figure.`;
  return `${counted(incidents, "incident")} ${view.stand}${span}${within}.${apart}${held === null ? "" : ` ${held}`}`;
}

function verdictTable(view: TotalsView, width: number): string {
  const wide = width >= WIDE;
  const rows = view.readings.map(({ id, totals, holder, open }) => [
    id,
    ...(wide ? [holder] : []),
    ...[totals.atLeast, totals.atMost, totals.notCovered].map(String),
    ...[totals.undetermined.facts, totals.undetermined.text, totals.undetermined.both].map(String),
    String(totals.conflict),
    ...(wide ? [open.length === 0 ? "nothing" : open.join(", ")] : []),
  ]);
  return table(verdictColumns(wide), rows, width);
}

function verdictColumns(wide: boolean): readonly Column[] {
  return [
    left("Reading"),
    ...(wide ? [left("Held by")] : []),
    right("At", "least"),
    right("At", "most"),
    right("Not", "covered"),
    right("Facts", "unsure"),
    right("Text", "unsure"),
    right("Both", "unsure"),
    right("Text against", "itself"),
    ...(wide ? [{ ...left("Left open"), elastic: true }] : []),
  ];
}

function partyTable(view: TotalsView, width: number): string {
  const ids = partyColumns(view);
  const columns = [left("Reading"), ...ids.map((id) => right(view.parties.get(id) ?? id))];
  const rows = view.readings.map(({ id, byParty }) => [
    id,
    ...ids.map((party) => bounds(byParty[party])),
  ]);
  return table(columns, rows, width);
}

/** Parties in the order assess gives them, each once. */
function partyColumns(view: TotalsView): readonly string[] {
  return [...new Set(view.readings.flatMap(({ byParty }) => Object.keys(byParty)))];
}

function standingTable(view: TotalsView, width: number): string {
  const columns = [
    left("Reading"),
    right("It applied:", "violations"),
    right("Unclear", "that day"),
    right("It did not:", "would be"),
  ];
  const rows = view.readings.map(({ id, byStanding }) => [
    id,
    ...[byStanding.applies, byStanding.unclear, byStanding["would-apply"]].map(bounds),
  ]);
  return table(columns, rows, width);
}

function casualtyTable(view: TotalsView, width: number): string {
  const columns = [
    left("Reading"),
    right("Killed"),
    right("Without", "figure"),
    right("Injured"),
    right("Without", "figure"),
  ];
  const rows = view.readings.map(({ id, casualties }) => [
    id,
    sum(casualties.killed),
    String(casualties.withoutKilled),
    sum(casualties.injured),
    String(casualties.withoutInjured),
  ]);
  return table(columns, rows, width);
}

function unitTable(units: ReadonlyMap<ReadingId, UnitCounts>, width: number): string {
  const columns = [left("Reading"), right("Days with", "at least one"), right("Objects", "hit")];
  const rows = [...units].map(([id, { days, objects }]) => [id, bounds(days), bounds(objects)]);
  return table(columns, rows, width);
}

function sum({ low, high }: CountRange): string {
  return `${low} / ${high ?? "no limit stated"}`;
}

/** `3 / 10`, at least and at most. */
function bounds(value: Bounds | undefined): string {
  return value === undefined ? "0 / 0" : `${value.atLeast} / ${value.atMost}`;
}

function left(...head: readonly string[]): Column {
  return { head, align: "left" };
}

function right(...head: readonly string[]): Column {
  return { head, align: "right" };
}
