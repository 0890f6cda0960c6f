// One account that waits: which, since when, on how many outlets, who has it; and the form that decides it.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import { useCase } from "../../app/case-frame.tsx";
import type { ReviewAnswer } from "../../source/record-source.ts";
import { stateWords } from "../../words/record-words.ts";
import { DecideForm } from "./decide-form.tsx";
import { waitsWords } from "./waits-words.ts";
import styles from "./review.module.css";

interface WaitingProps {
  readonly waiting: ReviewAnswer["waiting"][number];
  readonly review: ReviewAnswer;
  readonly canDecide: boolean;
}

/** Its name leads to its page with every source. */
export function WaitingItem({ waiting, review, canDecide }: WaitingProps) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const { line, incident, state, waitsFor, outlets, taken, since, isWithdrawn } = waiting;
  return (
    <li className={styles.item} data-incident={incident} data-state={state}>
      <p>
        <Link to="/c/$case/i/$incident" params={{ case: card.id, incident }}>
          {line === null
            ? incident
            : `${names.place(line.place)}, ${names.day(line.day)}: ${names.things(line.things)}`}
        </Link>{" "}
        <span className="mono">{incident}</span>
      </p>
      <p>
        <b>{stateWords(i18n, state)}</b>, {waitsWords(i18n, waitsFor)}
      </p>
      <p className={styles.quiet}>
        {i18n._(
          "review.outlets",
          { n: outlets, origins: review.origins },
          { message: "{n, plural, one {# outlet} other {# outlets}} of {origins} needed" },
        )}
        {since === null ? null : (
          <>
            {" · "}
            {i18n._("review.since", { when: names.instant(since) }, { message: "since {when}" })}
          </>
        )}
        {taken === null ? null : (
          <>
            {" · "}
            {i18n._(
              "review.taken",
              { who: taken.by, when: names.instant(taken.freeAt) },
              { message: "taken by {who}, free for others from {when}" },
            )}
          </>
        )}
        {isWithdrawn ? (
          <>
            {" · "}
            {i18n._("review.withdrawn", {}, { message: "every report linked to it was withdrawn" })}
          </>
        ) : null}
      </p>
      {canDecide ? <DecideForm waiting={waiting} persons={review.persons} /> : null}
    </li>
  );
}
