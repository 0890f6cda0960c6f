// What a key does, and where it must do nothing.
import { describe, expect, test } from "vitest";
import { keyStep } from "./keys.ts";
import type { KeyPress } from "./keys.ts";
import { SCREENS } from "./screens.ts";

function press(key: string, more: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlOrMeta: false, alt: false, typing: false, ...more };
}

describe("a key", () => {
  test("g and a letter go to a screen; each screen has a letter of its own", () => {
    expect(keyStep(false, press("g"), true)).toEqual({ waiting: true, action: null });
    for (const { key, to } of SCREENS) {
      expect(keyStep(true, press(key), true).action).toEqual({ kind: "go", to });
    }
    expect(new Set(SCREENS.map(({ key }) => key)).size).toBe(SCREENS.length);
    expect(keyStep(true, press("x"), true)).toEqual({ waiting: false, action: null });
  });

  test.each([
    ["?", { kind: "help" }],
    ["/", { kind: "press", key: "/" }],
    ["c", { kind: "press", key: "c" }],
    ["e", { kind: "press", key: "e" }],
    ["1", { kind: "press", key: "1" }],
    ["0", null],
    ["x", null],
  ] as const)("%s", (key, action) => {
    expect(keyStep(false, press(key), true).action).toEqual(action);
  });

  test("does nothing while somebody types, and nothing when single keys are off", () => {
    for (const key of ["?", "g", "/", "c", "e", "3"]) {
      expect(keyStep(false, press(key, { typing: true }), true).action).toBeNull();
      expect(keyStep(false, press(key), false)).toEqual({ waiting: false, action: null });
    }
  });

  test("with a modifier is the browser's own, Ctrl K apart, which also works with single keys off", () => {
    expect(keyStep(false, press("c", { ctrlOrMeta: true }), true).action).toBeNull();
    expect(keyStep(false, press("e", { alt: true }), true).action).toBeNull();
    const palette = { kind: "palette" };
    expect(keyStep(false, press("k", { ctrlOrMeta: true, typing: true }), false).action).toEqual(
      palette,
    );
  });
});
