// Setting a candidate aside to compare others with it.
import { useLingui } from "@lingui/react";
import type { Dispatch } from "react";
import { MAX_PINNED, canPin } from "./lab-state.ts";
import type { LabEvent, LabState } from "./lab-state.ts";
import styles from "./lab.module.css";

/** A button and how many more there may be. */
export function Pins({ state, dispatch }: { state: LabState; dispatch: Dispatch<LabEvent> }) {
  const { i18n } = useLingui();
  return (
    <p className={styles.pins}>
      <button
        type="button"
        className={styles.button}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        aria-disabled={!canPin(state)}
        onClick={() => dispatch({ kind: "pin" })}
      >
        {i18n._("lab.pin", {}, { message: "Pin this text" })}
      </button>{" "}
      <kbd>Ctrl/⌘ Enter</kbd>{" "}
      {i18n._(
        "lab.pinned",
        { n: state.pinned.length, most: MAX_PINNED },
        { message: "{n} of {most} pinned" },
      )}
    </p>
  );
}
