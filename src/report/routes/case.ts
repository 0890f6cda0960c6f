// Routes of the case itself: its card, what its first page says of the record, every incident as one line.
import { caseCard } from "../case-card.ts";
import { homePage, incidentIndex } from "../home.ts";
import { reply } from "./answer.ts";
import type { Route } from "./answer.ts";

export const CARD_ROUTE: Route = {
  path: "/c/{case}/case.json",
  keys: [],
  answer: (asked) =>
    reply(asked, {
      format: "truceline/case/1",
      question: null,
      make: () => caseCard(asked.ready.theCase),
    }),
};

export const HOME_ROUTE: Route = {
  path: "/c/{case}/home.json",
  keys: [],
  answer: (asked) =>
    reply(asked, {
      format: "truceline/home/1",
      question: null,
      make: () => homePage(asked.ready.theCase, asked.ready.problems),
    }),
};

export const INDEX_ROUTE: Route = {
  path: "/c/{case}/index.json",
  keys: [],
  answer: (asked) =>
    reply(asked, {
      format: "truceline/index/1",
      question: null,
      make: () => incidentIndex(asked.ready.theCase),
    }),
};
