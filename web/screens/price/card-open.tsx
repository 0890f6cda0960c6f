// What is open is worth: for each question that a reading leaves open, its bounds under each possible answer. Asked on opening.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { ReadingCard } from "../../../src/report/price.ts";
import { PRICE_KEYS } from "../../../src/report/view.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { questionQuery } from "../../app/url.ts";
import { useBoundsText } from "../../parts/bounds.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { openQuery } from "../../source/queries.ts";
import { answerText } from "../../words/part-words.ts";

const route = getRouteApi("/c/$case/price");

/** A line an answer, under its question. */
export function CardOpen({ card, view }: { card: ReadingCard; view: View }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const boundsText = useBoundsText();
  const { case: caseId } = route.useParams();
  const query = questionQuery({ ...view, readings: [card.reading] }, PRICE_KEYS);
  const { data, error, isError, refetch } = useQuery(openQuery(caseId, query));
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  return (
    <div data-open-worth={data === undefined ? "waiting" : "ready"}>
      <dt>{i18n._("open.title", {}, { message: "What is open is worth" })}</dt>
      {data === undefined ? (
        <dd role="status">{i18n._("open.waiting", {}, { message: "counting each answer …" })}</dd>
      ) : null}
      {data?.questions.map(({ question, asks, answers }) => (
        <dd key={question}>
          <span lang="en">{asks}</span>
          <ul>
            {answers.map(({ words, bounds }) => (
              <li
                key={words.id}
                data-answer={words.id}
                data-at-least={bounds.atLeast}
                data-at-most={bounds.atMost}
              >
                {answerText(words, { i18n, names, instrument: card.instrument.id })}:{" "}
                <b>{boundsText(bounds)}</b>
              </li>
            ))}
          </ul>
        </dd>
      ))}
    </div>
  );
}
