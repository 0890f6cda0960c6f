// What goes and what comes, struck and underlined, and said so to those who hear the page.
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { WordChange as NameChange } from "../../../src/report/ladder.ts";
import type { WordChange } from "../../../src/terms/word-changes.ts";
import { useCase } from "../../app/case-frame.tsx";
import styles from "./compare.module.css";

/** Running text, word by word; it stays in its own language. */
export function ChangedWords({ changes }: { changes: readonly WordChange[] }) {
  return (
    <p className={styles.changed} lang="en">
      {changes.map(({ kind, text }, index) => {
        // oxlint-disable-next-line react/no-array-index-key -- stretches of one comparison never move
        const key = index;
        if (kind === "same") return <span key={key}>{text} </span>;
        return kind === "out" ? <Out key={key}>{text} </Out> : <In key={key}>{text} </In>;
      })}
    </p>
  );
}

/** Two lists of names. */
export function NamesChange({ change }: { change: NameChange }) {
  const { names } = useCase();
  const nameOf = { targets: names.kind, means: names.means, act: names.act, by: names.party };
  const name = Object.entries(nameOf).find(([sort]) => sort === change.sort)?.[1] ?? names.kind;
  return (
    <p className={styles.changed}>
      {change.kept.map((one) => (
        <span key={one}>{name(one)}; </span>
      ))}
      {change.removed.map((one) => (
        <Out key={one}>{name(one)}; </Out>
      ))}
      {change.added.map((one) => (
        <In key={one}>{name(one)}; </In>
      ))}
    </p>
  );
}

function Out({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <del>
      <span className="visually-hidden">
        {i18n._("ladder.removed", {}, { message: "without:" })}{" "}
      </span>
      {children}
    </del>
  );
}

function In({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <ins>
      <span className="visually-hidden">{i18n._("ladder.added", {}, { message: "added:" })} </span>
      {children}
    </ins>
  );
}
