// A verdict as a mark: shape first, colour second, so that it reads in grey, in forced colours and without seeing colour.
import { useId } from "react";
import type { VerdictKind } from "../../src/assess/verdict.ts";
import styles from "./verdict-mark.module.css";

/** A verdict, or `differ`: the aggregate of readings that answer differently. */
export type Mark = VerdictKind | "differ";

/** `label` is read aloud; without it the mark is decoration beside words that say the same. */
export function VerdictMark({ mark, label, size = 14 }: MarkProps) {
  const id = useId();
  const titled =
    label === undefined ? { "aria-hidden": true } : { role: "img", "aria-labelledby": id };
  return (
    <svg
      className={styles.mark}
      data-mark={mark}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      {...titled}
    >
      {label === undefined ? null : <title id={id}>{label}</title>}
      <Shape mark={mark} />
    </svg>
  );
}

interface MarkProps {
  readonly mark: Mark;
  readonly label?: string;
  /** CSS pixels. */
  readonly size?: number;
}

/** The shape alone, in a box of 16 units, for pictures that draw many. */
export function VerdictShape({ mark }: { mark: Mark }) {
  return (
    <g className={styles.mark} data-mark={mark}>
      <Shape mark={mark} />
    </g>
  );
}

function Shape({ mark }: { mark: Mark }) {
  switch (mark) {
    case "violation":
      return <circle cx="8" cy="8" r="6.5" className={styles.filled} />;
    case "not-covered":
      return <circle cx="8" cy="8" r="5.5" className={styles.ring} />;
    case "undetermined":
      return (
        <>
          <circle cx="8" cy="8" r="5.75" className={styles.dashed} />
          <circle cx="8" cy="8" r="1.6" className={styles.filled} />
        </>
      );
    case "conflict":
      return (
        <>
          <rect x="2.5" y="2.5" width="11" height="11" className={styles.ring} />
          <path d="M3 13 13 3" className={styles.ring} />
        </>
      );
    case "differ":
      return (
        <>
          <circle cx="8" cy="8" r="5.75" className={styles.ring} />
          <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" className={styles.filled} />
        </>
      );
    default:
      return mark satisfies never;
  }
}
