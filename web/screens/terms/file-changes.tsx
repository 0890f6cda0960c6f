// How the files of two texts differ, part by part and field by field; folded, for two texts rarely share much.
import { useLingui } from "@lingui/react";
import type { Plain } from "../../../src/terms/ast.ts";
import type { TextChange } from "../../../src/terms/diff-terms.ts";
import { usePrinting } from "../../parts/use-printing.ts";
import { ChangedWords } from "./changed-words.tsx";
import styles from "./compare.module.css";

/** In the order of the first text, then what only the second has. */
export function FileChanges({ changes }: { changes: readonly TextChange[] }) {
  const { i18n } = useLingui();
  const isPrinting = usePrinting();
  return (
    <details className={styles.files} open={isPrinting}>
      <summary>
        {i18n._(
          "diff.files",
          { n: changes.length },
          { message: "{n, plural, one {# difference} other {# differences}} between the files" },
        )}
      </summary>
      <ul>
        {changes.map((change) => (
          <li
            key={`${change.kind} ${change.part} ${change.kind === "changed" ? change.field : ""}`}
          >
            <Change change={change} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Change({ change }: { change: TextChange }) {
  const { i18n } = useLingui();
  const { part } = change;
  switch (change.kind) {
    case "added":
      return i18n._("diff.added", { part }, { message: "only in the second: {part}" });
    case "removed":
      return i18n._("diff.removed", { part }, { message: "only in the first: {part}" });
    case "renamed":
      return i18n._(
        "diff.renamed",
        { part, to: change.to },
        { message: "{part} is called {to} in the second" },
      );
    case "changed":
      return (
        <>
          <b>
            {part}
            {change.field === "" ? "" : `, ${change.field}`}
          </b>{" "}
          {change.words === null ? (
            <span className="mono">
              {plain(change.before)} → {plain(change.after)}
            </span>
          ) : (
            <ChangedWords changes={change.words} />
          )}
        </>
      );
    default:
      return change satisfies never;
  }
}

function plain(value: Plain): string {
  return value === null ? "–" : typeof value === "string" ? value : JSON.stringify(value);
}
