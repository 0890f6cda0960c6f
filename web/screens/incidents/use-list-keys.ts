// Keys of the list (WEB 4). They never act while a field, a menu or a dialog has the focus, nor with Ctrl, Alt or Cmd held.
import { useEffect, useState } from "react";
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import { readSingleKeys } from "../../app/taste.ts";

interface KeyOptions {
  readonly rows: readonly ListedIncident[];
  /** The incident in preview. */
  readonly selected: string | null;
  readonly select: (id: string | null) => void;
  readonly pick: (id: string) => void;
}

/** Where the keyboard is: -1 before the first move. */
interface Cursor {
  readonly index: number;
  readonly moves: number;
}

/** Listens while the list is shown, unless single keys are turned off (the list of keys at "?" does that). */
export function useListKeys(options: KeyOptions): Cursor {
  const [cursor, setCursor] = useState<Cursor>({ index: -1, moves: 0 });
  const { rows, selected, select, pick } = options;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!readSingleKeys() || isTaken(event)) return;
      const focused = rows.findIndex(({ id }) => id === rowOf(event.target));
      const at = focused === -1 ? cursor.index : focused;
      const id = rows[at]?.id;
      const move = (to: number) => {
        const index = Math.max(0, Math.min(rows.length - 1, to));
        setCursor(({ moves }) => ({ index, moves: moves + 1 }));
        if (selected !== null) select(rows[index]?.id ?? null);
      };
      if (event.key === "j") move(at + 1);
      else if (event.key === "k") move(at - 1);
      else if (event.key === "x" && id !== undefined) pick(id);
      else if (event.key === " " && focused !== -1 && id !== undefined) {
        select(id === selected ? null : id);
      } else if (event.key === "Escape" && selected !== null) select(null);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [rows, selected, select, pick, cursor.index]);
  return cursor;
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return true;
  const { target } = event;
  if (!(target instanceof Element)) return false;
  return target.closest("input, select, textarea, [role=menu], [role=dialog]") !== null;
}

/** The id of the row that the focused link leads from. */
function rowOf(target: EventTarget | null): string | null {
  return target instanceof HTMLElement ? (target.dataset["row"] ?? null) : null;
}
