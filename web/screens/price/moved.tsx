// How many incidents words move: surely and possibly, as two numbers and two bars; leads to the incidents.
import { useLingui } from "@lingui/react";
import type { Comparison } from "../../../src/assess/verdict.ts";
import type { CausePart, View } from "../../../src/report/view.ts";
import { ViewLink } from "./view-link.tsx";
import styles from "./words-table.module.css";

interface MovedProps {
  readonly view: View;
  readonly pair: Comparison;
  /** Null: all that the pair answers differently. */
  readonly cause: CausePart | null;
  readonly hard: number;
  readonly soft: number;
}

/** A link that narrows the lists to these incidents; pressing again lets go. */
export function Moved({ view, pair, cause, hard, soft }: MovedProps) {
  const { i18n } = useLingui();
  const isUncertain = soft > hard;
  const isOn = isSame(view, pair, cause);
  const next: View = isOn
    ? { ...view, pair: null, cause: null }
    : { ...view, pair: [pair.a, pair.b], cause, word: null };
  return (
    <ViewLink view={next} isOn={isOn} className={styles.moved}>
      <span
        className={styles.numbers}
        data-hard={hard}
        data-soft={soft}
        data-uncertain={isUncertain}
      >
        <b>{hard}</b>{" "}
        <span className={styles.unit}>{i18n._("moved.surely", {}, { message: "surely" })}</span>
        {soft === 0 ? null : (
          <>
            {" "}
            · <b>{soft}</b>{" "}
            <span className={styles.unit}>
              {i18n._("moved.possibly", {}, { message: "possibly" })}
            </span>
          </>
        )}
      </span>
      {isUncertain ? (
        <span className={styles.uncertain}>
          {i18n._("moved.uncertain", {}, { message: "too uncertain to rank" })}
        </span>
      ) : null}
      <span className={styles.bars} aria-hidden="true">
        <span data-moved="hard" style={{ flexGrow: hard }} />
        <span data-moved="soft" style={{ flexGrow: soft }} />
        <span style={{ flexGrow: Math.max(0, pair.hard + pair.soft - hard - soft) }} />
      </span>
    </ViewLink>
  );
}

function isSame(view: View, pair: Comparison, cause: CausePart | null): boolean {
  if (view.pair === null || !view.pair.includes(pair.a) || !view.pair.includes(pair.b))
    return false;
  if (cause === null || view.cause === null) return cause === view.cause;
  return view.cause.kind === cause.kind && view.cause.questions.join() === cause.questions.join();
}
