// How the web app is built: from web/ into dist/web, all files local, nothing inlined (the content policy forbids data: fonts).
import { lingui } from "@lingui/vite-plugin";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  root: "web",
  // Every address in the build is relative: the same files serve at "/" and below anybody's site (src/serve/static.ts).
  base: "./",
  plugins: [react(), lingui({ failOnMissing: true, failOnCompileError: true })],
  html: { cspNonce: "__CSP_NONCE__" },
  worker: { format: "es" },
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    target: "es2023",
  },
  server: {
    port: 5380,
    proxy: { "^/(cases\\.json|api|c/.*\\.(json|csv|geojson))": "http://127.0.0.1:4380" },
  },
});
