// Questions to the worker, one at a time: what nobody waits for any more is never begun.
import type { WorkReply, WorkRequest } from "../work/messages.ts";

interface Waiting {
  readonly request: WorkRequest;
  readonly signal: AbortSignal;
  readonly settle: (reply: WorkReply) => void;
}

export interface WorkQueue {
  /** Rejects with the signal's reason when it is aborted first. */
  readonly ask: (request: WorkRequest, signal: AbortSignal) => Promise<WorkReply>;
}

/** The part of a Worker that a queue uses. */
export type Workhorse = Pick<Worker, "postMessage" | "addEventListener">;

/** The worker starts with the first question. */
export function createWorkQueue(start: () => Workhorse = startWorker): WorkQueue {
  const waiting: Waiting[] = [];
  let worker: Workhorse | null = null;
  let current: Waiting | null = null;

  const finish = (reply: WorkReply): void => {
    const done = current;
    current = null;
    done?.settle(reply);
    next();
  };
  const next = (): void => {
    if (current !== null) return;
    current = waiting.shift() ?? null;
    if (current === null) return;
    if (current.signal.aborted) {
      current = null;
      next();
      return;
    }
    worker ??= listening(start(), finish, () => (worker = null));
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of our own has no origin to name
    worker.postMessage(current.request);
  };
  return {
    ask: (request, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(signal.reason);
          return;
        }
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
        waiting.push({ request, signal, settle: resolve });
        next();
      }),
  };
}

function listening(worker: Workhorse, finish: (reply: WorkReply) => void, drop: () => void) {
  worker.addEventListener("message", ({ data }: MessageEvent<WorkReply>) => finish(data));
  worker.addEventListener("error", ({ message }) => {
    drop();
    finish({ kind: "fault", message: `the page's worker stopped: ${message}` });
  });
  return worker;
}

function startWorker(): Workhorse {
  return new Worker(new URL("../work/pack-worker.ts", import.meta.url), { type: "module" });
}
