// Measured series, such as a fire's area, in the source's unit and in order of reporting; not made monotone.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { useAsOfText } from "./as-of.ts";
import styles from "./incident.module.css";

/** Nothing where nothing was measured. */
export function Measures({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const asOfText = useAsOfText();
  if (incident.measures.length === 0) return null;
  return (
    <section aria-labelledby="measures">
      <h2 id="measures">{i18n._("measures.title", {}, { message: "Measured, as reported" })}</h2>
      <table className={styles.series}>
        <thead>
          <tr>
            <th scope="col">{i18n._("series.when", {}, { message: "As of" })}</th>
            <th scope="col">{i18n._("series.what", {}, { message: "What" })}</th>
            <th scope="col">{i18n._("series.value", {}, { message: "Value" })}</th>
            <th scope="col">{i18n._("series.from", {}, { message: "From" })}</th>
          </tr>
        </thead>
        <tbody>
          {incident.measures.map((point) => (
            <tr key={point.id}>
              <td>
                {asOfText(point.asOf) ?? i18n._("series.not-stated", {}, { message: "not stated" })}
              </td>
              <td lang="en">{point.what}</td>
              <td>{names.number(point.value)}</td>
              <td>
                {names.party(point.by)} <a href={`#${point.source}`}>{point.source}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
