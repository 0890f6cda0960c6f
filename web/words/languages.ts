// The three languages of the screens. Catalogs load on demand, each screen's with it; the browser's wish decides until a person chooses.
import { setupI18n } from "@lingui/core";
import type { I18n, Messages } from "@lingui/core";
import type { WordGroup } from "./word-groups.ts";

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

interface Catalog {
  readonly messages: Messages;
}

type Catalogs = Readonly<Record<string, () => Promise<Catalog>>>;

/** By group, a file for each language. */
const CATALOGS: Readonly<Record<WordGroup, Catalogs>> = {
  shell: import.meta.glob<Catalog>("./*.po", { query: "?words=shell?lingui" }),
  incident: import.meta.glob<Catalog>("./*.po", { query: "?words=incident?lingui" }),
  incidents: import.meta.glob<Catalog>("./*.po", { query: "?words=incidents?lingui" }),
  price: import.meta.glob<Catalog>("./*.po", { query: "?words=price?lingui" }),
  record: import.meta.glob<Catalog>("./*.po", { query: "?words=record?lingui" }),
  situation: import.meta.glob<Catalog>("./*.po", { query: "?words=situation?lingui" }),
  texts: import.meta.glob<Catalog>("./*.po", { query: "?words=texts?lingui" }),
};

// What the page has asked for so far: it has one language at a time, and words of a screen that was opened stay.
const wanted = new Set<WordGroup>(["shell"]);
let shown: I18n | null = null;

/** Loads a language's words for all screens opened so far. */
export async function loadLanguage(language: Language): Promise<I18n> {
  const i18n = setupI18n({ locale: language });
  const loaded = new Set<WordGroup>();
  // A screen may be opened while words are on their way.
  for (let missing = [...wanted]; missing.length > 0;) {
    const messages = await Promise.all(missing.map((group) => loadMessages(language, group)));
    for (const one of messages) i18n.load(language, one);
    for (const group of missing) loaded.add(group);
    missing = [...wanted].filter((group) => !loaded.has(group));
  }
  shown = i18n;
  return i18n;
}

/** Loads a module together with the words that its screens need, so that neither is shown without the other. */
export function withWords<T>(group: WordGroup, load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const [module] = await Promise.all([load(), needWords(group)]);
    return module;
  };
}

async function needWords(group: WordGroup): Promise<void> {
  wanted.add(group);
  const i18n = shown;
  const language = parseLanguage(i18n?.locale);
  if (i18n === null || language === null) return;
  i18n.load(language, await loadMessages(language, group));
}

async function loadMessages(language: Language, group: WordGroup): Promise<Messages> {
  const load = CATALOGS[group][`./${language}.po`];
  if (load === undefined) throw new Error(`no words of "${group}" in "${language}"`);
  return (await load()).messages;
}
