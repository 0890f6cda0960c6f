// The map as a table: incidents by region, which is also what paper shows beside it.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import { useFacetWords } from "../../words/facet-words.ts";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

/** Regions by name. */
export function RegionCounts({ count }: SituationParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const words = useFacetWords();
  const regions = count.answer.regions
    .map((one) => ({ ...one, shown: words.value("region", one.value, one.label) }))
    .sort((a, b) => names.compare(a.shown, b.shown));
  if (regions.length === 0) return null;
  return (
    <details className={styles.regions}>
      <summary>
        {i18n._(
          "situation.regions",
          { n: regions.length },
          { message: "As a table by region ({n, plural, one {# region} other {# regions}})" },
        )}
      </summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{i18n._("facet.region", {}, { message: "Region" })}</th>
            <th scope="col">{i18n._("where.incidents", {}, { message: "Incidents" })}</th>
          </tr>
        </thead>
        <tbody>
          {regions.map(({ value, shown, incidents }) => (
            <tr key={value} data-region={value}>
              <th scope="row">{shown}</th>
              <td>{names.number(incidents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        {i18n._(
          "situation.regions-note",
          {},
          {
            message: "An area of several regions stands in each of them, so regions do not add up.",
          },
        )}
      </p>
    </details>
  );
}
