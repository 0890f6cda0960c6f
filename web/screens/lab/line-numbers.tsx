// Line numbers beside an editor: they roll with it, and those who hear the page do not hear them.
import { useRef } from "react";
import type { ReactNode, UIEvent } from "react";
import styles from "./line-numbers.module.css";

/** `children` is the editor; its own scrolling moves the numbers. */
export function LineNumbers({ text, children }: { text: string; children: ReactNode }) {
  const numbers = useRef<HTMLPreElement>(null);
  const lines = text.split("\n").length;
  const roll = ({ target }: UIEvent) => {
    if (numbers.current !== null && target instanceof HTMLTextAreaElement)
      numbers.current.style.transform = `translateY(${-target.scrollTop}px)`;
  };
  return (
    <div className={styles.numbered} onScrollCapture={roll}>
      <div className={styles.gutter} aria-hidden="true">
        <pre ref={numbers}>{Array.from({ length: lines }, (_, line) => line + 1).join("\n")}</pre>
      </div>
      <div className={styles.source}>{children}</div>
    </div>
  );
}
