// Questions to the record, with the keys they are kept under.
import { QueryClient, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { canDecide } from "./decide.ts";
import { SourceError } from "./record-source.ts";
import type { ExplainOptions, IncidentOptions } from "./record-source.ts";
import { source } from "./source.ts";

/** One per page. An answer stays while the page lives: numbers never move by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < 1 && error instanceof SourceError && error.status === null,
      },
    },
  });
}

export const casesQuery = queryOptions({
  queryKey: ["cases"],
  queryFn: ({ signal }) => source.cases(signal),
});

export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: ["case", caseId],
    queryFn: ({ signal }) => source.caseCard(caseId, signal),
  });
}

/** Fetched once, when somebody first searches. */
export function indexQuery(caseId: string) {
  return queryOptions({
    queryKey: ["index", caseId],
    queryFn: ({ signal }) => source.index(caseId, signal),
  });
}

export function homeQuery(caseId: string) {
  return queryOptions({
    queryKey: ["home", caseId],
    queryFn: ({ signal }) => source.home(caseId, signal),
  });
}

export function recordQuery(caseId: string) {
  return queryOptions({
    queryKey: ["record", caseId],
    queryFn: ({ signal }) => source.record(caseId, signal),
  });
}

export function reviewQuery(caseId: string) {
  return queryOptions({
    queryKey: ["review", caseId],
    queryFn: ({ signal }) => source.review(caseId, signal),
  });
}

/** Whether this page's server takes decisions. */
export function decidingQuery(caseId: string) {
  return queryOptions({
    queryKey: ["deciding", caseId],
    queryFn: ({ signal }) => canDecide(caseId, signal),
  });
}

export function textsQuery(caseId: string) {
  return queryOptions({
    queryKey: ["texts", caseId],
    queryFn: ({ signal }) => source.texts(caseId, signal),
  });
}

export function textQuery(caseId: string, text: string) {
  return queryOptions({
    queryKey: ["text", caseId, text],
    queryFn: ({ signal }) => source.text(caseId, text, signal),
  });
}

/** What was compared before stays, dimmed. */
export function diffQuery(caseId: string, query: string) {
  return queryOptions({
    queryKey: ["diff", caseId, query],
    queryFn: ({ signal }) => source.diff(caseId, query, signal),
    placeholderData: keepPreviousData,
  });
}

/** Old numbers stay, dimmed, while new ones are asked for. */
export function priceQuery(caseId: string, query: string) {
  return queryOptions({
    queryKey: ["price", caseId, query],
    queryFn: ({ signal }) => source.price(caseId, query, signal),
    placeholderData: keepPreviousData,
  });
}

/** Asked only once somebody opens a card. */
export function openQuery(caseId: string, query: string) {
  return queryOptions({
    queryKey: ["open", caseId, query],
    queryFn: ({ signal }) => source.open(caseId, query, signal),
  });
}

/** Old rows stay, dimmed, while new ones are asked for. */
export function incidentsQuery(caseId: string, query: string) {
  return queryOptions({
    queryKey: ["incidents", caseId, query],
    queryFn: ({ signal }) => source.incidents(caseId, query, signal),
    placeholderData: keepPreviousData,
  });
}

/** The table under the old readings stays, dimmed, while the new one is asked for. */
export function situationQuery(caseId: string, query: string) {
  return queryOptions({
    queryKey: ["situation", caseId, query],
    queryFn: ({ signal }) => source.situation(caseId, query, signal),
    placeholderData: keepPreviousData,
    // A large table is kept by its worker: here it goes as soon as nobody shows it.
    gcTime: 0,
  });
}

export function incidentQuery(options: IncidentOptions) {
  return queryOptions({
    queryKey: ["incident", options],
    queryFn: ({ signal }) => source.incident(options, signal),
    placeholderData: keepPreviousData,
  });
}

export function historyQuery(options: IncidentOptions) {
  return queryOptions({
    queryKey: ["history", options],
    queryFn: ({ signal }) => source.history(options, signal),
    placeholderData: keepPreviousData,
  });
}

export function explainQuery(options: ExplainOptions) {
  return queryOptions({
    queryKey: ["explain", options],
    queryFn: ({ signal }) => source.explain(options, signal),
  });
}
