// What the figures are asked over, always in sight: readings, days, what was known, how much record; and the way to change or cite it.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import { printView } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { unnarrowed } from "../../app/url.ts";
import { useFacetWords } from "../../words/facet-words.ts";
import type { PriceParts } from "./cards.tsx";
import { DataMenu } from "./data-menu.tsx";
import { Chooser, PopoverButton } from "./lazy-parts.tsx";
import { citation } from "./citation.ts";
import { ViewLink } from "./view-link.tsx";
import styles from "./context-bar.module.css";

/** One line; wraps on phones. */
export function ContextBar({ answer, cards, view }: PriceParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const facetWords = useFacetWords();
  const isNarrowed = printView(view).length > printView(unnarrowed(view)).length;
  const { incidents, sources } = answer.coverage;
  return (
    <div className={styles.bar}>
      <span>{periodText()}</span>
      <span data-past={answer.asOf !== null}>
        {answer.asOf === null
          ? i18n._("context.now", {}, { message: "as known now" })
          : i18n._(
              "context.as-of",
              { when: names.instant(answer.asOf) },
              { message: "as known on {when}" },
            )}
      </span>
      <span>
        {i18n._(
          "context.coverage",
          { incidents, sources },
          {
            message:
              "{incidents, plural, one {# incident} other {# incidents}} from {sources, plural, one {# source} other {# sources}}",
          },
        )}
      </span>
      {view.facets.map(({ name, value }) => (
        <ViewLink
          key={name}
          view={{ ...view, facets: view.facets.filter((facet) => facet.name !== name) }}
          className={styles.chip}
        >
          {facetWords.value(name, value)} <span aria-hidden="true">×</span>
          <span className="visually-hidden">
            {i18n._("chip.remove", {}, { message: "(take away)" })}
          </span>
        </ViewLink>
      ))}
      {view.window === null || (view.from === null && view.until === null) ? null : (
        <span>{i18n._("chip.window", {}, { message: "only the in-force window" })}</span>
      )}
      <HeldChips view={view} />
      <span className={styles.actions}>
        <PopoverButton
          label={i18n._("chooser.title", {}, { message: "Choose readings" })}
          placement="bottom end"
          styles={styles}
          renderDialog={(close) => <Chooser view={view} done={close} />}
        >
          {i18n._("context.change", {}, { message: "Choose readings and days" })}
        </PopoverButton>
        {isNarrowed ? (
          <ViewLink view={unnarrowed(view)} className={styles.button}>
            {i18n._("context.reset", {}, { message: "Reset" })}
          </ViewLink>
        ) : null}
        <CopyCitation answer={answer} cards={cards} view={view} />
        <DataMenu answer={answer} cards={cards} view={view} />
      </span>
    </div>
  );

  function periodText(): string {
    const { firstDay, lastDay } = answer.coverage;
    if (view.from !== null || view.until !== null) {
      const from = view.from === null ? "…" : names.day(view.from);
      const until = view.until === null ? "…" : names.day(view.until);
      return i18n._("context.period", { from, until }, { message: "{from} until before {until}" });
    }
    if (firstDay === null || lastDay === null) {
      return i18n._("context.empty", {}, { message: "no incident on record" });
    }
    if (view.window !== null) {
      return i18n._(
        "context.window",
        { from: names.day(firstDay), to: names.day(lastDay) },
        {
          message:
            "in-force window: whatever may lie in a period that one of these readings gives, {from} to {to}",
        },
      );
    }
    return i18n._(
      "context.whole",
      { from: names.day(firstDay), to: names.day(lastDay) },
      {
        message: "whole record: {from} to {to}",
      },
    );
  }
}

/** Questions held to one answer: each can be let go. */
function HeldChips({ view }: Pick<PriceParts, "view">) {
  const { i18n } = useLingui();
  return view.hold.map(({ question, answer }) => (
    <ViewLink
      key={question}
      view={{ ...view, hold: view.hold.filter((one) => one.question !== question) }}
      className={styles.chip}
    >
      {i18n._("context.held", {}, { message: "held:" })}{" "}
      <span className="mono">
        {question} = {answer}
      </span>{" "}
      <span aria-hidden="true">×</span>
      <span className="visually-hidden">
        {i18n._("context.let-go", {}, { message: "(let it go)" })}
      </span>
    </ViewLink>
  ));
}

function CopyCitation({ answer, cards, view }: PriceParts) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    const text = citation({ answer, cards, view, title: card.title, url: window.location.href });
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button
      type="button"
      className={styles.button}
      aria-keyshortcuts="c"
      onClick={() => void copy()}
    >
      <span aria-live="polite">
        {copied
          ? i18n._("cite.copied", {}, { message: "Citation copied" })
          : i18n._("cite.copy", {}, { message: "Cite" })}
      </span>
    </button>
  );
}
