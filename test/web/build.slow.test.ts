// The built app: small enough, and nothing in it points to another host.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";

const WEB = new URL("../../dist/web/", import.meta.url).pathname;
const SHELL_BYTES = 135 * 1024;
const ROUTE_BYTES = 40 * 1024;
// With the checker of texts, their comparison, their plain sentences in three languages, the sweep beside the judge, and the record's
// kinds and fold for histories.
const WORKER_BYTES = 200 * 1024;
const MAP_BYTES = 460 * 1024;
const FONT_BYTES = 130 * 1024;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

const manifest = JSON.parse(readFileSync(join(WEB, ".vite/manifest.json"), "utf8")) as Readonly<
  Record<string, Chunk>
>;

/** A chunk with all that it imports at once. */
function closure(key: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of manifest[key]?.imports ?? []) closure(other, seen);
  return seen;
}

function gzipped(keys: Iterable<string>): number {
  const chunks = [...keys].flatMap((key) => manifest[key] ?? []);
  const files = new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB, file))).length, 0);
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry === true) ?? "";
const shell = closure(entry);

describe("the built app", () => {
  test("has a shell of at most 135 KB, gzipped, with its words in one language", () => {
    const catalog = Object.keys(manifest).filter((key) => key.endsWith("uk.po?words=shell?lingui"));
    const bytes = gzipped([...shell, ...catalog]);
    expect(catalog).toHaveLength(1);
    expect(bytes).toBeGreaterThan(50 * 1024);
    expect(bytes).toBeLessThanOrEqual(SHELL_BYTES);
  });

  test.each([
    ["case-home.tsx", "shell"],
    ["incident-screen.tsx", "incident"],
    ["incidents-screen.tsx", "incidents"],
    ["lab-screen.tsx", "texts"],
    ["price-screen.tsx", "price"],
    ["situation-screen.tsx", "situation"],
    ["text-screen.tsx", "texts"],
  ])("adds at most 40 KB for %s, with its words in one language", (name, group) => {
    const key = Object.keys(manifest).find((one) => one.endsWith(name)) ?? "";
    const own = [...closure(key)].filter((one) => !shell.has(one));
    const words = Object.keys(manifest).filter((one) => one.includes(`uk.po?words=${group}?`));
    expect(words).toHaveLength(1);
    expect(own).toContain(key);
    expect(gzipped([...own, ...(group === "shell" ? [] : words)])).toBeLessThanOrEqual(ROUTE_BYTES);
  });

  test("leaves the worker of a read-only edition out of the shell: a file of at most 200 KB", () => {
    const assets = readdirSync(join(WEB, "assets"));
    const worker = assets.filter((name) => /^pack-worker-.*\.js$/.test(name));
    expect(worker).toHaveLength(1);
    const [name = ""] = worker;
    expect(gzipSync(readFileSync(join(WEB, "assets", name))).length).toBeLessThan(WORKER_BYTES);
    const files = [...shell].map((key) => manifest[key]?.file);
    expect(files).not.toContain(`assets/${name}`);
  });

  test("draws maps with at most 460 KB more, which no page waits for", () => {
    const key = Object.keys(manifest).find((one) => one.endsWith("live-map.ts")) ?? "";
    const own = [...closure(key)].filter((one) => !shell.has(one));
    expect(own).toContain(key);
    const workers = readdirSync(join(WEB, "assets")).filter((name) =>
      /^maplibre.*worker.*\.m?js$/.test(name),
    );
    expect(workers).toHaveLength(1);
    const bytes = workers.map((name) => gzipSync(readFileSync(join(WEB, "assets", name))).length);
    expect(gzipped(own) + (bytes[0] ?? 0)).toBeLessThanOrEqual(MAP_BYTES);
    const screens = Object.keys(manifest).filter((one) => one.endsWith("-screen.tsx"));
    expect(screens.length).toBeGreaterThan(2);
    for (const screen of screens) expect(closure(screen)).not.toContain(key);
  });

  test("needs at most 130 KB of fonts for a first view in one script", () => {
    const assets = readdirSync(join(WEB, "assets"));
    for (const script of ["latin", "cyrillic"]) {
      const fonts = assets.filter((name) => new RegExp(`-${script}-(wght|400)-`).test(name));
      expect(fonts).toHaveLength(3);
      const bytes = fonts.reduce(
        (sum, name) => sum + readFileSync(join(WEB, "assets", name)).length,
        0,
      );
      expect(bytes).toBeLessThanOrEqual(FONT_BYTES);
    }
  });

  test("asks no other host for anything", () => {
    const names = readdirSync(WEB, { recursive: true, encoding: "utf8" });
    const texts = names.filter((name) => /\.(html|css)$/.test(name));
    expect(texts.length).toBeGreaterThan(2);
    for (const name of texts) {
      expect(readFileSync(join(WEB, name), "utf8"), name).not.toMatch(
        /(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]/i,
      );
    }
  });
});
