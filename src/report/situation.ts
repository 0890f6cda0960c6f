// What happened, where, since when, under which reading, as one table: every incident is a handful of numbers, each a place in a
// dictionary, so that a page can narrow a million of them by itself (docs/decisions/situation.md).
import { isCounted, latestFigure } from "../assess/index.ts";
import type { AssessedRow, Assessment } from "../assess/index.ts";
import type { Standing, Verdict, VerdictKind } from "../assess/verdict.ts";
import type { Case } from "../case/case.ts";
import type { CountRange } from "../model/count.ts";
import type { ReadingId } from "../model/id.ts";
import { DAY_MS, dayToUtc } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { daysOf } from "../talks/time.ts";
import { packDegrees, packWhole } from "./columns.ts";
import type { PackedColumn } from "./columns.ts";
import { facetCandidates, facetFact } from "./facets.ts";
import { createInterner } from "./interner.ts";
import { AREA_ONLY_METERS, placeOf } from "./listed-place.ts";
import { dayRange, firstZone, possibleDays } from "./placed.ts";
import type { DayRange } from "./placed.ts";
import type { PriceQuestion } from "./price.ts";
import { incidentLine } from "./row.ts";
import type { IncidentLine } from "./row.ts";
import { FACET_NAMES } from "./view.ts";
import type { FacetName, MapBox } from "./view.ts";
import { meetingLines } from "./talk-lines.ts";

/** More rows than this are refused: a page could not hold them. */
export const MOST_ROWS = 1 << 22;

/** What a facet looks at, told apart; rows hold places in `sets`. */
export interface SituationFacet {
  readonly name: FacetName;
  /** Values worth offering; the record's own name where the case has no label. In the order of the case, regions by id. */
  readonly values: readonly { readonly value: string; readonly label: string | null }[];
  /** Places in `values` under which an incident of that set stands. */
  readonly sets: readonly (readonly number[])[];
}

/** Incidents that no facet tells apart, and that a list says the same of. */
export interface SituationProfile extends Pick<IncidentLine, "things" | "actors" | "aggregate"> {
  /** Place in `sets` of each facet, in the order of `facets`. */
  readonly sets: readonly number[];
}

/** The answers of all readings to one incident: a letter a reading, in the order of `readings`. */
export interface SituationPattern {
  /** v violation, n not covered, u undetermined, c conflict. */
  readonly verdicts: string;
  /** 1 = counts in "at most", 0 = does not. */
  readonly maybe: string;
  /** a applies, u unclear, w would apply. */
  readonly standings: string;
}

/** Killed and injured as last reported; null = none is stated, which is not zero. */
export interface SituationHarm {
  readonly killed: CountRange | null;
  readonly injured: CountRange | null;
}

/** Meetings of known days. */
export interface SituationMeeting {
  readonly id: string;
  readonly track: string;
  readonly place: string | null;
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** One number a row each. Rows stand by day, then id. */
export interface SituationColumns {
  /** Ids, a line each. */
  readonly ids: string;
  /** The source's own day, as days after `baseDay`. */
  readonly day: PackedColumn;
  /** Days before and after it that the incident may have been on too. */
  readonly before: PackedColumn;
  readonly after: PackedColumn;
  /** Places in `profiles`, `patterns`, `places`, `harms`. */
  readonly profile: PackedColumn;
  readonly pattern: PackedColumn;
  readonly place: PackedColumn;
  readonly harm: PackedColumn;
  /** Degrees; 0 where no point may be drawn. */
  readonly lon: PackedColumn;
  readonly lat: PackedColumn;
  /** Place in `radii`. */
  readonly radius: PackedColumn;
}

export interface SituationPage {
  readonly rows: number;
  /** Rows that are whole-night totals: in no count. */
  readonly aggregates: number;
  /** In id order. */
  readonly readings: readonly { readonly reading: ReadingId; readonly holder: string | null }[];
  /** Null when no incident is counted. */
  readonly days: DayRange | null;
  /** The day that `day` counts from; null without rows. */
  readonly baseDay: Day | null;
  /** Of all points, whole-night totals left out; null without any. */
  readonly extent: MapBox | null;
  readonly meetings: readonly SituationMeeting[];
  readonly facets: readonly SituationFacet[];
  readonly profiles: readonly SituationProfile[];
  readonly patterns: readonly SituationPattern[];
  readonly places: readonly IncidentLine["place"][];
  readonly harms: readonly SituationHarm[];
  /** Metres; `area` = an area or a radius too wide for a point, `none` = no known place. */
  readonly radii: readonly (number | "area" | "none")[];
  readonly columns: SituationColumns;
}

/** Puts an assessment into columns; whole-night totals are rows too, marked in their profile. Throws RangeError above MOST_ROWS. */
export function situationPage(
  theCase: Case,
  question: PriceQuestion,
  assessment: Assessment,
): SituationPage {
  if (assessment.rows.length > MOST_ROWS) {
    throw new RangeError(`${assessment.rows.length} incidents; expected at most ${MOST_ROWS}`);
  }
  const zone = firstZone(theCase);
  const rows = assessment.rows.toSorted(
    ({ incident: a }, { incident: b }) => compareText(a.day, b.day) || compareText(a.id, b.id),
  );
  const baseDay = rows[0]?.incident.day ?? null;
  const dictionary = createDictionary(theCase, assessment);
  const numbers = rows.map((row) => numberedRow(row, { dictionary, zone, baseDay }));
  return {
    rows: rows.length,
    aggregates: rows.filter(({ incident }) => incident.aggregate).length,
    readings: assessment.readings.map(({ id, holder }) => ({ reading: id, holder })),
    days: dayRange(
      theCase,
      question,
      numbers.map(({ span }) => span),
    ),
    baseDay,
    extent: extentOf(numbers.filter((row) => row.isCounted)),
    meetings: datedMeetings(theCase, question),
    facets: dictionary.facets.map(({ name, values, sets }) => ({ name, values, sets: sets() })),
    profiles: dictionary.profiles.values(),
    patterns: dictionary.patterns.values(),
    places: dictionary.places.values(),
    harms: dictionary.harms.values(),
    radii: dictionary.radii.values(),
    columns: columnsOf(rows, numbers),
  };
}

type Dictionary = ReturnType<typeof createDictionary>;
type NumberedRow = ReturnType<typeof numberedRow>;

function createDictionary(theCase: Case, assessment: Assessment) {
  return {
    assessment,
    facets: FACET_NAMES.map((name) => facetDictionary(theCase, name, assessment)),
    profiles: createInterner<SituationProfile>(),
    patterns: createInterner<SituationPattern>(),
    places: createInterner<IncidentLine["place"]>(),
    harms: createInterner<SituationHarm>(),
    radii: createInterner<number | "area" | "none">(),
  };
}

interface Numbering {
  readonly dictionary: Dictionary;
  readonly zone: string;
  readonly baseDay: Day | null;
}

function numberedRow(row: AssessedRow, { dictionary, zone, baseDay }: Numbering) {
  const { incident } = row;
  const { things, actors, aggregate, place } = incidentLine(incident);
  const sets = dictionary.facets.map(({ setOf }) => setOf(row));
  const { firstDay, lastDay } = possibleDays(incident, zone);
  const where = placeOf(incident.place.extent);
  const isPoint = where.kind === "disc" && where.radiusMeters <= AREA_ONLY_METERS;
  const spread = where.kind === "unknown" ? "none" : isPoint ? where.radiusMeters : "area";
  return {
    span: { firstDay, lastDay, aggregate },
    isCounted: isPoint && !aggregate,
    day: daysFrom(baseDay, incident.day),
    before: daysFrom(firstDay, incident.day),
    after: daysFrom(incident.day, lastDay),
    profile: dictionary.profiles.place({ things, actors, aggregate, sets }),
    pattern: dictionary.patterns.place(patternOf(dictionary.assessment, row)),
    place: dictionary.places.place(place),
    harm: dictionary.harms.place({
      killed: latestFigure(incident, (claim) => claim.killed),
      injured: latestFigure(incident, (claim) => claim.injured),
    }),
    lon: isPoint ? where.lon : 0,
    lat: isPoint ? where.lat : 0,
    radius: dictionary.radii.place(spread),
  };
}

function columnsOf(
  rows: readonly AssessedRow[],
  numbers: readonly NumberedRow[],
): SituationColumns {
  return {
    ids: rows.map(({ incident }) => incident.id).join("\n"),
    day: packWhole(numbers.map(({ day }) => day)),
    before: packWhole(numbers.map(({ before }) => before)),
    after: packWhole(numbers.map(({ after }) => after)),
    profile: packWhole(numbers.map(({ profile }) => profile)),
    pattern: packWhole(numbers.map(({ pattern }) => pattern)),
    place: packWhole(numbers.map(({ place }) => place)),
    harm: packWhole(numbers.map(({ harm }) => harm)),
    lon: packDegrees(numbers.map(({ lon }) => lon)),
    lat: packDegrees(numbers.map(({ lat }) => lat)),
    radius: packWhole(numbers.map(({ radius }) => radius)),
  };
}

function extentOf(
  points: readonly { readonly lon: number; readonly lat: number }[],
): MapBox | null {
  if (points.length === 0) return null;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { lon, lat } of points) {
    [west, south] = [Math.min(west, lon), Math.min(south, lat)];
    [east, north] = [Math.max(east, lon), Math.max(north, lat)];
  }
  return [west, south, east, north];
}

function daysFrom(first: Day | null, day: Day): number {
  return first === null ? 0 : Math.round((dayToUtc(day) - dayToUtc(first)) / DAY_MS);
}

/** A facet's values, and the set of them that each row stands under: the very rule that lists are narrowed by. */
function facetDictionary(theCase: Case, name: FacetName, { rows }: Assessment) {
  const incidents = rows.map(({ incident }) => incident);
  const values = facetCandidates(theCase, name, incidents).map(([value, label]) => ({
    value,
    label,
  }));
  const places = new Map<string, number>();
  const sets: (readonly number[])[] = [];
  const setOf = ({ incident }: AssessedRow): number => {
    const key = JSON.stringify(facetFact(name, incident));
    const known = places.get(key);
    if (known !== undefined) return known;
    const under = values.flatMap(({ value }, at) =>
      isCounted(theCase, incident, { [name]: value }) ? at : [],
    );
    places.set(key, sets.length);
    return sets.push(under) - 1;
  };
  return { name, values, setOf, sets: () => sets };
}

const VERDICT_LETTERS: Readonly<Record<VerdictKind, string>> = {
  violation: "v",
  "not-covered": "n",
  undetermined: "u",
  conflict: "c",
};
const STANDING_LETTERS: Readonly<Record<Standing, string>> = {
  applies: "a",
  unclear: "u",
  "would-apply": "w",
};

function patternOf({ readings }: Assessment, { verdicts }: AssessedRow): SituationPattern {
  const all = readings.flatMap(({ id }) => verdicts.get(id) ?? []);
  const letters = (read: (verdict: Verdict) => string) => all.map(read).join("");
  return {
    verdicts: letters(({ verdict }) => VERDICT_LETTERS[verdict]),
    maybe: letters(({ maybe }) => (maybe ? "1" : "0")),
    standings: letters(({ standing }) => STANDING_LETTERS[standing]),
  };
}

/** By first day, then id; what was known by then. */
function datedMeetings(theCase: Case, { asOf }: PriceQuestion): readonly SituationMeeting[] {
  const zone = firstZone(theCase);
  const known = new Set(meetingLines(theCase, theCase.meetings, asOf ?? null).map(({ id }) => id));
  return theCase.meetings
    .flatMap(({ id, track, place, occurred }) => {
      const days = daysOf(occurred, zone);
      if (days === null || !known.has(id)) return [];
      return [{ id, track, place, firstDay: days.first, lastDay: days.last }];
    })
    .sort((a, b) => compareText(a.firstDay, b.firstDay) || compareText(a.id, b.id));
}
