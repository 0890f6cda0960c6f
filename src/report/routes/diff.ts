// The route of two wordings compared: readings, answers or whole texts.
import { diffPage, sidesOf } from "../diff-page.ts";
import type { Side } from "../diff-page.ts";
import { notUnderstood, reply } from "./answer.ts";
import type { Route } from "./answer.ts";
import { unknownName } from "./question.ts";

export const DIFF_ROUTE: Route = {
  path: "/c/{case}/diff.json",
  keys: ["a", "b"],
  answer: (asked) => {
    const { theCase } = asked.ready;
    const sides = sidesOf(theCase);
    const find = (key: "a" | "b"): Side | undefined =>
      sides.find(({ name }) => name === asked.query.get(key));
    const [a, b] = [find("a"), find("b")];
    if (a === undefined || b === undefined) {
      const missing = [a === undefined ? "a" : null, b === undefined ? "b" : null].filter(
        (key) => key !== null,
      );
      const known = sides.map(({ name }) => name);
      return notUnderstood(
        missing.map((key) => unknownName(`side in "${key}"`, asked.query.get(key) ?? "", known)),
      );
    }
    return reply(asked, {
      format: "truceline/diff/1",
      question: null,
      subject: JSON.stringify([a.name, b.name]),
      make: () => diffPage(theCase, a, b),
    });
  },
};
