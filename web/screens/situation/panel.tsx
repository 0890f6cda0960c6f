// Beside the map: readings to choose, verdicts under each as bounds, facets with the number each would leave, what has no point.
import { useLingui } from "@lingui/react";
import type { CrossReading } from "../../../src/report/cross-counts.ts";
import type { Standing } from "../../../src/assess/verdict.ts";
import { useBoundsText } from "../../parts/bounds.tsx";
import { FacetValues, FacetsNote, ReadingsFacet, VerdictsFacet } from "../../parts/facet-list.tsx";
import type { FacetLink } from "../../parts/facet-list.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { SituationLink } from "./situation-link.tsx";
import type { SituationParts } from "./situation-parts.ts";
import { Trays } from "./trays.tsx";
import styles from "./situation.module.css";

const STANDINGS: readonly Standing[] = ["applies", "unclear", "would-apply"];

/** Each press is a link: it narrows map, days and list alike. */
export function Panel(parts: SituationParts) {
  const { i18n } = useLingui();
  const { page, view, count, all, chosen } = parts;
  return (
    <nav aria-label={i18n._("list.facets", {}, { message: "Narrow" })} className={styles.panel}>
      <ReadingsFacet
        view={view}
        link={link}
        chosen={chosen.map(({ reading }) => reading)}
        all={all.map(({ reading, short }) => ({
          id: reading,
          shown: (
            <>
              <span>{short}</span>
              <span className="mono">{reading}</span>
            </>
          ),
        }))}
      />
      {chosen.length === 0 ? (
        <p className={styles.note}>
          {i18n._(
            "list.unassessed",
            {},
            { message: "No reading is chosen: the incidents stand unassessed." },
          )}
        </p>
      ) : (
        chosen.flatMap(({ reading, short }) => {
          const found = count.answer.readings.find((one) => one.reading === reading);
          return found === undefined ? (
            []
          ) : (
            <VerdictsFacet
              key={reading}
              view={view}
              link={link}
              reading={reading}
              short={short}
              counts={found.verdicts}
            >
              <StandingLines found={found} />
            </VerdictsFacet>
          );
        })
      )}
      {count.answer.facets.map(({ name, values }) => (
        <FacetValues key={name} view={view} link={link} name={name} values={values} />
      ))}
      <FacetsNote className={styles.note} />
      <Trays {...parts} />
      <p className={styles.note}>{page.caveat}</p>
    </nav>
  );
}

const link: FacetLink = (next, isOn, content) => (
  <SituationLink view={next} isOn={isOn} className={styles.facet}>
    {content}
  </SituationLink>
);

/** Violations as bounds, one line a standing: never one sum. */
function StandingLines({ found }: { found: CrossReading }) {
  const bounds = useBoundsText();
  const words = useVerdictWords();
  const lines = STANDINGS.filter((standing) => found.byStanding[standing].atMost > 0);
  return (lines.length === 0 ? (["would-apply"] as const) : lines).map((standing) => (
    <p key={standing} className={styles.bounds}>
      <b>{bounds(found.byStanding[standing])}</b> {words.counted(standing)}
    </p>
  ));
}
