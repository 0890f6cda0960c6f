// Listens for keys and opens what they ask for: the list of keys, the palette, a screen. The dialogs load when first opened.
import { useNavigate } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { keyStep } from "./keys.ts";
import type { KeyAction, PressKey } from "./keys.ts";
import { keepSingleKeys, readSingleKeys } from "./taste.ts";

const KeyList = lazy(() => import("./key-list.tsx").then((one) => ({ default: one.KeyList })));
const Palette = lazy(() => import("./palette.tsx").then((one) => ({ default: one.Palette })));

/** The dialog that is open. */
export type ShownDialog = "help" | "palette" | null;

interface KeyDialogsProps {
  /** Null before a case is chosen: then only the list of keys opens. */
  readonly caseId: string | null;
  readonly shown: ShownDialog;
  readonly show: (dialog: ShownDialog) => void;
}

/** Focus returns to where it was. */
export function KeyDialogs({ caseId, shown, show }: KeyDialogsProps) {
  const navigate = useNavigate();
  const [singleKeys, setSingleKeys] = useState(readSingleKeys);
  const waiting = useRef(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isModifier(event.key)) return;
      const before = { ctrlOrMeta: event.ctrlKey || event.metaKey, alt: event.altKey };
      const press = { ...before, key: event.key, typing: isTyping(event.target) };
      const step = keyStep(waiting.current, press, singleKeys);
      waiting.current = step.waiting;
      if (step.action !== null && run(step.action)) event.preventDefault();
    };
    const run = (action: KeyAction): boolean => {
      if (action.kind === "help") show("help");
      else if (action.kind === "press") return pressMarked(action.key);
      else if (caseId === null) return false;
      else if (action.kind === "palette") show("palette");
      else void navigate({ to: action.to, params: { case: caseId } });
      return true;
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [caseId, navigate, show, singleKeys]);
  const close = () => show(null);
  const choose = (on: boolean) => {
    keepSingleKeys(on);
    setSingleKeys(on);
  };
  return (
    <Suspense>
      {shown === "help" ? (
        <KeyList singleKeys={singleKeys} choose={choose} close={close} />
      ) : shown === "palette" ? (
        <Palette close={close} />
      ) : null}
    </Suspense>
  );
}

/** Fields focus, everything else is pressed. */
function pressMarked(key: PressKey): boolean {
  const marked = document.querySelector<HTMLElement>(`[aria-keyshortcuts="${key}"]`);
  if (marked === null) return false;
  if (marked.matches("input, textarea, select")) marked.focus();
  else marked.click();
  return true;
}

function isModifier(key: string): boolean {
  return key === "Shift" || key === "Control" || key === "Meta" || key === "Alt";
}

/** Where letters mean something already: fields, lists that search by letter, open dialogs. */
function isTyping(target: EventTarget | null): boolean {
  const taken = "input, textarea, select, [contenteditable], [role=dialog], [role=listbox]";
  return target instanceof Element && target.closest(taken) !== null;
}
