// Routes of incidents, as HTTP offers them.
import { EXPLAIN_ROUTE, INCIDENTS_ROUTE, INCIDENT_ROUTE } from "../report/routes/incidents.ts";
import { HISTORY_ROUTE } from "../report/routes/history.ts";
import { SITUATION_ROUTE } from "../report/routes/situation.ts";
import { z } from "@hono/zod-openapi";
import type { Endpoint } from "./endpoint.ts";
import { EXPLAIN_ANSWER, INCIDENT_ANSWER } from "./schemas.ts";
import { HISTORY_ANSWER, SET_ASIDE_ANSWER } from "./schema-history.ts";
import { INCIDENTS_ANSWER } from "./schema-lists.ts";
import { SITUATION_ANSWER } from "./schema-situation.ts";

export const INCIDENT_ENDPOINTS: readonly Endpoint[] = [
  {
    ...INCIDENTS_ROUTE,
    summary: "Incidents with their verdicts",
    description: "By day and id; whole-night totals are listed and marked.",
    schema: INCIDENTS_ANSWER,
  },
  {
    ...INCIDENT_ROUTE,
    summary: "One incident",
    description:
      "Facts, claims, casualty and measure series, sources, talks on record of its days, and every reading's verdict; of one that was rejected, merged away or withdrawn, why it counts in no figure and where it goes on.",
    schema: z.union([INCIDENT_ANSWER, SET_ASIDE_ANSWER]),
  },
  {
    ...EXPLAIN_ROUTE,
    summary: "Why a reading answers as it does",
    description: "The trace, why, why not, what would settle it, and each answer's verdict.",
    schema: EXPLAIN_ANSWER,
  },
  {
    ...HISTORY_ROUTE,
    summary: "How an incident came to stand as it does",
    description:
      "Every entry of the record that made or changed it, field by field: who recorded it and when, since when it was known, on what sources.",
    schema: HISTORY_ANSWER,
  },
  {
    ...SITUATION_ROUTE,
    summary: "Every incident as columns",
    description:
      "Days, places, verdicts and facets as numbers that point into dictionaries; the page narrows them by itself.",
    schema: SITUATION_ANSWER,
  },
];
