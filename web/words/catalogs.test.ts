// Catalogs: complete in three languages, same placeholders, numbers of every plural form.
import { describe, expect, test } from "vitest";
import en from "./en.po?raw";
import ru from "./ru.po?raw";
import uk from "./uk.po?raw";

function messages(po: string): ReadonlyMap<string, string> {
  const pairs = [...po.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)];
  return new Map(pairs.map(([, id = "", text = ""]) => [id, text]));
}

/** `{n, plural, ...}` and `{who}` both name an argument; texts inside plural forms do not. */
function placeholders(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].flatMap(([, name]) => name ?? []))].sort();
}

const source = messages(en);

describe.each([
  ["Ukrainian", messages(uk)],
  ["Russian", messages(ru)],
] as const)("the %s catalog", (_, catalog) => {
  test("has every message of the English one and no other", () => {
    expect([...catalog.keys()]).toEqual([...source.keys()]);
    expect(source.size).toBeGreaterThan(200);
    expect([...catalog].filter(([, text]) => text === "")).toEqual([]);
  });

  test("fills in what the English one fills in", () => {
    for (const [id, text] of catalog) {
      expect(placeholders(text), id).toEqual(placeholders(source.get(id) ?? ""));
    }
  });

  test("counts in the forms of its language", () => {
    for (const [id, text] of catalog) {
      const forms = [...text.matchAll(/plural,((?:[^{}]|\{[^{}]*\})*)\}/g)];
      for (const [, form = ""] of forms) {
        expect(form, id).toMatch(/one \{.*few \{.*many \{.*other \{/s);
      }
    }
  });
});
