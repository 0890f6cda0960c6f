// Routes of texts: all of a case in a list, and one whole.
import { textLines, textPage } from "../terms-page.ts";
import { notFound, reply } from "./answer.ts";
import type { Route } from "./answer.ts";
import { unknownName } from "./question.ts";

export const TEXTS_ROUTE: Route = {
  path: "/c/{case}/terms.json",
  keys: [],
  answer: (asked) =>
    reply(asked, {
      format: "truceline/texts/1",
      question: null,
      make: () => ({ items: textLines(asked.ready.theCase) }),
    }),
};

export const TEXT_ROUTE: Route = {
  path: "/c/{case}/terms/{instrument}.json",
  keys: [],
  answer: (asked) => {
    const { theCase, problems } = asked.ready;
    const given = asked.parameters["instrument"] ?? "";
    const loaded = theCase.instruments.find(({ instrument }) => instrument.id === given);
    if (loaded === undefined) {
      const known = theCase.instruments.map(({ instrument }) => instrument.id);
      return notFound("no text of that id is in this case", [unknownName("text", given, known)]);
    }
    return reply(asked, {
      format: "truceline/text/1",
      question: null,
      subject: given,
      make: () => textPage(theCase, loaded, problems),
    });
  },
};
