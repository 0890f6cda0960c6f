// Beside the map: readings to choose, verdicts under each as bounds, facets with the number each would leave, what has no point.
import { useLingui } from "@lingui/react";
import type { CrossFacet } from "../../../src/report/cross-counts.ts";
import type { Standing, VerdictKind } from "../../../src/assess/verdict.ts";
import { compareText } from "../../../src/model/problem.ts";
import { withFacet } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useBoundsText } from "../../parts/bounds.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useFacetWords } from "../../words/facet-words.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { SituationLink } from "./situation-link.tsx";
import type { NamedReading, SituationParts } from "./situation-parts.ts";
import { Trays } from "./trays.tsx";
import styles from "./situation.module.css";

const VERDICTS: readonly VerdictKind[] = ["violation", "undetermined", "conflict", "not-covered"];
const STANDINGS: readonly Standing[] = ["applies", "unclear", "would-apply"];
/** More values than this are folded away until one is asked for. */
const OPEN_VALUES = 12;

/** Each press is a link: it narrows map, days and list alike. */
export function Panel(parts: SituationParts) {
  const { i18n } = useLingui();
  const { page, count, chosen } = parts;
  return (
    <nav aria-label={i18n._("list.facets", {}, { message: "Narrow" })} className={styles.panel}>
      <Readings {...parts} />
      {chosen.length === 0 ? (
        <p className={styles.note}>
          {i18n._(
            "list.unassessed",
            {},
            { message: "No reading is chosen: the incidents stand unassessed." },
          )}
        </p>
      ) : (
        chosen.map((one) => <Verdicts key={one.reading} {...parts} one={one} />)
      )}
      {count.answer.facets.map((facet) => (
        <Facet key={facet.name} {...parts} facet={facet} />
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
      <Trays {...parts} />
      <p className={styles.note}>{page.caveat}</p>
    </nav>
  );
}

/** A list: a switch of eleven names would wrap and cut them. */
function Readings({ view, all, chosen }: SituationParts) {
  const { i18n } = useLingui();
  const ids = chosen.map(({ reading }) => reading);
  return (
    <details open={ids.length === 0}>
      <summary>{i18n._("chooser.readings", {}, { message: "Readings" })}</summary>
      <ul>
        {all.map(({ reading, short }) => {
          const isOn = ids.includes(reading);
          const readings = isOn ? ids.filter((one) => one !== reading) : [...ids, reading];
          const next = {
            ...view,
            readings: readings.toSorted(compareText),
            of: null,
            pair: null,
            maps: null,
          };
          return (
            <li key={reading}>
              <SituationLink view={next} isOn={isOn} className={styles.facet}>
                <span>{short}</span>
                <span className="mono">{reading}</span>
              </SituationLink>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Violations as bounds, one line a standing; then each verdict with its count, to narrow by. */
function Verdicts({ view, count, one }: SituationParts & { one: NamedReading }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const bounds = useBoundsText();
  const words = useVerdictWords();
  const found = count.answer.readings.find(({ reading }) => reading === one.reading);
  if (found === undefined) return null;
  const { reading, short } = one;
  const lines = STANDINGS.filter((standing) => found.byStanding[standing].atMost > 0);
  return (
    <details open data-reading={reading}>
      <summary>
        {i18n._("list.under", { reading: short }, { message: "Verdict under {reading}" })}
      </summary>
      {(lines.length === 0 ? (["would-apply"] as const) : lines).map((standing) => (
        <p key={standing} className={styles.bounds}>
          <b>{bounds(found.byStanding[standing])}</b> {words.counted(standing)}
        </p>
      ))}
      <ul>
        {VERDICTS.map((verdict) => {
          const isOn = view.of?.reading === reading && view.of.verdict === verdict;
          return (
            <li key={verdict}>
              <SituationLink
                view={{ ...view, of: isOn ? null : { reading, verdict } }}
                isOn={isOn}
                className={styles.facet}
              >
                <span>
                  <VerdictMark mark={verdict} /> {words.verdict(verdict)}
                </span>
                <b>{names.number(found.verdicts[verdict])}</b>
              </SituationLink>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

function Facet({ view, facet }: SituationParts & { facet: CrossFacet }) {
  const { names } = useCase();
  const words = useFacetWords();
  const values = facet.values
    .map((one) => ({ ...one, shown: words.value(facet.name, one.value, one.label) }))
    .sort((a, b) => names.compare(a.shown, b.shown));
  const chosen = view.facets.find(({ name }) => name === facet.name)?.value;
  return (
    <details open={values.length <= OPEN_VALUES || chosen !== undefined} data-facet={facet.name}>
      <summary>{words.name(facet.name)}</summary>
      <ul>
        {values.map(({ value, shown, incidents }) => (
          <li key={value}>
            <SituationLink
              view={withFacet(view, facet.name, value === chosen ? null : value)}
              isOn={value === chosen}
              className={styles.facet}
            >
              <span>{shown}</span>
              <b>{names.number(incidents)}</b>
            </SituationLink>
          </li>
        ))}
      </ul>
    </details>
  );
}
