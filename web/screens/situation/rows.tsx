// The list beside the map: the first incidents that are left, by day, with the verdict under each chosen reading; the list has all.
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useCase } from "../../app/case-frame.tsx";
import { PointingLink } from "../../parts/pointing-link.tsx";
import { searchOf } from "../../app/url.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { useChips } from "./chips.tsx";
import { listedView } from "./question.ts";
import { SituationLink } from "./situation-link.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

const route = getRouteApi("/c/$case/situation");

/** Where the map's skip link leads. */
export const LIST_ID = "situation-list";

/** Whole-night totals are told apart: they are in no count. */
export function Rows(parts: SituationParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { case: caseId } = route.useParams();
  const words = useVerdictWords();
  const { count, view, chosen } = parts;
  const { incidents, aggregates } = count.answer;
  return (
    <section id={LIST_ID} tabIndex={-1} aria-labelledby="situation-rows" className={styles.rows}>
      <h2 id="situation-rows">
        {i18n._(
          "situation.rows",
          { n: incidents },
          { message: "{n, plural, one {# incident} other {# incidents}} by day" },
        )}
      </h2>
      {incidents === 0 ? (
        <Nothing {...parts} />
      ) : (
        <ol>
          {count.listed.map((row) => (
            <li key={row.id} data-row={row.id} aria-current={row.id === view.selected || undefined}>
              <PointingLink row={row} view={parts.view} pointed={parts.pointed} />
              <span className={styles.glyphs}>
                {chosen.map(({ reading, short }) => {
                  const verdict = row.verdicts[reading];
                  return verdict === undefined ? null : (
                    <VerdictMark
                      key={reading}
                      mark={verdict}
                      label={`${short}: ${words.verdict(verdict)}`}
                    />
                  );
                })}
              </span>
            </li>
          ))}
        </ol>
      )}
      {incidents > count.listed.length ? (
        <p>
          <Link
            to="/c/$case/incidents"
            params={{ case: caseId }}
            search={searchOf(listedView(view))}
          >
            {i18n._(
              "situation.all-listed",
              { n: names.number(incidents), shown: count.listed.length },
              { message: "The first {shown, number}; list all {n}" },
            )}
          </Link>
        </p>
      ) : null}
      {aggregates === 0 ? null : (
        <p className={styles.note}>
          {i18n._(
            "list.aggregates",
            { n: aggregates },
            {
              message:
                "{n, plural, one {# whole-night total} other {# whole-night totals}}: judged and listed, in no count",
            },
          )}
        </p>
      )}
    </section>
  );
}

/** Why nothing is left, and which choice gives most when it is taken away. */
function Nothing(parts: SituationParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const chips = useChips(parts);
  return (
    <>
      <p>
        {i18n._(
          "incidents.none",
          {},
          { message: "0 recorded incidents are left. Take away one of the choices above." },
        )}
      </p>
      <ul>
        {parts.count.without.flatMap(({ name, incidents }) =>
          chips
            .filter((chip) => chip.name === name)
            .map((chip) => (
              <li key={name}>
                <SituationLink view={chip.view}>
                  {i18n._(
                    "list.without",
                    { choice: chip.text, n: names.number(incidents) },
                    { message: "without {choice}: {n}" },
                  )}
                </SituationLink>
              </li>
            )),
        )}
      </ul>
    </>
  );
}
