// A real browser against a real server: what every browser test needs. Nothing may leave the machine, and nobody waits on time.
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import type { Case } from "../../src/case/case.ts";
import type { Problem } from "../../src/model/problem.ts";
import type { Decide } from "../../src/serve/decide.ts";
import { createApp, listen, readAssets } from "../../src/serve/index.ts";
import type { AppOptions, Assets } from "../../src/serve/index.ts";
import { loadFolder } from "../kit/load-folder.ts";

const WEB = new URL("../../dist/web", import.meta.url).pathname;
const FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** Where all that is not this machine's own goes: a port that nobody answers. */
const NOWHERE = { server: "http://127.0.0.1:9", bypass: "127.0.0.1" };

export interface Stage {
  readonly url: string;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** A shipped case, or the test fails. */
export function caseOf(folder: string): Case {
  const { value } = loadFolder(folder);
  if (value === null) throw new Error(`${folder} does not load`);
  return value;
}

export interface StageOptions {
  /** Default: the app that was built. */
  readonly assets?: Assets;
  /** What the checker says of the cases' files, by case id. */
  readonly problems?: ReadonlyMap<string, readonly Problem[]>;
  /** Logs of cases that have one, by case id. */
  readonly records?: AppOptions["records"];
  /** Keeps decisions of review. */
  readonly decide?: Decide;
  /** The files of cases, for pages that work by themselves, by case id. */
  readonly packs?: ReadonlyMap<string, () => string>;
}

/** Serves the cases from the built app (`npm run check:web` builds it first) and starts the browser. */
export async function openStage(
  cases: readonly Case[],
  {
    assets = builtAssets(),
    problems = new Map(),
    records = new Map(),
    packs = new Map(),
    decide,
  }: StageOptions = {},
): Promise<Stage> {
  const faults: unknown[] = [];
  const onFault = (cause: unknown) => void faults.push(cause);
  const app = createApp({
    cases,
    problems,
    records,
    packs,
    assets,
    version: "0.0.0",
    onFault,
    ...(decide === undefined ? {} : { decide }),
  });
  const server = await listen(app, { port: 0 });
  const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
  const isRoot = process.getuid?.() === 0;
  const args = isRoot ? [...FLAGS, "--no-sandbox"] : FLAGS;
  const browser = await chromium.launch({ executablePath, args, proxy: NOWHERE });
  return {
    url: server.url,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
      if (faults.length > 0) throw new Error(`the server failed: ${String(faults[0])}`);
    },
  };
}

/** The built app. */
export function builtAssets(): Assets {
  return readAssets(WEB);
}

export interface LookOptions {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: "light" | "dark";
  readonly language?: "en" | "uk" | "ru";
}

/** What the browser itself says of drawing without a graphics card, and of a map where it is told not to draw one. */
const BROWSER_TALK = /GPU stall|software WebGL|WebGL.*(?:disabled|context could not be created)/i;

/** A page and everything that went wrong in it. */
export interface Look {
  readonly page: Page;
  /** Console errors and warnings, uncaught errors. */
  readonly complaints: string[];
  /** Addresses of other origins that the page asked for; each was refused. */
  readonly foreign: string[];
  readonly close: () => Promise<void>;
}

/**
 * Opens a page of its own; any other origin is written down, and the dead proxy refuses it. (A handler of requests would refuse it
 * too, but it turns the browser's cache off.)
 */
export async function openLook({ url, browser }: Stage, options: LookOptions = {}): Promise<Look> {
  const { width = 1280, height = 800, theme = "light", language = "en" } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: theme,
    locale: language,
    baseURL: url,
    reducedMotion: "reduce",
  });
  const foreign: string[] = [];
  context.on("request", (request) => {
    const asked = request.url();
    if (!isOwn(asked, url)) foreign.push(asked);
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const type = message.type();
    const isComplaint = type === "error" || type === "warning";
    if (isComplaint && !BROWSER_TALK.test(message.text())) complaints.push(message.text());
  });
  return { page, complaints, foreign, close: () => context.close() };
}

function isOwn(asked: string, url: string): boolean {
  return new URL(asked).origin === url || asked.startsWith("data:") || asked.startsWith("blob:");
}

/** Goes to a path and waits until its screen says that it is ready, and its fonts are there. */
export async function visit({ page }: Look, path: string, ready: string): Promise<void> {
  await page.goto(path);
  await page.waitForSelector(`[data-ready="${ready}"]`, { timeout: 60_000, state: "attached" });
  // It comes after the screen, and every page has it.
  await page.waitForSelector("footer", { state: "attached" });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

/** Brings the map of "where and when" into view and waits until it is drawn. */
export async function mapDrawn(look: Look): Promise<void> {
  await look.page.locator("section[aria-labelledby=where]").scrollIntoViewIfNeeded();
  await look.page.waitForSelector("[data-map]", { state: "attached" });
  await look.page.locator("[data-map]").scrollIntoViewIfNeeded();
  await look.page.waitForSelector("[data-ready=map]");
}

/** axe over the whole page: rule ids with the nodes they name. */
export async function axeViolations({ page }: Look): Promise<readonly string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // Legacy: in this page alone (it has no frames), without a second page to gather results in.
  const builder = new AxeBuilder({ page }).setLegacyMode(true).withTags(tags);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary ?? ""}`),
  );
}

/** Pixels by which the page is wider than the window, once what follows its size (maps, strips) has had sixty frames to do so. */
export function sidewaysScroll({ page }: Look): Promise<number> {
  return page.evaluate(async () => {
    const { documentElement } = document;
    const over = () => documentElement.scrollWidth - documentElement.clientWidth;
    for (let frame = 0; frame < 60 && over() > 0; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return over();
  });
}
