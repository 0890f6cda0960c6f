// Where and when on the Price screen: marks, cells, trays and days show the listed incidents and no other, by pointer, by keyboard, and
// without WebGL2.
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { differenceOf } from "../../src/assess/agreement.ts";
import { readingId } from "../../src/model/id.ts";
import { dayCounts } from "../../src/report/day-counts.ts";
import type { PlacedLine } from "../../src/report/placed.ts";
import { pricePage } from "../../src/report/price.ts";
import {
  axeViolations,
  caseOf,
  mapDrawn,
  openLook,
  openStage,
  sidewaysScroll,
  visit,
} from "./browser.ts";
import type { Look, LookOptions, Stage } from "./browser.ts";
import { hues, outside } from "./map-pixels.ts";

const theCase = caseOf("cases/ukraine-2025");
const NAMES = ["RU", "UA", "US-18-march", "US-25-march"];
const readings = NAMES.map((name) => readingId("energy", name));
const page = pricePage(theCase, { readings, hold: new Map([["on-breach", "bound"]]) });
const all = page.rows.filter((row) => !row.aggregate);
const ALL = `/c/ukraine-2025/price?r=${readings.join(",")}&hold=on-breach:bound`;
const PAIR = `${ALL}&pair=energy/RU,energy/UA`;
const pair = page.pairs.find(({ a, b }) => a === "energy/RU" && b === "energy/UA");
if (pair === undefined) throw new Error("the pair is compared");
const pairIds = new Set<string>([...pair.hardIds, ...pair.softIds]);
const pairRows = all.filter((row) => pairIds.has(row.id));

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([theCase, caseOf("cases/example")]);
});
afterAll(() => stage.close());

const LOOKS: readonly LookOptions[] = [
  { theme: "light" },
  { theme: "dark", width: 390, height: 844, language: "uk" },
  { theme: "light", width: 320, height: 640, language: "ru" },
];

describe.each(LOOKS)("$theme, $width px, $language", (options) => {
  test.each([ALL, PAIR])("%s is drawn, complains of nothing, asks nobody", async (path) => {
    const look = await openMap(path, options);
    expect(await look.page.locator("[data-map]").getAttribute("data-map")).toBe("live");
    await openAll(look);
    expect(look.complaints).toEqual([]);
    expect(look.foreign).toEqual([]);
    expect(await axeViolations(look)).toEqual([]);
    expect(await sidewaysScroll(look)).toBe(0);
    await look.close();
  });
});

describe("the map", () => {
  const places = placesOf(trays(pairRows).marked);

  test("has a mark for each place of the rows that have one, on screen and in the picture under it", async () => {
    const look = await openMap(PAIR);
    expect(await drawing(look)).toEqual(["marks", places.length]);
    const still = look.page.locator("[data-still-map] [data-ids]");
    const ids = await still.evaluateAll((found) =>
      found.flatMap((one) => one.getAttribute("data-ids")?.split(" ") ?? []),
    );
    expect(ids.sort()).toEqual(
      trays(pairRows)
        .marked.map(({ id }) => id)
        .sort(),
    );
    expect(ids.length).toBeGreaterThan(20);
    await look.close();
  });

  test("counts in its trays what has no point, and never loses a row", async () => {
    for (const [path, rows] of [
      [ALL, all],
      [PAIR, pairRows],
    ] as const) {
      const look = await openMap(path);
      const { marked, areaOnly, noPlace } = trays(rows);
      expect(await trayCount(look, "area")).toBe(areaOnly.length);
      expect(await trayCount(look, "none")).toBe(noPlace.length);
      const shown = await look.page.locator("[data-marked]").getAttribute("data-marked");
      expect(Number(shown)).toBe(marked.length);
      expect(marked.length + areaOnly.length + noPlace.length).toBe(rows.length);
      await openAll(look);
      expect(await look.page.locator('[data-tray="area"] a').count()).toBe(areaOnly.length);
      await look.close();
    }
  });

  test("shows cells where marks would crowd; their bounds add up to what the readings answer differently", async () => {
    const look = await openMap(ALL);
    const [kind, shapes] = await drawing(look);
    const cells = look.page.locator("[data-still-map] [data-at-most]");
    expect([kind, shapes > 0, (await cells.count()) > 5]).toEqual(["cells", true, true]);
    const differences = trays(all).marked.map((row) =>
      differenceOf(Object.values(row.verdicts).map(({ verdict }) => verdict)),
    );
    const surely = differences.filter((one) => one === "surely").length;
    const may = differences.filter((one) => one !== "none").length;
    expect(await sumOf(look, "data-at-least")).toBe(surely);
    expect(await sumOf(look, "data-at-most")).toBe(may);
    expect(surely).toBeLessThan(may);
    await look.close();
  });

  test("of a pair counts as differing what that pair's two numbers count", () => {
    const found = pairRows.map(({ verdicts }) =>
      differenceOf([pair.a, pair.b].flatMap((id) => verdicts[id]?.verdict ?? [])),
    );
    expect(found.filter((one) => one === "surely")).toHaveLength(pair.hard);
    expect(found.filter((one) => one === "possibly")).toHaveLength(pair.soft);
  });

  test("chooses by a press: address, words, ring and list say the same incident", async () => {
    const look = await openMap(PAIR);
    const lonely = places.find(({ ids, at }) => ids.length === 1 && isAlone(at, places));
    if (lonely === undefined) throw new Error("some place lies alone");
    const [lone = ""] = lonely.ids;
    await look.page.mouse.click(...(await pointOf(look, lone)));
    await look.page.waitForURL(/sel=/);
    expect(new URL(look.page.url()).searchParams.get("sel")).toBe(lone);
    expect(await look.page.locator("[data-chosen]").first().getAttribute("data-chosen")).toBe(lone);
    const row = look.page.locator(`tr[data-row="${lone}"]`);
    expect(await row.getAttribute("data-selected")).toBe("true");
    await look.page.locator("h1").hover();
    await row.hover();
    expect(await row.getAttribute("data-pointed")).toBe("true");
    await look.close();
  });

  test("shows the chosen row in the list even beyond the first twenty", async () => {
    const last = page.rows.at(-1)?.id ?? "";
    const look = await openMap(`${ALL}&sel=${last}`);
    expect(await look.page.locator(`tr[data-row="${last}"]`).count()).toBe(1);
    expect(await look.page.locator("tr[data-row]").count()).toBe(21);
    await look.close();
  });

  test("paints the hues of the verdicts present and no other, in light and in dark", async () => {
    const look = await openMap(PAIR);
    const light = await hues(look);
    // Only "readings differ" (purple) and "undetermined" (grey, no hue) occur between these two.
    expect(light.length).toBeGreaterThan(200);
    expect(outside(light, [[265, 300]])).toBeLessThan(light.length / 50);
    await visit(look, `${ALL}&pat=vvvv`, "where");
    await mapDrawn(look);
    const violations = await hues(look);
    expect(violations.length).toBeGreaterThan(200);
    expect(outside(violations, [[15, 35]])).toBeLessThan(violations.length / 50);
    await look.close();
    const dark = await openMap(PAIR, { theme: "dark" });
    const purple = await hues(dark);
    expect(purple.length).toBeGreaterThan(200);
    expect(outside(purple, [[260, 290]])).toBeLessThan(purple.length / 50);
    await dark.close();
  });

  test("stands still and moves nobody's focus: its marks are not in the accessibility tree, a link leads to the list", async () => {
    const look = await openMap(PAIR);
    await look.page.getByRole("link", { name: "List instead of map" }).press("Enter");
    expect(await look.page.evaluate(() => document.activeElement?.id)).toBe("list");
    const focusable = look.page.locator("[data-still-map] :is(a, button, [tabindex])");
    expect(await focusable.count()).toBe(0);
    await look.close();
  });

  test("without WebGL2 is a picture with the same marks and cells, and a press chooses there too", async () => {
    const executablePath = process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium";
    const args = ["--disable-3d-apis", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
    const browser = await chromium.launch({ executablePath, args });
    const look = await openMap(PAIR, {}, { ...stage, browser });
    expect(await look.page.locator("[data-map]").getAttribute("data-map")).toBe("still");
    const marks = look.page.locator("[data-still-map] [data-ids]");
    expect(await marks.count()).toBe(places.length);
    const ids = (await marks.last().getAttribute("data-ids")) ?? "";
    await look.page.mouse.click(...(await pointOf(look, ids)));
    await look.page.waitForURL(/sel=/);
    expect(ids.split(" ")).toContain(new URL(look.page.url()).searchParams.get("sel"));
    expect(await axeViolations(look)).toEqual([]);
    await visit(look, ALL, "where");
    await mapDrawn(look);
    const still = look.page.locator("[data-still-map]");
    expect(await still.getAttribute("data-drawing")).toBe("cells");
    expect(look.complaints).toEqual([]);
    await browser.close();
  });
});

describe("the day strip", () => {
  test("adds up to the cards' total, and to the narrowed list", async () => {
    for (const [path, rows] of [
      [ALL, all],
      [PAIR, pairRows],
    ] as const) {
      const look = await openMap(path);
      const strip = look.page.locator("[data-several]");
      const bars = await strip
        .locator("[data-count]")
        .evaluateAll((found) =>
          found.reduce((sum, one) => sum + Number(one.getAttribute("data-count")), 0),
        );
      expect(bars + Number(await strip.getAttribute("data-several"))).toBe(rows.length);
      await openAll(look);
      const foot = await look.page.locator("tfoot", { hasText: "each incident once" }).innerText();
      const once = (foot.match(/\d+/g) ?? []).map(Number);
      expect(once.reduce((sum, part) => sum + part, 0)).toBe(rows.length);
      await look.close();
    }
    const total = page.cards[0]?.totals.incidents;
    expect(total).toBe(all.length);
  });

  test("narrows all to a day by a press, keeps the other days, and goes on by [ and ]", async () => {
    const look = await openMap(ALL);
    await look.page.locator('button[data-day="2025-03-24"]').click();
    await look.page.waitForURL(/from=2025-03-24&until=2025-03-25/);
    const day = all.filter((row) => row.day === "2025-03-24");
    await heading(look, day.length);
    expect(await look.page.locator("[data-bar]").count()).toBe(52);
    expect(await look.page.locator("span[data-chosen]").count()).toBe(1);
    const several = await look.page.locator("[data-several]").getAttribute("data-several");
    const range = page.days;
    if (range === null) throw new Error("the case has days");
    expect(Number(several)).toBe(dayCounts(all, range, () => "all").several);
    await look.page.keyboard.press("]");
    await look.page.waitForURL(/from=2025-03-25&until=2025-03-26/);
    await heading(look, all.filter((row) => row.day === "2025-03-25").length);
    await look.page.keyboard.press("[");
    await look.page.waitForURL(/from=2025-03-24&until=2025-03-25/);
    await look.page.getByRole("link", { name: "Show all days" }).press("Enter");
    await heading(look, all.length);
    expect(new URL(look.page.url()).searchParams.get("from")).toBeNull();
    await look.close();
  });

  test("is a picture with a sentence; its table leads to each day by keyboard", async () => {
    const look = await openMap(PAIR);
    const picture = look.page.getByRole("img", { name: /by day from/ });
    expect(await picture.getAttribute("aria-label")).toMatch(/^62 incidents by day from 10 March/);
    await look.page.locator("summary", { hasText: "The days as a table" }).press("Enter");
    const row = look.page.locator("[data-day-row]").first();
    const day = (await row.getAttribute("data-day-row")) ?? "";
    await row.locator("a").press("Enter");
    await look.page.waitForURL(new RegExp(`from=${day}`));
    await look.close();
  });

  test("says in words on which days each text is in force", async () => {
    const look = await openMap(PAIR);
    const bands = look.page.locator("figure li", { hasText: "Russia" }).first();
    expect(await bands.textContent()).toContain("18 Mar to 16 Apr");
    await look.close();
  });
});

describe("the table by region and day", () => {
  test("has a row a region, whose counts are those of the list", async () => {
    const look = await openMap(PAIR);
    await openAll(look);
    const regions = new Set(pairRows.flatMap((row) => row.regions));
    const rows = look.page.locator("[data-region]");
    expect(await rows.count()).toBe(regions.size);
    for (const row of await rows.all()) {
      const region = (await row.getAttribute("data-region")) ?? "";
      const expected = pairRows.filter((one) => one.regions.includes(region)).length;
      expect(Number(await row.locator("td").first().innerText()), region).toBe(expected);
    }
    await look.close();
  });

  test("and the map stay off paper, where four readings have one sheet", async () => {
    const look = await openMap(`${ALL}&from=2025-03-24&until=2025-03-25&pair=energy/RU,energy/UA`);
    await look.page.emulateMedia({ media: "print" });
    expect(await look.page.locator("section[aria-labelledby=where]").isVisible()).toBe(false);
    await look.close();
  });
});

test("a case beyond the ground and one without incidents do not fall over", async () => {
  const look = await openMap("/c/example/price?r=river-truce");
  expect(await look.page.locator("figcaption").innerText()).toContain("No coast or line is kept");
  await visit(look, `${ALL}&from=2026-01-01&until=2026-01-02`, "price");
  expect(await look.page.locator("[data-map]").count()).toBe(0);
  expect(look.complaints).toEqual([]);
  await look.close();
});

/** Rows by what a map may draw of them, told from the record once more. */
function trays(rows: readonly PlacedLine[]) {
  const isMarked = ({ where }: PlacedLine) => where.kind === "disc" && where.radiusMeters <= 25_000;
  return {
    marked: rows.filter(isMarked),
    areaOnly: rows.filter((row) => !isMarked(row) && row.where.kind !== "unknown"),
    noPlace: rows.filter(({ where }) => where.kind === "unknown"),
  };
}

interface Place {
  readonly at: readonly [number, number];
  readonly ids: readonly string[];
}

/** Rows within a hundredth of a degree of the first of their place. */
function placesOf(rows: readonly PlacedLine[]): readonly Place[] {
  const places: { at: readonly [number, number]; ids: string[] }[] = [];
  for (const { id, where } of rows.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (where.kind !== "disc") continue;
    const { lon, lat } = where;
    const known = places.find(
      ({ at }) => Math.abs(at[0] - lon) <= 0.01 && Math.abs(at[1] - lat) <= 0.01,
    );
    if (known === undefined) places.push({ at: [lon, lat], ids: [id] });
    else known.ids.push(id);
  }
  return places;
}

async function openMap(path: string, options: LookOptions = {}, on = stage): Promise<Look> {
  const look = await openLook(on, options);
  await visit(look, path, "where");
  await mapDrawn(look);
  return look;
}

/** What the moving map has on screen, as it counted it there. */
async function drawing(look: Look): Promise<readonly [string | null, number]> {
  const map = look.page.locator("[data-map]");
  return [await map.getAttribute("data-drawing"), Number(await map.getAttribute("data-shapes"))];
}

async function trayCount(look: Look, name: string): Promise<number> {
  const tray = look.page.locator(`[data-tray="${name}"]`);
  if ((await tray.count()) === 0) return 0;
  const counted = Number(await tray.getAttribute("data-count"));
  expect(await tray.locator("summary").innerText()).toContain(`(${counted})`);
  return counted;
}

function sumOf(look: Look, name: string): Promise<number> {
  return look.page
    .locator(`[data-still-map] [${name}]`)
    .evaluateAll(
      (found, key) => found.reduce((sum, one) => sum + Number(one.getAttribute(key)), 0),
      name,
    );
}

async function openAll(look: Look): Promise<void> {
  for (const summary of await look.page.locator("section[aria-labelledby=where] summary").all()) {
    await summary.press("Enter");
  }
}

/** The list is as long as it should be. */
async function heading(look: Look, n: number): Promise<void> {
  const title = look.page.locator("#where");
  await expect.poll(() => title.innerText()).toMatch(new RegExp(`: ${n} incident`));
}

/** Where the picture under the map has a mark: the moving map starts with the same bounds, in the middle of the same frame. */
async function pointOf(look: Look, id: string): Promise<readonly [number, number]> {
  const box = await look.page
    .locator(`[data-still-map] [data-ids="${id}"] circle`)
    .first()
    .boundingBox();
  if (box === null) throw new Error(`no mark ${id}`);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

function isAlone([lon, lat]: Place["at"], places: readonly Place[]): boolean {
  return places.every(({ at }) => {
    const far = Math.max(Math.abs(at[0] - lon), Math.abs(at[1] - lat));
    return far === 0 || far > 2;
  });
}
