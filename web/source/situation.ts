// The Situation page's worker as the page sees it: a question, and one reply to it.
import type {
  SituationCount,
  SituationQuestion,
  SituationReply,
  SituationRequest,
} from "../work/situation-messages.ts";

/** A reply as the page takes it: every count with its days. */
export type SituationNews = Exclude<SituationReply, { readonly kind: "same-days" }>;

export interface SituationWork {
  /** Never rejects: what goes wrong is a reply of kind `fault`. Of one slot, a newer question makes an older one needless. */
  readonly ask: (slot: string, question: SituationQuestion) => Promise<SituationNews>;
  /** Ends the worker; what it was asked is dropped. */
  readonly close: () => void;
}

/** Starts a worker. */
export function createSituation(): SituationWork {
  const waiting = new Map<number, (reply: SituationNews) => void>();
  const worker = new Worker(new URL("../work/situation-worker.ts", import.meta.url), {
    type: "module",
  });
  let last = 0;
  let days: SituationCount["answer"]["days"] = null;
  /** Days that are as before keep their object, so that a strip of thousands is not drawn anew. */
  const withDays = (reply: SituationReply): SituationNews => {
    if (reply.kind === "count") ({ days } = reply.count.answer);
    if (reply.kind !== "same-days") return reply;
    const { run, count } = reply;
    return { run, kind: "count", count: { ...count, answer: { ...count.answer, days } } };
  };
  const settle = (reply: SituationNews): void => {
    waiting.get(reply.run)?.(reply);
    waiting.delete(reply.run);
  };
  const settleAll = (reply: (run: number) => SituationNews): void =>
    [...waiting.keys()].map(reply).forEach(settle);
  worker.addEventListener("message", ({ data }: MessageEvent<SituationReply>) =>
    settle(withDays(data)),
  );
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
