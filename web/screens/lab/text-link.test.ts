// A link holds the whole draft or is not made, and what somebody else wrote behind `#t=` never breaks the page.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseDay } from "../../../src/model/instant.ts";
import { MAX_FRAGMENT, parseFragment, printFragment } from "./text-link.ts";

const days = fc.constantFrom(
  undefined,
  parseDay("2025-03-11") ?? undefined,
  parseDay("2025-04-24") ?? undefined,
);
const drafts = fc.record({
  name: fc.constantFrom("a.terms.yaml", "energy.terms.md"),
  text: fc.string({ unit: "grapheme", maxLength: 400 }),
  period: fc.record({ start: days, end: days }),
});

test("what is printed is read back, and nothing of it needs escaping", async () => {
  await fc.assert(
    fc.asyncProperty(drafts, async (draft) => {
      const fragment = await printFragment(draft);
      expect(fragment).toMatch(/^#t=[\w-]*$/);
      expect(await parseFragment(fragment ?? "")).toEqual(draft);
    }),
  );
});

test("a text that does not fit has no link", async () => {
  const text = Array.from({ length: 40_000 }, (_, i) => ((i * 7919) % 65_521).toString(36)).join(
    "",
  );
  expect(await printFragment({ name: "a.terms.yaml", text, period: {} })).toBeNull();
  expect(MAX_FRAGMENT).toBe(8192);
});

test("any other fragment holds no draft", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (rest) => {
      expect(await parseFragment(rest)).toBeNull();
      expect(await parseFragment(`#t=${rest}`)).toBeNull();
    }),
  );
});
