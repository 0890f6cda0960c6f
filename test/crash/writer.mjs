// The program that is killed: writes batches to a record and says on stdout what was acknowledged, `ack SIZE ROOT`, or why it stopped.
// After a stop it tries twice more: nothing may be acknowledged then. Runs the built program, so that it starts fast.
// Usage: writer.mjs FOLDER FIRST BATCHES [FAULT] [--leave]
import { writeSync } from "node:fs";
import { parseDraft } from "../../dist/record/index.js";
import { openRecord } from "../../dist/store/open-record.js";
import { hasRecord, makeRecord } from "../../dist/store/record-folder.js";
import { FAULTY_STORES } from "../sabotage/store-parts.mjs";

const TRIES_AFTER_STOP = 2;
const [folder = "", first = "0", batches = "0", fault = ""] = process.argv.slice(2);
const how = { folder, parts: FAULTY_STORES[fault] ?? {} };

/** A fault that hits our own words is none of the record's. */
function say(line) {
  for (let tries = 0; tries < 3; tries++) {
    try {
      writeSync(1, `${line}\n`);
      return;
    } catch {
      continue;
    }
  }
}

function stopped(error) {
  say(`stop ${error.code ?? error.name} ${String(error.message).replaceAll("\n", " ")}`);
}

/** One to three entries, some of them long enough to fill pages. */
function draftsOf(batch) {
  return Array.from({ length: 1 + (batch % 3) }, (_, i) => {
    const fields = {
      title: `batch ${batch} entry ${i} ${"x".repeat((batch * 97) % 900)}`,
      outlet: "o",
      outletSide: "other",
    };
    const { value } = parseDraft({ id: `src-${batch}-${i}`, kind: "source", actor: "w", fields });
    return value;
  });
}

async function write() {
  if (!hasRecord(folder)) makeRecord(folder, "truceline.example/crash", how);
  const { record, close } = openRecord(folder, how);
  let after = 0;
  for (let batch = Number(first); batch < Number(first) + Number(batches); batch++) {
    try {
      const { value } = await record.append(draftsOf(batch));
      say(`ack ${value.head.size} ${Buffer.from(value.head.root).toString("hex")}`);
    } catch (error) {
      stopped(error);
      if (after++ >= TRIES_AFTER_STOP) return;
    }
  }
  if (process.argv.includes("--leave")) process.kill(process.pid, "SIGKILL");
  close();
}

await write().catch(stopped);
