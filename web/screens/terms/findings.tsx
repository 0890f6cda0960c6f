// What the checker says: beside the part it is about, or below for the text as a whole; each with its code, its words, and a
// situation that shows it.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { TextFinding } from "../../../src/report/terms-page.ts";
import { usePrinting } from "../../parts/use-printing.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { useSeverityWords } from "../../words/severity-words.ts";
import styles from "./findings.module.css";

/** Folded where it holds notes only; nothing where there is none. */
export function Findings({ findings }: { findings: readonly TextFinding[] }) {
  const { i18n } = useLingui();
  const isPrinting = usePrinting();
  if (findings.length === 0) return null;
  const isGrave = findings.some(({ severity }) => severity !== "info");
  return (
    <details className={styles.findings} open={isGrave || isPrinting}>
      <summary>
        {i18n._(
          "terms.findings-here",
          { n: findings.length },
          { message: "{n, plural, one {# finding} other {# findings}}" },
        )}
      </summary>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.line} ${finding.column} ${finding.message}`}>
            <Finding finding={finding} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Those that belong to no article: of the head of the file, or of the text as a whole. */
export function WholeFindings({ text }: { text: TextAnswer }) {
  const { i18n } = useLingui();
  const shown = text.articles.flatMap(({ parts }) => parts);
  const whole = text.findings.filter(
    ({ part }) => !shown.some((one) => part === one || part?.startsWith(`${one}/`) === true),
  );
  if (whole.length === 0) return null;
  return (
    <section aria-labelledby="findings">
      <h2 id="findings">
        {i18n._("terms.findings-whole", {}, { message: "Findings about the text as a whole" })}
      </h2>
      <Findings findings={whole} />
    </section>
  );
}

/** All of them counted by weight. */
export function FindingCount({ findings }: { findings: readonly TextFinding[] }) {
  const { i18n } = useLingui();
  const count = (severity: TextFinding["severity"]) =>
    findings.filter((one) => one.severity === severity).length;
  return (
    <span className={styles.count} data-findings={findings.length}>
      {i18n._(
        "terms.findings",
        { errors: count("error"), warnings: count("warning"), notes: count("info") },
        {
          message:
            "The checker finds {errors, plural, one {# error} other {# errors}}, {warnings, plural, one {# warning} other {# warnings}}, {notes, plural, one {# note} other {# notes}}.",
        },
      )}
    </span>
  );
}

function Finding({ finding }: { finding: TextFinding }) {
  const { i18n } = useLingui();
  const severityWords = useSeverityWords();
  const { code, severity, message, help, counterexample, line, column } = finding;
  return (
    <>
      <p data-severity={severity}>
        <b>{severityWords(severity)}</b> <span className="mono">{code}</span>{" "}
        <span lang="en">{message}</span>
      </p>
      {help === null ? null : <p lang="en">{help}</p>}
      {counterexample === null ? null : (
        <p>
          {i18n._("terms.for-instance", {}, { message: "For instance:" })}{" "}
          <span lang="en">{counterexample}</span>
        </p>
      )}
      <p className={styles.place}>
        {i18n._("terms.place", { line, column }, { message: "line {line}, column {column}" })}
        {" · "}
        <About code={code} />
      </p>
    </>
  );
}

/** The opening of the code's own page (docs/lint), fetched when asked for. */
function About({ code }: { code: string }) {
  const { i18n } = useLingui();
  const [page, setPage] = useState<string | null>(null);
  const show = async () => {
    const { lintPage } = await import("./lint-pages.ts");
    setPage(lintPage(code));
  };
  if (page !== null) return <span lang="en">{page}</span>;
  return (
    <button type="button" className={styles.about} onClick={() => void show()}>
      {i18n._("terms.about-code", { code }, { message: "What {code} means" })}
    </button>
  );
}
