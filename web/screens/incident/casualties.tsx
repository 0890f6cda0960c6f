// Casualties as a series: which figure, when, from whom. The latest is marked; none is averaged and none is dropped.
import { useLingui } from "@lingui/react";
import type { CountRange } from "../../../src/model/count.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { useAsOfText } from "./as-of.ts";
import styles from "./incident.module.css";

/** In order of reporting. A figure not stated is not zero. */
export function Casualties({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const asOfText = useAsOfText();
  const notStated = i18n._("series.not-stated", {}, { message: "not stated" });
  const last = incident.casualties.at(-1);
  return (
    <section aria-labelledby="casualties">
      <h2 id="casualties">
        {i18n._("casualties.title", {}, { message: "Casualties as reported" })}
      </h2>
      {last === undefined ? (
        <p>
          {i18n._("casualties.none", {}, { message: "No figure is on record. That is not zero." })}
        </p>
      ) : (
        <table className={styles.series}>
          <thead>
            <tr>
              <th scope="col">{i18n._("series.when", {}, { message: "As of" })}</th>
              <th scope="col">{i18n._("series.killed", {}, { message: "Killed" })}</th>
              <th scope="col">{i18n._("series.injured", {}, { message: "Injured" })}</th>
              <th scope="col">
                {i18n._("series.children", {}, { message: "Children: killed, injured" })}
              </th>
              <th scope="col">{i18n._("series.from", {}, { message: "From" })}</th>
            </tr>
          </thead>
          <tbody>
            {incident.casualties.map((point) => (
              <tr key={point.id} data-latest={point === last}>
                <td>
                  {asOfText(point.asOf) ?? notStated}
                  {point === last && incident.casualties.length > 1 ? (
                    <b> {i18n._("series.latest", {}, { message: "latest" })}</b>
                  ) : null}
                </td>
                <td>{rangeText(point.killed) ?? notStated}</td>
                <td>{rangeText(point.injured) ?? notStated}</td>
                <td>
                  {point.childrenKilled ?? "–"}, {point.childrenInjured ?? "–"}
                </td>
                <td>
                  {names.party(point.by)} <a href={`#${point.source}`}>{point.source}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function rangeText(range: CountRange | null): string | null {
  if (range === null) return null;
  if (range.high === null) return `${range.low}+`;
  return range.low === range.high ? `${range.low}` : `${range.low}–${range.high}`;
}
