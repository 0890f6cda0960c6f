// How the web app is built: from web/ into dist/web, all files local, nothing inlined (the content policy forbids data: fonts).
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import type { Plugin } from "vite";
import { splitWords } from "./scripts/split-words.ts";

const SHELL =
  /node_modules\/(?:react|react-dom|scheduler|use-sync-external-store|@lingui\/(?:core|react)|@tanstack\/(?:history|query-core|react-query|react-router|react-store|router-core|store))\//;

/** `, { message: "…" })`: the English words that a call carries for `lingui extract`. */
const SOURCE_MESSAGE = /,\s*\{\s*message:\s*"(?:[^"\\\n]|\\.)*",?\s*\},?\s*\)/g;

/** Every catalog is complete or the build fails, so the words in the calls are never shown: they stay out of the bundle. */
const withoutSourceMessages: Plugin = {
  name: "without-source-messages",
  apply: "build",
  enforce: "pre",
  transform: (code, id) =>
    /\/web\/.*\.tsx?$/.test(id) ? { code: code.replaceAll(SOURCE_MESSAGE, ")"), map: null } : null,
};

export default defineConfig({
  root: "web",
  // Every address in the build is relative: the same files serve at "/" and below anybody's site (src/serve/static.ts).
  base: "./",
  plugins: [
    withoutSourceMessages,
    react(),
    lingui({ failOnMissing: true, failOnCompileError: true }),
    splitWords(),
  ],
  html: { cspNonce: "__CSP_NONCE__" },
  worker: { format: "es" },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    target: "es2023",
    // What every page needs, in one file: a dozen small ones pack worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: "shell", test: SHELL }] } } },
  },
  server: {
    port: 5380,
    proxy: { "^/(cases\\.json|api|c/.*\\.(json|csv|geojson))": "http://127.0.0.1:4380" },
  },
});
