// The route of two wordings compared: readings, answers or whole texts.
import { diffPage, sidesOf } from "../diff-page.ts";
import type { Side } from "../diff-page.ts";
import { contextOf } from "../../assess/context.ts";
import { MAX_PICKS, choicesOf, waysOf } from "../../assess/text-world.ts";
import type { Case } from "../../case/case.ts";
import type { Problem } from "../../model/problem.ts";
import { notUnderstood, reply, tooMany } from "./answer.ts";
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
    const refused = [...new Set([a, b])].flatMap((side) => tooManyTexts(theCase, side));
    if (refused.length > 0) return tooMany(refused);
    return reply(asked, {
      format: "truceline/diff/1",
      question: null,
      subject: JSON.stringify([a.name, b.name]),
      make: () => diffPage(theCase, a, b),
    });
  },
};

/** A text with many open questions multiplies to more texts than can be set against another (T802). */
function tooManyTexts(theCase: Case, { name, loaded, reading }: Side): readonly Problem[] {
  const count = waysOf(choicesOf(contextOf(theCase, loaded), reading));
  if (count <= MAX_PICKS) return [];
  const message = `the open questions of ${name} multiply to ${count} texts; at most ${MAX_PICKS}: not compared`;
  const help = "compare two readings or answers of it, which leave fewer questions open";
  return [{ code: "T802", severity: "error", message, help, at: null }];
}
