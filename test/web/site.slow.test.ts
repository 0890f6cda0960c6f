// The read-only edition in a real browser, on the plainest server there is: every screen shows what the server's own page shows.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runTruceline } from "../../src/cli/program.ts";
import { testShell } from "../house/test-shell.ts";
import { loadFolder } from "../kit/load-folder.ts";
import { axeViolations, caseOf, openLook, openStage, visit } from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";
import { servePlain } from "./plain-server.ts";

const REAL = "c/ukraine-2025";
const FOUR = "r=energy/RU,energy/UA,energy/US-18-march,energy/US-25-march&hold=on-breach:bound";
/** Screen, query, what it says when it is ready. */
const ROUTES = [
  ["", "", "cases"],
  [REAL, "", "case-home"],
  [`${REAL}/price`, "", "chooser"],
  [`${REAL}/price`, `?${FOUR}`, "price"],
  [
    `${REAL}/price`,
    "?r=energy/RU,energy/UA&word=targets&pair=energy/RU,energy/UA&asof=2025-03-25T06:00Z",
    "price",
  ],
  [`${REAL}/price`, "?q=energy/scope&hold=on-breach:bound", "price"],
  [`${REAL}/price`, "?r=energy/NOBODY", "error"],
  [`${REAL}/incidents`, "", "incidents"],
  [
    `${REAL}/incidents`,
    "?r=energy/RU,energy/UA&sel=inc-077&f=party:UA&text=gas&sort=-place",
    "incidents",
  ],
  [`${REAL}/i/inc-077`, "", "incident"],
  [`${REAL}/i/inc-077`, "?why=energy/US-25-march&hold=on-breach:bound", "why"],
  [`${REAL}/i/inc-077`, "?asof=2025-03-20T00:00Z", "not-yet-known"],
  ["c/example/price", "?r=river-truce", "price"],
] as const;
const BASES = ["/", "/reports/truce/"] as const;
type Base = (typeof BASES)[number];

const WAIT = { timeout: 20_000, interval: 200 };

let stage: Stage;
let folder = "";
const plain = new Map<Base, Awaited<ReturnType<typeof servePlain>>>();

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "truceline-site-"));
  const cases = ["cases/ukraine-2025", "cases/example"];
  const { shell, complained } = testShell();
  const args = ["export", ...cases, "--format", "site", "--out", folder];
  const code = await runTruceline(args, { ...shell, version: "0.0.0" });
  if (code !== 0) throw new Error(complained());
  const loaded = cases.map((one) => loadFolder(one));
  const problems = loaded.map((one) => [one.value?.settings.id ?? "", one.problems] as const);
  stage = await openStage(cases.map(caseOf), { problems: new Map(problems) });
  for (const base of BASES) plain.set(base, await servePlain(folder, base));
});
afterAll(async () => {
  await stage.close();
  for (const server of plain.values()) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function originOf(base: Base): string {
  return plain.get(base)?.origin ?? "";
}

/** Opens a page of the edition; every other origin is refused and written down. */
async function edition(base: Base, path: string, options: LookOptions = {}): Promise<Look> {
  const look = await openLook({ ...stage, url: originOf(base) }, options);
  const [screen = "", query] = path.split("?");
  const slash = screen === "" || screen.endsWith("/") ? "" : "/";
  const [, , ready] = ROUTES.find(([at, asked]) => `${at}${asked}` === path) ?? [];
  const address = `${base}${screen}${slash}${query === undefined ? "" : `?${query}`}`;
  await visit(look, address, ready ?? "price");
  return look;
}

async function closed(look: Look): Promise<void> {
  expect([look.complaints, look.foreign]).toEqual([[], []]);
  await look.close();
}

/** All words of the screen; addresses as the server's page prints them, a request's own number left out. */
async function wordsOf(page: Page, root: string): Promise<string> {
  const words = await page.locator("main").innerText();
  return words
    .replaceAll(root, "HERE/")
    .replaceAll("/?", "?")
    .replace(/Request [0-9a-f-]{36}/, "")
    .replaceAll(/\n+/g, "\n");
}

describe.each(BASES)("below %s", (base) => {
  // A sub-path is the harder place: there every route is opened, at the root a few.
  const routes = ROUTES.filter(([path], at) => base !== "/" || path === "" || at % 4 === 3);
  test.each(routes)("%s%s shows what the server shows, from a link", async (path, query, ready) => {
    const served = await openLook(stage);
    await visit(served, `/${path}${query}`, ready);
    const own = await edition(base, `${path}${query}`);
    // Parts of a screen come one after another: both pages are read until they say the same.
    const both = async () => ({
      served: await wordsOf(served.page, `${stage.url}/`),
      own: await wordsOf(own.page, `${originOf(base)}${base}`),
    });
    await expect
      .poll(async () => {
        const words = await both();
        return words.own === words.served && !words.own.includes("Loading");
      }, WAIT)
      .toBe(true)
      .catch(() => undefined);
    const words = await both();
    expect(words.own).toBe(words.served);
    expect(words.own.length).toBeGreaterThan(30);
    await served.close();
    await closed(own);
  });

  test("links go from screen to screen without a server, and each address answers by itself", async () => {
    const { origin } = new URL(originOf(base));
    const look = await edition(base, "");
    const { page } = look;
    await page.getByRole("link", { name: /March and April 2025/ }).click();
    await page.waitForSelector('[data-ready="price"]');
    expect(page.url()).toMatch(`${origin}${base}${REAL}/price/?r=energy/RU`);
    await page.getByRole("link", { name: "Incidents", exact: true }).click();
    await page.waitForSelector('[data-ready="incidents"]');
    await page.locator('main a[href*="/i/inc-"]').first().click();
    await page.waitForSelector('[data-ready="incident"]');
    expect(page.url()).toContain(`${origin}${base}${REAL}/i/inc-`);
    const title = await page.locator("h1").innerText();
    await page.reload();
    await page.waitForSelector('[data-ready="incident"]');
    expect(await page.locator("h1").innerText()).toBe(title);
    await page.getByRole("link", { name: "Truceline" }).click();
    await page.waitForSelector('[data-ready="cases"]');
    await closed(look);
  });
});

test("the palette finds an incident", async () => {
  const look = await edition("/reports/truce/", REAL);
  const { page } = look;
  await page.keyboard.press("Control+k");
  await page.getByRole("textbox").fill("inc-077");
  await page
    .getByRole("dialog")
    .getByRole("link", { name: /inc-077/ })
    .waitFor();
  await page.keyboard.press("Enter");
  await page.waitForSelector('[data-ready="incident"]');
  expect(page.url()).toContain(`/reports/truce/${REAL}/i/inc-077`);
  await closed(look);
});

describe("data", () => {
  test("of a whole list is a file of the folder", async () => {
    const look = await edition("/reports/truce/", `${REAL}/incidents`);
    const links = look.page.locator("main a[download]");
    expect(await links.allInnerTexts()).toEqual(["CSV", "GeoJSON", "JSON"]);
    for (const kind of ["csv", "geojson", "json"] as const) {
      const [got, lies] = await Promise.all([
        kept(look.page, () => links.and(look.page.locator(`[href$=".${kind}"]`)).click()),
        served(`/${REAL}/incidents.${kind}`),
      ]);
      expect(got.name).toBe(`incidents.${kind}`);
      expect(got.text === lies).toBe(true);
    }
    await closed(look);
  });

  test("of a narrowed list is made in the page, with the bytes of the server", async () => {
    const query = "?r=energy/RU,energy/UA&sel=inc-077&f=party:UA&text=gas&sort=-place";
    const look = await edition("/reports/truce/", `${REAL}/incidents${query}`);
    expect(await look.page.locator("main a[download]").count()).toBe(0);
    for (const label of ["CSV", "GeoJSON", "JSON"]) {
      const file = `incidents.${label.toLowerCase()}`;
      const button = look.page.getByRole("button", { name: label, exact: true });
      const asked = query.replace("&sel=inc-077", "");
      const text = await served(`/${REAL}/${file}${asked}`);
      const got = await kept(look.page, () => button.click());
      expect(got.name).toBe(file);
      expect(got.text === text).toBe(true);
    }
    await closed(look);
  });

  test("of the price of a word likewise", async () => {
    const look = await edition("/", `${REAL}/price?${FOUR}`);
    await look.page.getByRole("button", { name: "Data", exact: true }).click();
    const button = look.page.getByRole("button", { name: "Totals of each reading: CSV" });
    const text = await served(`/${REAL}/price.csv?${FOUR}`);
    const got = await kept(look.page, () => button.click());
    expect(got.name).toBe("price.csv");
    expect(got.text === text).toBe(true);
    await closed(look);
  });
});

async function kept(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return {
    name: download.suggestedFilename(),
    text: readFileSync((await download.path()) ?? "", "utf8"),
  };
}

async function served(path: string): Promise<string> {
  const response = await fetch(`${stage.url}${path}`);
  expect(response.status).toBe(200);
  return response.text();
}

test.each([
  [`${REAL}/price?${FOUR}`, { theme: "light", width: 1280 }],
  [
    `${REAL}/incidents?r=energy/RU,energy/UA&sel=inc-077&f=party:UA&text=gas&sort=-place`,
    { theme: "dark", width: 390, language: "uk" },
  ],
  [
    `${REAL}/i/inc-077?why=energy/US-25-march&hold=on-breach:bound`,
    { theme: "dark", width: 1280, language: "ru" },
  ],
] as const)("axe finds nothing on %s", async (path, options) => {
  const look = await edition("/", path, options);
  expect(await axeViolations(look)).toEqual([]);
  await closed(look);
});

test("the footer says that the edition is read-only and of which files", async () => {
  const look = await edition("/", REAL);
  const said = await look.page.locator('footer [data-part="edition"]').innerText();
  const pack = readFileSync(join(folder, REAL, "index.html"), "utf8");
  const mark = /name="truceline-edition" content="sha256:([0-9a-f]{64})"/.exec(pack)?.[1] ?? "none";
  expect(said).toContain("Read-only edition");
  expect(said).toContain(mark.slice(0, 12));
  await closed(look);
});

test("the page's own policy stands: another origin, and a script in the page, are refused", async () => {
  const look = await edition("/", REAL);
  const outcome = await look.page.evaluate(async () => {
    const script = document.createElement("script");
    script.textContent = "document.title = 'ran'";
    document.head.append(script);
    const answer = await fetch("http://192.0.2.1/").then(
      () => "answered",
      () => "refused",
    );
    return { answer, title: document.title };
  });
  expect(outcome.answer).toBe("refused");
  expect(outcome.title).not.toBe("ran");
  expect(look.foreign).toEqual([]);
  expect(look.complaints.join("\n")).toMatch(/Content Security Policy/);
  await look.close();
});
