// The three languages of the screens. Catalogs load on demand; the browser's wish decides until a person chooses.
import { setupI18n } from "@lingui/core";
import type { I18n, Messages } from "@lingui/core";

export const LANGUAGES = ["en", "ru", "uk"] as const;
export type Language = (typeof LANGUAGES)[number];

/** Names of the languages, each in itself; sorted as shown. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  ru: "Русский",
  uk: "Українська",
};

export function parseLanguage(text: string | null | undefined): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** The first of the wished languages (`uk-UA` counts as `uk`) that the screens have; else English. */
export function wishedLanguage(wishes: readonly string[]): Language {
  for (const wish of wishes) {
    const language = parseLanguage(wish.slice(0, 2).toLowerCase());
    if (language !== null) return language;
  }
  return "en";
}

/** Loads a language's catalog. */
export async function loadLanguage(language: Language): Promise<I18n> {
  const messages = await loadMessages(language);
  return setupI18n({ locale: language, messages: { [language]: messages } });
}

async function loadMessages(language: Language): Promise<Messages> {
  switch (language) {
    case "en":
      return (await import("./en.po")).messages;
    case "ru":
      return (await import("./ru.po")).messages;
    case "uk":
      return (await import("./uk.po")).messages;
    default:
      return language satisfies never;
  }
}
