// Routes of the case itself, as HTTP offers them.
import { CARD_ROUTE, HOME_ROUTE, INDEX_ROUTE } from "../report/routes/case.ts";
import type { Endpoint } from "./endpoint.ts";
import { HOME_ANSWER, INDEX_ANSWER } from "./schema-home.ts";
import { CASE_ANSWER } from "./schemas.ts";

export const CASE_ENDPOINTS: readonly Endpoint[] = [
  {
    ...CARD_ROUTE,
    summary: "The case's card",
    description: "Names in three languages, texts, readings, prepared comparisons, caveat.",
    schema: CASE_ANSWER,
  },
  {
    ...HOME_ROUTE,
    summary: "How far the record goes",
    description: "Problems of the case's files, coverage, sources by outlet side, licences.",
    schema: HOME_ANSWER,
  },
  {
    ...INDEX_ROUTE,
    summary: "Every incident as one line",
    description: "To find one by id, place or day; without verdicts.",
    schema: INDEX_ANSWER,
  },
];
