// Routes of the case itself: its card.
import { caseCard } from "../report/case-card.ts";
import type { Endpoint } from "./endpoint.ts";
import { reply } from "./endpoint.ts";
import { CASE_ANSWER } from "./schemas.ts";

export const CASE_ENDPOINTS: readonly Endpoint[] = [
  {
    path: "/c/{case}/case.json",
    summary: "The case's card",
    description: "Names in three languages, texts, readings, prepared comparisons, caveat.",
    keys: [],
    schema: CASE_ANSWER,
    handle: (asked) =>
      reply(asked, {
        format: "truceline/case/1",
        question: null,
        schema: CASE_ANSWER,
        make: () => caseCard(asked.served.theCase),
      }),
  },
];
