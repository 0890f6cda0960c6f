// The map of an incident: own ground, lines by policy, a still picture where WebGL2 is missing and on paper; it calls nobody.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";
import { mapPixels } from "./map-pixels.ts";

const ASSETS = new URL("../../dist/web/assets/", import.meta.url).pathname;
const GROUND = new URL("../../web/ground/", import.meta.url).pathname;
const DISC = "/c/ukraine-2025/i/inc-077";
const AREA = "/c/ukraine-2025/i/inc-026";
const UNKNOWN = "/c/ukraine-2025/i/inc-044";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([caseOf("cases/ukraine-2025"), caseOf("cases/example")]);
});
afterAll(() => stage.close());

const LOOKS: readonly LookOptions[] = [
  { theme: "light" },
  { theme: "dark", width: 390, height: 844, language: "uk" },
  { theme: "light", width: 320, height: 640, language: "ru" },
];

describe.each(LOOKS)("$theme, $width px, $language", (options) => {
  test.each([DISC, AREA])("%s draws its place with a moving map and asks nobody", async (path) => {
    const look = await openMap(path, options);
    expect(await look.page.locator("canvas").count()).toBe(1);
    expect(await look.page.locator("[data-map]").getAttribute("data-map")).toBe("live");
    expect(look.complaints).toEqual([]);
    expect(look.foreign).toEqual([]);
    expect(await axeViolations(look)).toEqual([]);
    expect(await sidewaysScroll(look)).toBe(0);
    await look.close();
  });
});

test("the sea and the land have our colours in light and in dark, and change with the theme", async () => {
  const look = await openMap("/c/ukraine-2025/i/inc-026", { theme: "light" });
  const light = await corner(look);
  expect(near(light, [239, 237, 230]) || near(light, [223, 228, 230])).toBe(true);
  await look.page.emulateMedia({ colorScheme: "dark" });
  await expect
    .poll(async () => {
      const dark = await corner(look);
      return near(dark, [31, 36, 42]) || near(dark, [18, 22, 26]);
    })
    .toBe(true);
  await look.close();
});

test("the choice of lines is in the address, changes what is drawn, and a link restores it", async () => {
  const look = await openMap(DISC);
  const still = look.page.locator("[data-still-map]");
  expect(await still.getAttribute("data-still-map")).toBe("recognised");
  const recognised = await look.page.locator("[data-line]").count();
  expect(recognised).toBeGreaterThan(10);
  expect(await look.page.locator("[data-line][data-dashed=true]").count()).toBe(0);
  await look.page.locator("input[value=claims]").focus();
  await look.page.keyboard.press("Space");
  await look.page.waitForURL(/b=claims/);
  expect(await look.page.locator("[data-line][data-dashed=true]").count()).toBeGreaterThan(
    recognised,
  );
  expect(await look.page.locator("figcaption").innerText()).toContain("claimed by Russia since");
  await visit(look, `${DISC}?b=none`, "incident");
  await look.page.waitForSelector("[data-still-map=none]", { state: "attached" });
  expect(await look.page.locator("[data-line]").count()).toBe(0);
  expect(await look.page.locator("figcaption").innerText()).toContain("do not imply recognition");
  await look.close();
});

test("closer and farther work by keyboard", async () => {
  const look = await openMap(DISC);
  const scale = look.page.locator("[data-map] > svg text");
  const before = await scale.innerText().catch(() => scale.textContent());
  const farther = look.page.getByRole("button", { name: "Farther" });
  await farther.focus();
  await look.page.keyboard.press("Enter");
  await expect.poll(() => scale.textContent()).not.toBe(before);
  await look.close();
});

test("an incident without a place has no map, and one beyond the ground says that there is none", async () => {
  const look = await openLook(stage);
  await visit(look, UNKNOWN, "incident");
  expect(await look.page.locator("figure").count()).toBe(0);
  await visit(look, "/c/example/i/inc-1", "incident");
  await look.page.waitForSelector("figcaption");
  expect(await look.page.locator("figcaption").innerText()).toContain("No coast or line is kept");
  expect(await look.page.locator("[data-line]").count()).toBe(0);
  await look.close();
});

test("paper has the still picture, not the moving map", async () => {
  const look = await openMap(DISC);
  await look.page.emulateMedia({ media: "print" });
  expect(await look.page.locator("canvas").isVisible()).toBe(false);
  expect(await look.page.locator("[data-still-map]").isVisible()).toBe(true);
  await look.close();
});

test("without WebGL2 the still picture stays, with its ring and its list", async () => {
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  const args = ["--disable-3d-apis", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  const browser = await chromium.launch({ executablePath, args });
  const look = await openLook({ ...stage, browser });
  await visit(look, DISC, "incident");
  await look.page.waitForSelector("[data-ready=map]");
  expect(await look.page.locator("[data-map]").getAttribute("data-map")).toBe("still");
  expect(await look.page.locator("[data-still-map]").isVisible()).toBe(true);
  expect(await look.page.locator("figure > ul li").count()).toBe(1);
  expect(await axeViolations(look)).toEqual([]);
  expect(look.complaints).toEqual([]);
  await browser.close();
});

test("the map's chunk with its worker is at most 460 KB, gzipped, and no page loads it at once", () => {
  const names = readdirSync(ASSETS).filter((name) => /^(live-map|maplibre-gl-worker)/.test(name));
  const scripts = names.filter((name) => name.endsWith(".js"));
  expect(scripts).toHaveLength(2);
  const bytes = scripts.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(ASSETS, name))).length,
    0,
  );
  expect(bytes).toBeGreaterThan(200 * 1024);
  expect(bytes).toBeLessThanOrEqual(460 * 1024);
});

test("the ground is small: at most 15 KB of land and 30 KB of lines, gzipped", () => {
  const size = (name: string) => gzipSync(readFileSync(join(GROUND, name))).length;
  expect(size("land.json")).toBeLessThanOrEqual(15_000);
  expect(size("lines.json")).toBeLessThanOrEqual(30_000);
});

async function openMap(path: string, options: LookOptions = {}): Promise<Look> {
  const look = await openLook(stage, options);
  await visit(look, path, "incident");
  await look.page.locator("[data-map]").scrollIntoViewIfNeeded();
  await look.page.waitForSelector("[data-ready=map]");
  return look;
}

/** The colour in the lower left of the map, as the screen shows it: red, green, blue. */
async function corner(look: Look): Promise<readonly number[]> {
  const pixels = await mapPixels(look);
  return pixels.evaluate(({ data, width, height }) => {
    const at = ((height - 12) * width + 12) * 4;
    return [...data.slice(at, at + 3)];
  });
}

function near(colour: readonly number[], expected: readonly number[]): boolean {
  return expected.every((part, i) => Math.abs(part - (colour[i] ?? -99)) <= 3);
}
