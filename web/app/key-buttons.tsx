// What keys open, for those who use a mouse or a finger: the palette and the list of keys.
import { useLingui } from "@lingui/react";
import type { ShownDialog } from "./key-dialogs.tsx";
import styles from "./shell.module.css";

interface KeyButtonsProps {
  /** Null before a case is chosen: there is nothing to go to. */
  readonly caseId: string | null;
  readonly show: (dialog: ShownDialog) => void;
}

/** Two buttons; each names its key to those who hear it. */
export function KeyButtons({ caseId, show }: KeyButtonsProps) {
  const { i18n } = useLingui();
  return (
    <>
      {caseId === null ? null : (
        <button
          type="button"
          className={styles.control}
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => show("palette")}
        >
          {i18n._("palette.title", {}, { message: "Go to" })}
        </button>
      )}
      <button
        type="button"
        className={styles.control}
        aria-keyshortcuts="?"
        onClick={() => show("help")}
      >
        {i18n._("keys.title", {}, { message: "Keys" })}
      </button>
    </>
  );
}
