// What the list can be narrowed by: every value a link with the number of incidents it would list; a second press lets it go.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { FacetValues, FacetsNote, ReadingsFacet, VerdictsFacet } from "../../parts/facet-list.tsx";
import type { FacetLink } from "../../parts/facet-list.tsx";
import { stateWords } from "../../words/record-words.ts";
import type { ListParts } from "./list-parts.ts";
import { ListLink } from "./list-link.tsx";
import styles from "./facets.module.css";

/** Readings, verdicts under them, then what happened, where, by whom, with what. Folded away on phones. */
export function Facets(parts: ListParts) {
  const { i18n } = useLingui();
  const [isWide] = useState(() => !window.matchMedia("(max-width: 50rem)").matches);
  const title = i18n._("list.facets", {}, { message: "Narrow" });
  const { card } = useCase();
  const { view, list, answer } = parts;
  const chosen = view.readings.length === 0 ? [] : answer.readings.map((one) => one.reading);
  const link: FacetLink = (next, isOn, content) => (
    <ListLink view={next} list={list} isOn={isOn} className={styles.facet}>
      {content}
    </ListLink>
  );
  return (
    <nav aria-label={title}>
      <details open={isWide}>
        <summary className={styles.fold}>{title}</summary>
        <div className={styles.facets}>
          <ReadingsFacet
            view={view}
            link={link}
            chosen={chosen}
            all={card.readings.map(({ id }) => ({ id, shown: <span className="mono">{id}</span> }))}
          />
          {parts.readings.map(({ reading, short, totals }) => (
            <VerdictsFacet
              key={reading}
              view={view}
              link={link}
              reading={reading}
              short={short}
              counts={countsOf(totals)}
            />
          ))}
          <States {...parts} />
          {answer.facets.map(({ name, values }) => (
            <FacetValues key={name} view={view} link={link} name={name} values={values} />
          ))}
          <FacetsNote className={styles.note} />
        </div>
      </details>
    </nav>
  );
}

function countsOf({ undetermined, ...totals }: ListParts["readings"][number]["totals"]) {
  const { facts, text, both } = undetermined;
  return {
    violation: totals.violation,
    undetermined: facts + text + both,
    conflict: totals.conflict,
    "not-covered": totals.notCovered,
  };
}

/** Only of a record in which somebody reviewed something: of seeds every account is merely reported. */
function States({ view, list, answer }: ListParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  if (answer.states.length === 0) return null;
  return (
    <details open data-part="states">
      <summary>{i18n._("facet.state", {}, { message: "Review of the account" })}</summary>
      <ul>
        {answer.states.map(({ state, incidents }) => {
          const isOn = list.state === state;
          return (
            <li key={state}>
              <ListLink
                view={view}
                list={{ ...list, state: isOn ? null : state }}
                isOn={isOn}
                className={styles.facet}
              >
                <span>{stateWords(i18n, state)}</span>
                <b>{names.number(incidents)}</b>
              </ListLink>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
