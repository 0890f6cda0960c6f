// What the screen is asked over, always in sight: how many are left of how many, what was known, chips, the way to the list, data.
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import { EMPTY_VIEW } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { printSearch, searchOf } from "../../app/url.ts";
import { TwinLink } from "../../parts/twin-link.tsx";
import { Chips } from "./chips.tsx";
import { listedView } from "./question.ts";
import { SituationLink } from "./situation-link.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

const route = getRouteApi("/c/$case/situation");

/** One line; wraps on phones. */
export function SituationBar(parts: SituationParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { case: caseId } = route.useParams();
  const { page, view, count } = parts;
  const { incidents } = count.answer;
  const counted = page.rows - page.aggregates;
  const listed = searchOf(listedView(view));
  const asked = Object.fromEntries(
    Object.entries(listed).filter(([key]) => key !== "b" && key !== "sel"),
  );
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.count}>
        <b>
          {i18n._(
            "situation.status",
            { n: incidents, all: counted },
            { message: "{n, number} of {all, plural, one {# incident} other {# incidents}}" },
          )}
        </b>{" "}
        <span data-past={page.asOf !== null}>
          {page.asOf === null
            ? i18n._("context.now", {}, { message: "as known now" })
            : i18n._(
                "context.as-of",
                { when: names.instant(page.asOf) },
                { message: "as known on {when}" },
              )}
        </span>
      </p>
      <Chips {...parts} />
      <span className={styles.actions}>
        <Link
          to="/c/$case/incidents"
          params={{ case: caseId }}
          search={listed}
          className={styles.button}
        >
          {i18n._(
            "situation.list-these",
            { n: incidents },
            { message: "{n, plural, one {List this one} other {List these #}}" },
          )}
        </Link>
        <span className={styles.twins}>
          {i18n._("list.data", {}, { message: "Data:" })}{" "}
          {(["csv", "geojson", "json"] as const).map((kind) => (
            <TwinLink
              key={kind}
              caseId={caseId}
              file={`incidents.${kind}`}
              query={printSearch(asked)}
            />
          ))}
        </span>
        <SituationLink
          view={{ ...EMPTY_VIEW, readings: view.readings, boundary: view.boundary }}
          className={styles.button}
        >
          {i18n._("context.reset", {}, { message: "Reset" })}
        </SituationLink>
      </span>
    </div>
  );
}
