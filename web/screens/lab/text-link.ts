// A draft as a link: its text compressed in the fragment of the address, which browsers send to no server.
import type { LabDraft } from "../../../src/report/lab.ts";
import { parseDay } from "../../../src/model/instant.ts";

/** Characters of a fragment that mail and chat programs still carry. */
export const MAX_FRAGMENT = 8192;

const MARK = "#t=";

/** True of a fragment that says it holds a text. */
export function isShared(fragment: string): boolean {
  return fragment.startsWith(MARK);
}

/** `#t=...` of a draft; null when it would be longer than MAX_FRAGMENT. */
export async function printFragment({ name, text, period }: LabDraft): Promise<string | null> {
  const { start = null, end = null } = period;
  const bytes = await through(
    new TextEncoder().encode(JSON.stringify([1, name, start, end, text])),
    new CompressionStream("deflate-raw"),
  );
  const fragment = `${MARK}${toBase64(bytes)}`;
  return fragment.length > MAX_FRAGMENT ? null : fragment;
}

/** The draft of a fragment; null when it holds none. Never throws. */
export async function parseFragment(fragment: string): Promise<LabDraft | null> {
  if (!isShared(fragment)) return null;
  try {
    const bytes = fromBase64(fragment.slice(MARK.length));
    const plain = await through(bytes, new DecompressionStream("deflate-raw"));
    return draftOf(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(plain)));
  } catch {
    return null;
  }
}

function draftOf(value: unknown): LabDraft | null {
  if (!Array.isArray(value)) return null;
  const [version, name, start, end, text]: readonly unknown[] = value;
  if (version !== 1 || typeof name !== "string" || typeof text !== "string") return null;
  if (!/^[^/]+\.terms\.(?:yaml|md)$/.test(name)) return null;
  const day = (of: unknown) => (typeof of === "string" ? (parseDay(of) ?? undefined) : undefined);
  return { name, text, period: { start: day(start), end: day(end) } };
}

/** No text of the language is longer than this; a bomb of zeros is not unpacked. */
const MAX_BYTES = 4_194_304;

async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MAX_BYTES) throw new RangeError("the text of this link is too long");
    chunks.push(Uint8Array.from(part.value));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function toBase64(bytes: Uint8Array): string {
  const binary = [...bytes].map((byte) => String.fromCodePoint(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (letter) => letter.codePointAt(0) ?? 0);
}
