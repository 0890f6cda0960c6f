// `npm run check:data`: tests that read ../shared, which is not in the repository. They fail without it.
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["test/data/**/*.slow.test.ts"], testTimeout: 120_000 },
});
