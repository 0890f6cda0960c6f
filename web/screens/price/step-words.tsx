// The words of one step: what the wide answer no longer says, what it says more, and how much both say.
import { useLingui } from "@lingui/react";
import type { WordChange } from "../../../src/report/ladder.ts";
import { useCase } from "../../app/case-frame.tsx";
import styles from "./ladder.module.css";

/** Removed names struck, added ones underlined; kinds in the chosen language. */
export function StepWords({ words }: { words: WordChange }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const nameOf = { targets: names.kind, means: names.means, act: names.act, by: names.party };
  const name = Object.entries(nameOf).find(([sort]) => sort === words.sort)?.[1] ?? names.kind;
  return (
    <p className={styles.words}>
      {words.kept.map((one) => (
        <span key={one}>{name(one)}; </span>
      ))}
      {words.removed.map((one) => (
        <del key={one}>
          <span className="visually-hidden">
            {i18n._("ladder.removed", {}, { message: "without:" })}{" "}
          </span>
          {name(one)};{" "}
        </del>
      ))}
      {words.added.map((one) => (
        <ins key={one}>
          <span className="visually-hidden">
            {i18n._("ladder.added", {}, { message: "added:" })}{" "}
          </span>
          {name(one)};{" "}
        </ins>
      ))}
    </p>
  );
}
