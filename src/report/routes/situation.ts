// The route of the Situation screen: every incident of the question as columns; what narrows them is the page's own work.
import { situationPage } from "../situation.ts";
import { reply } from "./answer.ts";
import type { Route } from "./answer.ts";

export const SITUATION_ROUTE: Route = {
  path: "/c/{case}/situation.json",
  keys: ["r", "window", "asof", "hold"],
  answer: (asked) =>
    reply(asked, {
      format: "truceline/situation/1",
      question: asked.question,
      make: () =>
        situationPage(asked.ready.theCase, asked.question, asked.ready.assessed(asked.question)),
    }),
};
