// Keys of the whole app as a pure step from key to action: two-key sequences, where typing must not be disturbed, switched off.
import type { ScreenPath } from "./screens.ts";
import { SCREENS } from "./screens.ts";

/** What a key asks for. `press`: the element on screen whose aria-keyshortcuts names that key. */
export type KeyAction =
  | { readonly kind: "help" }
  | { readonly kind: "palette" }
  | { readonly kind: "go"; readonly to: ScreenPath }
  | { readonly kind: "press"; readonly key: PressKey };

// Keys that press or focus the one thing on screen that is marked with them.
const PRESS_KEYS = [
  "/",
  "c",
  "e",
  "l",
  "n",
  "p",
  "v",
  "[",
  "]",
  "1",
  "2",
  "3",
  "4",
  "5",
  "6",
  "7",
  "8",
  "9",
] as const;
export type PressKey = (typeof PRESS_KEYS)[number];

export interface KeyPress {
  readonly key: string;
  readonly ctrlOrMeta: boolean;
  readonly alt: boolean;
  /** The focus is where text is typed or a choice is made by letters. */
  readonly typing: boolean;
}

export interface KeyStep {
  /** `g` was pressed and waits for the letter of a screen. */
  readonly waiting: boolean;
  readonly action: KeyAction | null;
}

/** One key. Keys with a modifier belong to the browser, Ctrl/Cmd K alone apart. */
export function keyStep(waiting: boolean, press: KeyPress, singleKeys: boolean): KeyStep {
  const { key, ctrlOrMeta, alt, typing } = press;
  if (ctrlOrMeta && !alt && key.toLowerCase() === "k") return act({ kind: "palette" });
  if (ctrlOrMeta || alt || typing || !singleKeys) return NOTHING;
  if (waiting) {
    const screen = SCREENS.find((one) => one.key === key);
    return screen === undefined ? NOTHING : act({ kind: "go", to: screen.to });
  }
  if (key === "g") return { waiting: true, action: null };
  if (key === "?") return act({ kind: "help" });
  const pressed = PRESS_KEYS.find((one) => one === key);
  return pressed === undefined ? NOTHING : act({ kind: "press", key: pressed });
}

const NOTHING: KeyStep = { waiting: false, action: null };

function act(action: KeyAction): KeyStep {
  return { waiting: false, action };
}
