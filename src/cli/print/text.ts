// Plain text for terminals: wrapping, ranges, counted nouns. Text from a record is shown, never obeyed.

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Control characters and direction overrides made visible, so that a record cannot move the cursor or hide words. */
export function printable(text: string): string {
  return text.replace(CONTROL, (character) => (character === "\t" ? " " : "\ufffd"));
}

/** Columns a text takes: code points, without the styling of `styleFor`; combining marks take none. */
export function widthOf(text: string): number {
  const plain = text.replace(/\u001b\[\d+m/gu, "").replace(/\p{Mark}/gu, "");
  return [...plain].length;
}

/** Wraps at spaces to at most `width` columns; a longer word gets a line of its own. `indent` begins every line. */
export function wrap(text: string, width: number, indent = ""): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && widthOf(longer) + indent.length > width) {
      lines.push(indent + line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, indent + line];
}

/** A paragraph, wrapped, with its end of line. */
export function paragraph(text: string, width: number, indent = ""): string {
  return `${wrap(printable(text), Math.min(width, 100), indent).join("\n")}\n`;
}

/** `1 incident`, `2 incidents`; the plural is given where it is not + s. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : plural}`;
}

/** A list in a sentence: `a`, `a and b`, `a, b and c`. */
export function inWords(items: readonly string[], joint = "and"): string {
  if (items.length < 2) return items[0] ?? "";
  return `${items.slice(0, -1).join(", ")} ${joint} ${items.at(-1) ?? ""}`;
}
