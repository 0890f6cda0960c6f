// Verdict patterns: which answers occur together, and how often; glyphs in card order.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { Pattern } from "../../../src/report/patterns.ts";
import { useCase } from "../../app/case-frame.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { PriceParts } from "./cards.tsx";
import { patternKinds } from "./pattern-kinds.ts";
import { ViewLink } from "./view-link.tsx";
import styles from "./lists.module.css";

const SHOWN = 12;
/** Twelve at first. Whole-night totals are in none. */
export function Patterns({ answer, cards, view }: PriceParts) {
  const { i18n } = useLingui();
  const [isAll, setAll] = useState(false);
  const { patterns } = answer;
  const shown = isAll ? patterns : patterns.slice(0, SHOWN);
  const most = patterns[0]?.incidents ?? 1;
  return (
    <section aria-labelledby="patterns" className={styles.patterns}>
      <h2 id="patterns">{i18n._("patterns.title", {}, { message: "Patterns of answers" })}</h2>
      <p className={styles.order}>{cards.map(({ short }) => short).join(" · ")}</p>
      <ul>
        {shown.map((pattern) => (
          <PatternRow
            key={pattern.letters}
            pattern={pattern}
            most={most}
            parts={{ answer, cards, view }}
          />
        ))}
      </ul>
      {patterns.length > SHOWN && !isAll ? (
        <button type="button" className={styles.showMore} onClick={() => setAll(true)}>
          {i18n._("patterns.more", { n: patterns.length - SHOWN }, { message: "{n} more" })}
        </button>
      ) : null}
    </section>
  );
}

interface PatternRowProps {
  readonly pattern: Pattern;
  readonly most: number;
  readonly parts: PriceParts;
}

function PatternRow({ pattern, most, parts: { answer, cards, view } }: PatternRowProps) {
  const words = useVerdictWords();
  const { names } = useCase();
  const isOn = view.pattern === pattern.letters;
  const kinds = patternKinds(pattern.letters, { answer, cards });
  const spoken = kinds.map(({ short, kind }) => `${short}: ${words.verdict(kind)}`).join("; ");
  return (
    <li>
      <ViewLink
        view={{ ...view, pattern: isOn ? null : pattern.letters }}
        isOn={isOn}
        className={styles.pattern}
      >
        <span className={styles.marks} role="img" aria-label={spoken}>
          {kinds.map(({ short, kind }) => (
            <VerdictMark key={short} mark={kind} size={16} />
          ))}
        </span>
        <b>{names.number(pattern.incidents)}</b>
        <span className={styles.share} aria-hidden="true">
          <span style={{ width: `${(pattern.incidents / most) * 100}%` }} />
        </span>
      </ViewLink>
    </li>
  );
}
