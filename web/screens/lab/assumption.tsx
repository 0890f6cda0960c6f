// What every figure of the lab assumes, and what the record's counts are worth. It cannot be closed.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import styles from "./lab.module.css";

/** Stands above the figures, on paper too. */
export function Assumption() {
  const { i18n } = useLingui();
  const { card } = useCase();
  return (
    <div className={styles.assumption} role="note">
      <p>
        {i18n._(
          "lab.assumption",
          {},
          {
            message:
              "This assumes that the same incidents would have happened: it says how a text would judge them, not how anybody would have acted under it.",
          },
        )}
      </p>
      <p className={styles.caveat} lang="en">
        {card.caveat}
      </p>
    </div>
  );
}
