// One text: what is written and, beside it, what it means to the machine; its questions, readings, findings and sources.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, lazy, useMemo } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { SourceLine } from "../../parts/source-line.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { textQuery } from "../../source/queries.ts";
import { SourceError } from "../../source/record-source.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { NotFound } from "../home/not-found.tsx";
import { ArticleList } from "./article-list.tsx";
import { Compare } from "./compare.tsx";
import { WholeFindings } from "./findings.tsx";
import { DutiesTable } from "./duties-table.tsx";
import { ReadingsTable } from "./readings-table.tsx";
import { ListedSources } from "./source-id.tsx";
import { TextHead } from "./text-head.tsx";
import styles from "./text.module.css";

const DraftEditor = lazy(() =>
  import("./draft-editor.tsx").then((one) => ({ default: one.DraftEditor })),
);

const route = getRouteApi("/c/$case/terms/$instrument");

/** The screen at /c/<case>/terms/<instrument>. */
export function TextScreen() {
  const { instrument } = route.useParams();
  const { edit } = route.useSearch();
  const { card } = useCase();
  const title = card.instruments.find(({ id }) => id === instrument)?.title ?? instrument;
  useTitle(`${title} · ${card.title}`);
  const { data, error, isError, refetch } = useQuery(textQuery(card.id, instrument));
  if (isError) {
    const unknown = error instanceof SourceError && error.status === 404;
    return unknown ? <NotFound /> : <ErrorPanel error={error} retry={() => void refetch()} />;
  }
  if (data === undefined) return <Skeleton lines={18} />;
  if (edit === undefined) return <TextView text={data} />;
  return (
    <Suspense fallback={<Skeleton lines={18} />}>
      <DraftEditor key={data.id} text={data} />
    </Suspense>
  );
}

function TextView({ text }: { text: TextAnswer }) {
  const listed = useMemo(() => new Set(text.sources.map(({ id }) => id)), [text]);
  return (
    <ListedSources value={listed}>
      <div className={styles.page} data-ready="text">
        <TextHead text={text} />
        <ArticleList text={text} />
        <ReadingsTable text={text} />
        <DutiesTable text={text} />
        <Compare text={text} />
        <WholeFindings text={text} />
        <Sources text={text} />
      </div>
    </ListedSources>
  );
}

function Sources({ text }: { text: TextAnswer }) {
  const { i18n } = useLingui();
  return (
    <section aria-labelledby="sources" className={styles.section}>
      <h2 id="sources">{i18n._("sources.title", {}, { message: "Sources" })}</h2>
      <ul className={styles.sources}>
        {text.sources.map((source) => (
          <li key={source.id} id={source.id} tabIndex={-1}>
            <SourceLine source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}
