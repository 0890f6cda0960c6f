// What the list can be narrowed by: every value a link with the number of incidents it would list; a second press lets it go.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { VerdictKind } from "../../../src/assess/verdict.ts";
import type { FacetGroup } from "../../../src/report/incident-list.ts";
import { compareText } from "../../../src/model/problem.ts";
import { withFacet } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { stateWords } from "../../words/record-words.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { ListParts } from "./list-parts.ts";
import { ListLink } from "./list-link.tsx";
import { useFacetWords } from "../../words/facet-words.ts";
import styles from "./facets.module.css";

/** Readings, verdicts under them, then what happened, where, by whom, with what. Folded away on phones. */
export function Facets(parts: ListParts) {
  const { i18n } = useLingui();
  const [isWide] = useState(() => !window.matchMedia("(max-width: 50rem)").matches);
  const title = i18n._("list.facets", {}, { message: "Narrow" });
  return (
    <nav aria-label={title}>
      <details open={isWide}>
        <summary className={styles.fold}>{title}</summary>
        <div className={styles.facets}>
          <Readings {...parts} />
          {parts.readings.map((one) => (
            <Verdicts key={one.reading} {...parts} one={one} />
          ))}
          <States {...parts} />
          {parts.answer.facets.map((group) => (
            <Group key={group.name} {...parts} group={group} />
          ))}
          <p className={styles.note}>
            {i18n._(
              "list.facets.note",
              {},
              {
                message:
                  "An incident whose facts are not known stands under every value that may be true, so numbers do not add up.",
              },
            )}
          </p>
        </div>
      </details>
    </nav>
  );
}

function Readings({ view, list, answer }: ListParts) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const chosen = view.readings.length === 0 ? [] : answer.readings.map((one) => one.reading);
  return (
    <details open={chosen.length === 0}>
      <summary>{i18n._("chooser.readings", {}, { message: "Readings" })}</summary>
      <ul>
        {card.readings.map(({ id }) => {
          const isOn = chosen.includes(id);
          const readings = isOn ? chosen.filter((one) => one !== id) : [...chosen, id];
          const next = { ...view, readings: [...readings].sort(compareText), of: null };
          return (
            <li key={id}>
              <ListLink view={next} list={list} isOn={isOn} className={styles.facet}>
                <span className="mono">{id}</span>
              </ListLink>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Verdicts({ view, list, one }: ListParts & { one: ListParts["readings"][number] }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const words = useVerdictWords();
  const { totals, reading, short } = one;
  const { facts, text, both } = totals.undetermined;
  const counts: readonly (readonly [VerdictKind, number])[] = [
    ["violation", totals.violation],
    ["undetermined", facts + text + both],
    ["conflict", totals.conflict],
    ["not-covered", totals.notCovered],
  ];
  return (
    <details open>
      <summary>
        {i18n._("list.under", { reading: short }, { message: "Verdict under {reading}" })}
      </summary>
      <ul>
        {counts.map(([verdict, count]) => {
          const isOn = view.of?.reading === reading && view.of.verdict === verdict;
          const next = { ...view, of: isOn ? null : { reading, verdict } };
          return (
            <li key={verdict}>
              <ListLink view={next} list={list} isOn={isOn} className={styles.facet}>
                <span>
                  <VerdictMark mark={verdict} /> {words.verdict(verdict)}
                </span>
                <b>{names.number(count)}</b>
              </ListLink>
            </li>
          );
        })}
      </ul>
    </details>
  );
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

/** More values than this are folded away until one is asked for. */
const OPEN_VALUES = 12;

function Group({ view, list, group }: ListParts & { group: FacetGroup }) {
  const { names } = useCase();
  const words = useFacetWords();
  const values = group.values
    .map((one) => ({ ...one, shown: words.value(group.name, one.value, one.label) }))
    .sort((a, b) => names.compare(a.shown, b.shown));
  const chosen = view.facets.find(({ name }) => name === group.name)?.value;
  return (
    <details open={values.length <= OPEN_VALUES || chosen !== undefined}>
      <summary>{words.name(group.name)}</summary>
      <ul>
        {values.map(({ value, shown, incidents }) => (
          <li key={value}>
            <ListLink
              view={withFacet(view, group.name, value === chosen ? null : value)}
              list={list}
              isOn={value === chosen}
              className={styles.facet}
            >
              <span>{shown}</span>
              <b>{names.number(incidents)}</b>
            </ListLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
