// The review queue: which accounts wait, for whom and why. Deciding is offered only on the machine that keeps the record.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { decidingQuery, reviewQuery } from "../../source/queries.ts";
import type { ReviewAnswer } from "../../source/record-source.ts";
import { WaitingItem } from "./waiting-item.tsx";
import { reviewRules } from "../../words/record-words.ts";
import styles from "./review.module.css";

/** Accounts shown at first, and with each press more. */
const STEP = 50;

/** The screen at /c/<case>/review. */
export function ReviewScreen() {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { data, error, isError, refetch } = useQuery(reviewQuery(card.id));
  const { data: canDecide = false } = useQuery(decidingQuery(card.id));
  const title = i18n._("review.title", {}, { message: "Review queue" });
  useTitle(`${title} · ${card.title}`);
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={12} />;
  const deciding = canDecide && !data.isSeeds;
  return (
    <article className={styles.page} data-ready="review" data-deciding={deciding}>
      <h1>{title}</h1>
      <Rules review={data} canDecide={deciding} />
      {data.waiting.length === 0 ? (
        <p>{i18n._("review.empty", {}, { message: "Nothing waits." })}</p>
      ) : (
        <Waiting review={data} canDecide={deciding} />
      )}
    </article>
  );
}

function Waiting({ review, canDecide }: { review: ReviewAnswer; canDecide: boolean }) {
  const { i18n } = useLingui();
  const [shown, setShown] = useState(STEP);
  const left = review.waiting.length - shown;
  return (
    <>
      <ol className={styles.waiting}>
        {review.waiting.slice(0, shown).map((one) => (
          <WaitingItem key={one.incident} waiting={one} review={review} canDecide={canDecide} />
        ))}
      </ol>
      {left <= 0 ? null : (
        <button type="button" onClick={() => setShown(shown + STEP)}>
          {i18n._(
            "review.more",
            { n: Math.min(left, STEP), left },
            { message: "{n, plural, one {# more} other {# more}} of {left}" },
          )}
        </button>
      )}
    </>
  );
}

function Rules({ review, canDecide }: { review: ReviewAnswer; canDecide: boolean }) {
  const { i18n } = useLingui();
  const { waiting } = review;
  return (
    <>
      <p role="status">
        <b>
          {i18n._(
            "review.count",
            { n: waiting.length },
            { message: "{n, plural, one {# account waits} other {# accounts wait}}" },
          )}
        </b>
      </p>
      <p className={styles.quiet}>{reviewRules(i18n, review)}</p>
      {canDecide ? null : (
        <p className={styles.quiet} data-part="read-only">
          {review.isSeeds
            ? i18n._(
                "review.seeds",
                {},
                {
                  message:
                    "This case has no log yet, so no decision can be kept: “truceline log” begins one.",
                },
              )
            : i18n._(
                "review.read-only",
                {},
                {
                  message:
                    "Read only here: decisions are taken on the machine that keeps the record, or in its shell (“truceline review”).",
                },
              )}
        </p>
      )}
    </>
  );
}
