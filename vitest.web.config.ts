// The checks in a real browser (npm run check:web): real server, real cases, Debian's chromium.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/web/**/*.slow.test.ts"],
    // Two browsers side by side: each mostly keeps one core busy.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
