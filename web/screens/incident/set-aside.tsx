// An incident that is on record and counts in no figure: rejected, merged into another, withdrawn, or closed. Says why, and tells its history.
import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { Aside } from "../../../src/record/seed-entries/standing.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { questionQuery, searchOf } from "../../app/url.ts";
import { useTitle } from "../../parts/use-title.ts";
import type { SetAsideAnswer } from "../../source/record-source.ts";
import { History } from "./history.tsx";
import styles from "./incident.module.css";

const route = getRouteApi("/c/$case/i/$incident");

interface SetAsideProps {
  readonly incident: SetAsideAnswer;
  readonly view: View;
}

/** No verdicts: no reading judges what counts in no figure. */
export function SetAside({ incident, view }: SetAsideProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const params = route.useParams();
  const { id, line, goesOnAs } = incident;
  const title =
    line === null
      ? id
      : `${names.place(line.place)}, ${names.day(line.day)}: ${names.things(line.things)}`;
  useTitle(title);
  return (
    <article className={styles.page} data-ready="set-aside" data-why={incident.setAside}>
      <nav
        className={styles.path}
        aria-label={i18n._("incident.path", {}, { message: "Way back" })}
      >
        <Link to="/c/$case/incidents" params={params} search={searchOf({ ...view, why: null })}>
          ← {i18n._("set-aside.back", {}, { message: "To the incidents that count" })}
        </Link>
      </nav>
      <header>
        <h1>{title}</h1>
        <p className={styles.lead}>
          <span className="mono">{id}</span>
          {line?.object == null ? null : <span lang="en"> {line.object}</span>}
        </p>
      </header>
      <p data-part="set-aside">
        <b>{whyWords(i18n, incident.setAside)}</b>{" "}
        {i18n._(
          "set-aside.judged",
          {},
          {
            message:
              "It is in no total and on no map, and no reading judges it. Its history stays.",
          },
        )}
      </p>
      {goesOnAs === null ? null : (
        <p>
          <Link
            to="/c/$case/i/$incident"
            params={{ ...params, incident: goesOnAs }}
            search={searchOf({ ...view, why: null })}
          >
            {i18n._(
              "set-aside.goes-on",
              { id: goesOnAs },
              { message: "To {id}, as which it goes on" },
            )}
          </Link>
        </p>
      )}
      <History caseId={params.case} incident={id} query={questionQuery(view, ["asof"])} />
      <p className={styles.caveat}>{incident.caveat}</p>
    </article>
  );
}

function whyWords(i18n: I18n, why: Aside): string {
  switch (why) {
    case "rejected":
      return i18n._("set-aside.rejected", {}, { message: "This account was rejected." });
    case "merged":
      return i18n._(
        "set-aside.merged",
        {},
        { message: "This account was merged into another one and is counted there." },
      );
    case "withdrawn":
      return i18n._("set-aside.withdrawn", {}, { message: "This account was withdrawn." });
    case "closed":
      return i18n._(
        "set-aside.closed",
        {},
        { message: "A field that every incident has is closed or redacted here." },
      );
    default:
      return why satisfies never;
  }
}
