// The record from the server that sent this page: same origin, nothing else.
import { SourceError } from "./record-source.ts";
import type { CaseListItem, RecordSource } from "./record-source.ts";

/** Reads from this origin. */
export const httpSource: RecordSource = {
  cases: async (signal) => (await get<{ items: CaseListItem[] }>("/cases.json", signal)).items,
  caseCard: (caseId, signal) => get(`/c/${part(caseId)}/case.json`, signal),
  index: (caseId, signal) => get(`/c/${part(caseId)}/index.json`, signal),
  home: (caseId, signal) => get(`/c/${part(caseId)}/home.json`, signal),
  price: (caseId, query, signal) => get(`/c/${part(caseId)}/price.json${query}`, signal),
  open: (caseId, query, signal) => get(`/c/${part(caseId)}/open.json${query}`, signal),
  incidents: (caseId, query, signal) => get(`/c/${part(caseId)}/incidents.json${query}`, signal),
  incident: ({ caseId, incident, query }, signal) =>
    get(`/c/${part(caseId)}/i/${part(incident)}.json${query}`, signal),
  explain: ({ caseId, incident, query, reading }, signal) => {
    const path = `/c/${part(caseId)}/i/${part(incident)}/explain.json`;
    const more = query === "" ? "" : `&${query.slice(1)}`;
    return get(`${path}?reading=${encodeURIComponent(reading)}${more}`, signal);
  },
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
