// Neither screens nor shell call sides, areas or acts by loaded names. Quotations are data and not looked at, nor are names of towns.
import { describe, expect, test } from "vitest";
import { bannedIn, parseBanned } from "./banned.ts";
import list from "./banned.txt?raw";
import en from "./en.po?raw";
import ru from "./ru.po?raw";
import uk from "./uk.po?raw";

const banned = parseBanned(list);
const screens = import.meta.glob<string>(
  ["../**/*.ts", "../**/*.tsx", "!./banned*", "!../ground/**"],
  { query: "?raw", import: "default", eager: true },
);
const shell = import.meta.glob<string>(["../../src/cli/**/*.ts", "../../src/report/**/*.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const engine = import.meta.glob<string>("../../src/assess/*.ts", {
  query: "?raw",
  import: "default",
  eager: true,
});

function shownTexts(po: string): readonly (readonly [string, string])[] {
  return [...po.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)].map(([, id = "", text = ""]) => [
    id,
    text,
  ]);
}

describe("the list of loaded words", () => {
  test("has words for all three languages and each only once", () => {
    for (const language of ["en", "ru", "uk"] as const) {
      expect(banned.filter((one) => one.language === language).length).toBeGreaterThan(20);
    }
    const keys = banned.map(({ language, word }) => `${language} ${word}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test.each([
    ["the Occupied  territories of", ["occupied territor*"]],
    ["удары оккупантов", ["оккупант*"]],
    ["ворожий обстріл", ["ворож*"]],
    ["orchestra, regimental, the seas", []],
  ])("finds whole words, whatever their case and ending: %s", (text, found) => {
    expect(bannedIn(text, banned)).toEqual(found);
  });
});

describe.each([
  ["English", "en", en],
  ["Russian", "ru", ru],
  ["Ukrainian", "uk", uk],
] as const)("the %s catalog", (_, language, po) => {
  test("uses no loaded word", () => {
    const own = banned.filter((one) => one.language === language);
    const texts = shownTexts(po);
    expect(texts.length).toBeGreaterThan(200);
    const found = texts.flatMap(([id, text]) =>
      bannedIn(text, own).map((word) => `${id}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});

test("no text of screens, shell or engine uses a loaded word, in any language", () => {
  const files = Object.entries({ ...screens, ...shell, ...engine }).filter(
    ([path]) => !path.includes(".test."),
  );
  expect(files.length).toBeGreaterThan(100);
  const found = files.flatMap(([path, text]) =>
    bannedIn(text, banned).map((word) => `${path}: ${word}`),
  );
  expect(found).toEqual([]);
});
