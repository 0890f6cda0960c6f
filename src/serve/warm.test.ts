// Whoever opens a case first should wait no longer than whoever opens it second.
import { expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { REAL_ADDRESS } from "../../test/kit/real-case.ts";
import { warm } from "./warm.ts";

test("every prepared comparison is asked as its link asks it, held questions too", async () => {
  const asked: string[] = [];
  const app = {
    fetch: (request: Request) => {
      const { pathname, search } = new URL(request.url);
      asked.push(`${pathname}${search}`);
      return new Response("");
    },
  };
  await warm(app, [theCase]);
  expect(asked).toHaveLength(1 + theCase.settings.comparisons.length);
  expect(asked[0]).toBe(`${REAL_ADDRESS}/case.json`);
  const [first] = theCase.settings.comparisons;
  const held = [...(first?.hold ?? [])].map(([question, answer]) => `${question}:${answer}`);
  expect(asked[1]).toBe(
    `${REAL_ADDRESS}/price.json?r=${first?.readings.join(",")}&hold=${held.join(",")}`,
  );
});
