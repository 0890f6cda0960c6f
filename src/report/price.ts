// Price of a word as one value: a card per reading, every pair's disagreement, patterns, and the incidents behind each number.
// Composes what assess answers; no figure is made here except the length of a list.
import { assessCase, compareReadings, questionVariants, unitCounts } from "../assess/index.ts";
import type { Assessment, Compared, UnitCounts } from "../assess/index.ts";
import { nearnessIn } from "../assess/verdict.ts";
import type { CasualtySum, Comparison, Reason, Standing, Totals } from "../assess/verdict.ts";
import type { Case, LoadedInstrument } from "../case/case.ts";
import type { Bounds } from "../model/count.ts";
import type { ReadingId } from "../model/id.ts";
import type { Day, Instant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type { InstrumentStatus, Reading, Sort } from "../terms/ast.ts";
import { caseReadings } from "./case-card.ts";
import { ladderPart } from "./ladder.ts";
import type { LadderPart } from "./ladder.ts";
import { patternsOf } from "./patterns.ts";
import type { Pattern } from "./patterns.ts";
import { incidentLine } from "./row.ts";
import type { JudgedLine } from "./row.ts";
import { dayRange, firstZone, placedLines } from "./placed.ts";
import type { DayRange, PlacedLine } from "./placed.ts";
import { MAX_COMPARED } from "./view.ts";
import { differingParts, readingWords } from "./words.ts";
import type { PartWords } from "./words.ts";

/** What the figures are asked over. Readings must exist in the case; days are in its first zone, half-open. */
export interface PriceQuestion {
  readonly readings: readonly ReadingId[];
  readonly from?: Day;
  readonly until?: Day;
  readonly asOf?: Instant;
  readonly party?: string;
  readonly kind?: string;
  readonly means?: string;
  readonly region?: string;
  /** `window=in-force`: only incidents that may lie in a period of one of these readings, which are all that are shown. */
  readonly inForce?: readonly ReadingId[];
  /** Question id -> answer id that every reading takes, whatever its holder says. */
  readonly hold?: ReadonlyMap<string, string>;
  /** One question's answers stand for readings; `readings` are then of that question's variants. */
  readonly compared?: Compared;
}

/** The latest status of one party, as the text's file has it. */
export interface PartyStatus {
  readonly party: string;
  readonly is: InstrumentStatus;
  readonly since: Day;
  readonly source: string | null;
}

/** The figures of a card; the rest is its text. */
type Figures = Pick<
  ReadingCard,
  "totals" | "byParty" | "byReason" | "byStanding" | "casualties" | "units" | "byNearness" | "open"
>;

export interface ReadingCard {
  readonly reading: ReadingId;
  readonly instrument: {
    readonly id: string;
    readonly title: string;
    readonly dated: Day | null;
    readonly version: string;
  };
  /** Party id of who holds it; null = nobody. */
  readonly holder: string | null;
  readonly note: string | null;
  /** Events that the reading assumes to have come: it is a counterfactual. */
  readonly assumes: readonly string[];
  /** One entry a party that has a status; parties in id order. */
  readonly status: readonly PartyStatus[];
  readonly words: readonly PartWords[];
  readonly totals: Totals;
  readonly byParty: Readonly<Record<string, Bounds>>;
  readonly byReason: Readonly<Partial<Record<Reason, number>>>;
  readonly byStanding: Readonly<Record<Standing, Bounds>>;
  readonly casualties: CasualtySum;
  /** The same violations in other units. */
  readonly units: UnitCounts;
  /**
   * How many of the violations rest on nothing but nearness to an object, the weakest ground: at least those that do in every
   * world in which they are one, at most those that do in some.
   */
  readonly byNearness: Bounds;
  /** Question ids that more than one answer is possible for. */
  readonly open: readonly string[];
}

/** How much record stands behind the figures. */
export interface Coverage {
  readonly incidents: number;
  readonly aggregates: number;
  readonly sources: number;
  /** First and last day of the incidents counted; null when there are none. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

export interface PricePage {
  /** In id order; screens sort by shown name. */
  readonly cards: readonly ReadingCard[];
  /** Parts whose meaning differs among the cards. */
  readonly differing: readonly Sort[];
  /** Every two of the readings, in id order; empty for fewer than two or more than MAX_COMPARED. */
  readonly pairs: readonly Comparison[];
  readonly patterns: readonly Pattern[];
  /** By day, then id; whole-night totals among them, marked. */
  readonly rows: readonly PlacedLine[];
  readonly coverage: Coverage;
  /** Days for a strip; null when no incident is counted. */
  readonly days: DayRange | null;
  /** The answers of one question from narrow to wide; null where whole readings are compared. */
  readonly ladder: LadderPart | null;
}

/** Everything the Price screen shows for a question. Cost: one assessment and one comparison a pair. */
export function pricePage(theCase: Case, question: PriceQuestion): PricePage {
  const counted = countedCase(theCase, question);
  const assessment = assessCase(counted, question);
  const rows = placedLines(assessment, firstZone(theCase));
  const cards = readingCards(counted, assessment, question.hold);
  return {
    cards,
    differing: differingParts(cards.map((card) => card.words)),
    pairs: comparePairs(counted, question),
    patterns: patternsOf(rows, question.readings),
    rows,
    coverage: coverageOf(rows, theCase),
    days: dayRange(counted, question, rows),
    ladder: ladderPart(theCase, question),
  };
}

/** The case whose readings a question counts: its own, or the answers of one question. */
export function countedCase(theCase: Case, { compared }: PriceQuestion): Case {
  return compared === undefined ? theCase : questionVariants(theCase, compared);
}

/** A card for each reading of an assessment, in its order; `hold` as it was assessed with. */
export function readingCards(
  theCase: Case,
  assessment: Assessment,
  hold?: ReadonlyMap<string, string>,
): readonly ReadingCard[] {
  const known = new Map(caseReadings(theCase).map((one) => [one.id, one]));
  const counts = unitCounts(theCase, assessment, hold);
  return assessment.readings.flatMap(
    ({ id, totals, byParty, byReason, byStanding, casualties, open }) => {
      const [found, units] = [known.get(id), counts.get(id)];
      if (found === undefined || units === undefined) return [];
      const byNearness = nearnessOf(assessment, id);
      const figures = {
        totals,
        byParty,
        byReason,
        byStanding,
        casualties,
        units,
        byNearness,
        open,
      };
      return [{ reading: id, ...readingText(found.loaded, found.reading, hold), ...figures }];
    },
  );
}

function nearnessOf({ rows }: Assessment, reading: ReadingId): Bounds {
  const grounds = rows
    .filter(({ incident }) => !incident.aggregate)
    .map(({ verdicts }) => nearnessIn(verdicts.get(reading)));
  return {
    atLeast: grounds.filter((one) => one === "alone").length,
    atMost: grounds.filter((one) => one !== "none").length,
  };
}

/** The rows of an assessment with their verdicts, by day and id. */
export function judgedLines(assessment: Assessment): readonly JudgedLine[] {
  return assessment.rows
    .map(({ incident, verdicts }) => ({
      ...incidentLine(incident),
      verdicts: Object.fromEntries(verdicts),
    }))
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id));
}

/** What the counted rows cover. */
export function coverageOf(rows: readonly JudgedLine[], theCase: Case): Coverage {
  const counted = rows.filter((row) => !row.aggregate);
  return {
    incidents: counted.length,
    aggregates: rows.length - counted.length,
    sources: theCase.sources.size,
    firstDay: counted[0]?.day ?? null,
    lastDay: counted.at(-1)?.day ?? null,
  };
}

/** Answers of one question differ in that question alone, so more of them can be compared two by two. */
const MAX_ANSWERS_COMPARED = 6;

function comparePairs(theCase: Case, question: PriceQuestion): readonly Comparison[] {
  const { readings, ...over } = question;
  const most = question.compared === undefined ? MAX_COMPARED : MAX_ANSWERS_COMPARED;
  if (readings.length > most) return [];
  return readings.flatMap((a, index) =>
    readings.slice(index + 1).map((b) => compareReadings(theCase, [a, b], over)),
  );
}

/** Who holds a reading, its text's status, and its words: a card without figures. */
export function readingText(
  { instrument, version }: LoadedInstrument,
  reading: Reading,
  hold?: ReadonlyMap<string, string>,
): Omit<ReadingCard, keyof Figures | "reading"> {
  const { id, title, dated } = instrument;
  return {
    instrument: { id, title, dated, version },
    holder: reading.by,
    note: reading.note,
    assumes: [...reading.assume.keys()].sort(compareText),
    status: [...instrument.status]
      .flatMap(([party, states]) => {
        const latest = states.at(-1);
        return latest === undefined ? [] : [{ party, ...latest }];
      })
      .sort((a, b) => compareText(a.party, b.party)),
    words: readingWords(instrument, reading, hold),
  };
}
