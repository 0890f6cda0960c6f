// Whether the window is too narrow for two skins of a text: then the form alone is shown.
import { useSyncExternalStore } from "react";

const NARROW = "(max-width: 40rem)";

/** Follows the window. */
export function useNarrow(): boolean {
  return useSyncExternalStore(listen, () => matchMedia(NARROW).matches);
}

function listen(changed: () => void): () => void {
  const media = matchMedia(NARROW);
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}
