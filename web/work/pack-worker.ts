// The worker of a read-only edition: loads a case from its pack and answers as the server would, while the page stays quick.
import { openPack } from "../../src/report/pack.ts";
import { askPath } from "../../src/report/routes/ask.ts";
import type { ReadyCase } from "../../src/report/routes/ready-case.ts";
import type { WorkReply, WorkRequest } from "./messages.ts";

const opened = new Map<string, Promise<ReadyCase>>();

addEventListener("message", ({ data }: MessageEvent<WorkRequest>) => {
  void answer(data)
    .catch((cause: unknown): WorkReply => ({ kind: "fault", message: String(cause) }))
    .then((reply) => postMessage(reply));
});

async function answer({ pack, path }: WorkRequest): Promise<WorkReply> {
  const { pathname, searchParams } = new URL(path, pack);
  const segments = pathname.split("/").slice(1).map(decodeURIComponent);
  const found = askPath(await caseOf(pack), segments, searchParams);
  switch (found.kind) {
    case "value":
      return { kind: "text", text: JSON.stringify(found.make()) };
    case "text":
      return { kind: "text", text: found.text };
    case "refusal": {
      const problems = found.problems.map(({ message, help = null }) => ({ message, help }));
      return { kind: "refusal", code: found.code, detail: found.detail, problems };
    }
    default:
      return found satisfies never;
  }
}

/** A pack that did not come is asked for again with the next question. */
function caseOf(pack: string): Promise<ReadyCase> {
  const known = opened.get(pack) ?? open(pack);
  opened.set(pack, known);
  known.catch(() => opened.delete(pack));
  return known;
}

async function open(pack: string): Promise<ReadyCase> {
  const response = await fetch(pack);
  if (!response.ok) throw new Error(`the pack of this case did not come: ${response.status}`);
  return openPack(await response.text());
}
