// Which incident pointer or focus is on, shared by map, strip and list; only who shows that one is drawn anew. Never in the address.
import { useSyncExternalStore } from "react";

/** One for each screen that has several views of the same incidents. */
export interface Pointed {
  readonly now: () => string | null;
  readonly point: (id: string | null) => void;
  readonly listen: (changed: () => void) => () => void;
}

/** Points at nothing yet. */
export function createPointed(): Pointed {
  let id: string | null = null;
  const listeners = new Set<() => void>();
  return {
    now: () => id,
    point: (next) => {
      if (next === id) return;
      id = next;
      for (const changed of listeners) changed();
    },
    listen: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** The id pointed at. */
export function usePointedId({ listen, now }: Pointed): string | null {
  return useSyncExternalStore(listen, now);
}

/** Whether this one is pointed at. */
export function useIsPointed({ listen, now }: Pointed, id: string): boolean {
  return useSyncExternalStore(listen, () => now() === id);
}
