// From one change to the next: buttons, and the keys n and p.
import { useLingui } from "@lingui/react";
import styles from "./compare.module.css";

/** Focus goes to the change, and the page with it. */
export function ChangeKeys() {
  const { i18n } = useLingui();
  return (
    <span className={styles.keys}>
      <button type="button" className={styles.button} aria-keyshortcuts="p" onClick={() => go(-1)}>
        {i18n._("diff.previous", {}, { message: "Previous change" })}
      </button>
      <button type="button" className={styles.button} aria-keyshortcuts="n" onClick={() => go(1)}>
        {i18n._("diff.next", {}, { message: "Next change" })}
      </button>
    </span>
  );
}

function go(step: 1 | -1): void {
  const changes = [...document.querySelectorAll<HTMLElement>("[data-change]")];
  const lit = changes.findIndex((one) => one.dataset["lit"] === "true");
  const from = lit === -1 && step === -1 ? changes.length : lit;
  const next = changes[from + step];
  if (next === undefined) return;
  for (const one of changes) delete one.dataset["lit"];
  next.dataset["lit"] = "true";
  next.focus();
}
