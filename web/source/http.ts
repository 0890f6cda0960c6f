// The record from the server that sent this page: same origin, nothing else.
import { caseQuestions } from "./questions.ts";
import { SourceError } from "./record-source.ts";
import type { CaseListItem, RecordSource } from "./record-source.ts";

/** Reads from this origin. */
export const httpSource: RecordSource = {
  ...caseQuestions((caseId, path, signal) => get(`/c/${part(caseId)}/${path}`, signal)),
  cases: async (signal) => (await get<{ items: CaseListItem[] }>("/cases.json", signal)).items,
  twin: ({ caseId, file, query }) => ({
    kind: "address",
    href: `/c/${part(caseId)}/${file}${query}`,
  }),
};

function part(text: string): string {
  return encodeURIComponent(text);
}

/** The server's answers pass its own schemas; here their shape is trusted, their being an answer is not. */
async function get<T>(path: string, signal: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new SourceError({ message: "the server did not answer", status: null, cause });
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw refusal(response.status, body);
  return body as T;
}

function refusal(status: number, body: unknown): SourceError {
  const details = isRecord(body) ? body : {};
  const errors = Array.isArray(details["errors"]) ? details["errors"].filter(isRecord) : [];
  return new SourceError({
    message: textOf(details["detail"]) ?? `the server answered ${status}`,
    status,
    requestId: textOf(details["requestId"]),
    problems: errors.map((one) => ({
      message: textOf(one["message"]) ?? "",
      help: textOf(one["help"]),
    })),
  });
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
