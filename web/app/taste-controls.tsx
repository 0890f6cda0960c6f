// Language and theme: the only settings, and only on this device.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { ReactNode } from "react";
import { LANGUAGES, LANGUAGE_NAMES, parseLanguage } from "../words/languages.ts";
import { useLanguage } from "./language.tsx";
import { keepTheme, readTheme } from "./taste.ts";
import type { Theme } from "./taste.ts";
import styles from "./shell.module.css";

const NEXT: Readonly<Record<Theme, Theme>> = { system: "light", light: "dark", dark: "system" };

/** Two native controls: they follow the device's own look and keys. `children` stand before them. */
export function TasteControls({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState(readTheme);
  const themes: Readonly<Record<Theme, string>> = {
    system: i18n._("theme.system", {}, { message: "Theme: as the device" }),
    light: i18n._("theme.light", {}, { message: "Theme: light" }),
    dark: i18n._("theme.dark", {}, { message: "Theme: dark" }),
  };
  const turn = () => {
    keepTheme(NEXT[theme]);
    setTheme(NEXT[theme]);
  };
  return (
    <div className={styles.taste}>
      {children}
      <button type="button" className={styles.control} onClick={turn}>
        {themes[theme]}
      </button>
      <select
        className={styles.control}
        aria-label={i18n._("taste.language", {}, { message: "Language" })}
        value={language}
        onChange={(event) => choose(parseLanguage(event.target.value) ?? "en")}
      >
        {LANGUAGES.map((one) => (
          <option key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </div>
  );
}
