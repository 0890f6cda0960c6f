// Map and day strip as a table: a row a region, its incidents by the days they may have been on.
import { useLingui } from "@lingui/react";
import type { PlacedLine } from "../../../src/report/placed.ts";
import { regionDays } from "../../../src/report/region-days.ts";
import type { RegionDays } from "../../../src/report/region-days.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useFacetWords } from "../../words/facet-words.ts";
import styles from "./where.module.css";

/** Regions by name; folded away. */
export function RegionTable({ rows }: { rows: readonly PlacedLine[] }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const facetWords = useFacetWords();
  const regions = regionDays(rows)
    .map((one) => ({ ...one, name: facetWords.value("region", one.region, one.label) }))
    .sort((a, b) => names.compare(a.name, b.name));
  if (regions.length === 0) return null;
  return (
    <details className={styles.regions}>
      <summary>
        {i18n._(
          "where.table",
          { n: regions.length },
          {
            message: "As a table by region and day ({n, plural, one {# region} other {# regions}})",
          },
        )}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n._("facet.region", {}, { message: "Region" })}</th>
            <th scope="col">{i18n._("where.incidents", {}, { message: "Incidents" })}</th>
            <th scope="col">{i18n._("where.days", {}, { message: "By day" })}</th>
          </tr>
        </thead>
        <tbody>
          {regions.map((one) => (
            <tr key={one.region} data-region={one.region}>
              <th scope="row">{one.name}</th>
              <td>{names.number(one.incidents)}</td>
              <td>{one.spans.map(spanText).join(" · ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {i18n._(
          "where.table-note",
          {},
          {
            message:
              "An area of several regions stands in each of them, so regions do not add up. Two days joined by “or”: it was on one of them.",
          },
        )}
      </p>
    </details>
  );

  function spanText({ firstDay, lastDay, incidents }: RegionDays["spans"][number]): string {
    const first = names.day(firstDay, "short");
    const days =
      firstDay === lastDay
        ? first
        : names.list([first, names.day(lastDay, "short")], "disjunction");
    return incidents === 1 ? days : `${days}: ${names.number(incidents)}`;
  }
}
