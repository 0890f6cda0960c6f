// What a record costs (RECORD 7), every row with its must and goal: appends that are on disk, rows in batch leaves, folds, views as of an
// instant, proofs, fsck; and how durable appends stand to plain libsql inserts of the same bytes in the same run. What is timed is the
// compiled program. TRUCELINE_ENTRIES asks for a record of another size; musts and goals of what grows with it shrink with it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type * as Drivers from "../src/store/driver.ts";
import type * as Seeds from "../src/store/seeds.ts";
import type * as OpenRecord from "../src/store/open-record.ts";
import type * as Projections from "../src/record/kinds/project.ts";
import { filesOf } from "../test/kit/load-folder.ts";
import { EVENT } from "../test/kit/record-log.ts";
import { compiled } from "./assess/clock.ts";
import type { Figure, SampledBench, Samples } from "./bench.ts";
import { ALL, newRecord, timeEntries, timeRows } from "./record/appends.ts";
import { timeMany } from "./record/many.ts";
import { Timer } from "./record/timer.ts";

const { openLibsql } = await compiled<typeof Drivers>("store/driver.js");
const { appendSeeds } = await compiled<typeof Seeds>("store/seeds.js");
const { readRecord } = await compiled<typeof OpenRecord>("store/open-record.js");
const { PUBLIC_VIEWER } = await compiled<typeof Projections>("record/kinds/project.js");

const MANY = Number(process.env["TRUCELINE_ENTRIES"] ?? 1_000_000);
const BATCH = 1_000;
const ROWS = 10_000;
const DAYS = 60;
const ofMillion = MANY / 1e6;

const NAMES = {
  raw: `${BATCH} raw inserts of the same bytes`,
  parse: `parse ${BATCH} drafts of 10 fields`,
  append: `append ${BATCH} entries of 10 fields, durable`,
  one: "append one entry, durable, p99",
  rawRows: `${ROWS} raw inserts of the rows' bytes`,
  rows: `import ${ROWS} rows in batch leaves, durable`,
  fold: `cold fold of ${MANY} entries`,
  found: `state of ${MANY} entries from snapshots`,
  things: "then every thing of it is read",
  more: `fold ${BATCH} more onto ${MANY}`,
  asOf: `as of any head, first, of ${MANY}`,
  again: `as of any head, again, of ${MANY}`,
  proof: `one inclusion proof in ${MANY}`,
  fsck: `fsck of ${MANY} entries`,
  verify: `verify a log of ${MANY} leaves with the page's hash function`,
  bytes: `memory for each incident of ${MANY}`,
  real: "as of any instant of the real case, in a record that is open",
  shell: "as of any instant of the real case, record opened for it, warm process",
} as const;

export const bench: SampledBench = {
  name: "record",
  what: `a record on disk and one of ${MANY} entries of 10 fields; must and goal are those of RECORD 7`,
  baseline: { name: NAMES.raw },
  sample,
  must: {
    [NAMES.append]: 125,
    [NAMES.one]: 25,
    [NAMES.rows]: 200,
    [NAMES.fold]: 15_000 * ofMillion,
    [NAMES.found]: 2_000,
    [NAMES.more]: 20,
    [NAMES.asOf]: 2_000,
    [NAMES.again]: 50,
    [NAMES.proof]: 5,
    [NAMES.fsck]: 90_000 * ofMillion,
    [NAMES.verify]: 40_000 * ofMillion,
    [NAMES.real]: 50,
    [NAMES.shell]: 50,
  },
  goal: {
    [NAMES.append]: 50,
    [NAMES.one]: 10,
    [NAMES.rows]: 83,
    [NAMES.fold]: 8_000 * ofMillion,
    [NAMES.found]: 500,
    [NAMES.more]: 5,
    [NAMES.asOf]: 1_000,
    [NAMES.again]: 10,
    [NAMES.proof]: 1,
    [NAMES.fsck]: 45_000 * ofMillion,
    [NAMES.verify]: 20_000 * ofMillion,
  },
};

async function sample(): Promise<Samples> {
  const base = mkdtempSync(join(tmpdir(), "truceline-bench-"));
  const timer = new Timer();
  try {
    await timeEntries(base, NAMES, { batch: BATCH, timer });
    const ofRows = { append: NAMES.rows, raw: NAMES.rawRows };
    await timeRows(base, ofRows, { rows: ROWS, timer });
    await realCase(base, timer);
    const memory = await timeMany(base, { names: NAMES, size: MANY, timer });
    const sqlite = String(
      openLibsql(join(base, "v.db")).all("SELECT CAST(sqlite_version() AS BLOB)")[0]?.[0],
    );
    return {
      times: timer.wall,
      ratios: [
        {
          name: "durable appends to raw inserts",
          of: [NAMES.raw, NAMES.append],
          must: 0.12,
          goal: 0.25,
        },
        {
          name: "rows in batch leaves to raw inserts",
          of: [NAMES.rawRows, NAMES.rows],
          must: 0.6,
          goal: 1,
        },
      ],
      figures: [
        ...memory,
        ofProcessor("durable appends to raw inserts", timer, [NAMES.raw, NAMES.append]),
        ofProcessor("rows in batch leaves to raw inserts", timer, [NAMES.rawRows, NAMES.rows]),
      ],
      versions: { sqlite },
    };
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

/** The same ratio in time of the processor, which other work on the machine touches less. */
function ofProcessor(name: string, timer: Timer, [base, own]: readonly [string, string]): Figure {
  const found = timer.processor(base) / timer.processor(own);
  return { name: `${name}, time of the processor`, found, unit: "x", must: null, goal: null };
}

/** As a server has it, and as a command of the shell does: both read what everybody may see. */
async function realCase(base: string, timer: Timer): Promise<void> {
  const { record, folder, close } = newRecord(base);
  await appendSeeds(record, filesOf("cases/ukraine-2025"), { actor: "ann", viewer: ALL });
  const zone = "Europe/Kyiv";
  for (let day = 0; day < DAYS; day++) {
    const view = { at: EVENT + day * 86_400_000, zone, viewer: PUBLIC_VIEWER };
    await timer.time(NAMES.real, () => record.asOf(view));
  }
  close();
  for (let day = 0; day < DAYS; day++) {
    const view = { at: EVENT + day * 86_400_000, zone, viewer: PUBLIC_VIEWER };
    await timer.time(NAMES.shell, () => {
      const opened = readRecord(folder, { folder });
      opened?.record.asOf(view);
      opened?.close();
    });
  }
}
