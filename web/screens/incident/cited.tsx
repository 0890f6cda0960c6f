// The sources of a meeting or a text; many are folded under their number, and are all there on paper.
import { useLingui } from "@lingui/react";
import type { CitedSource } from "../../../src/report/talk-lines.ts";
import { SourceLine } from "../../parts/source-line.tsx";
import { usePrinting } from "../../parts/use-printing.ts";
import styles from "./same-day.module.css";

const OPEN_SOURCES = 2;

/** In the order of the record. */
export function Cited({ sources }: { sources: readonly CitedSource[] }) {
  const { i18n } = useLingui();
  const isPrinting = usePrinting();
  const list = (
    <ul className={styles.cited}>
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} />
          {source.quote === null ? null : <q lang="en">{source.quote}</q>}
        </li>
      ))}
    </ul>
  );
  if (sources.length <= OPEN_SOURCES) return list;
  return (
    <details className={styles.quiet} open={isPrinting}>
      <summary className={styles.summary}>
        {i18n._(
          "cited.count",
          { n: sources.length },
          { message: "{n, plural, one {# source} other {# sources}}" },
        )}
      </summary>
      {list}
    </details>
  );
}
