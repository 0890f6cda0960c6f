// Routes of talks, as HTTP offers them.
import { MEETINGS_ROUTE, STATEMENTS_ROUTE } from "../report/routes/talks.ts";
import type { Endpoint } from "./endpoint.ts";
import { MEETINGS_ANSWER, STATEMENTS_ANSWER } from "./schema-lists.ts";

export const TALK_ENDPOINTS: readonly Endpoint[] = [
  {
    ...MEETINGS_ROUTE,
    summary: "Meetings with their sources",
    description:
      "By time and id; one without a day says so, stands where its bounds put it, and is given none.",
    schema: MEETINGS_ANSWER,
  },
  {
    ...STATEMENTS_ROUTE,
    summary: "Statements with speaker, relay chain and source",
    description: "By time and id; one without a day says so and is given none.",
    schema: STATEMENTS_ANSWER,
  },
];
