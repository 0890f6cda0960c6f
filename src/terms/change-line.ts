// What changed between two texts in one line: parts that came, went or changed, and the words of running text that did.
import type { TextChange } from "./diff-terms.ts";
import type { WordChange } from "./word-changes.ts";

/** `added: question start; changed: text title -as read out on- +as stated from+`; `nothing` for texts of one version id. */
export function changeLine(changes: readonly TextChange[]): string {
  const added = withoutInner(changes.flatMap((one) => (one.kind === "added" ? [one.part] : [])));
  const removed = withoutInner(
    changes.flatMap((one) => (one.kind === "removed" ? [one.part] : [])),
  );
  const renamed = changes.flatMap((one) =>
    one.kind === "renamed" ? [`${one.part} to ${one.to}`] : [],
  );
  const changed = changes.flatMap((one) =>
    one.kind === "changed" ? [`${one.part} ${one.field}${wordsOf(one.words)}`] : [],
  );
  const lists = { added, removed, renamed, changed };
  const told = Object.entries(lists).flatMap(([kind, parts]) =>
    parts.length === 0 ? [] : [`${kind}: ${parts.join(", ")}`],
  );
  return told.length === 0 ? "nothing" : told.join("; ");
}

/** A question that came or went whole brought or took its answers with it. */
function withoutInner(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => {
    const [, question] = /^answer ([^/]+)\//.exec(part) ?? [];
    return question === undefined || !parts.includes(`question ${question}`);
  });
}

function wordsOf(words: readonly WordChange[] | null): string {
  const moved = (words ?? []).flatMap(({ kind, text }) =>
    kind === "same" ? [] : [kind === "out" ? `-${text}-` : `+${text}+`],
  );
  return moved.length === 0 ? "" : ` ${moved.join(" ")}`;
}
