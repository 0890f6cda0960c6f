// Every publication of the record: outlet, its side, day, address. Folded on screen, whole on paper.
import { useLingui } from "@lingui/react";
import { useEffect, useState } from "react";
import { SourceLine } from "../../parts/source-line.tsx";
import type { HomeAnswer } from "../../source/record-source.ts";
import styles from "./case-home.module.css";

/** In id order. */
export function CaseSources({ sources }: Pick<HomeAnswer, "sources">) {
  const { i18n } = useLingui();
  const [open, setOpen] = useState(false);
  useOpenForPaperAndLink(setOpen);
  return (
    <section id="sources" tabIndex={-1} className={styles.sources}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2>{i18n._("sources.title", {}, { message: "Sources" })}</h2>{" "}
          {i18n._(
            "home.sources.count",
            { n: sources.length },
            { message: "{n, plural, one {# publication} other {# publications}}" },
          )}
        </summary>
        <ul>
          {sources.map((source) => (
            <li key={source.id}>
              <SourceLine source={source} />
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** A link to `#sources` and the printer both mean the list, not its heading. */
function useOpenForPaperAndLink(setOpen: (open: boolean) => void): void {
  useEffect(() => {
    const follow = () => {
      if (window.location.hash === "#sources") setOpen(true);
    };
    const unfold = () => setOpen(true);
    follow();
    window.addEventListener("hashchange", follow);
    window.addEventListener("beforeprint", unfold);
    return () => {
      window.removeEventListener("hashchange", follow);
      window.removeEventListener("beforeprint", unfold);
    };
  }, [setOpen]);
}
