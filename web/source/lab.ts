// The lab's worker as the page sees it: a question, and one reply to it.
import type { LabQuestion, LabReply, LabRequest } from "../work/lab-messages.ts";
import { fileAddress } from "./edition.ts";

export interface LabWork {
  /** Never rejects: what goes wrong is a reply of kind `fault`. The first question starts the worker. */
  readonly ask: (question: LabQuestion) => Promise<LabReply>;
  /** Ends the worker; what it was asked is dropped. */
  readonly close: () => void;
}

/** A worker of its own for the case. */
export function createLab(caseId: string): LabWork {
  const pack = fileAddress(`c/${encodeURIComponent(caseId)}/pack.json`);
  const waiting = new Map<number, (reply: LabReply) => void>();
  let worker: Worker | null = null;
  let last = 0;
  const settle = (reply: LabReply): void => {
    waiting.get(reply.run)?.(reply);
    waiting.delete(reply.run);
  };
  const settleAll = (reply: (run: number) => LabReply): void =>
    [...waiting.keys()].map(reply).forEach(settle);
  const fail = (message: string): void =>
    settleAll((run) => ({ run, kind: "fault", message: `the lab's worker stopped: ${message}` }));
  return {
    ask: (question) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        const request: LabRequest = { run: last, pack, question };
        worker ??= listening(settle, fail);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of our own has no origin to name
        worker.postMessage(request);
      }),
    close: () => {
      worker?.terminate();
      worker = null;
      settleAll((run) => ({ run, kind: "dropped" }));
    },
  };
}

function listening(settle: (reply: LabReply) => void, fail: (message: string) => void): Worker {
  const worker = new Worker(new URL("../work/lab-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<LabReply>) => settle(data));
  worker.addEventListener("error", ({ message }) => fail(message));
  return worker;
}
