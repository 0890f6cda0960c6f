// The words of one part in one card, as a button: pressing lights the same part in all cards and narrows the lists to what it moves.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import type { ReadingCard } from "../../../src/report/price.ts";
import type { View } from "../../../src/report/view.ts";
import type { PartWords } from "../../../src/report/words.ts";
import type { Sort } from "../../../src/terms/ast.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import { partName, shownAnswers, valueText } from "../../words/part-words.ts";
import styles from "./card.module.css";

const route = getRouteApi("/c/$case/price");

interface CardWordsProps {
  readonly card: ReadingCard;
  readonly part: Sort;
  readonly view: View;
}

/** Every wording that the card has of that part; a dash where the text has none. */
export function CardWords({ card, part, view }: CardWordsProps) {
  const { i18n } = useLingui();
  const words = card.words.filter((one) => one.part === part);
  return (
    <div
      className={styles.part}
      data-lit={view.word === part}
      data-unlit={view.word !== null && view.word !== part}
    >
      <span className={styles.partName}>{partName(i18n, part)}</span>
      <div>
        {words.length === 0 ? <NoWords /> : null}
        {words.map((one) => (
          <Words key={one.question ?? one.state} card={card} words={one} view={view} />
        ))}
      </div>
    </div>
  );
}

function NoWords() {
  const { i18n } = useLingui();
  return (
    <span className={styles.silent}>
      {i18n._("words.none", {}, { message: "no such words in this text" })}
    </span>
  );
}

function Words({ card, words, view }: { card: ReadingCard; words: PartWords; view: View }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const navigate = route.useNavigate();
  const isLit = view.word === words.part;
  const context = { i18n, names, instrument: card.instrument.id };
  const press = () =>
    void navigate({
      search: searchOf({ ...view, word: isLit ? null : words.part }),
      resetScroll: false,
    });
  return (
    <>
      <button
        type="button"
        className={styles.words}
        data-open={words.state === "open"}
        data-answers={words.answers.map(({ id }) => id ?? "written").join(" ")}
        aria-pressed={isLit}
        onClick={press}
      >
        {words.state === "open"
          ? i18n._(
              "words.open",
              { n: words.answers.length },
              {
                message: "not said ({n, plural, one {# possible} other {# possible}})",
              },
            )
          : shownAnswers(words, context).map(({ form, text }, index) => (
              <span key={text}>
                {index === 0 ? null : <> {i18n._("words.or", {}, { message: "or" })} </>}
                {form === "quote" ? (
                  <q lang="en">{text}</q>
                ) : (
                  <span lang={form === "gist" ? "en" : undefined}>{text}</span>
                )}
              </span>
            ))}
      </button>
      {isLit ? (
        <p className={styles.value}>
          {i18n._("words.counted-as", {}, { message: "counted as" })}{" "}
          {names.list(
            [...new Set(words.answers.map(({ value }) => valueText(value, context)))],
            "disjunction",
          )}
        </p>
      ) : null}
    </>
  );
}
