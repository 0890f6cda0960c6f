// Catalogs by groups of screens: `uk.po?words=price?lingui` is the part of the Ukrainian catalog that Price needs. People translate
// one file for each language; readers fetch what they look at. Lingui's own plugin compiles, and stops at a missing message.
import { readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { groupOf } from "../web/words/word-groups.ts";

const PART = /^(.*\.po)\?words=([a-z]+)\?lingui$/;
/** What Lingui compiles a catalog to. */
const COMPILED = /JSON\.parse\(("(?:[^"\\]|\\.)*")\)/;

/** Stands after Lingui's plugin: leaves of a whole catalog the words of one group. */
export function splitWords(): Plugin {
  return {
    name: "split-words",
    transform(code, id) {
      const [, file, group] = PART.exec(id) ?? [];
      if (file === undefined) return null;
      const own = idsIn(readFileSync(file, "utf8"), group ?? "");
      return { code: withOnly(code, own), map: null };
    },
  };
}

/** Ids of a catalog that belong to a group, by the files that use them. */
export function idsIn(po: string, group: string): ReadonlySet<string> {
  const entries = po.split("\n\n").filter((entry) => groupOf(filesOf(entry)) === group);
  return new Set(entries.flatMap((entry) => /^msgid "(.+)"$/m.exec(entry)?.[1] ?? []));
}

function filesOf(entry: string): readonly string[] {
  const lines = [...entry.matchAll(/^#: (.+)$/gm)];
  return lines.flatMap(([, files = ""]) => files.split(" "));
}

function withOnly(code: string, ids: ReadonlySet<string>): string {
  const [whole, text] = COMPILED.exec(code) ?? [];
  if (whole === undefined || text === undefined)
    throw new Error("a compiled catalog has another form than before");
  const messages = JSON.parse(JSON.parse(text) as string) as Readonly<Record<string, unknown>>;
  const own = Object.entries(messages).filter(([id]) => ids.has(id));
  if (own.length !== ids.size) throw new Error("a compiled catalog lacks messages of its file");
  const left = JSON.stringify(JSON.stringify(Object.fromEntries(own)));
  return code.replace(whole, () => `JSON.parse(${left})`);
}
