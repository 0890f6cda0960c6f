// Tests of `npm test`: they need Node only. Browser tests (*.slow.test.ts) have vitest.web.config.ts.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "web/**/*.test.{ts,tsx}", "test/**/*.test.ts"],
    exclude: ["**/*.slow.test.ts", "node_modules/**", "dist/**"],
    testTimeout: 90_000,
    // Vitest leaves a core free by default, which on two cores halves the speed; nothing here keeps state between files.
    maxWorkers: "100%",
    isolate: false,
    // web/look/palette.test.ts reads the tokens; vitest empties stylesheets unless told not to.
    css: true,
  },
});
