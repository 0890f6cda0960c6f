// The JSON shape of `assess --incidents FILE --json` (docs/cli.md): the same readings as of the case's own record, and what the table covers.
import type { Hold } from "../../assess/index.ts";
import { formatInstant } from "../../model/instant.ts";
import type { Instant } from "../../model/instant.ts";
import type { TableAnswer } from "../assess-table.ts";
import { readingJson, verdictJson } from "./assess.ts";

interface TableJsonOptions {
  readonly caseId: string;
  readonly engine: string;
  readonly hold: Hold;
  readonly window: "in-force" | null;
  readonly asOf: Instant | null;
}

export function assessTableJson(
  { file, mapping, tally, coverage, leftOut, readings, rows }: TableAnswer,
  { caseId, engine, hold, window, asOf }: TableJsonOptions,
): object {
  const { source, licence, caveat } = mapping;
  return {
    case: caseId,
    asOf: asOf === null ? null : formatInstant(asOf),
    engine,
    hold: Object.fromEntries(hold),
    window,
    table: {
      file,
      source,
      licence,
      caveat,
      rows: tally.rows,
      judged: coverage.rows,
      leftOut,
      refused: Object.fromEntries(tally.refused),
      refusedRows: tally.shown,
      untranslated: Object.fromEntries(tally.untranslated),
      reordered: tally.reordered,
      coverage: { ...coverage, places: coverage.places.map(stepJson) },
    },
    readings: readings.map(readingJson),
    ...(rows === null ? {} : { incidents: rows.map(rowJson) }),
  };
}

function stepJson({ upTo, rows }: TableAnswer["coverage"]["places"][number]): object {
  return { upToMeters: upTo === Infinity ? null : upTo, rows };
}

function rowJson({ verdicts, ...row }: NonNullable<TableAnswer["rows"]>[number]): object {
  const judged = [...verdicts].map(([id, verdict]) => [id, verdictJson(verdict)]);
  return { ...row, verdicts: Object.fromEntries(judged) };
}
