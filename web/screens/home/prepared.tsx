// The case's prepared comparisons by name: whose readings, and which questions are held to one answer.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { comparisonView } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import styles from "./case-home.module.css";

/** In the case's own order, for one may refer to the one before it. Nothing where the case has prepared none. */
export function Prepared() {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  if (card.comparisons.length === 0) return null;
  return (
    <section aria-labelledby="prepared">
      <h2 id="prepared">{i18n._("chooser.prepared", {}, { message: "Prepared comparisons" })}</h2>
      <ul className={styles.prepared}>
        {card.comparisons.map(({ title, readings, hold }) => (
          <li key={title}>
            <Link
              to="/c/$case/price"
              params={{ case: card.id }}
              search={searchOf(comparisonView(readings, Object.entries(hold)))}
              lang="en"
            >
              {title}
            </Link>
            <span className="mono">{readings.join(", ")}</span>
            <small>{heldWords(hold)}</small>
          </li>
        ))}
      </ul>
    </section>
  );

  function heldWords(hold: Readonly<Record<string, string>>): string {
    const held = Object.entries(hold).map(([question, answer]) => `${question} = ${answer}`);
    if (held.length === 0) {
      return i18n._("home.held.none", {}, { message: "nothing held: each reading as it stands" });
    }
    return `${i18n._("context.held", {}, { message: "held:" })} ${names.list(held)}`;
  }
}
