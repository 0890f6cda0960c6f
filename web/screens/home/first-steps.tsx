// A case without texts or incidents: what is missing and what to do.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { HomeAnswer } from "../../source/record-source.ts";
import styles from "./case-home.module.css";

/** Shown only where something is missing. */
export function FirstSteps({ coverage }: Pick<HomeAnswer, "coverage">) {
  const { i18n } = useLingui();
  const { card } = useCase();
  return (
    <section className={styles.steps} data-part="first-steps">
      <h2>{i18n._("home.empty", {}, { message: "Nothing can be counted yet" })}</h2>
      <ul>
        {coverage.instruments > 0 ? null : (
          <li>
            {i18n._(
              "home.empty.texts",
              {},
              { message: "No text is in this case. Write one into its folder terms." },
            )}
          </li>
        )}
        {coverage.incidents > 0 ? null : (
          <li>
            {i18n._(
              "home.empty.incidents",
              {},
              {
                message:
                  "No incident is on record, which does not say that nothing happened. Write them into record/incidents.yaml.",
              },
            )}
          </li>
        )}
        <li>
          {i18n._("home.empty.check", {}, { message: "Then check the folder and serve it again:" })}{" "}
          <code>truceline check {card.id}</code>
        </li>
      </ul>
    </section>
  );
}
