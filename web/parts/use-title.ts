// The document's title: what the tab, the history and a printout are called.
import { useEffect } from "react";

/** Sets it while the screen is shown. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Truceline`;
  }, [title]);
}
