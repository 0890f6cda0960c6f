// What the schemas of texts do not declare does not leave: so they must declare all that the pages hold.
import { expect, test } from "vitest";
import { problems, theCase } from "../../test/case-files.ts";
import { CALL_LIST } from "../../test/kit/real-case.ts";
import { diffPage, sidesOf } from "../report/diff-page.ts";
import { DIFF_ANSWER } from "./schema-diff.ts";
import { textLines, textPage } from "../report/terms-page.ts";
import { TEXTS_ANSWER, TEXT_ANSWER } from "./schema-terms.ts";

const ENVELOPE = {
  format: "truceline/test/1",
  case: "test",
  asOf: null,
  logHead: { size: 0, root: "" },
  engine: "truceline 0",
  terms: {},
  question: null,
  caveat: "none",
};

test("every text of the real case leaves whole, and so does the list of them", () => {
  const list = { ...ENVELOPE, items: textLines(theCase) };
  expect(TEXTS_ANSWER.parse(list)).toEqual(list);
  expect(list.items).toHaveLength(4);
  for (const loaded of theCase.instruments) {
    const page = { ...ENVELOPE, ...textPage(theCase, loaded, problems) };
    expect(TEXT_ANSWER.parse(page)).toEqual(page);
  }
});

test.each([
  ["energy/RU", "energy/UA"],
  ["energy/scope=energy-infrastructure", `energy/scope=${CALL_LIST}`],
  ["easter", "energy"],
])("%s compared with %s leaves whole", (a, b) => {
  const sides = [a, b].flatMap((name) => sidesOf(theCase).filter((side) => side.name === name));
  const [before, after] = sides;
  if (before === undefined || after === undefined) throw new Error("no such side");
  const answer = { ...ENVELOPE, ...diffPage(theCase, before, after) };
  expect(answer.parts.some(({ differs }) => differs)).toBe(true);
  expect(answer.meaning?.directions.length).toBeGreaterThan(0);
  expect(DIFF_ANSWER.parse(answer)).toEqual(JSON.parse(JSON.stringify(answer)));
});
