// Casualties as reported for what a card counts: ranges, and how many incidents give no figure; never a single number made of both.
import { useLingui } from "@lingui/react";
import type { CasualtySum } from "../../../src/assess/verdict.ts";
import type { CountRange } from "../../../src/model/count.ts";
import type { ReadingCard } from "../../../src/report/price.ts";
import styles from "./card.module.css";

/** In place of the two numbers of incidents. */
export function CardCasualties({ card }: { card: ReadingCard }) {
  const { killed, injured } = useCasualtyWords()(card.casualties);
  const sums = card.casualties;
  return (
    <p
      className={styles.casualties}
      data-killed={rangeText(sums.killed)}
      data-injured={rangeText(sums.injured)}
    >
      <span>{killed}</span>
      <span>{injured}</span>
    </p>
  );
}

/** Both sums in words. */
export function useCasualtyWords(): (sum: CasualtySum) => {
  readonly killed: string;
  readonly injured: string;
} {
  const { i18n } = useLingui();
  return ({ killed, injured, withoutKilled, withoutInjured }) => ({
    killed: i18n._(
      "card.casualties.killed",
      { range: rangeText(killed), without: withoutKilled },
      {
        message:
          "killed {range}; {without, plural, one {# incident gives no figure} other {# incidents give no figure}}",
      },
    ),
    injured: i18n._(
      "card.casualties.injured",
      { range: rangeText(injured), without: withoutInjured },
      {
        message:
          "injured {range}; {without, plural, one {# incident gives no figure} other {# incidents give no figure}}",
      },
    ),
  });
}

function rangeText({ low, high }: CountRange): string {
  if (high === null) return `${low}+`;
  return low === high ? `${low}` : `${low}–${high}`;
}
