// A language that exists in tests only: English with every message two fifths longer, to see whether the screens leave room.
import type { Assets } from "../../src/serve/index.ts";
import { makeAsset } from "../../src/serve/static.ts";

/** Stands around every message, so that a text which is in no catalog shows. */
export const OPEN = "⟦";
export const CLOSE = "⟧";
const MORE = 0.4;

/** The built app with the English catalogs, one a group of screens, made longer. Throws when the build has no such catalog. */
export function pseudoAssets(built: Assets): Assets {
  const catalogs = [...built].filter(([name]) => /^\/assets\/en-[^/]*\.js$/.test(name));
  if (catalogs.length === 0) throw new Error("the build has no catalog en-*.js");
  return new Map([
    ...built,
    ...catalogs.map(([name, { bytes, type }]) => {
      const code = longerCatalog(name, new TextDecoder().decode(bytes));
      return [name, makeAsset(new TextEncoder().encode(code), type, false)] as const;
    }),
  ]);
}

function longerCatalog(name: string, code: string): string {
  const longer = code.replace(/JSON\.parse\(`(.*)`\)/s, (_, text: string) => {
    // The catalog stands in a template string: its own escapes come off first and go on again.
    const messages = JSON.parse(text.replace(/\\([\\`$])/g, "$1")) as Record<string, unknown>;
    const all = Object.entries(messages).map(([id, message]) => [id, lengthened(message)]);
    const json = JSON.stringify(Object.fromEntries(all)).replace(/[\\`$]/g, "\\$&");
    return `JSON.parse(\`${json}\`)`;
  });
  if (longer === code) throw new Error(`the catalog ${name} is not what it was: see pseudo.ts`);
  return longer;
}

/** A compiled message is a list of texts and of arguments (`[name, type, forms]`); only texts grow. */
function lengthened(message: unknown): unknown {
  const parts = Array.isArray(message) ? (message as readonly unknown[]) : [message];
  return [OPEN, ...parts.map(part), CLOSE];
}

function part(one: unknown): unknown {
  if (typeof one === "string") return one === "#" ? one : longer(one);
  if (!Array.isArray(one)) return one;
  const [name, type, forms] = one as readonly unknown[];
  if (typeof forms !== "object" || forms === null) return one;
  const each = Object.entries(forms).map(([key, value]) => {
    if (key === "offset") return [key, value];
    return [key, Array.isArray(value) ? value.map(part) : part(value)];
  });
  return [name, type, Object.fromEntries(each)];
}

/** Words keep their places to break; the last one is drawn out. */
function longer(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, "").length;
  const added = "~".repeat(Math.ceil(letters * MORE));
  return text.replace(/(\s*)$/, (space) => `${chunks(added)}${space}`);
}

/** In pieces of a long word's length. */
function chunks(text: string): string {
  return (text.match(/.{1,9}/g) ?? []).join(" ");
}
