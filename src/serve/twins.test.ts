// Twins of the real case, in process: the same rows as the JSON, nothing lost, nothing that a spreadsheet would run.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { CALL_LIST, OTHER_LIST, REAL_ADDRESS } from "../../test/kit/real-case.ts";
import { readCsv } from "../../test/kit/read-csv.ts";
import { createApp } from "./app.ts";

const first = theCase.incidents[0];
if (first === undefined) throw new Error("the case has incidents");
const FORMULA = '=HYPERLINK("x","y"), "z"\r\n2';
const hostile = { ...theCase, incidents: [{ ...first, object: FORMULA }] };
const app = createApp({ cases: [theCase], assets: new Map(), version: "0.0.0" });
const CASE = REAL_ADDRESS;
const READINGS = "r=energy/RU,energy/UA&hold=on-breach:bound";

async function text(path: string, from = app): Promise<string> {
  const response = await from.request(path);
  expect(response.status, path).toBe(200);
  return response.text();
}

async function records(path: string, from = app): Promise<readonly Record<string, string>[]> {
  const [names = [], ...rows] = readCsv(await text(path, from));
  expect(new Set(names).size).toBe(names.length);
  return rows.map((row) => {
    expect(row).toHaveLength(names.length);
    return Object.fromEntries(names.map((name, index) => [name, row[index] ?? ""]));
  });
}

async function json(path: string) {
  return JSON.parse(await text(path));
}

describe("incidents.csv", () => {
  test("has the rows, the order and the verdicts of the JSON", async () => {
    const query = `${READINGS}&f=party:UA&sort=-place`;
    const rows = await records(`${CASE}/incidents.csv?${query}`);
    const { items } = await json(`${CASE}/incidents.json?${query}`);
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.map(({ id }) => id)).toEqual(items.map(({ id }: { id: string }) => id));
    expect(rows.map((row) => row["verdict energy/RU"])).toEqual(
      items.map(
        (item: { verdicts: Record<string, { verdict: string }> }) =>
          item.verdicts["energy/RU"]?.verdict,
      ),
    );
  });

  test("opens with id and url, and carries what was asked, held and warned of in every row", async () => {
    const path = `${CASE}/incidents.csv?${READINGS}&asof=2025-03-25T00:00Z`;
    expect(await text(path)).toMatch(/^id,url,/);
    for (const row of await records(path)) {
      expect(row).toMatchObject({
        url: `${CASE}/i/${row["id"]}`,
        held_questions: "on-breach:bound",
        as_of: "2025-03-25T00:00:00Z",
        caveat: theCase.settings.caveat,
      });
    }
  });

  test("never writes an unstated figure as zero", async () => {
    const rows = await records(`${CASE}/incidents.csv`);
    const unknown = rows.filter((row) => row["killed_state"] === "unknown");
    expect(unknown.length).toBeGreaterThan(0);
    for (const row of unknown) expect([row["killed_low"], row["killed_high"]]).toEqual(["", ""]);
  });

  test("writes no cell that a spreadsheet would run, unless asked for the machine's", async () => {
    const own = createApp({ cases: [hostile], assets: new Map(), version: "0.0.0" });
    const [plain] = await records(`${CASE}/incidents.csv`, own);
    const [machine] = await records(`${CASE}/incidents.csv?flavour=machine`, own);
    expect([plain?.["what"], machine?.["what"]]).toEqual([`'${FORMULA}`, FORMULA]);
  });
});

test("incidents.geojson places nothing at a made-up point", async () => {
  const response = await app.request(`${CASE}/incidents.geojson?${READINGS}`);
  expect(response.headers.get("content-type")).toBe("application/geo+json");
  const { type, noPlace, features, caveat } = await response.json();
  expect([type, caveat]).toEqual(["FeatureCollection", theCase.settings.caveat]);
  expect(features).toHaveLength(theCase.incidents.length);
  for (const feature of features) {
    const known = theCase.incidents.find(({ id }) => id === feature.id)?.place.extent;
    const shape = { disc: "Point", area: "MultiPolygon", unknown: undefined } as const;
    expect(feature.geometry?.type).toBe(shape[known?.kind ?? "unknown"]);
    const radius = known?.kind === "disc" ? known.radiusMeters : null;
    expect(feature.properties.radiusMeters).toBe(radius);
  }
  const without = theCase.incidents.filter(({ place }) => place.extent.kind === "unknown");
  expect(noPlace).toBe(without.length);
  expect(noPlace).toBeGreaterThan(0);
});

test("price.csv has the totals of the JSON, with the questions held and left open", async () => {
  const rows = await records(`${CASE}/price.csv?${READINGS}`);
  const { cards } = await json(`${CASE}/price.json?${READINGS}`);
  expect(rows).toHaveLength(2);
  for (const [index, row] of rows.entries()) {
    const { reading, totals, open } = cards[index];
    expect(row).toMatchObject({
      id: reading,
      violations_low: String(totals.atLeast),
      violations_high: String(totals.atMost),
      open_questions: open.join(" | "),
      held_questions: "on-breach:bound",
      caveat: theCase.settings.caveat,
    });
  }
});

test("price.csv has a row an answer of the compared question, with what is held, the window and other units", async () => {
  const query = "q=energy/scope&hold=on-breach:bound,start:march-25&window=in-force";
  const rows = await records(`${CASE}/price.csv?${query}`);
  const { cards, question } = await json(`${CASE}/price.json?${query}`);
  expect(question).toMatchObject({ window: "in-force", compared: { question: "scope" } });
  expect(rows).toHaveLength(5);
  for (const [index, row] of rows.entries()) {
    const { reading, totals, units } = cards[index];
    expect(row).toMatchObject({
      id: reading,
      url: `${CASE}/price?q=energy/scope&r=${reading.replace("=", "%3D")}`,
      incidents: String(totals.incidents),
      days_with_any_low: String(units.days.atLeast),
      days_with_any_high: String(units.days.atMost),
      objects_hit_low: String(units.objects.atLeast),
      objects_hit_high: String(units.objects.atMost),
      compared_question: "energy/scope",
      held_questions: "on-breach:bound | start:march-25",
      window: "in-force",
    });
    const again = await json((row["url"] ?? "").replace("/price?", "/price.json?"));
    expect(again.cards.map((one: { reading: string }) => one.reading)).toEqual([reading]);
  }
});

test("compare and readings know the answers of one question, held as the page holds them", async () => {
  const [a, b] = [`energy/scope%3D${CALL_LIST}`, `energy/scope%3D${OTHER_LIST}`];
  const asked = "q=energy/scope&hold=on-breach:bound";
  const causes = await records(`${CASE}/compare.csv?a=${a}&b=${b}&${asked}`);
  const { hard, soft, questions } = await json(`${CASE}/compare.json?a=${a}&b=${b}&${asked}`);
  expect([hard + soft > 0, questions]).toEqual([true, ["scope"]]);
  const sum = causes.reduce((all, row) => all + Number(row["incidents_high"]), 0);
  expect(sum).toBe(hard + soft);
  expect(causes[0]?.["url"]).toContain(`&pair=${a},${b}`);
  const words = await records(`${CASE}/readings.csv?r=${a}&${asked}`);
  expect(new Set(words.map(({ reading }) => reading))).toEqual(new Set([decodeURIComponent(a)]));
  expect(words.filter(({ state }) => state === "held").map(({ question }) => question)).toEqual([
    "on-breach",
  ]);
});

test("a comparison's window is that of its two readings", async () => {
  const pair = `${CASE}/compare.json?a=easter/RU&b=easter/UA`;
  const { sentence } = await json(`${pair}&window=in-force`);
  expect(sentence).toMatch(/^Of 13 recorded incidents/);
  expect((await json(pair)).sentence).not.toBe(sentence);
});

test("compare.csv adds up to the disagreement", async () => {
  const rows = await records(`${CASE}/compare.csv?a=energy/RU&b=energy/UA`);
  const { hard, soft } = await json(`${CASE}/compare.json?a=energy/RU&b=energy/UA`);
  const sum = (name: string) => rows.reduce((all, row) => all + Number(row[name]), 0);
  expect([sum("incidents_low"), sum("incidents_high")]).toEqual([hard, hard + soft]);
});

test("readings.csv has every answer of every reading", async () => {
  const rows = await records(`${CASE}/readings.csv`);
  const { items } = await json(`${CASE}/readings.json`);
  const answers = items.flatMap((item: { words: { answers: unknown[] }[] }) =>
    item.words.flatMap((part) => part.answers),
  );
  expect(rows).toHaveLength(answers.length);
});

describe("a twin asked what it does not know", () => {
  test.each([
    [`${CASE}/incidents.csv?sortt=day`, '"sort"'],
    [`${CASE}/incidents.geojson?f=region:sumy-oblas`, '"sumy-oblast"'],
    [`${CASE}/price.csv?r=energy/R`, '"energy/RU"'],
    [`${CASE}/compare.csv?a=energy/RU&b=energy/U`, '"energy/UA"'],
    [`${CASE}/incidents.csv?r=energy/RU&of=energy/UA:violation`, '"energy/RU"'],
  ])("%s answers with the nearest name", async (path, help) => {
    const response = await app.request(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      400,
      "application/problem+json",
    ]);
    expect((await response.json()).errors[0].help).toContain(help);
  });

  test.each(["flavour=human", "sort=size", "of=energy/RU:maybe"])(
    "%s is refused",
    async (query) => {
      expect((await app.request(`${CASE}/incidents.csv?${query}`)).status).toBe(400);
    },
  );
});

test("a twin is the same bytes for the same question, and 304 to who has them", async () => {
  const path = `${CASE}/incidents.csv?${READINGS}`;
  const etag = (await app.request(path)).headers.get("etag") ?? "";
  const again = await app.request(path, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});
