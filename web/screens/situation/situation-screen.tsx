// Situation: what happened, where, since when, under which reading. Map, days, facets and list narrow each other; all in the address.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { memo, useMemo, useState } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { readingName } from "../../app/reading-name.ts";
import { questionQuery, viewOf } from "../../app/url.ts";
import { ErrorPanel, ProblemList } from "../../parts/error-panel.tsx";
import { createPointed } from "../../parts/pointed.ts";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { situationQuery } from "../../source/queries.ts";
import type { SituationAnswer } from "../../source/record-source.ts";
import type { View } from "../../../src/report/view.ts";
import { questionOf } from "./question.ts";
import { SituationBar } from "./situation-bar.tsx";
import { SituationBody } from "./situation-body.tsx";
import type { Brush, NamedReading, SituationParts } from "./situation-parts.ts";
import { useSituation } from "./use-situation.ts";
import styles from "./situation.module.css";

const route = getRouteApi("/c/$case/situation");
/** What the answer hangs on; all else narrows it in the page. */
const ASKED_KEYS = ["r", "window", "asof", "hold"];

/** The screen at /c/<case>/situation. */
export function SituationScreen() {
  const { i18n } = useLingui();
  const { case: caseId } = route.useParams();
  const { card } = useCase();
  const search = route.useSearch();
  const { view, problems } = useMemo(() => viewOf(search), [search]);
  const query = useQuery(situationQuery(caseId, questionQuery(view, ASKED_KEYS)));
  const title = i18n._("screen.situation", {}, { message: "Situation" });
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
        <Shown answer={query.data} view={view} isOld={query.isPlaceholderData} />
      )}
    </>
  );
}

interface ShownProps {
  readonly answer: SituationAnswer;
  readonly view: View;
  readonly isOld: boolean;
}

function Shown({ answer, view, isOld }: ShownProps) {
  const [brush, setBrush] = useState<Brush | null>(null);
  const [pointed] = useState(createPointed);
  const { all, chosen } = useReadings(answer, view);
  const question = useMemo(
    () =>
      questionOf(
        { ...view, ...brush },
        chosen.map(({ reading }) => reading),
      ),
    [view, brush, chosen],
  );
  const asked = { question, selected: view.selected };
  const { count, isWaiting, fault, draw } = useSituation(answer, asked, brush !== null);
  if (fault !== null)
    return <ErrorPanel error={new Error(fault)} retry={() => location.reload()} />;
  if (count === null) return <Skeleton lines={24} />;
  const parts: SituationParts = {
    page: answer,
    view,
    count,
    all,
    chosen,
    pointed,
    draw,
    setBrush,
  };
  const isReady = !isOld && !isWaiting;
  return (
    <div
      className={styles.screen}
      data-waiting={isOld}
      data-ready={isReady ? "situation" : undefined}
      data-incidents={count.answer.incidents}
    >
      <Bar {...parts} />
      <Body {...parts} />
    </div>
  );
}

/** Drawn anew with a new count or address, not with every step of the brush that asks for one. */
const Bar = memo(SituationBar);
const Body = memo(SituationBody);

/** All readings of the answer by shown name, and those that the address asks for. */
function useReadings({ readings }: SituationAnswer, view: View) {
  const { card, names } = useCase();
  return useMemo(() => {
    const named = (among: SituationAnswer["readings"]): readonly NamedReading[] =>
      among
        .map((one) => ({ reading: one.reading, short: readingName(one, among, names) }))
        .sort((a, b) => names.compare(a.short, b.short) || names.compare(a.reading, b.reading));
    const known = card.readings.map(({ id, holder }) => ({ reading: id, holder }));
    const asked = view.readings.length === 0 ? [] : readings;
    return { all: named(known), chosen: named(asked) };
  }, [readings, view.readings.length, card, names]);
}
