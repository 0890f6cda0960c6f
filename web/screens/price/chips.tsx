// What narrows the list, each as a chip that can be taken away.
import { useLingui } from "@lingui/react";
import { WORD_PARTS } from "../../../src/report/words.ts";
import type { View } from "../../../src/report/view.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { partName } from "../../words/part-words.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { PriceParts } from "./cards.tsx";
import { patternKinds } from "./pattern-kinds.ts";
import { ViewLink } from "./view-link.tsx";
import styles from "./lists.module.css";

/** Nothing at all when nothing narrows. */
export function Chips({ answer, cards, view }: PriceParts) {
  const chips = [
    <WordChip key="word" view={view} />,
    <PairChip key="pair" cards={cards} view={view} answer={answer} />,
    <CardChip key="of" cards={cards} view={view} answer={answer} />,
    <PatternChip key="pat" cards={cards} view={view} answer={answer} />,
  ];
  return <ul className={styles.chips}>{chips}</ul>;
}

function Chip({ without, children }: { without: View; children: React.ReactNode }) {
  const { i18n } = useLingui();
  return (
    <li>
      <ViewLink view={without}>
        {children} <span aria-hidden="true">×</span>
        <span className="visually-hidden">
          {i18n._("chip.remove", {}, { message: "(take away)" })}
        </span>
      </ViewLink>
    </li>
  );
}

function WordChip({ view }: { view: View }) {
  const { i18n } = useLingui();
  const part = WORD_PARTS.find((one) => one === view.word);
  if (part === undefined) return null;
  return (
    <Chip without={{ ...view, word: null }}>
      {i18n._("chip.word", { part: partName(i18n, part) }, { message: "moved by: {part}" })}
    </Chip>
  );
}

function PairChip({ cards, view }: PriceParts) {
  const { i18n } = useLingui();
  if (view.pair === null) return null;
  const { pair } = view;
  const readings = cards
    .filter(({ card }) => pair.includes(card.reading))
    .map(({ short }) => short);
  return (
    <Chip without={{ ...view, pair: null, cause: null }}>
      {i18n._(
        "chip.pair",
        { readings: readings.join(" – ") },
        { message: "answered differently: {readings}" },
      )}
    </Chip>
  );
}

function CardChip({ cards, view }: PriceParts) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  if (view.of === null) return null;
  const { reading, verdict } = view.of;
  const short = cards.find(({ card }) => card.reading === reading)?.short ?? reading;
  const what =
    verdict === "at-most"
      ? i18n._("chip.at-most", {}, { message: "all that may be a violation" })
      : words.verdict(verdict);
  return <Chip without={{ ...view, of: null }}>{`${short}: ${what}`}</Chip>;
}

function PatternChip({ answer, cards, view }: PriceParts) {
  const { i18n } = useLingui();
  if (view.pattern === null) return null;
  const kinds = patternKinds(view.pattern, { answer, cards });
  return (
    <Chip without={{ ...view, pattern: null }}>
      {i18n._("chip.pattern", {}, { message: "pattern" })}{" "}
      {kinds.map(({ short, kind }) => (
        <VerdictMark key={short} mark={kind} />
      ))}
    </Chip>
  );
}
