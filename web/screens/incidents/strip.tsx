// The verdict strip: a bar a reading over the incidents listed, bounds with their condition, the case's caveat beside them.
import { useLingui } from "@lingui/react";
import type { Standing } from "../../../src/assess/verdict.ts";
import { useBoundsText } from "../../parts/bounds.tsx";
import { Legend, VerdictBar } from "../../parts/verdict-bar.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { ListParts } from "./list-parts.ts";
import type { ShownReading } from "./shown-readings.ts";
import styles from "./incidents.module.css";

const STANDINGS: readonly Standing[] = ["applies", "unclear", "would-apply"];

/** Without a reading, incidents stand unassessed. */
export function Strip({ answer, readings }: ListParts) {
  const { i18n } = useLingui();
  return (
    <section className={styles.strip} aria-labelledby="strip">
      <h2 id="strip" className="visually-hidden">
        {i18n._("list.strip", {}, { message: "Verdicts per reading" })}
      </h2>
      {readings.length === 0 ? (
        <p>
          {i18n._(
            "list.unassessed",
            {},
            { message: "No reading is chosen: the incidents stand unassessed." },
          )}
        </p>
      ) : (
        <>
          <ul className={styles.bars}>
            {readings.map((one) => (
              <ReadingBar key={one.reading} one={one} />
            ))}
          </ul>
          <Legend />
        </>
      )}
      <p className={styles.caveat}>{answer.caveat}</p>
    </section>
  );
}

/** Standings are told apart, never added to one figure. */
function ReadingBar({ one }: { one: ShownReading }) {
  const bounds = useBoundsText();
  const words = useVerdictWords();
  const lines = STANDINGS.filter((standing) => one.byStanding[standing].atMost > 0);
  return (
    <li>
      <span>
        <b>{one.short}</b> <span className="mono">{one.reading}</span>
      </span>
      <VerdictBar totals={one.totals} />
      <span className={styles.figures}>
        {(lines.length === 0 ? (["would-apply"] as const) : lines).map((standing) => (
          <span key={standing}>
            <b>{bounds(one.byStanding[standing])}</b> {words.counted(standing)}
          </span>
        ))}
      </span>
    </li>
  );
}
