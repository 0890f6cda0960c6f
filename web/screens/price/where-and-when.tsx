// Where and when the listed incidents were: map and day strip side by side, and the same as a table by region and day.
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { AGREEMENTS } from "../../../src/assess/agreement.ts";
import type { Agreement } from "../../../src/assess/agreement.ts";
import type { PlacedLine } from "../../../src/report/placed.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { RegionTable } from "./region-table.tsx";
import { WhereMap } from "./where-map.tsx";
import type { WhereParts } from "./where-parts.ts";
import { comparedReadings, groupOf } from "./where-rows.ts";
import { WhereStrip } from "./where-strip.tsx";
import styles from "./where.module.css";

/** Whole-night totals are on neither: they belong to no place and no figure. */
export function WhereAndWhen(parts: WhereParts) {
  const { answer, cards, view, listed } = parts;
  const { i18n } = useLingui();
  const rows = useMemo(() => listed.filter((row) => !row.aggregate), [listed]);
  const shown = useMemo(() => cards.map(({ card }) => card.reading), [cards]);
  const readings = useMemo(() => comparedReadings(shown, view), [shown, view]);
  if (answer.days === null) return null;
  return (
    <section aria-labelledby="where" className={styles.section} data-ready="where">
      <div className={styles.above}>
        <h2 id="where">
          {i18n._(
            "where.title",
            { n: rows.length },
            {
              message:
                "Where and when: {n, plural, one {# incident listed} other {# incidents listed}}",
            },
          )}
        </h2>
        <Legend rows={rows} readings={readings} />
      </div>
      <div className={styles.sides}>
        <WhereMap {...parts} rows={rows} readings={readings} />
        <WhereStrip {...parts} rows={rows} readings={readings} days={answer.days} />
      </div>
      <RegionTable rows={rows} />
    </section>
  );
}

/** What the marks present mean; several readings together are said as one word. */
function Legend({ rows, readings }: { rows: readonly PlacedLine[]; readings: readonly string[] }) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  const present = new Set(rows.map((row) => groupOf(row, readings)));
  return (
    <ul className={styles.legend}>
      {AGREEMENTS.filter((one) => present.has(one)).map((one) => (
        <li key={one}>
          <VerdictMark mark={one} />
          {readings.length === 1 ? words.agreement(one) : together(one)}
        </li>
      ))}
    </ul>
  );

  function together(one: Agreement): string {
    const verdict = words.agreement(one);
    switch (one) {
      case "differ":
        return i18n._(
          "where.differ",
          { differ: verdict, yes: words.verdict("violation"), no: words.verdict("not-covered") },
          { message: "{differ}: {yes} under one, {no} under another" },
        );
      case "conflict":
      case "undetermined":
        return i18n._("where.under-some", { verdict }, { message: "{verdict} under at least one" });
      case "violation":
      case "not-covered":
        return i18n._("where.under-all", { verdict }, { message: "{verdict} under all" });
      default:
        return one satisfies never;
    }
  }
}
