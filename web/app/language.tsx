// The chosen language for everything below: catalogs, dates, sorting, and the page's own lang.
import type { I18n } from "@lingui/core";
import { I18nProvider } from "@lingui/react";
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { ReactNode } from "react";
import { loadLanguage, parseLanguage } from "../words/languages.ts";
import type { Language } from "../words/languages.ts";
import { keepLanguage } from "./taste.ts";

interface LanguageChoice {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const Choice = createContext<LanguageChoice>({ language: "en", choose: () => undefined });

/** `first` is loaded before anything is drawn. */
export function LanguageProvider({ first, children }: { first: I18n; children: ReactNode }) {
  const [i18n, setI18n] = useState(first);
  const language = parseLanguage(i18n.locale) ?? "en";
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choice = useMemo(
    () => ({
      language,
      choose: (chosen: Language) => {
        keepLanguage(chosen);
        void loadLanguage(chosen).then(setI18n);
      },
    }),
    [language],
  );
  return (
    <Choice value={choice}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </Choice>
  );
}

/** The language of the screens and the way to change it. */
export function useLanguage(): LanguageChoice {
  return useContext(Choice);
}
