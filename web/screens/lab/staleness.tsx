// Whether the figures are those of the text at hand: said in words, and in a line of constant height so that nothing jumps.
import { useLingui } from "@lingui/react";
import type { Freshness } from "./lab-state.ts";
import styles from "./lab.module.css";

/** Told to those who hear the page, too. */
export function Staleness({ fresh }: { fresh: Freshness }) {
  const { i18n } = useLingui();
  const words = () => {
    switch (fresh.kind) {
      case "none":
        return i18n._("lab.fresh.none", {}, { message: "No figures yet." });
      case "current":
        return i18n._(
          "lab.fresh.current",
          {},
          { message: "These figures are those of the text as it stands." },
        );
      case "older":
        return i18n._(
          `lab.fresh.older`,
          { n: fresh.edits },
          {
            message:
              "These figures are those of an older text, {n, plural, one {# edit} other {# edits}} ago.",
          },
        );
      default:
        return fresh satisfies never;
    }
  };
  return (
    <p className={styles.fresh} role="status" data-fresh={fresh.kind}>
      {words()}
    </p>
  );
}
