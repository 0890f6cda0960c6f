// Every route in light and dark, wide and narrow, in three languages: it opens, complains of nothing, calls nobody, and axe finds nothing.
// A route is loaded once a language; its other themes and widths follow in the same page, as they do for people. The next route
// begins with another of them. axe runs once for each theme and width, in a language that changes from route to route.
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";
import { ROUTES } from "./routes.ts";

const REAL = "/c/ukraine-2025";
const LANGUAGES = ["en", "uk", "ru"] as const;
const VIEWS = [
  { theme: "light", width: 1280, height: 800 },
  { theme: "dark", width: 390, height: 844 },
  { theme: "dark", width: 1280, height: 800 },
  { theme: "light", width: 390, height: 844 },
] as const satisfies readonly LookOptions[];

/** A browser itself reports answers that say no; that is the route working. */
const EXPECTED_COMPLAINTS = /Failed to load resource: the server responded with a status of 40[04]/;

let stage: Stage;
let looks: readonly (readonly [(typeof LANGUAGES)[number], Look])[];
beforeAll(async () => {
  stage = await openStage([caseOf("cases/ukraine-2025"), caseOf("cases/example")]);
  looks = await Promise.all(
    LANGUAGES.map(async (language) => [language, await openLook(stage, { language })] as const),
  );
});
afterAll(() => stage.close());

test.each(ROUTES.map(([path, ready], index) => ({ path, ready, index })))(
  "$path, in twelve looks",
  async ({ path, ready, index }) => {
    for (const [turn, [language, look]] of looks.entries()) {
      const before = [look.complaints.length, look.foreign.length] as const;
      for (const view of turned(VIEWS, index + turn)) {
        const where = `${path} ${view.theme} ${view.width} ${language}`;
        await look.page.emulateMedia({ colorScheme: view.theme });
        await look.page.setViewportSize(view);
        if (view === turned(VIEWS, index + turn)[0]) await visit(look, path, ready);
        expect(await sidewaysScroll(look), where).toBe(0);
        expect(await look.page.getAttribute("html", "lang"), where).toBe(language);
        if ((VIEWS.indexOf(view) + index) % LANGUAGES.length === turn)
          expect(await axeViolations(look), where).toEqual([]);
      }
      await look.page.setViewportSize({ width: 320, height: 640 });
      expect(await sidewaysScroll(look), `${path} 320 ${language}`).toBe(0);
      const complaints = look.complaints.slice(before[0]);
      expect(complaints.filter((one) => !EXPECTED_COMPLAINTS.test(one))).toEqual([]);
      expect(look.foreign.slice(before[1])).toEqual([]);
    }
  },
);

/** `list` begun at another place. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
  const cut = by % list.length;
  return [...list.slice(cut), ...list.slice(0, cut)];
}

test("a call to another host would be seen, and goes nowhere", async () => {
  const look = await openLook(stage);
  await look.page.setContent('<img src="http://elsewhere.invalid/x.png" onerror="gone = true">');
  await look.page.waitForFunction("window.gone");
  expect(look.foreign).toEqual(["http://elsewhere.invalid/x.png"]);
  await look.close();
});

test.each(LANGUAGES)("the page is in %s from the first string, and says so", async (language) => {
  const look = await openLook(stage, { language });
  await visit(look, `${REAL}/price?r=energy/UA,energy/US-25-march`, "price");
  const titles = { en: "Price of a word", uk: "Ціна слова", ru: "Цена слова" };
  expect(await look.page.locator("h1").innerText()).toBe(titles[language]);
  expect(await look.page.getAttribute("html", "lang")).toBe(language);
  const names = await look.page.locator("article h3").allInnerTexts();
  expect(names).toEqual([...names].sort(new Intl.Collator(language).compare));
  await look.close();
});
