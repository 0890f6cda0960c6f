// The route of the review queue: what waits, for whom, why. Deciding is no question; see serve/decide.ts.
import { reviewPage } from "../review.ts";
import { reply } from "./answer.ts";
import type { Route } from "./answer.ts";

export const REVIEW_ROUTE: Route = {
  path: "/c/{case}/review.json",
  keys: [],
  answer: (asked) =>
    reply(asked, {
      format: "truceline/review/1",
      question: null,
      make: () => reviewPage(asked.ready.theCase, asked.ready.recorded),
    }),
};
