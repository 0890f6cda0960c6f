// Routes of talks: every meeting and every statement with its sources, as known by an instant.
import { meetingLines, statementLines } from "../report/talk-lines.ts";
import { reply } from "./endpoint.ts";
import type { Endpoint } from "./endpoint.ts";
import { MEETINGS_ANSWER, STATEMENTS_ANSWER } from "./schema-lists.ts";

export const TALK_ENDPOINTS: readonly Endpoint[] = [
  {
    path: "/c/{case}/talks/meetings.json",
    summary: "Meetings with their sources",
    description:
      "By time and id; one without a day says so, stands where its bounds put it, and is given none.",
    keys: ["asof"],
    schema: MEETINGS_ANSWER,
    handle: (asked) => {
      const { theCase } = asked.served;
      return reply(asked, {
        format: "truceline/meetings/1",
        question: asked.question,
        schema: MEETINGS_ANSWER,
        make: () => ({
          items: meetingLines(theCase, theCase.meetings, asked.question.asOf ?? null),
        }),
      });
    },
  },
  {
    path: "/c/{case}/talks/statements.json",
    summary: "Statements with speaker, relay chain and source",
    description: "By time and id; one without a day says so and is given none.",
    keys: ["asof"],
    schema: STATEMENTS_ANSWER,
    handle: (asked) => {
      const { theCase } = asked.served;
      const { asOf = null } = asked.question;
      return reply(asked, {
        format: "truceline/statements/1",
        question: asked.question,
        schema: STATEMENTS_ANSWER,
        make: () => ({ items: statementLines(theCase, theCase.statements, asOf) }),
      });
    },
  },
];
