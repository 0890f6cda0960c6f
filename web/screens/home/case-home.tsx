// A case's first page: doors, prepared comparisons, how far the record goes and what it rests on. On paper, a cover sheet.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { homeQuery } from "../../source/queries.ts";
import type { HomeAnswer } from "../../source/record-source.ts";
import { Boundaries } from "./boundaries.tsx";
import { CaseNotes, CaseProblems } from "./case-problems.tsx";
import { CaseSources } from "./case-sources.tsx";
import { Coverage } from "./coverage.tsx";
import { Doors } from "./doors.tsx";
import { FirstSteps } from "./first-steps.tsx";
import { Prepared } from "./prepared.tsx";
import styles from "./case-home.module.css";

/** The screen at /c/<case>. */
export function CaseHome() {
  const { card } = useCase();
  const { data, error, isError, refetch } = useQuery(homeQuery(card.id));
  useTitle(card.title);
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={14} />;
  return <CaseHomeView home={data} />;
}

function CaseHomeView({ home }: { home: HomeAnswer }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { incidents, instruments } = home.coverage;
  return (
    <article className={styles.page} data-ready="case-home">
      <header>
        <h1 lang="en">{card.title}</h1>
        <p className="mono">{card.id}</p>
      </header>
      <CaseProblems problems={home.problems} />
      {incidents === 0 || instruments === 0 ? <FirstSteps coverage={home.coverage} /> : null}
      <Doors home={home} />
      <Prepared />
      <section aria-labelledby="coverage">
        <h2 id="coverage">
          {i18n._("home.coverage", {}, { message: "How far this record goes" })}
        </h2>
        <p className={styles.caveat} lang="en">
          {home.caveat}
        </p>
        <Coverage home={home} />
      </section>
      <Boundaries home={home} />
      <CaseSources sources={home.sources} />
      <CaseNotes problems={home.problems} />
    </article>
  );
}
