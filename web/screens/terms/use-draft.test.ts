// The state of a draft: only what was found of the very text in the editor is current, and only that text may be kept.
import { expect, test } from "vitest";
import type { DraftCheck } from "../../../src/report/draft-check.ts";
import { editsSince, isSound, openDraft, withCheck } from "./use-draft.ts";

function check(text: string, severity?: "error" | "warning"): DraftCheck {
  const problems =
    severity === undefined ? [] : [{ code: "T101", severity, message: "a", at: null } as const];
  const reading = severity === "error" ? null : { version: "sha256:0", sentences: [] };
  return { text, problems, reading };
}

const edited = (text: string, edits: number, from = openDraft("a")) => ({ ...from, text, edits });

test("a text that was not checked yet is not sound", () => {
  expect(isSound(openDraft("a"))).toBe(false);
  expect(isSound(withCheck(openDraft("a"), check("a")))).toBe(true);
});

test("a check of another text changes nothing", () => {
  const state = edited("ab", 1);
  expect(withCheck(state, check("a"))).toBe(state);
});

test("an error stops the text from being kept, a warning does not", () => {
  expect(isSound(withCheck(openDraft("a"), check("a", "error")))).toBe(false);
  expect(isSound(withCheck(openDraft("a"), check("a", "warning")))).toBe(true);
});

test("after an error the last sound reading stays, and says how many edits ago it was", () => {
  const sound = withCheck(openDraft("a"), check("a"));
  const broken = withCheck(edited("abc", 3, sound), check("abc", "error"));
  expect(broken.reading?.check.text).toBe("a");
  expect(editsSince(broken, broken.reading)).toBe(3);
  expect(editsSince(broken, broken.checked)).toBe(0);
});

test("what is typed and taken back is of the text as it stands again", () => {
  const sound = withCheck(openDraft("a"), check("a"));
  expect(editsSince(edited("ab", 1, sound), sound.checked)).toBe(1);
  expect(editsSince(edited("a", 2, sound), sound.checked)).toBe(0);
  expect(isSound(edited("ab", 1, sound))).toBe(false);
});
