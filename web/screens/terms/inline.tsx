// A line of a literate text: strong words and code as such, ids of listed publications as links; all else stays as typed.
import { Fragment } from "react";
import { SourceId } from "./source-id.tsx";

const MARKS = /(\*\*[^*]+\*\*|`[^`]+`|\b[a-z]+-\d+\b)/;

/** Nothing but these is read as a mark. */
export function Inline({ text }: { text: string }) {
  return text.split(MARKS).map((piece, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- pieces of one line never move
    <Fragment key={index}>{shown(piece)}</Fragment>
  ));
}

function shown(piece: string) {
  if (/^\*\*[^*]+\*\*$/.test(piece)) return <strong>{piece.slice(2, -2)}</strong>;
  if (/^`[^`]+`$/.test(piece)) return <code>{piece.slice(1, -1)}</code>;
  return /^[a-z]+-\d+$/.test(piece) ? <SourceId id={piece} /> : piece;
}
