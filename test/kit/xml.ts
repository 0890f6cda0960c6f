// A small strict reader of XML 1.0 with namespaces, for tests only: it refuses whatever is not well formed, where a browser would
// guess. No DTD, no CDATA, no processing instructions: nothing of ours writes them.

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Words directly in it. */
  readonly words: string;
}

export interface XmlDocument {
  readonly root: XmlElement;
  /** In document order, as they stand between the marks. */
  readonly comments: readonly string[];
}

const NAME = /[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?/y;
const CHARS = /^[\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]*$/u;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Throws with the offset of the first fault. */
export function readXml(text: string): XmlDocument {
  if (!CHARS.test(text)) throw new Error("a character that XML cannot hold");
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error("no declaration");
  const reader = new Reader(text.replaceAll(/\r\n?/g, "\n"), declaration.length);
  const root = reader.element(new Set(["xml"]));
  reader.end();
  return { root, comments: reader.comments };
}

class Reader {
  readonly comments: string[] = [];
  readonly #text: string;
  #at: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  element(known: ReadonlySet<string>): XmlElement {
    this.#take("<");
    const name = this.#name();
    const attributes = this.#attributes();
    const declared = [...attributes.keys()].flatMap((key) =>
      key.startsWith("xmlns:") ? [key.slice("xmlns:".length)] : [],
    );
    const prefixes = new Set([...known, ...declared]);
    for (const each of [name, ...attributes.keys()]) this.#prefix(each, prefixes);
    if (this.#skip("/>")) return { name, attributes, children: [], words: "" };
    this.#take(">");
    const content = this.#content(prefixes);
    if (this.#name() !== name) this.#fail(`</${name}> expected`);
    this.#space();
    this.#take(">");
    return { name, attributes, ...content };
  }

  end(): void {
    this.#space();
    while (this.#skip("<!--")) this.#comment();
    this.#space();
    if (this.#at !== this.#text.length) this.#fail("something after the root");
  }

  #content(prefixes: ReadonlySet<string>): Pick<XmlElement, "children" | "words"> {
    const children: XmlElement[] = [];
    let words = "";
    for (;;) {
      const next = this.#text.indexOf("<", this.#at);
      if (next < 0) this.#fail("an element without its end");
      words += this.#decode(this.#text.slice(this.#at, next));
      this.#at = next;
      if (this.#skip("</")) return { children, words };
      if (this.#skip("<!--")) this.#comment();
      else children.push(this.element(prefixes));
    }
  }

  #comment(): void {
    const end = this.#text.indexOf("--", this.#at);
    if (end < 0 || this.#text[end + 2] !== ">") this.#fail("two hyphens in a comment");
    this.comments.push(this.#text.slice(this.#at, end));
    this.#at = end + 3;
  }

  #attributes(): ReadonlyMap<string, string> {
    const found = new Map<string, string>();
    while (this.#space()) {
      if (/[/>]/.test(this.#text[this.#at] ?? "")) break;
      const name = this.#name();
      if (found.has(name)) this.#fail(`attribute ${name} twice`);
      this.#take('="');
      const end = this.#text.indexOf('"', this.#at);
      if (end < 0) this.#fail("an attribute without its end");
      const raw = this.#text.slice(this.#at, end);
      if (raw.includes("<")) this.#fail("< in an attribute");
      found.set(name, this.#decode(raw.replaceAll(/[\t\n]/g, " ")));
      this.#at = end + 1;
    }
    return found;
  }

  #decode(raw: string): string {
    if (raw.includes("]]>")) this.#fail("]]> among words");
    return raw.replaceAll(/&(?:#(\d+);|(\w+);)?/g, (_, code?: string, entity?: string) => {
      if (code !== undefined) return String.fromCodePoint(Number(code));
      return ENTITIES[entity ?? ""] ?? this.#fail("an & that is no reference");
    });
  }

  #prefix(name: string, known: ReadonlySet<string>): void {
    const [prefix, local] = name.split(":");
    if (local !== undefined && prefix !== "xmlns" && !known.has(prefix ?? ""))
      this.#fail(`prefix ${prefix ?? ""} is not declared`);
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const name = NAME.exec(this.#text)?.[0] ?? this.#fail("a name expected");
    this.#at += name.length;
    return name;
  }

  #space(): boolean {
    const from = this.#at;
    while (/[ \t\n]/.test(this.#text[this.#at] ?? "")) this.#at += 1;
    return this.#at > from;
  }

  #skip(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #take(mark: string): void {
    if (!this.#skip(mark)) this.#fail(`${mark} expected`);
  }

  #fail(what: string): never {
    throw new Error(`${what} at ${this.#at}: ${this.#text.slice(this.#at - 40, this.#at + 40)}`);
  }
}

/** The element and all below it. */
export function everyElement(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(everyElement)];
}
