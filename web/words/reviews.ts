// Who has checked each catalog. Data: one line a language; a native editor signs by replacing null.
import type { Language } from "./languages.ts";

/** Null = nobody yet: pages in that language say so. English is the source of the others. */
export const REVIEWS: Readonly<
  Record<Language, { readonly by: string; readonly on: string } | null>
> = {
  en: { by: "source text", on: "2026-11-24" },
  ru: null,
  uk: null,
};
