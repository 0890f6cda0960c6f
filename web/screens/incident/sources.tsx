// Every source cited on the page: outlet, its side, day, address.
import { useLingui } from "@lingui/react";
import { SourceLine } from "../../parts/source-line.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import styles from "./incident.module.css";

/** In the order of the answer. */
export function Sources({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  return (
    <section aria-labelledby="sources">
      <h2 id="sources">{i18n._("sources.title", {}, { message: "Sources" })}</h2>
      <ul className={styles.sources}>
        {incident.sources.map((source) => (
          <li key={source.id} id={source.id} tabIndex={-1}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
