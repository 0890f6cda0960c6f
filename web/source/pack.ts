// The record from the folder of a read-only edition: lists that lie there as files, every other answer from the page's own worker.
import type { WorkReply } from "../work/messages.ts";
import { fileAddress } from "./edition.ts";
import { caseQuestions } from "./questions.ts";
import { SourceError } from "./record-source.ts";
import type { CaseListItem, RecordSource } from "./record-source.ts";
import { createWorkQueue } from "./work-queue.ts";

const work = createWorkQueue();

/** Reads from the folder that this page lies in. */
export const packSource: RecordSource = {
  ...caseQuestions(async (caseId, path, signal) => {
    if (path === "case.json") openEarly(caseId);
    const text = isFile(path)
      ? await readFile(`c/${part(caseId)}/${path}`, signal)
      : await askWorker(caseId, path, signal);
    return JSON.parse(text);
  }),
  cases: async (signal) => {
    const { items }: { items: readonly CaseListItem[] } = JSON.parse(
      await readFile("cases.json", signal),
    );
    return items.map((one) => ({ ...one, home: fileAddress(one.home) }));
  },
  twin: ({ caseId, file, query }) =>
    query === ""
      ? { kind: "address", href: fileAddress(`c/${part(caseId)}/${file}`) }
      : { kind: "made", make: (signal) => askWorker(caseId, `${file}${query}`, signal) },
};

/** The worker opens the pack while the page still draws. What goes wrong is said when somebody asks. */
function openEarly(caseId: string): void {
  askWorker(caseId, "case.json", new AbortController().signal).catch(() => undefined);
}

/** Lists that nothing narrows lie in the folder. */
function isFile(path: string): boolean {
  return /^(?:terms\/)?[a-z0-9-]+\.json$/.test(path);
}

async function askWorker(caseId: string, path: string, signal: AbortSignal): Promise<string> {
  const id = part(caseId);
  const asked = { pack: fileAddress(`c/${id}/pack.json`), path: `/c/${id}/${path}` };
  return textOf(await work.ask(asked, signal));
}

/** As the server would answer. */
const STATUS_OF = { "not-understood": 400, "not-found": 404, "too-many": 422 } as const;

function textOf(reply: WorkReply): string {
  switch (reply.kind) {
    case "text":
      return reply.text;
    case "refusal": {
      const { code, detail: message, problems } = reply;
      throw new SourceError({ message, status: STATUS_OF[code], problems });
    }
    case "fault":
      throw new SourceError({ message: reply.message, status: null });
    default:
      return reply satisfies never;
  }
}

async function readFile(path: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(fileAddress(path), { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new SourceError({
      message: `"${path}" of this edition did not come`,
      status: null,
      cause,
    });
  });
  if (response.ok) return response.text();
  const message = `"${path}" of this edition did not come: ${response.status}`;
  throw new SourceError({ message, status: response.status });
}

function part(text: string): string {
  return encodeURIComponent(text);
}
