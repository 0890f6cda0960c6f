// The check of a log as the page sees it: started by a person, with progress, ended when it is done or given up.
import type { VerifyOutcome, VerifyReply, VerifyRequest } from "../work/verify-messages.ts";
import { fileAddress } from "./edition.ts";

export interface VerifyHow extends Pick<VerifyRequest, "vkey" | "held"> {
  readonly caseId: string;
  readonly progress: (done: number, all: number) => void;
  readonly signal: AbortSignal;
}

/** Rejects when a file did not come, and when it was given up. */
export function verifyHere({
  caseId,
  progress,
  signal,
  ...how
}: VerifyHow): Promise<VerifyOutcome> {
  const worker = new Worker(new URL("../work/verify-worker.ts", import.meta.url), {
    type: "module",
  });
  const outcome = new Promise<VerifyOutcome>((resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("given up")));
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.addEventListener("message", ({ data }: MessageEvent<VerifyReply>) => {
      if (data.kind === "progress") progress(data.done, data.all);
      if (data.kind === "checked") resolve(data.outcome);
      if (data.kind === "fault") reject(new Error(data.message));
    });
    const log = fileAddress(`c/${encodeURIComponent(caseId)}/log/`);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of our own has no origin to name
    worker.postMessage({ log, ...how } satisfies VerifyRequest);
  });
  return outcome.finally(() => worker.terminate());
}
