// Taste: theme and language, kept on this device only. Storage may be forbidden; then taste lasts as long as the page.
import { parseLanguage, wishedLanguage } from "../words/languages.ts";
import type { Language } from "../words/languages.ts";

export type Theme = "system" | "light" | "dark";

export function readTheme(): Theme {
  const kept = read("theme");
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function keepTheme(theme: Theme): void {
  write("theme", theme);
  applyTheme(theme);
}

/** Puts the theme on the page; `system` follows the device. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function readLanguage(): Language {
  return parseLanguage(read("language")) ?? wishedLanguage(navigator.languages);
}

export function keepLanguage(language: Language): void {
  write("language", language);
}

/** Shortcuts of a single key: on unless switched off (WCAG 2.1.4). */
export function readSingleKeys(): boolean {
  return read("single-keys") !== "off";
}

export function keepSingleKeys(on: boolean): void {
  write("single-keys", on ? "on" : "off");
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(`truceline.${name}`);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(`truceline.${name}`, value);
  } catch {
    // Storage forbidden: the choice holds until the page is closed.
  }
}
