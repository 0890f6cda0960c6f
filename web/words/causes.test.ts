// Words about talks stand beside incidents and never say that one came of the other (TALKS 8): no word of cause, in any language.
import { describe, expect, test } from "vitest";
import en from "./en.po?raw";
import ru from "./ru.po?raw";
import uk from "./uk.po?raw";

/** Messages of the blocks that put talks beside incidents. */
const ABOUT_TALKS = /^(?:same-day|meeting|statement|talks|talk-time|role|act|cited)\./;

const CAUSES: Readonly<Record<string, RegExp>> = {
  en: /\b(?:because|led to|leads to|trigger\w*|respons\w*|retaliat\w*|despite|thanks to|after which|as a result|caus\w*|due to|therefore)\b/iu,
  uk: /(?<!\p{L})(?:через те|бо|тому|спричин\p{L}*|виклика\p{L}*|у відповідь|відплат\p{L}*|попри|завдяки|внаслідок|призв\p{L}*|отже)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:из-за|потому|вызва\p{L}*|в ответ|возмезд\p{L}*|несмотря|благодаря|вследствие|в результате|приве\p{L}*|причин\p{L}*|поэтому)(?!\p{L})/iu,
};

function isCausal(text: string, language: string): boolean {
  return CAUSES[language]?.test(text) ?? false;
}

function found(po: string, language: string): readonly string[] {
  const pairs = [...po.matchAll(/^msgid "(.+)"\nmsgstr "(.*)"$/gm)];
  const about = pairs.filter(([, id = ""]) => ABOUT_TALKS.test(id));
  expect(about.length).toBeGreaterThan(40);
  return about.flatMap(([, id = "", text = ""]) =>
    isCausal(text, language) ? [`${id}: ${text}`] : [],
  );
}

describe.each([
  ["en", en],
  ["uk", uk],
  ["ru", ru],
] as const)("messages about talks, %s", (language, po) => {
  test("hold no word of cause", () => {
    expect(found(po, language)).toEqual([]);
  });
});

test.each([
  ["en", "held in response to the strike"],
  ["uk", "удар стався у відповідь на зустріч"],
  ["ru", "встреча прошла из-за удара"],
] as const)("a word of cause is seen, %s", (language, text) => {
  expect(isCausal(text, language)).toBe(true);
});
