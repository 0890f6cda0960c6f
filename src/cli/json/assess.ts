// The JSON shape of `assess --json` (CLI, docs/cli.md). Others build on it: fields are added, never renamed.
import type { RecordHead } from "../../case/standing-file.ts";
import type { OpenReading } from "../print/open-questions.ts";
import type {
  AssessedReading,
  Assessment,
  Hold,
  Obligation,
  UnitCounts,
} from "../../assess/index.ts";
import type { Verdict } from "../../assess/verdict.ts";
import type { ReadingId } from "../../model/id.ts";
import { formatInstant } from "../../model/instant.ts";

interface AssessJsonOptions {
  readonly engine: string;
  readonly logHead: RecordHead;
  readonly hold: Hold;
  readonly list: boolean;
  readonly units: ReadonlyMap<ReadingId, UnitCounts>;
  readonly window: "in-force" | null;
  /** What open questions are worth; null when it was not asked. */
  readonly open: readonly OpenReading[] | null;
}

export function assessJson(
  { caseId, asOf, readings, obligations, rows }: Assessment,
  { engine, logHead, hold, list, open, units, window }: AssessJsonOptions,
): object {
  return {
    case: caseId,
    asOf: asOf === null ? null : formatInstant(asOf),
    engine,
    logHead,
    hold: Object.fromEntries(hold),
    window,
    readings: readings.map((one) => ({
      ...readingJson(one),
      units: units.get(one.id),
      ...questionsJson(open, one.id),
    })),
    ...(obligations.length > 0 ? { obligations: obligations.map(obligationJson) } : {}),
    ...(list ? { incidents: rows.map(incidentJson) } : {}),
  };
}

/** A reading with its totals, as every answer shows it. */
export function readingJson(one: AssessedReading): object {
  const { id, instrument, holder, termsVersion, open } = one;
  const { totals, byParty, byReason, byStanding, casualties } = one;
  const counts = { totals, byParty, byReason, byStanding, casualties };
  return { id, instrument, holder, termsVersion, open, ...counts };
}

/** `questions`, in the order of the text; left out unless asked for. */
function questionsJson(open: readonly OpenReading[] | null, id: string): object {
  if (open === null) return {};
  return { questions: open.find((reading) => reading.id === id)?.questions ?? [] };
}

function obligationJson(one: Obligation): object {
  const { reading, clause, by, at, state, possible, cause, due, fulfilledBy, standing } = one;
  return {
    reading,
    clause,
    by,
    at: formatInstant(at),
    state,
    possible,
    cause,
    due: due === null ? null : due.map(formatInstant),
    fulfilledBy,
    standing,
  };
}

function incidentJson({ incident, verdicts }: Assessment["rows"][number]): object {
  const { id, day, place, aggregate } = incident;
  return {
    id,
    day,
    place: place.name,
    aggregate,
    verdicts: Object.fromEntries(
      [...verdicts].map(([reading, verdict]) => [reading, verdictJson(verdict)]),
    ),
  };
}

/** A verdict as every answer shows it. */
export function verdictJson(one: Verdict): object {
  const { verdict, reasons, cause, clauses, standing, maybe, maybeBy, limit, grounds } = one;
  const rests = grounds === undefined ? {} : { grounds };
  return { verdict, reasons, cause, clauses, standing, maybe, maybeBy, limit, ...rests };
}
