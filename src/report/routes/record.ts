// The route of the record: what it holds, where its log ends.
import { recordPage } from "../record-page.ts";
import { reply } from "./answer.ts";
import type { Route } from "./answer.ts";

export const RECORD_ROUTE: Route = {
  path: "/c/{case}/record.json",
  keys: [],
  answer: (asked) =>
    reply(asked, {
      format: "truceline/record/1",
      question: null,
      make: () => recordPage(asked.ready.recorded),
    }),
};
