// The route of the review queue, as HTTP offers it; deciding is in decide.ts.
import { REVIEW_ROUTE } from "../report/routes/review.ts";
import type { Endpoint } from "./endpoint.ts";
import { REVIEW_ANSWER } from "./schema-review.ts";

export const REVIEW_ENDPOINTS: readonly Endpoint[] = [
  {
    ...REVIEW_ROUTE,
    summary: "Accounts that wait for a decision",
    description:
      "What waits, since when, for whom, and what a decision would still need; a state speaks of the account, never of compliance.",
    schema: REVIEW_ANSWER,
  },
];
