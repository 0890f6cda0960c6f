// The list's own keys, in words; those of every screen, and the switch that turns them off, are at "?".
import { useLingui } from "@lingui/react";
import styles from "./incidents.module.css";

/** Folded away until asked for. */
export function KeysHelp() {
  const { i18n } = useLingui();
  const keys: readonly (readonly [string, string])[] = [
    ["j k", i18n._("list.keys.rows", {}, { message: "next and previous row" })],
    ["Enter", i18n._("list.keys.open", {}, { message: "open the incident" })],
    ["Space", i18n._("list.keys.preview", {}, { message: "show or hide the preview" })],
    ["x", i18n._("list.keys.pick", {}, { message: "pick the row" })],
    ["?", i18n._("list.keys.more", {}, { message: "all keys, and turning them off" })],
    ["Esc", i18n._("list.keys.close", {}, { message: "close the preview" })],
  ];
  return (
    <details className={styles.keys}>
      <summary>{i18n._("list.keys.title", {}, { message: "Keys" })}</summary>
      <ul>
        {keys.map(([key, does]) => (
          <li key={key}>
            <kbd>{key}</kbd> {does}
          </li>
        ))}
      </ul>
    </details>
  );
}
