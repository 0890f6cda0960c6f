// The Situation page's worker as the page sees it: a question, and one reply to it.
import type {
  SituationQuestion,
  SituationReply,
  SituationRequest,
} from "../work/situation-messages.ts";

export interface SituationWork {
  /** Never rejects: what goes wrong is a reply of kind `fault`. Of one slot, a newer question makes an older one needless. */
  readonly ask: (slot: string, question: SituationQuestion) => Promise<SituationReply>;
  /** Ends the worker; what it was asked is dropped. */
  readonly close: () => void;
}

/** Starts a worker. */
export function createSituation(): SituationWork {
  const waiting = new Map<number, (reply: SituationReply) => void>();
  const worker = new Worker(new URL("../work/situation-worker.ts", import.meta.url), {
    type: "module",
  });
  let last = 0;
  const settle = (reply: SituationReply): void => {
    waiting.get(reply.run)?.(reply);
    waiting.delete(reply.run);
  };
  const settleAll = (reply: (run: number) => SituationReply): void =>
    [...waiting.keys()].map(reply).forEach(settle);
  worker.addEventListener("message", ({ data }: MessageEvent<SituationReply>) => settle(data));
  worker.addEventListener("error", ({ message }) =>
    settleAll((run) => ({ run, kind: "fault", message: `the page's worker stopped: ${message}` })),
  );
  return {
    ask: (slot, question) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        const request: SituationRequest = { run: last, slot, question };
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of our own has no origin to name
        worker.postMessage(request);
      }),
    close: () => {
      worker.terminate();
      settleAll((run) => ({ run, kind: "dropped" }));
    },
  };
}
