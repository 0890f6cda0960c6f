// Listens for keys and opens what they ask for: the list of keys, the palette, a screen. The dialogs load when first opened.
import { useNavigate } from "@tanstack/react-router";
import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { keyStep } from "./keys.ts";
import type { KeyAction, PressKey } from "./keys.ts";
import { keepSingleKeys, readSingleKeys } from "./taste.ts";

const KeyList = lazy(() => import("./key-list.tsx").then((one) => ({ default: one.KeyList })));
const Palette = lazy(() => import("./palette.tsx").then((one) => ({ default: one.Palette })));

/** `caseId` is null before a case is chosen: then only the list of keys opens. Focus returns to where it was. */
export function KeyDialogs({ caseId }: { caseId: string | null }) {
  const navigate = useNavigate();
  const [open, setOpen] = useState<"help" | "palette" | null>(null);
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
      if (action.kind === "help") setOpen("help");
      else if (action.kind === "press") return pressMarked(action.key);
      else if (caseId === null) return false;
      else if (action.kind === "palette") setOpen("palette");
      else void navigate({ to: action.to, params: { case: caseId } });
      return true;
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [caseId, navigate, singleKeys]);
  const close = () => setOpen(null);
  const choose = (on: boolean) => {
    keepSingleKeys(on);
    setSingleKeys(on);
  };
  return (
    <Suspense>
      {open === "help" ? (
        <KeyList singleKeys={singleKeys} choose={choose} close={close} />
      ) : open === "palette" ? (
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
