// XML as a small tree and its text: elements, words, and losses, which stand as comments where the target format fell short.
// Follows XML 1.0 (fifth edition): characters that it cannot hold become U+FFFD, and that is told as a loss too.

export type XmlNode =
  | {
      readonly kind: "element";
      readonly name: string;
      readonly attributes: readonly (readonly [name: string, value: string])[];
      readonly children: readonly XmlNode[];
    }
  | { readonly kind: "words"; readonly words: string }
  /** What the format cannot say, at the place where it would have stood. */
  | { readonly kind: "loss"; readonly loss: Loss };

/** Something of the text that its export does not say, or says in words only. */
export interface Loss {
  /** Path in the text: `clauses/strikes/on-breach`, `zones/corridor`. */
  readonly at: string;
  readonly says: string;
}

/** What may stand in an element; null stands for nothing. */
export type XmlChild = XmlNode | string | null;

/** An attribute that is null is left out; strings among the children are words. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  children: readonly XmlChild[] = [],
): XmlNode {
  return {
    kind: "element",
    name,
    attributes: Object.entries(attributes).flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as const],
    ),
    children: children.flatMap((child): readonly XmlNode[] => {
      if (child === null) return [];
      return typeof child === "string" ? [{ kind: "words", words: child }] : [child];
    }),
  };
}

export function loss(at: string, says: string): XmlNode {
  return { kind: "loss", loss: { at, says } };
}

/** All losses of a tree in document order, characters that XML cannot hold among them. */
export function lossesOf(node: XmlNode, within = ""): readonly Loss[] {
  switch (node.kind) {
    case "loss":
      return [node.loss];
    case "words":
      return unwritable(node.words, within);
    case "element": {
      const named = node.attributes.find(([name]) => NAMES.has(name))?.[1] ?? within;
      return [
        ...node.attributes.flatMap(([, value]) => unwritable(value, named)),
        ...node.children.flatMap((child) => lossesOf(child, named)),
      ];
    }
    default:
      return node satisfies never;
  }
}

const NAMES: ReadonlySet<string> = new Set(["key", "eId"]);

function unwritable(words: string, at: string): readonly Loss[] {
  const count = words.match(UNWRITABLE)?.length ?? 0;
  if (count === 0) return [];
  return [{ at, says: `${count} characters that XML cannot hold are written as U+FFFD` }];
}

// Everything but what XML 1.0 calls a Char; with the flag u a lone surrogate is a code point of its own.
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** The document: a declaration and the element. Two spaces a level; an element with words in it stays on one line. */
export function xmlText(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${nodeText(root, "")}\n`;
}

function nodeText(node: XmlNode, indent: string): string {
  switch (node.kind) {
    case "words":
      return escapeWords(node.words);
    case "loss":
      return `<!-- ${commentWords(`lost: ${node.loss.at}: ${node.loss.says}`)} -->`;
    case "element": {
      const attributes = node.attributes.map(
        ([key, value]) => ` ${key}="${escapeAttribute(value)}"`,
      );
      const start = `<${node.name}${attributes.join("")}`;
      if (node.children.length === 0) return `${start}/>`;
      return `${start}>${contentText(node.children, indent)}</${node.name}>`;
    }
    default:
      return node satisfies never;
  }
}

function contentText(children: readonly XmlNode[], indent: string): string {
  if (children.some(({ kind }) => kind === "words"))
    return children.map((child) => nodeText(child, indent)).join("");
  const deeper = `${indent}  `;
  const lines = children.map((child) => `\n${deeper}${nodeText(child, deeper)}`);
  return `${lines.join("")}\n${indent}`;
}

// A carriage return would come back as a line feed, so it is written by number.
function escapeWords(words: string): string {
  return writable(words)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

// A reader makes spaces of line ends and tabs in attributes unless they are written by number.
function escapeAttribute(value: string): string {
  return escapeWords(value)
    .replaceAll('"', "&quot;")
    .replaceAll("\t", "&#9;")
    .replaceAll("\n", "&#10;");
}

// A comment ends at its first two hyphens.
function commentWords(words: string): string {
  return writable(words)
    .replaceAll("\r", " ")
    .replaceAll(/-(?=-)/g, "- ");
}

function writable(words: string): string {
  return words.replaceAll(UNWRITABLE, "\u{fffd}");
}
