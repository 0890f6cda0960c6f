// Whether the figures are those of the text at hand: said in words, and in a line of constant height so that nothing jumps.
import { useLingui } from "@lingui/react";
import { freshness } from "./lab-state.ts";
import type { LabState } from "./lab-state.ts";
import styles from "./lab.module.css";

/** Told to those who hear the page, too. */
export function Staleness({ state }: { state: LabState }) {
  const { i18n } = useLingui();
  const fresh = freshness(state);
  const { recheck, hash } = state;
  const isReread = fresh.kind === "current" && recheck?.hash === hash;
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
    <p className={styles.fresh}>
      <span role="status" data-fresh={fresh.kind}>
        {words()}
      </span>{" "}
      {isReread ? (
        <span data-reread={recheck.verdicts}>
          {i18n._(
            "lab.reread",
            { n: recheck.verdicts },
            {
              message:
                "The plain judge read {n, plural, one {# verdict} other {# verdicts}} again and says the same.",
            },
          )}
        </span>
      ) : null}
    </p>
  );
}
