// Says that a violation rests on nearness to an object, where it does: weaker evidence than a reported kind.
import { useLingui } from "@lingui/react";
import type { Verdict } from "../../src/assess/verdict.ts";
import { useVerdictWords } from "../words/verdict-words.ts";
import styles from "./nearness-badge.module.css";

interface NearnessBadgeProps {
  readonly verdict: Verdict;
  /** In a cell of a table: a sign with its words for those who hear the page or point at it. */
  readonly isShort?: boolean;
}

/** Nothing where what was reported decides. */
export function NearnessBadge({ verdict, isShort = false }: NearnessBadgeProps) {
  const { i18n } = useLingui();
  const words = useVerdictWords().nearness(verdict);
  if (words === null) return null;
  const full = i18n._(
    "nearness.weaker",
    { nearness: words },
    { message: "{nearness}: weaker evidence" },
  );
  return (
    <span className={styles.badge} data-nearness={isShort ? "short" : "full"} title={full}>
      {isShort ? (
        <>
          <span aria-hidden="true">≈</span>
          <span className="visually-hidden">, {full}</span>
        </>
      ) : (
        full
      )}
    </span>
  );
}
