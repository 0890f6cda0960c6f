// Behind a card's figures: reasons, causes, open questions and what each is worth, counts by party, casualties as reported.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { REASONS } from "../../../src/assess/verdict.ts";
import type { ReadingCard } from "../../../src/report/price.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useBoundsText } from "../../parts/bounds.tsx";
import { useCasualtyWords } from "./card-casualties.tsx";
import { CardOpen } from "./card-open.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import styles from "./card.module.css";

/** Closed at first; open in print. */
export function CardMore({ card, view }: { card: ReadingCard; view: View }) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.more}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      data-more={card.reading}
    >
      <summary>{i18n._("card.more", {}, { message: "Reasons, causes, open questions" })}</summary>
      <dl>
        <NotCovered card={card} />
        <Undetermined card={card} />
        <Open card={card} />
        {isOpen && card.open.length > 0 ? <CardOpen card={card} view={view} /> : null}
        <ByParty card={card} />
        <Casualties card={card} />
      </dl>
    </details>
  );
}

function NotCovered({ card }: { card: ReadingCard }) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  const reasons = REASONS.filter((reason) => (card.byReason[reason] ?? 0) > 0);
  return (
    <div>
      <dt>
        {words.verdict("not-covered")}: {card.totals.notCovered}
      </dt>
      <dd>
        {reasons.length === 0
          ? "—"
          : reasons
              .map((reason) => `${words.reason(reason)} ${card.byReason[reason] ?? 0}`)
              .join(" · ")}
        {reasons.length > 1 ? (
          <> ({i18n._("card.reasons.overlap", {}, { message: "one incident may have several" })})</>
        ) : null}
      </dd>
    </div>
  );
}

function Undetermined({ card }: { card: ReadingCard }) {
  const words = useVerdictWords();
  const { undetermined } = card.totals;
  const causes = (["facts", "text", "both"] as const).filter((cause) => undetermined[cause] > 0);
  return (
    <div>
      <dt>
        {words.verdict("undetermined")}:{" "}
        {undetermined.facts + undetermined.text + undetermined.both}
      </dt>
      <dd>
        {causes.length === 0
          ? "—"
          : causes.map((cause) => `${words.cause(cause)} ${undetermined[cause]}`).join(" · ")}
      </dd>
    </div>
  );
}

function Open({ card }: { card: ReadingCard }) {
  const { i18n } = useLingui();
  const asks = card.words.flatMap(({ question, asks: text }) =>
    question !== null && card.open.includes(question) ? (text ?? question) : [],
  );
  return (
    <div>
      <dt>{i18n._("card.open", {}, { message: "Left open" })}</dt>
      <dd lang="en">{asks.length === 0 ? "—" : [...new Set(asks)].join(" ")}</dd>
    </div>
  );
}

function ByParty({ card }: { card: ReadingCard }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const boundsText = useBoundsText();
  const parties = Object.entries(card.byParty).map(([party, bounds]) => ({
    name: names.party(party),
    text: boundsText(bounds),
  }));
  return (
    <div>
      <dt>{i18n._("card.by-party", {}, { message: "By party that may have done it" })}</dt>
      {parties
        .sort((a, b) => names.compare(a.name, b.name))
        .map(({ name, text }) => (
          <dd key={name}>
            {name}: {text}
          </dd>
        ))}
    </div>
  );
}

function Casualties({ card }: { card: ReadingCard }) {
  const { i18n } = useLingui();
  const { killed, injured } = useCasualtyWords()(card.casualties);
  return (
    <div>
      <dt>{i18n._("card.casualties", {}, { message: "Casualties as reported for these" })}</dt>
      <dd>{killed}</dd>
      <dd>{injured}</dd>
    </div>
  );
}
