// Catalogs of the screens: English is the source, Ukrainian and Russian are complete or the build fails.
import { defineConfig } from "@lingui/cli";
import { formatter } from "@lingui/format-po";

export default defineConfig({
  sourceLocale: "en",
  locales: ["en", "uk", "ru"],
  catalogs: [{ path: "<rootDir>/web/words/{locale}", include: ["<rootDir>/web/**/*.{ts,tsx}"] }],
  format: formatter({ lineNumbers: false, explicitIdAsDefault: true }),
  orderBy: "messageId",
});
