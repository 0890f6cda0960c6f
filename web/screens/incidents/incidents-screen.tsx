// Incidents: the record as a list under the chosen readings and narrowings; every choice is a link with its count.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { parseListView, sortRows } from "../../../src/report/list-view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel, ProblemList } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { incidentsQuery } from "../../source/queries.ts";
import { ListBar } from "./list-bar.tsx";
import { listQuery } from "./list-link.tsx";
import { Facets } from "./facets.tsx";
import { ListBody } from "./list-body.tsx";
import { shownReadings } from "./shown-readings.ts";
import type { ListParts } from "./list-parts.ts";
import { Strip } from "./strip.tsx";
import styles from "./incidents.module.css";

const route = getRouteApi("/c/$case/incidents");

/** The screen at /c/<case>/incidents. */
export function IncidentsScreen() {
  const { i18n } = useLingui();
  const { case: caseId } = route.useParams();
  const { card } = useCase();
  const search = route.useSearch();
  const { view, list, problems } = useMemo(() => parseListView(Object.entries(search)), [search]);
  const query = useQuery(incidentsQuery(caseId, listQuery(view, list)));
  const title = i18n._("screen.incidents", {}, { message: "Incidents" });
  useTitle(`${title} · ${card.title}`);
  return (
    <>
      <h1 className={styles.title}>{title}</h1>
      {problems.length === 0 ? null : <ProblemList problems={problems} />}
      {query.isError ? (
        <ErrorPanel error={query.error} retry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Skeleton lines={24} />
      ) : (
        <Listed answer={query.data} view={view} list={list} waiting={query.isPlaceholderData} />
      )}
    </>
  );
}

function Listed({ waiting, ...asked }: Omit<ListParts, "readings"> & { waiting: boolean }) {
  const { names } = useCase();
  const { answer, view, list } = asked;
  const readings = useMemo(
    () => (view.readings.length === 0 ? [] : shownReadings(answer.readings, names)),
    [answer, view.readings.length, names],
  );
  const rows = useMemo(
    () =>
      sortRows(answer.items, list.sort, {
        read: ({ id, day, place, things }) => ({
          id,
          day,
          place: names.place(place),
          kind: names.things(things),
        }),
        compare: names.compare,
      }),
    [answer, list.sort, names],
  );
  const parts: ListParts = { answer, view, list, readings };
  return (
    <div
      className={styles.screen}
      data-waiting={waiting}
      data-ready={waiting ? undefined : "incidents"}
    >
      <ListBar {...parts} />
      <Strip {...parts} />
      <div className={styles.columns}>
        <Facets {...parts} />
        <ListBody {...parts} rows={rows} />
      </div>
    </div>
  );
}
