// A worker's side of a sweep: does the ranges it is sent, over memory that it shares with the thread that sent them.
import { parentPort } from "node:worker_threads";
import { answerTask } from "../assess/sweep/task.ts";
import type { SweepTask } from "../assess/sweep/task.ts";

parentPort?.on("message", (task: SweepTask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker thread, no window
  parentPort?.postMessage(answerTask(task));
});
