// Giving a draft to somebody: as a file, as the result that the shell would print, or as a link that holds the text itself.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { freshness, mismatchOf } from "./lab-state.ts";
import type { LabState } from "./lab-state.ts";
import { MAX_FRAGMENT, printFragment } from "./text-link.ts";
import styles from "./lab.module.css";

/** Nothing is given away before somebody presses. */
export function Share({ state }: { state: LabState }) {
  const { i18n } = useLingui();
  const [link, setLink] = useState<{ readonly hash: string; readonly href: string | null } | null>(
    null,
  );
  const { draft, shown, hash } = state;
  const isCurrent = freshness(state).kind === "current" && mismatchOf(state) === null;
  const makeLink = async () => {
    const fragment = await printFragment(draft);
    const { origin, pathname } = globalThis.location;
    setLink({ hash, href: fragment === null ? null : `${origin}${pathname}${fragment}` });
  };
  return (
    <div className={styles.share}>
      <button type="button" className={styles.button} onClick={() => save(draft.name, draft.text)}>
        {i18n._("lab.save-text", {}, { message: "Save the text" })}
      </button>
      <button
        type="button"
        className={styles.button}
        aria-disabled={!isCurrent}
        onClick={() => {
          if (isCurrent && shown !== null) save("what-if.json", shown.figures.printed);
        }}
      >
        {i18n._("lab.save-result", {}, { message: "Save the result" })}
      </button>
      <button type="button" className={styles.button} onClick={() => void makeLink()}>
        {i18n._("lab.link", {}, { message: "Make a link" })}
      </button>
      {link === null || link.hash !== hash ? null : <Link href={link.href} />}
    </div>
  );
}

function Link({ href }: { href: string | null }) {
  const { i18n } = useLingui();
  if (href === null) {
    return (
      <p role="status">
        {i18n._(
          "lab.link.long",
          { n: MAX_FRAGMENT },
          { message: "Too long for a link (at most {n} characters): save the text instead." },
        )}
      </p>
    );
  }
  return (
    <label>
      {i18n._(
        "lab.link.holds",
        {},
        {
          message: "This link holds the whole text; whoever has it can read it. No server sees it.",
        },
      )}
      <input readOnly value={href} onFocus={(event) => event.target.select()} />
    </label>
  );
}

function save(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.download = name;
  anchor.click();
  URL.revokeObjectURL(href);
}
