// From an assessment and its case to what the tables show: names in the reader's language, days, holders. No figure is made here.
import type { Assessment } from "../../assess/index.ts";
import type { Case, Labels } from "../../case/case.ts";
import type { NamedPlace } from "../../model/place.ts";
import type { Language } from "../terminal.ts";
import type { TableAnswer } from "../assess-table.ts";
import type { MatrixRow } from "./matrix.ts";
import type { TotalsView } from "./totals.ts";

export function totalsView(
  { settings }: Case,
  {
    assessment,
    lang,
    narrowed,
    held,
  }: {
    readonly assessment: Assessment;
    readonly lang: Language;
    readonly narrowed: readonly string[];
    readonly held: string | null;
  },
): TotalsView {
  const single = assessment.rows.filter(({ incident }) => !incident.aggregate);
  const days = single.map(({ incident }) => incident.day).sort();
  const [first, last] = [days.at(0), days.at(-1)];
  const parties = new Map([...settings.parties].map(([id, labels]) => [id, labelIn(labels, lang)]));
  return {
    title: settings.title,
    readings: assessment.readings.map((one) => ({ ...one, holder: one.holder ?? "nobody" })),
    parties,
    stand: "on record",
    incidents: single.length,
    aggregates: assessment.rows.length - single.length,
    days: first === undefined || last === undefined ? null : [first, last],
    narrowed,
    held,
    caveat: settings.caveat,
  };
}

/** The same of a table that was read instead of the case's own record. */
export function tableView(
  { settings }: Case,
  {
    answer,
    lang,
    narrowed,
    held,
  }: {
    readonly answer: TableAnswer;
    readonly lang: Language;
    readonly narrowed: readonly string[];
    readonly held: string | null;
  },
): TotalsView {
  const { coverage, readings, mapping } = answer;
  const { firstDay, lastDay, rows } = coverage;
  return {
    title: settings.title,
    readings: readings.map((one) => ({ ...one, holder: one.holder ?? "nobody" })),
    parties: new Map([...settings.parties].map(([id, labels]) => [id, labelIn(labels, lang)])),
    stand: "in the table",
    incidents: rows,
    aggregates: 0,
    days: firstDay === null || lastDay === null ? null : [firstDay, lastDay],
    narrowed,
    held,
    caveat: mapping.caveat,
  };
}

export function matrixRows({ rows }: Assessment, lang: Language): readonly MatrixRow[] {
  return rows
    .map(({ incident: { id, day, place, aggregate }, verdicts }) => {
      return { id, day, place: placeIn(place, lang), aggregate, verdicts };
    })
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
}

/** A name in the reader's language, English where the case has none. */
function labelIn(labels: Labels, lang: Language): string {
  return labels[lang] ?? labels.en;
}

export function placeIn({ name, names }: NamedPlace, lang: Language): string {
  return (lang === "en" ? undefined : names[lang]) ?? name;
}
