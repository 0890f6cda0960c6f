// The head of a row: the words in question, marked as in the cards, and whether they move incidents alone or only with others.
import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import type { Sort } from "../../../src/terms/ast.ts";
import { WORD_PARTS } from "../../../src/report/words.ts";
import { useCase } from "../../app/case-frame.tsx";
import { partName, shownAnswers } from "../../words/part-words.ts";
import type { CauseRow } from "./cause-rows.ts";
import type { PriceParts } from "./cards.tsx";
import styles from "./words-table.module.css";

/** Part names joined by and/or, with the words of each reading below where one part stands alone. */
export function CauseHead({ row, parts }: { row: CauseRow; parts: PriceParts }) {
  const { i18n } = useLingui();
  const { kind } = row.cause;
  if (kind === "instrument") {
    return <>{i18n._("cause.instrument", {}, { message: "Different texts: the whole wording" })}</>;
  }
  const join =
    kind === "either"
      ? i18n._("words.or", {}, { message: "or" })
      : i18n._("words.and", {}, { message: "and" });
  return (
    <>
      {row.cause.questions.map((question, index) => (
        <Fragment key={question}>
          {index === 0 ? null : <> {join} </>}
          <mark className={styles.word}>
            <QuestionName question={question} part={row.parts[index] ?? null} />
          </mark>
        </Fragment>
      ))}{" "}
      <span className={styles.how}>{causeText(kind, i18n)}</span>
      {kind === "alone" ? <Wordings part={row.parts[0] ?? null} parts={parts} /> : null}
    </>
  );
}

function causeText(
  kind: "alone" | "either" | "together",
  i18n: ReturnType<typeof useLingui>["i18n"],
) {
  switch (kind) {
    case "alone":
      return i18n._("cause.alone", {}, { message: "alone" });
    case "either":
      return i18n._("cause.either", {}, { message: "each would do" });
    case "together":
      return i18n._("cause.together", {}, { message: "only together" });
    default:
      return kind satisfies never;
  }
}

/** A part's name; a question about a word's own meaning is said as `is gas metering a kind of gas pipeline?`. */
function QuestionName({ question, part }: { question: string; part: string | null }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const known = WORD_PARTS.find((one) => one === part);
  if (known !== undefined) return <>{partName(i18n, known)}</>;
  const [kind, whole] = question.split("-in-");
  if (kind === undefined || whole === undefined) return <>{question.replaceAll("-", " ")}</>;
  return (
    <>
      {i18n._(
        "cause.edge",
        { kind: names.kind(kind), whole: names.kind(whole) },
        {
          message: "whether {kind} counts as {whole}",
        },
      )}
    </>
  );
}

function Wordings({ part, parts }: { part: string | null; parts: PriceParts }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const known: Sort | undefined = WORD_PARTS.find((one) => one === part);
  if (known === undefined) return null;
  const said = parts.cards.map(({ card, short }) => {
    const context = { i18n, names, instrument: card.instrument.id };
    const words = card.words.filter((one) => one.part === known);
    const texts = words.flatMap((one) =>
      one.state === "open"
        ? i18n._("words.not-said", {}, { message: "not said" })
        : names.list(
            shownAnswers(one, context).map(({ text }) => text),
            "disjunction",
          ),
    );
    return `${short}: ${shorten(texts.join("; ")) || "—"}`;
  });
  return <span className={styles.wordings}>{said.join(" / ")}</span>;
}

/** The whole wording stands in the card above. */
function shorten(text: string): string {
  return text.length > 32 ? `${text.slice(0, 30).trimEnd()}…` : text;
}
