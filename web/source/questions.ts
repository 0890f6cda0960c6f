// What screens ask, as addresses below a case: the same ones for the server and for the worker of a read-only edition.
import type { RecordSource } from "./record-source.ts";

/** Who answers addresses below a case, such as `price.json?r=energy`. Rejects with SourceError. */
export type Answerer = <T>(caseId: string, path: string, signal: AbortSignal) => Promise<T>;

/** The questions about one case, asked of `get`. */
export function caseQuestions(get: Answerer): Omit<RecordSource, "cases" | "twin"> {
  return {
    caseCard: (caseId, signal) => get(caseId, "case.json", signal),
    index: (caseId, signal) => get(caseId, "index.json", signal),
    home: (caseId, signal) => get(caseId, "home.json", signal),
    record: (caseId, signal) => get(caseId, "record.json", signal),
    review: (caseId, signal) => get(caseId, "review.json", signal),
    texts: (caseId, signal) => get(caseId, "terms.json", signal),
    text: (caseId, text, signal) => get(caseId, `terms/${encodeURIComponent(text)}.json`, signal),
    diff: (caseId, query, signal) => get(caseId, `diff.json${query}`, signal),
    price: (caseId, query, signal) => get(caseId, `price.json${query}`, signal),
    open: (caseId, query, signal) => get(caseId, `open.json${query}`, signal),
    incidents: (caseId, query, signal) => get(caseId, `incidents.json${query}`, signal),
    situation: (caseId, query, signal) => get(caseId, `situation.json${query}`, signal),
    incident: ({ caseId, incident, query }, signal) =>
      get(caseId, `i/${encodeURIComponent(incident)}.json${query}`, signal),
    history: ({ caseId, incident, query }, signal) =>
      get(caseId, `i/${encodeURIComponent(incident)}/history.json${query}`, signal),
    explain: ({ caseId, incident, query, reading }, signal) => {
      const path = `i/${encodeURIComponent(incident)}/explain.json`;
      const more = query === "" ? "" : `&${query.slice(1)}`;
      return get(caseId, `${path}?reading=${encodeURIComponent(reading)}${more}`, signal);
    },
  };
}
