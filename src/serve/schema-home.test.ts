// What the schema of a case's first page does not declare does not leave: so it must declare all that the page holds.
import { expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { homePage } from "../report/home.ts";
import { HOME_ANSWER } from "./schema-home.ts";

test("the first page of the real case leaves whole, its problems too", () => {
  const at = { file: "record/incidents.yaml", line: 12, column: 5, endColumn: 9 };
  const problem = { code: "C902", severity: "error", message: "b", help: "c", at } as const;
  const answer = {
    format: "truceline/home/1",
    case: "test",
    asOf: null,
    logHead: { size: 0, root: "" },
    engine: "truceline 0",
    terms: {},
    question: null,
    caveat: "none",
    ...homePage(theCase, [problem]),
  };
  expect(HOME_ANSWER.parse(answer)).toEqual(answer);
});
