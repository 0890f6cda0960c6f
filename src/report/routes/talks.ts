// Routes of talks: every meeting and every statement with its sources, as known by an instant.
import { meetingLines, statementLines } from "../talk-lines.ts";
import { reply } from "./answer.ts";
import type { Route } from "./answer.ts";

export const MEETINGS_ROUTE: Route = {
  path: "/c/{case}/talks/meetings.json",
  keys: ["asof"],
  answer: (asked) => {
    const { theCase } = asked.ready;
    const { asOf = null } = asked.question;
    return reply(asked, {
      format: "truceline/meetings/1",
      question: asked.question,
      make: () => ({ items: meetingLines(theCase, theCase.meetings, asOf) }),
    });
  },
};

export const STATEMENTS_ROUTE: Route = {
  path: "/c/{case}/talks/statements.json",
  keys: ["asof"],
  answer: (asked) => {
    const { theCase } = asked.ready;
    const { asOf = null } = asked.question;
    return reply(asked, {
      format: "truceline/statements/1",
      question: asked.question,
      make: () => ({ items: statementLines(theCase, theCase.statements, asOf) }),
    });
  },
};
