// The figures of a card split by whether the text applied to the party that day: never one sum in one mood.
import { useLingui } from "@lingui/react";
import type { ReadingCard } from "../../../src/report/price.ts";
import { useBoundsText } from "../../parts/bounds.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import styles from "./card.module.css";

/** A line a standing that has any. */
export function CardStanding({ card }: { card: ReadingCard }) {
  const { i18n } = useLingui();
  const { byNearness } = card;
  const words = useVerdictWords();
  const boundsText = useBoundsText();
  const all = (["applies", "unclear", "would-apply"] as const).map((standing) => ({
    standing,
    bounds: card.byStanding[standing],
  }));
  const some = all.filter(({ bounds }) => bounds.atMost > 0);
  return (
    <ul className={styles.standing}>
      {some.map(({ standing, bounds }) => (
        <li key={standing}>
          {some.length === 1 ? null : <b>{boundsText(bounds)}</b>} {words.counted(standing)}
        </li>
      ))}
      {byNearness.atMost === 0 ? null : (
        <li data-by-nearness={byNearness.atMost}>
          {i18n._(
            "card.by-nearness",
            { bounds: boundsText(byNearness) },
            { message: "of all these, by nearness to an object alone (weaker evidence): {bounds}" },
          )}
        </li>
      )}
    </ul>
  );
}
