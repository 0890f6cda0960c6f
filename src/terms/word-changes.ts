// Two sentences word by word: what stayed, what was taken out, what was put in. Longest common run of words; cost is the product
// of their lengths, so that very long texts are compared as wholes.

export interface WordChange {
  readonly kind: "same" | "out" | "in";
  /** Words with single spaces between. */
  readonly text: string;
}

/** Above this product of lengths the whole text counts as replaced. */
const MAX_CELLS = 4_000_000;

export function wordChanges(before: string, after: string): readonly WordChange[] {
  const [a, b] = [before, after].map((text) => text.split(/\s+/).filter((word) => word !== ""));
  if (a === undefined || b === undefined || a.length * b.length > MAX_CELLS) {
    return [
      { kind: "out", text: before },
      { kind: "in", text: after },
    ];
  }
  const lengths = commonLengths(a, b);
  const at = (i: number, j: number): number => lengths[i * (b.length + 1) + j] ?? 0;
  const changes: { kind: WordChange["kind"]; words: string[] }[] = [];
  const note = (kind: WordChange["kind"], word: string): void => {
    const last = changes.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else changes.push({ kind, words: [word] });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      note("same", left);
      i++;
      j++;
    } else if (left !== undefined && (right === undefined || at(i + 1, j) >= at(i, j + 1))) {
      note("out", left);
      i++;
    } else {
      note("in", right ?? "");
      j++;
    }
  }
  return changes.map(({ kind, words }) => ({ kind, text: words.join(" ") }));
}

/** `lengths[i, j]`: words that `a` from i on and `b` from j on have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array {
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  return lengths;
}
