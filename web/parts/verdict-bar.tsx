// Verdicts of all incidents as one bar: violation, undetermined, conflict, not covered, so that the hatch ends at "at most".
import { useLingui } from "@lingui/react";
import type { Totals } from "../../src/assess/verdict.ts";
import { VerdictMark } from "./verdict-mark.tsx";
import { useVerdictWords } from "../words/verdict-words.ts";
import styles from "./verdict-bar.module.css";

/** One bar, with a sentence that says the same. Widths are shares of all incidents counted. */
export function VerdictBar({ totals }: { totals: Totals }) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  const parts = barParts(totals).filter((part) => part.count > 0);
  const spoken = parts
    .map(({ verdict, count }) => `${words.verdict(verdict)}: ${count}`)
    .join("; ");
  const label = i18n._(
    "bar.label",
    { parts: spoken, all: totals.incidents },
    {
      message: "Of {all} incidents: {parts}",
    },
  );
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      {parts.map(({ verdict, count }) => (
        <span key={verdict} data-verdict={verdict} style={{ flexGrow: count }} />
      ))}
    </div>
  );
}

/** Undetermined incidents that may be violations are hatched; those that surely are none but conflict stand apart. */
function barParts(totals: Totals) {
  const { facts, text, both } = totals.undetermined;
  return [
    { verdict: "violation", count: totals.violation },
    { verdict: "undetermined", count: facts + text + both },
    { verdict: "conflict", count: totals.conflict },
    { verdict: "not-covered", count: totals.notCovered },
  ] as const;
}

/** What the patterns and marks mean, once for all bars. */
export function Legend() {
  const words = useVerdictWords();
  return (
    <ul className={styles.legend}>
      {(["violation", "undetermined", "conflict", "not-covered"] as const).map((verdict) => (
        <li key={verdict}>
          <VerdictMark mark={verdict} />
          <span className={styles.key} data-verdict={verdict} aria-hidden="true" />
          {words.verdict(verdict)}
        </li>
      ))}
    </ul>
  );
}
