// Places of a text in its editor: lines and columns count from 1 and columns count code points, as problems do.
import type { Span } from "../../../src/model/problem.ts";

/** There is one editor on the screen. */
export const EDITOR_ID = "lab-text";

/** Puts the focus and the selection on a place of the text. */
export function goTo(at: Span): void {
  const editor = document.querySelector<HTMLTextAreaElement>(`#${EDITOR_ID}`);
  if (editor === null) return;
  const [from, to] = offsetsOf(editor.value, at);
  editor.focus();
  editor.setSelectionRange(from, to);
  const line = Number.parseFloat(getComputedStyle(editor).lineHeight);
  editor.scrollTop = Math.max(0, (at.line - 4) * line);
}

/** First and last offset of a place in UTF-16 units; within the text whatever it says. */
export function offsetsOf(
  text: string,
  { line, column, endColumn }: Pick<Span, "line" | "column" | "endColumn">,
): readonly [number, number] {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const start = Math.min(before, text.length);
  const points = [...(lines[line - 1] ?? "")];
  const upTo = (count: number): number => start + points.slice(0, count).join("").length;
  return [upTo(column - 1), upTo(endColumn - 1)];
}

/** The first problem after an offset, round to the first of all; null without any. */
export function nextPlace(text: string, offset: number, places: readonly Span[]): Span | null {
  const later = places.find((place) => offsetsOf(text, place)[0] > offset);
  return later ?? places[0] ?? null;
}
