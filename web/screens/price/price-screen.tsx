// Price of a word: the same days and incidents under each chosen reading, and which words make the difference.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { PRICE_KEYS } from "../../../src/report/view.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { screenName } from "../../app/screens.ts";
import { questionQuery, viewOf } from "../../app/url.ts";
import { ErrorPanel, ProblemList } from "../../parts/error-panel.tsx";
import { createPointed } from "../../parts/pointed.ts";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import type { PriceAnswer } from "../../source/record-source.ts";
import { priceQuery } from "../../source/queries.ts";
import { Cards } from "./cards.tsx";
import { Chooser, LadderTable, WhereAndWhen } from "./lazy-parts.tsx";
import { ContextBar } from "./context-bar.tsx";
import { Incidents } from "./incidents.tsx";
import { Finding } from "./finding.tsx";
import { narrow } from "./narrow.ts";
import { Patterns } from "./patterns.tsx";
import { QuestionBar } from "./question-bar.tsx";
import { byWidth, shownCards } from "./shown-cards.ts";
import { WordsTable } from "./words-table.tsx";
import styles from "./price.module.css";

const route = getRouteApi("/c/$case/price");

/** The screen at /c/<case>/price. */
export function PriceScreen() {
  const { i18n } = useLingui();
  const { case: caseId } = route.useParams();
  const { card } = useCase();
  const { view, problems } = viewOf(route.useSearch());
  const title = i18n._("screen.price", {}, { message: "Price of a word" });
  useTitle(`${title} · ${card.title}`);
  return (
    <>
      <div className={styles.title}>
        <h1>{title}</h1>
        <p>
          {i18n._(
            "price.question",
            {},
            {
              message:
                "Same days, same incidents: what does each wording cover, and which words make the difference?",
            },
          )}
        </p>
        <Link to="/c/$case/lab" params={{ case: caseId }}>
          {screenName(i18n, "/c/$case/lab")}
        </Link>
      </div>
      {problems.length === 0 ? null : <ProblemList problems={problems} />}
      {view.readings.length === 0 && view.compared === null ? (
        <Chooser />
      ) : (
        <Answered key={caseId} caseId={caseId} view={view} />
      )}
    </>
  );
}

function Answered({ caseId, view }: { caseId: string; view: View }) {
  const query = useQuery(priceQuery(caseId, questionQuery(view, PRICE_KEYS)));
  const { data, error, isError, isPlaceholderData, refetch } = query;
  if (isError) {
    return (
      <>
        <ErrorPanel error={error} retry={() => void refetch()} />
        <Chooser />
      </>
    );
  }
  if (data === undefined) return <Skeleton lines={18} />;
  return <PriceView answer={data} view={view} waiting={isPlaceholderData} />;
}

interface PriceViewProps {
  readonly answer: PriceAnswer;
  readonly view: View;
  /** Newer figures are being asked for; these stay, dimmed. */
  readonly waiting: boolean;
}

function PriceView({ answer, view, waiting }: PriceViewProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const nobody = i18n._("card.nobody", {}, { message: "Held by nobody" });
  const isByWidth = view.sort === "width";
  const cards = useMemo(() => {
    const byName = shownCards(answer.cards, names, nobody);
    return isByWidth ? byWidth(byName, answer.ladder) : byName;
  }, [answer, names, nobody, isByWidth]);
  const listed = useMemo(() => narrow(answer, view), [answer, view]);
  const [pointed] = useState(createPointed);
  const shared = { answer, cards, view };
  return (
    <div className={styles.price} data-waiting={waiting} data-ready={waiting ? undefined : "price"}>
      <ContextBar {...shared} />
      <QuestionBar {...shared} />
      <Cards {...shared} />
      {answer.ladder === null ? (
        <WordsTable {...shared} />
      ) : (
        <LadderTable {...shared} ladder={answer.ladder} />
      )}
      <WhereAndWhen {...shared} listed={listed} pointed={pointed} />
      <div className={styles.lists}>
        <Patterns {...shared} />
        <Incidents {...shared} listed={listed} pointed={pointed} />
      </div>
      <Finding {...shared} />
    </div>
  );
}
