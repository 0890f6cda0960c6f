// What the marks and bars of this table mean: as many signs as occur in it.
import { useLingui } from "@lingui/react";
import { AGREEMENTS, agreementOf } from "../../../src/assess/agreement.ts";
import { kindsOf } from "../../../src/report/cross-counts.ts";
import { CapKey } from "../../parts/day-strip/day-strip.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

interface LegendProps extends Pick<SituationParts, "page"> {
  readonly readings: readonly string[];
}

/** Nothing where no reading is chosen: marks then tell no verdict. */
export function Legend({ page, readings }: LegendProps) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  if (readings.length === 0) return null;
  const present = new Set(page.patterns.map((one) => agreementOf(kindsOf(page, one, readings))));
  return (
    <ul className={styles.legend}>
      {AGREEMENTS.filter((one) => present.has(one)).map((one) => (
        <li key={one}>
          <VerdictMark mark={one} />
          {words.agreement(one)}
        </li>
      ))}
      <li>
        <CapKey />
        {i18n._("where.several", {}, { message: "this day or another" })}
      </li>
    </ul>
  );
}
