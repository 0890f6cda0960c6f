// Patterns of one reading's verdicts across the texts: at hand, in this draft, in what is pinned. No reading is chosen beforehand.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { LabFigures } from "../../../src/report/lab.ts";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { Freshness, Pinned } from "./lab-state.ts";
import { patternsOf } from "./verdict-patterns.ts";
import styles from "./lab.module.css";

interface PatternsProps {
  readonly figures: LabFigures;
  readonly pinned: readonly Pinned[];
  readonly fresh: Freshness;
}

/** Only readings that a move leads to can be chosen. */
export function Patterns({ figures, pinned, fresh }: PatternsProps) {
  const { i18n } = useLingui();
  const [chosen, choose] = useState("");
  const moves = figures.moves.map(({ from, to }) => ({ from, to, id: `${from} → ${to}` }));
  const move = moves.find(({ id }) => id === chosen);
  return (
    <section
      aria-labelledby="lab-patterns"
      className={styles.patterns}
      data-older={fresh.kind !== "current"}
    >
      <h2 id="lab-patterns">{i18n._("patterns.title", {}, { message: "Patterns of answers" })}</h2>
      <label>
        {i18n._("lab.patterns.of", {}, { message: "Verdicts of" })}{" "}
        <select
          value={move === undefined ? "" : chosen}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="">
            {i18n._("lab.patterns.choose", {}, { message: "choose two readings" })}
          </option>
          {moves.map(({ id }) => (
            <option key={id} value={id}>
              {id}
            </option>
          ))}
        </select>
      </label>
      {move === undefined ? null : <Table move={move} figures={figures} pinned={pinned} />}
    </section>
  );
}

interface TableProps extends Omit<PatternsProps, "fresh"> {
  readonly move: { readonly from: string; readonly to: string };
}

function Table({ move: { from, to }, figures, pinned }: TableProps) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  const letters = (of: LabFigures, reading: string) =>
    Object.entries(of.letters).find(([id]) => id === reading)?.[1];
  const columns = [
    { name: from, letters: letters(figures, from) },
    { name: to, letters: letters(figures, to) },
    ...pinned.map(({ figures: kept }, index) => ({
      name: i18n._("lab.card.pinned", { n: index + 1 }, { message: "Pinned {n}" }),
      letters: letters(kept, to),
    })),
  ].flatMap(({ name, letters: own }) => (own === undefined ? [] : [{ name, letters: own }]));
  const patterns = patternsOf(columns.map((column) => column.letters));
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <th scope="col">{i18n._("home.incidents", {}, { message: "Incidents" })}</th>
        </tr>
      </thead>
      <tbody>
        {patterns.map(({ verdicts, incidents }) => (
          <tr key={verdicts.join()}>
            {verdicts.map((verdict, index) => (
              <td key={columns[index]?.name}>
                <VerdictMark mark={verdict} /> {words.verdict(verdict)}
              </td>
            ))}
            <td>{incidents}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
