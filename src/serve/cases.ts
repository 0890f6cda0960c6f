// Routes of the case itself: its card, and what its first page says of the record.
import { caseCard } from "../report/case-card.ts";
import { homePage, incidentIndex } from "../report/home.ts";
import type { Endpoint } from "./endpoint.ts";
import { reply } from "./endpoint.ts";
import { HOME_ANSWER, INDEX_ANSWER } from "./schema-home.ts";
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
  {
    path: "/c/{case}/home.json",
    summary: "How far the record goes",
    description: "Problems of the case's files, coverage, sources by outlet side, licences.",
    keys: [],
    schema: HOME_ANSWER,
    handle: (asked) =>
      reply(asked, {
        format: "truceline/home/1",
        question: null,
        schema: HOME_ANSWER,
        make: () => homePage(asked.served.theCase, asked.served.problems),
      }),
  },
  {
    path: "/c/{case}/index.json",
    summary: "Every incident as one line",
    description: "To find one by id, place or day; without verdicts.",
    keys: [],
    schema: INDEX_ANSWER,
    handle: (asked) =>
      reply(asked, {
        format: "truceline/index/1",
        question: null,
        schema: INDEX_ANSWER,
        make: () => incidentIndex(asked.served.theCase),
      }),
  },
];
