// What is wrong with the case's files: before anything else on its first page, for no figure may pass for whole.
import { useLingui } from "@lingui/react";
import type { HomeAnswer } from "../../source/record-source.ts";
import styles from "./case-home.module.css";

/** Nothing when the files are sound. The messages are the program's own and stay in English. */
export function CaseProblems({ problems }: Pick<HomeAnswer, "problems">) {
  const { i18n } = useLingui();
  if (problems.length === 0) return null;
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return (
    <section className={styles.problems} aria-labelledby="problems" data-part="problems">
      <h2 id="problems">
        {i18n._("home.problems", {}, { message: "The case’s files have problems" })}
      </h2>
      <p>
        {errors === 0
          ? i18n._(
              "home.problems.none-left-out",
              {},
              { message: "Nothing is left out because of them." },
            )
          : i18n._(
              "home.problems.left-out",
              { errors },
              {
                message:
                  "{errors, plural, one {# error. What it touches} other {# errors. What they touch}} is left out of every figure.",
              },
            )}
      </p>
      <ul lang="en">
        {problems.map(({ code, message, place, help }) => (
          <li key={`${code} ${place} ${message}`}>
            <span className="mono">{code}</span> {message}
            {help === null ? null : <em> {help}</em>}
            {place === null ? null : <span className="mono"> {place}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
