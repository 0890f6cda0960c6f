// The text as its file says it. Tab indents; Escape and then Tab leaves, so that nobody is caught in the editor by keyboard.
import { useLingui } from "@lingui/react";
import { useRef } from "react";
import type { KeyboardEvent } from "react";
import type { Problem } from "../../../src/model/problem.ts";
import { EDITOR_ID, goTo, nextPlace } from "./editor-places.ts";
import styles from "./lab.module.css";

interface SourceEditorProps {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly change: (text: string) => void;
  readonly pin: () => void;
}

const INDENT = "  ";

/** A plain text area: browsers and reading aids know it. */
export function SourceEditor({ text, problems, change, pin }: SourceEditorProps) {
  const { i18n } = useLingui();
  const mayLeave = useRef(false);
  const press = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const editor = event.currentTarget;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) pin();
    else if (event.key === "F8") goToNext(editor, problems);
    else if (event.key === "Tab" && isPlain && !event.shiftKey && !mayLeave.current)
      change(indented(editor));
    else {
      mayLeave.current = event.key === "Escape";
      return;
    }
    mayLeave.current = false;
    event.preventDefault();
  };
  return (
    <>
      <textarea
        id={EDITOR_ID}
        className={styles.editor}
        aria-label={i18n._("lab.editor", {}, { message: "The text in its own language" })}
        aria-describedby="editor-keys"
        aria-invalid={problems.some(({ severity }) => severity === "error")}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        rows={24}
        lang="en"
        value={text}
        onKeyDown={press}
        onChange={(event) => change(event.target.value)}
      />
      <p id="editor-keys" className={styles.keys}>
        {i18n._(
          "lab.keys",
          {},
          { message: "Tab indents; Esc and then Tab leaves the text. F8: next problem." },
        )}
      </p>
    </>
  );
}

/** While there are errors, what does not stop the text is passed over. */
function goToNext(editor: HTMLTextAreaElement, problems: readonly Problem[]): void {
  const errors = problems.filter(({ severity }) => severity === "error");
  const places = (errors.length > 0 ? errors : problems).flatMap(({ at }) => at ?? []);
  const next = nextPlace(editor.value, editor.selectionStart, places);
  if (next !== null) goTo(next);
}

function indented(editor: HTMLTextAreaElement): string {
  editor.setRangeText(INDENT, editor.selectionStart, editor.selectionEnd, "end");
  return editor.value;
}
