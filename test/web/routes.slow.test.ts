// Every route in light and dark, wide and narrow, in three languages: it opens, complains of nothing, calls nobody, and axe finds nothing.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";

const REAL = "/c/ukraine-2025";
const ROUTES = [
  ["/", "cases"],
  ["/nowhere", "not-found"],
  ["/c/nowhere/price", "not-found"],
  [REAL, "case-home"],
  [`${REAL}/price`, "chooser"],
  [`${REAL}/price?r=energy/NOBODY`, "error"],
  [
    `${REAL}/price?r=energy/RU,energy/UA,energy/US-18-march,energy/US-25-march&hold=on-breach:bound`,
    "price",
  ],
  [`${REAL}/price?r=energy/RU,energy/UA&word=targets&pair=energy/RU,energy/UA`, "price"],
  [`${REAL}/price?r=black-sea,unconditional/text`, "price"],
  [`${REAL}/price?r=easter/RU,easter/UA&from=2026-01-01&until=2026-01-02`, "price"],
  [`${REAL}/price?r=energy&kindd=1`, "price"],
  [`${REAL}/incidents`, "incidents"],
  [`${REAL}/incidents?r=energy/RU,energy/UA&sel=inc-077&f=party:UA&sort=-place`, "incidents"],
  [`${REAL}/incidents?r=energy&text=no-such-word&f=kind:port`, "incidents"],
  [`${REAL}/i/inc-077`, "incident"],
  [`${REAL}/i/inc-077?why=energy/US-25-march`, "why"],
  [`${REAL}/i/inc-077?asof=2025-03-20T00:00Z`, "not-yet-known"],
  [`${REAL}/i/inc-077?asof=2025-03-26T00:00Z&hold=on-breach:bound&why=energy/RU`, "why"],
  [`${REAL}/i/inc-none`, "not-found"],
  ["/c/example/price?r=river-truce", "price"],
] as const;

const LOOKS: readonly LookOptions[] = [
  { theme: "light", width: 1280, height: 800 },
  { theme: "dark", width: 1280, height: 800, language: "uk" },
  { theme: "light", width: 390, height: 844, language: "ru" },
  { theme: "dark", width: 390, height: 844 },
];

/** A browser itself reports answers that say no; that is the route working. */
const EXPECTED_COMPLAINTS = /Failed to load resource: the server responded with a status of 40[04]/;

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([caseOf("cases/ukraine-2025"), caseOf("cases/example")]);
});
afterAll(() => stage.close());

describe.each(LOOKS)("$theme, $width px, $language", (options) => {
  test.each(ROUTES)("%s", async (path, ready) => {
    const look = await openLook(stage, options);
    await visit(look, path, ready);
    expect(unexpected(look)).toEqual([]);
    expect(look.foreign).toEqual([]);
    expect(await axeViolations(look)).toEqual([]);
    expect(await sidewaysScroll(look)).toBe(0);
    await look.close();
  });
});

test.each(ROUTES)("%s needs no sideways scroll at 320 px", async (path, ready) => {
  const look = await openLook(stage, { width: 320, height: 640 });
  await visit(look, path, ready);
  expect(await sidewaysScroll(look)).toBe(0);
  await look.close();
});

test.each(["en", "uk", "ru"] as const)(
  "the page is in %s from the first string, and says so",
  async (language) => {
    const look = await openLook(stage, { language });
    await visit(look, `${REAL}/price?r=energy/UA,energy/US-25-march`, "price");
    const titles = { en: "Price of a word", uk: "Ціна слова", ru: "Цена слова" };
    expect(await look.page.locator("h1").innerText()).toBe(titles[language]);
    expect(await look.page.getAttribute("html", "lang")).toBe(language);
    const names = await look.page.locator("article h3").allInnerTexts();
    expect(names).toEqual([...names].sort(new Intl.Collator(language).compare));
    await look.close();
  },
);

function unexpected({ complaints }: Look): readonly string[] {
  return complaints.filter((complaint) => !EXPECTED_COMPLAINTS.test(complaint));
}
