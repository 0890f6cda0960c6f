// One incident: what is known of it, who says what, and why each reading answers as it does.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { Instant } from "../../../src/model/instant.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { questionQuery, searchOf, viewOf } from "../../app/url.ts";
import { AsOfMenu } from "../../parts/as-of-menu.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { SourceError } from "../../source/record-source.ts";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { incidentQuery } from "../../source/queries.ts";
import { NotFound } from "../home/not-found.tsx";
import { Claims } from "./claims.tsx";
import { Facts } from "./facts.tsx";
import { History } from "./history.tsx";
import { Locator } from "./locator.tsx";
import { Measures } from "./measures.tsx";
import { Casualties } from "./casualties.tsx";
import { SameDay } from "./same-day.tsx";
import { SetAside } from "./set-aside.tsx";
import { Sources } from "./sources.tsx";
import { Verdicts } from "./verdicts.tsx";
import styles from "./incident.module.css";

const route = getRouteApi("/c/$case/i/$incident");

/** The screen at /c/<case>/i/<id>. */
export function IncidentScreen() {
  const { case: caseId, incident: id } = route.useParams();
  const { view } = viewOf(route.useSearch());
  const query = questionQuery(view, ["asof", "hold"]);
  const asked = incidentQuery({ caseId, incident: id, query });
  const { data, error, isError, refetch } = useQuery(asked);
  if (isError) {
    const isMissing = error instanceof SourceError && error.status === 404;
    if (isMissing && view.asOf === null) return <NotFound />;
    if (isMissing) return <NotYetKnown />;
    return <ErrorPanel error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) return <Skeleton lines={16} />;
  if ("setAside" in data) return <SetAside key={data.id} incident={data} view={view} />;
  return <IncidentView key={data.id} incident={data} />;
}

function IncidentView({ incident }: { incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const params = route.useParams();
  const { view } = viewOf(route.useSearch());
  const back = searchOf({ ...view, why: null });
  const place = names.place(incident.place);
  const title = `${place}, ${names.day(incident.day)}: ${names.things(incident.things)}`;
  useTitle(title);
  return (
    <article className={styles.page} data-ready="incident">
      <nav
        className={styles.path}
        aria-label={i18n._("incident.path", {}, { message: "Way back" })}
      >
        <Link to="/c/$case/price" params={params} search={back}>
          ← {i18n._("incident.back", {}, { message: "Back to the comparison" })}
        </Link>
        <Neighbour
          id={incident.previous}
          label={i18n._("incident.previous", {}, { message: "earlier" })}
        />
        <Neighbour id={incident.next} label={i18n._("incident.next", {}, { message: "later" })} />
      </nav>
      <header>
        <h1>{title}</h1>
        <p className={styles.lead}>
          <span className="mono">{incident.id}</span>
          {incident.aggregate ? (
            <b> {i18n._("incidents.aggregate", {}, { message: "whole-night total" })}</b>
          ) : null}
          {incident.object === null ? null : <span lang="en"> {incident.object}</span>}
        </p>
      </header>
      <Asked incident={incident} view={view} />
      <Verdicts incident={incident} view={view} />
      <div className={styles.columns}>
        <Facts incident={incident} />
        <div className={styles.said}>
          <Claims incident={incident} />
          <Casualties incident={incident} />
          <Measures incident={incident} />
        </div>
      </div>
      <Locator incident={incident} />
      <SameDay incident={incident} />
      <Sources incident={incident} />
      <History caseId={params.case} incident={incident.id} query={questionQuery(view, ["asof"])} />
      <p className={styles.caveat}>{incident.caveat}</p>
    </article>
  );
}

/** An as-of view of an incident that nobody had reported by then. */
function NotYetKnown() {
  const { i18n } = useLingui();
  const params = route.useParams();
  const { view } = viewOf(route.useSearch());
  return (
    <section data-ready="not-yet-known">
      <h1>
        {i18n._("incident.not-yet", {}, { message: "Nothing was known of this incident by then" })}
      </h1>
      <p>
        <Link to="/c/$case/i/$incident" params={params} search={searchOf({ ...view, asOf: null })}>
          {i18n._("incident.as-now", {}, { message: "Show it as known now" })}
        </Link>
      </p>
    </section>
  );
}

/** What the page was asked with: what was known by when, and what is held. */
function Asked({ incident, view }: { incident: IncidentAnswer; view: View }) {
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const show = (asOf: Instant | null): void =>
    void navigate({ search: searchOf({ ...view, asOf }), resetScroll: false });
  return (
    <div className={styles.asked} data-past={incident.asOf !== null}>
      <AsOfMenu asOf={view.asOf} show={show} />{" "}
      {view.hold.map(({ question, answer }) => (
        <span key={question}>
          {i18n._("context.held", {}, { message: "held:" })}{" "}
          <span className="mono">
            {question} = {answer}
          </span>{" "}
        </span>
      ))}
    </div>
  );
}

function Neighbour({ id, label }: { id: string | null; label: string }) {
  const params = route.useParams();
  const search = route.useSearch();
  if (id === null) return null;
  return (
    <Link to="/c/$case/i/$incident" params={{ ...params, incident: id }} search={search}>
      {label} <span className="mono">{id}</span>
    </Link>
  );
}
