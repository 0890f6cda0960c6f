// The place of what is on its way, at its true height; no spinner, no flash of zero.
import { useLingui } from "@lingui/react";
import styles from "./skeleton.module.css";

/** `lines` rows of text are coming. */
export function Skeleton({ lines }: { lines: number }) {
  const { i18n } = useLingui();
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{i18n._("loading", {}, { message: "Loading" })}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  );
}
