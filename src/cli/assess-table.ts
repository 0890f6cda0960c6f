// `truceline assess CASE --incidents FILE --mapping FILE`: a table of somebody else's instead of the case's own record, read and judged
// in batches, so that a file of any length fits.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { BatchAssessment, needsWholeRecord } from "../assess/batches.ts";
import { inForceTest, isCounted } from "../assess/index.ts";
import type { AssessedReading, AssessOptions } from "../assess/index.ts";
import type { Verdict } from "../assess/verdict.ts";
import type { Case } from "../case/case.ts";
import { namesOfCase } from "../case/names-of-case.ts";
import { CoverageCount } from "../intake/coverage.ts";
import type { Coverage } from "../intake/coverage.ts";
import { parseMapping } from "../intake/mapping.ts";
import type { Mapping } from "../intake/mapping.ts";
import { TableError, TableReader } from "../intake/table.ts";
import type { Tally } from "../intake/table.ts";
import type { ReadingId } from "../model/id.ts";
import type { TableIncident } from "../model/incident.ts";
import type { Instant } from "../model/instant.ts";
import { readBounded } from "../store/folder.ts";
import { renderProblems } from "./print/problems.ts";
import { cannot, wrongUsage } from "./stop.ts";
import type { Terminal } from "./terminal.ts";

/** Rows swept at a time. */
const BATCH = 10_000;
/** Milliseconds between two lines of progress. */
const TELL_EVERY = 5_000;

export interface TableFiles {
  readonly incidents: string;
  readonly mapping: string;
}

export interface TableRow {
  readonly id: string;
  /** Null: no day is given. */
  readonly day: string | null;
  readonly place: string;
  readonly aggregate: false;
  readonly verdicts: ReadonlyMap<ReadingId, Verdict>;
}

export interface TableAnswer {
  readonly file: string;
  readonly mapping: Mapping;
  readonly tally: Tally;
  /** Of the rows that were judged. */
  readonly coverage: Coverage;
  /** Taken rows that lie outside what was asked for. */
  readonly leftOut: number;
  readonly readings: readonly AssessedReading[];
  /** Null unless asked for. */
  readonly rows: readonly TableRow[] | null;
}

interface Asked {
  readonly theCase: Case;
  readonly files: TableFiles;
  readonly options: AssessOptions;
  readonly list: boolean;
  readonly terminal: Terminal;
}

const UNPUBLISHED =
  '--as-of asks what was published by then, and the mapping names no column of the day on which a row was published ("published", docs/cli.md)';

/** Reads, judges and counts. Throws StopError (3) where the mapping is wrong, or the table is not the one it is of. */
export async function assessTable(asked: Asked): Promise<TableAnswer> {
  const { theCase, files, options } = asked;
  const mapping = await readMapping(asked);
  if (options.asOf !== undefined && mapping.published === null) throw wrongUsage(UNPUBLISHED);
  const isInWindow = inForceTest(theCase, options);
  const coverage = new CoverageCount();
  let leftOut = 0;
  const reader = new TableReader(mapping, namesOfCase(theCase).regions);
  const isWanted = (incident: TableIncident): boolean => {
    const wanted =
      isKnownBy(incident, options.asOf) &&
      isCounted(theCase, incident, options) &&
      isInWindow(incident);
    if (wanted) coverage.add(incident);
    else leftOut++;
    return wanted;
  };
  const rows: TableRow[] = [];
  const assessment = await judged({ ...asked, reader, isWanted, rows });
  return {
    file: files.incidents,
    mapping,
    tally: reader.tally(),
    coverage: coverage.result(),
    leftOut,
    readings: assessment.readings(),
    rows: asked.list ? rows : null,
  };
}

interface Judging extends Asked {
  readonly reader: TableReader;
  readonly isWanted: (incident: TableIncident) => boolean;
  /** Filled where a list was asked for. */
  readonly rows: TableRow[];
}

/** Batch by batch; first all of it where a breach may free a party for what comes after. */
async function judged(judging: Judging): Promise<BatchAssessment> {
  const { theCase, options, isWanted } = judging;
  if (needsWholeRecord(theCase, options)) {
    const record: TableIncident[] = [];
    for await (const some of incidentsOf(judging)) for (const one of some) record.push(one);
    const known = record.filter((one) => isKnownBy(one, options.asOf));
    const whole = new BatchAssessment(theCase, options, known);
    const wanted = record.filter(isWanted);
    for (let from = 0; from < wanted.length; from += BATCH)
      count(whole, wanted.slice(from, from + BATCH), judging);
    return whole;
  }
  const assessment = new BatchAssessment(theCase, options);
  let batch: TableIncident[] = [];
  for await (const some of incidentsOf(judging)) {
    for (const one of some) if (isWanted(one)) batch.push(one);
    if (batch.length < BATCH) continue;
    count(assessment, batch, judging);
    batch = [];
  }
  if (batch.length > 0) count(assessment, batch, judging);
  return assessment;
}

/** A row that does not say when it was published was known once it had surely happened, as in a case's own record. */
function isKnownBy({ knownAt, occurred }: TableIncident, asOf: Instant | undefined): boolean {
  return asOf === undefined || (knownAt ?? occurred.until) <= asOf;
}

function count(
  assessment: BatchAssessment,
  batch: readonly TableIncident[],
  { list, rows }: Judging,
): void {
  const swept = assessment.add(batch);
  if (swept.kind === "refused") throw cannot(swept.why);
  if (!list) return;
  batch.forEach(({ id, day, place }, row) => {
    const verdicts = swept.verdictsOf(row);
    const named = assessment.models.flatMap((model, i) => {
      const verdict = verdicts[i];
      return verdict === undefined ? [] : [[model.id, verdict] as const];
    });
    rows.push({ id, day, place: place.name, aggregate: false, verdicts: new Map(named) });
  });
}

/** The rows of the file as they come, with a line on stderr every few seconds. */
async function* incidentsOf({
  files,
  reader,
  terminal,
}: Judging): AsyncGenerator<readonly TableIncident[]> {
  const file = files.incidents;
  const started = performance.now();
  let told = started;
  try {
    const size = (await stat(file)).size;
    const stream = createReadStream(file, { encoding: "utf8" });
    for await (const piece of stream) {
      yield reader.push(String(piece));
      const now = performance.now();
      if (now - told < TELL_EVERY) continue;
      told = now;
      const rows = reader.tally().rows;
      const part = stream.bytesRead / Math.max(1, size);
      const left = Math.round(((now - started) / part - (now - started)) / 1000);
      const perSecond = Math.round((1000 * rows) / (now - started));
      terminal.err(`${file}: ${rows} rows, ${perSecond} a second, about ${left} s left\n`);
    }
    yield reader.end();
  } catch (cause) {
    if (cause instanceof TableError) throw cannot(`"${file}": ${cause.message}`, cause);
    if (isDiskError(cause)) throw cannot(`"${file}" cannot be read`, cause);
    throw cause;
  }
}

function isDiskError(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && "syscall" in cause;
}

async function readMapping({ theCase, files, terminal }: Asked): Promise<Mapping> {
  const file = files.mapping;
  const text = await readBounded(file).catch((cause: unknown) => {
    throw cannot(`"${file}" cannot be read`, cause);
  });
  const name = basename(file);
  const { value, problems } = parseMapping(text, name, namesOfCase(theCase));
  if (value !== null) return value;
  const page = { folder: dirname(file), files: new Map([[name, text]]), terminal };
  terminal.err(renderProblems(problems, page));
  throw cannot(`the mapping "${file}" cannot be used`);
}
