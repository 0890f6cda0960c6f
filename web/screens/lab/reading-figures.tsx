// One reading of a text: at least and at most, under which condition, by party, and what moves against a text at hand.
import { useLingui } from "@lingui/react";
import type { AssessedReading } from "../../../src/assess/assess.ts";
import type { Move } from "../../../src/assess/whatif.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useBoundsText } from "../../parts/bounds.tsx";
import { VerdictBar } from "../../parts/verdict-bar.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import styles from "./lab.module.css";

interface ReadingFiguresProps {
  readonly reading: AssessedReading;
  /** As people see it. */
  readonly name: string;
  /** To this reading, one a text at hand that it is set against. */
  readonly moves: readonly Move[];
}

/** Every number stands in its own element that names it, for those who check. */
export function ReadingFigures({ reading, name, moves }: ReadingFiguresProps) {
  const { names } = useCase();
  const boundsText = useBoundsText();
  const { id, totals, byParty } = reading;
  const { atLeast, atMost } = totals;
  return (
    <div className={styles.reading} data-reading={id}>
      <h4>
        {name} <span className="mono">{id}</span>
      </h4>
      <p className={styles.figure} data-at-least={atLeast} data-at-most={atMost}>
        {boundsText(totals)}
      </p>
      <Standings reading={reading} />
      <VerdictBar totals={totals} />
      <dl className={styles.parties}>
        {Object.keys(byParty)
          .sort((a, b) => names.compare(names.party(a), names.party(b)))
          .map((party) => (
            <div key={party}>
              <dt>{names.party(party)}</dt>
              <dd>{boundsText(byParty[party] ?? { atLeast: 0, atMost: 0 })}</dd>
            </div>
          ))}
      </dl>
      {moves.map((move) => (
        <Moved key={move.from} move={move} />
      ))}
    </div>
  );
}

/** Never one sum in two moods: a line a standing that has any. */
function Standings({ reading: { byStanding, totals } }: { reading: AssessedReading }) {
  const words = useVerdictWords();
  const boundsText = useBoundsText();
  const all = (["applies", "unclear", "would-apply"] as const).map((standing) => ({
    standing,
    bounds: byStanding[standing],
  }));
  const some = all.filter(({ bounds }) => bounds.atMost > 0);
  if (totals.atMost === 0) return <p className={styles.standing}>{words.counted("would-apply")}</p>;
  return (
    <ul className={styles.standing}>
      {some.map(({ standing, bounds }) => (
        <li key={standing}>
          {some.length === 1 ? null : <b>{boundsText(bounds)}</b>} {words.counted(standing)}
        </li>
      ))}
    </ul>
  );
}

function Moved({ move: { from, hard, soft, transitions } }: { move: Move }) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  return (
    <div className={styles.moved} data-from={from} data-hard={hard} data-soft={soft}>
      <p>
        {hard + soft === 0
          ? i18n._("lab.moved.none", { from }, { message: "As under {from}: nothing moves." })
          : i18n._(
              "lab.moved",
              { from, hard, soft },
              {
                message: "Against {from}: {hard} surely and {soft} possibly answered differently.",
              },
            )}
      </p>
      <ul>
        {transitions.map((one) => (
          <li key={`${one.from} ${one.to}`}>
            <span role="img" aria-label={`${words.verdict(one.from)} → ${words.verdict(one.to)}`}>
              <VerdictMark mark={one.from} /> → <VerdictMark mark={one.to} />
            </span>{" "}
            {one.incidents}
          </li>
        ))}
      </ul>
    </div>
  );
}
