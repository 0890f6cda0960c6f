// Cards side by side: the texts at hand, this draft, and the pinned ones. Each says which text its figures are of.
import { useLingui } from "@lingui/react";
import type { Dispatch, ReactNode } from "react";
import type { AssessedReading } from "../../../src/assess/assess.ts";
import type { Move } from "../../../src/assess/whatif.ts";
import type { LabFigures } from "../../../src/report/lab.ts";
import { useCase } from "../../app/case-frame.tsx";
import { readingName } from "../../app/reading-name.ts";
import { Legend } from "../../parts/verdict-bar.tsx";
import type { Freshness, LabEvent, Pinned } from "./lab-state.ts";
import { ReadingFigures } from "./reading-figures.tsx";
import styles from "./lab.module.css";

interface CardsProps {
  readonly figures: LabFigures;
  readonly fresh: Freshness;
  readonly pinned: readonly Pinned[];
  readonly dispatch: Dispatch<LabEvent>;
}

/** The draft's own card is dimmed while its figures are those of an older text. */
export function Cards({ figures, fresh, pinned, dispatch }: CardsProps) {
  const { i18n } = useLingui();
  const isOlder = fresh.kind !== "current";
  return (
    <>
      <div className={styles.cards}>
        <Card
          title={i18n._("lab.card.base", {}, { message: "Texts at hand" })}
          readings={figures.base}
        />
        <Card
          title={i18n._("lab.card.draft", {}, { message: "This draft" })}
          readings={figures.own}
          moves={figures.moves}
          hash={figures.hash}
          isOlder={isOlder}
        />
        {pinned.map(({ figures: kept }, index) => (
          <Card
            key={kept.hash}
            title={i18n._("lab.card.pinned", { n: index + 1 }, { message: "Pinned {n}" })}
            readings={kept.own}
            moves={kept.moves}
            hash={kept.hash}
          >
            <button
              type="button"
              className={styles.button}
              onClick={() => dispatch({ kind: "unpin", hash: kept.hash })}
            >
              {i18n._("lab.unpin", { n: index + 1 }, { message: "Let go of {n}" })}
            </button>
          </Card>
        ))}
      </div>
      <Legend />
    </>
  );
}

interface CardProps {
  readonly title: string;
  readonly readings: readonly AssessedReading[];
  readonly moves?: readonly Move[];
  /** Of the draft that the figures are of; none for the texts of the case. */
  readonly hash?: string;
  readonly isOlder?: boolean;
  readonly children?: ReactNode;
}

function Card({ title, readings, moves = [], hash, isOlder = false, children }: CardProps) {
  const { names } = useCase();
  const named = readings.map((one) => ({ reading: one.id, holder: one.holder }));
  const shown = readings
    .map((one) => ({
      one,
      name: readingName({ reading: one.id, holder: one.holder }, named, names),
    }))
    .sort((a, b) => names.compare(a.name, b.name) || names.compare(a.one.id, b.one.id));
  return (
    <article className={styles.card} data-hash={hash} data-older={isOlder} aria-busy={isOlder}>
      <h3>{title}</h3>
      {hash === undefined ? null : <p className="mono">{hash.slice(0, "sha256:".length + 12)}</p>}
      {shown.map(({ one, name }) => (
        <ReadingFigures
          key={one.id}
          reading={one}
          name={name}
          moves={moves.filter(({ to }) => to === one.id)}
        />
      ))}
      {children}
    </article>
  );
}
