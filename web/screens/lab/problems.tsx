// What is wrong with the text at hand, by line and column; each leads to its place in the editor.
import { useLingui } from "@lingui/react";
import type { Problem } from "../../../src/model/problem.ts";
import { EDITOR_ID, goTo } from "./editor-places.ts";
import styles from "./lab.module.css";

/** Null while the text is being read. The messages are the checker's own words. */
export function Problems({ problems }: { problems: readonly Problem[] | null }) {
  const { i18n } = useLingui();
  return (
    <section aria-labelledby="problems" className={styles.problems}>
      <h3 id="problems">{i18n._("lab.problems", {}, { message: "Problems" })}</h3>
      {problems === null || problems.length > 0 ? null : (
        <p>{i18n._("lab.problems.none", {}, { message: "None." })}</p>
      )}
      <ul>
        {(problems ?? []).map((problem, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- problems have no ids and may be equal
          <li key={index} data-severity={problem.severity}>
            <Place problem={problem} />{" "}
            <span lang="en">
              <b>{problem.severity}</b> <span className="mono">{problem.code}</span>{" "}
              {problem.message}
              {problem.help === undefined ? null : <em> {problem.help}</em>}
              {problem.counterexample === undefined ? null : (
                <small> For instance: {problem.counterexample}</small>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ problem: { at } }: { problem: Problem }) {
  const { i18n } = useLingui();
  if (at === null) return null;
  const { line, column } = at;
  return (
    <button
      type="button"
      aria-controls={EDITOR_ID}
      className={styles.place}
      onClick={() => goTo(at)}
    >
      {i18n._("lab.place", { line, column }, { message: "line {line}, column {column}" })}
    </button>
  );
}
