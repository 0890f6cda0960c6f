// Starts the process that goes through a record of many batches, and reads what it says of time and memory.
import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Streamed } from "./streamed.ts";

/** The process runs as this one does, with the same loader. */
export async function streamRecord(rowsOfBatch: number, batches: number): Promise<Streamed> {
  const script = fileURLToPath(new URL("./streamed.ts", import.meta.url));
  const given = [...process.execArgv, script, String(rowsOfBatch), String(batches)];
  const { stdout } = await promisify(execFile)(process.execPath, given);
  return JSON.parse(stdout) as Streamed;
}
