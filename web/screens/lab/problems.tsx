// What is wrong with the text at hand, by line and column; each leads to its place in the editor.
import { useLingui } from "@lingui/react";
import type { Problem, Span } from "../../../src/model/problem.ts";
import { useSeverityWords } from "../../words/severity-words.ts";
import styles from "./lab.module.css";

interface ProblemsProps {
  /** Null while the text is being read. */
  readonly problems: readonly Problem[] | null;
  /** Leads to a place in the source; null where the source is not shown. */
  readonly open: ((at: Span) => void) | null;
}

/** The messages are the checker's own words, which are English. */
export function Problems({ problems, open }: ProblemsProps) {
  const { i18n } = useLingui();
  const severityName = useSeverityWords();
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
            <Place problem={problem} open={open} /> <b>{severityName(problem.severity)}</b>{" "}
            <span className="mono">{problem.code}</span>{" "}
            <span lang="en">
              {problem.message}
              {problem.help === undefined ? null : <em> {problem.help}</em>}
            </span>
            {problem.counterexample === undefined ? null : (
              <small>
                {" "}
                {i18n._("lab.for-instance", {}, { message: "For instance:" })}{" "}
                <span lang="en">{problem.counterexample}</span>
              </small>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Place({ problem: { at }, open }: { problem: Problem; open: ProblemsProps["open"] }) {
  const { i18n } = useLingui();
  if (at === null) return null;
  const { line, column } = at;
  const words = i18n._("lab.place", { line, column }, { message: "line {line}, column {column}" });
  if (open === null) return words;
  return (
    <button type="button" className={styles.place} onClick={() => open(at)}>
      {words}
    </button>
  );
}
