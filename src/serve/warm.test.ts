// Whoever opens a case first should wait no longer than whoever opens it second.
import { expect, test } from "vitest";
import { loadFolder } from "../../test/kit/load-folder.ts";
import { warm } from "./warm.ts";

test("every prepared comparison is asked as its link asks it, held questions too", async () => {
  const { value: theCase } = loadFolder("cases/ukraine-2025");
  if (theCase === null) throw new Error("cases/ukraine-2025 does not load");
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
  expect(asked[0]).toBe("/c/ukraine-2025/case.json");
  const [first] = theCase.settings.comparisons;
  const held = [...(first?.hold ?? [])].map(([question, answer]) => `${question}:${answer}`);
  expect(asked[1]).toBe(
    `/c/ukraine-2025/price.json?r=${first?.readings.join(",")}&hold=${held.join(",")}`,
  );
});
