// Every route in process, without a socket: answers, twins of schema, problems, headers, hosts, pages.
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../test/kit/load-folder.ts";
import type { Case } from "../case/case.ts";
import { createApp } from "./app.ts";
import { NONCE_PLACE, makeAsset } from "./static.ts";
import type { Assets } from "./static.ts";

const example = caseOf("cases/example");
const page = `<html><meta property="csp-nonce" nonce="${NONCE_PLACE}"><div id="app"></div></html>`;
const assets: Assets = new Map([
  ["/index.html", makeAsset(Buffer.from(page), "text/html; charset=utf-8", false)],
  ["/assets/index-abc.js", makeAsset(Buffer.from("1"), "text/javascript; charset=utf-8", true)],
]);
const faults: unknown[] = [];
const app = createApp({
  cases: [example],
  assets,
  version: "0.0.0",
  onFault: (cause) => faults.push(cause),
});

function caseOf(folder: string): Case {
  const { value } = loadFolder(folder);
  if (value === null) throw new Error(`${folder} does not load`);
  return value;
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await app.request(path, { headers });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.includes("json") === true;
  return { response, text, body: isJson ? JSON.parse(text) : null };
}

const CASE = `/c/${example.settings.id}`;
const [first, second] = ["river-truce/north", "river-truce/south"];
const incident = example.incidents[0]?.id ?? "";
const ROUTES = [
  "/cases.json",
  `${CASE}/case.json`,
  `${CASE}/home.json`,
  `${CASE}/index.json`,
  `${CASE}/record.json`,
  `${CASE}/review.json`,
  `${CASE}/readings.json`,
  `${CASE}/totals.json`,
  `${CASE}/totals.json?r=river-truce&from=2031-01-01&until=2032-01-01&asof=2032-01-01T00:00Z`,
  `${CASE}/compare.json?a=${first}&b=${second}`,
  `${CASE}/price.json?r=${first},${second}`,
  `${CASE}/incidents.json?f=party:north`,
  `${CASE}/i/${incident}.json`,
  `${CASE}/i/${incident}/history.json`,
  `${CASE}/talks/meetings.json`,
  `${CASE}/talks/statements.json?asof=2031-05-02T00:00Z`,
  `${CASE}/i/${incident}/explain.json`,
  `${CASE}/i/${incident}/explain.json?reading=${first}`,
];

describe("every answer", () => {
  test.each(ROUTES)(
    "%s is the same bytes for the same question, and 304 to who has them",
    async (path) => {
      const { response, text, body } = await get(path);
      expect(response.status).toBe(200);
      expect(body).toMatchObject({ format: expect.stringMatching(/^truceline\/\w+\/1$/) });
      expect((await get(path)).text).toBe(text);
      const etag = response.headers.get("etag");
      if (path === "/cases.json") return;
      expect(body).toMatchObject({
        case: "example",
        logHead: { size: 0 },
        caveat: example.settings.caveat,
      });
      const again = await get(path, { "if-none-match": etag ?? "" });
      expect([again.response.status, again.text]).toEqual([304, ""]);
    },
  );

  test.each(["/", CASE, `${CASE}/price`, "/assets/index-abc.js", "/nowhere", ...ROUTES])(
    "%s carries the headers that keep the page to itself",
    async (path) => {
      const { response } = await get(path);
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain("unsafe");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(response.headers.get("cross-origin-embedder-policy")).toBe("require-corp");
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    },
  );
});

describe("a question that is not understood", () => {
  test("is answered with all its faults at once and the nearest names", async () => {
    const path = `${CASE}/price.json?r=river-truce/nort,river-truce/south&kindd=1&from=yesterday&f=party:sout`;
    const { response, body } = await get(path);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const { errors } = body as { errors: { code: string; message: string; help: string | null }[] };
    expect(errors.map(({ code }) => code)).toEqual(["V101", "V103", "V201", "V201"]);
    expect(errors[2]?.help).toContain('"river-truce/north"');
    expect(errors[3]?.help).toContain('"south"');
    expect(body).toMatchObject({
      type: "urn:truceline:problem:not-understood",
      code: "not-understood",
    });
  });

  test.each([
    [`${CASE}/case.json?r=a/b`, 400],
    [`${CASE}/compare.json?a=${first}&b=nobody/reads`, 400],
    [`${CASE}/compare.json?a=${first}`, 400],
    [`${CASE}/i/${incident}/explain.json?reading=x/y`, 400],
    [`${CASE}/i/${incident}/explain.json?readin=${first}`, 400],
    [`${CASE}/i/inc-none.json`, 404],
    [`${CASE}/i/..%2F..%2Fetc%2Fpasswd.json`, 404],
    [`${CASE}/i/%00.json`, 404],
    ["/c/nowhere/case.json", 404],
    ["/c/__proto__/case.json", 404],
    ["/assets/none.js", 404],
    ["/index.html", 404],
  ] as const)("%s is a problem with status %i", async (path, status) => {
    const { response, body } = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([
      status,
      "application/problem+json",
    ]);
    expect(body).toMatchObject({ status, requestId: expect.any(String) });
  });

  test("by another method than GET is refused, with what is allowed", async () => {
    const response = await app.request(`${CASE}/case.json`, { method: "POST", body: "{}" });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
});

describe("the server", () => {
  test.each(["evil.example", "127.0.0.1.evil.example", "10.0.0.1:4380"])(
    "does not answer to the host name %s",
    async (host) => {
      expect((await get("/cases.json", { host })).response.status).toBe(421);
    },
  );

  test.each(["127.0.0.1:4380", "localhost:80", "[::1]:4380"])("answers to %s", async (host) => {
    expect((await get("/cases.json", { host })).response.status).toBe(200);
  });

  test("answers to a configured host name too", async () => {
    const named = createApp({ cases: [], assets, version: "0", hosts: ["truce.example"] });
    const { status } = await named.request("/cases.json", {
      headers: { host: "Truce.Example:443" },
    });
    expect(status).toBe(200);
  });

  test("opens the only case on its first prepared comparison", async () => {
    const { response } = await get("/");
    expect([response.status, response.headers.get("location")]).toEqual([
      302,
      `${CASE}/price?r=${first},${second}`,
    ]);
  });

  test("gives each page its own nonce, in the text and in the policy", async () => {
    const [one, two] = [await get(`${CASE}/price`), await get(`${CASE}/i/${incident}`)];
    const nonce = /nonce="([^"]+)"/.exec(one.text)?.[1] ?? "none";
    expect(one.response.headers.get("content-security-policy")).toContain(`'nonce-${nonce}'`);
    expect(two.text).not.toContain(nonce);
    expect([one.response.status, two.response.status]).toEqual([200, 200]);
  });

  test("has the case's pack where it is given the files, with an ETag, and says so where it is not", async () => {
    const packs = new Map([[example.settings.id, () => '{"format":"truceline/pack/1"}']]);
    const packed = createApp({ cases: [example], assets, packs, version: "0.0.0" });
    const answer = await packed.request(`${CASE}/pack.json`);
    expect([answer.status, await answer.text()]).toEqual([200, '{"format":"truceline/pack/1"}']);
    const headers = { "if-none-match": answer.headers.get("etag") ?? "" };
    expect((await packed.request(`${CASE}/pack.json`, { headers })).status).toBe(304);
    expect((await get(`${CASE}/pack.json`)).response.status).toBe(404);
  });

  test("shows the app's own not-found page for addresses that are no page", async () => {
    for (const path of ["/nowhere", "/c/none/price", `${CASE}/i/inc-none`, "/c/none/lab"]) {
      const { response, text } = await get(path);
      expect([path, response.status, text.includes('id="app"')]).toEqual([path, 404, true]);
    }
  });

  test("lets files with a hash in their name be kept for ever", async () => {
    const { response } = await get("/assets/index-abc.js");
    expect(response.headers.get("cache-control")).toContain("immutable");
    const etag = response.headers.get("etag") ?? "";
    expect((await get("/assets/index-abc.js", { "if-none-match": etag })).response.status).toBe(
      304,
    );
  });

  test("describes every route in OpenAPI 3.0.3", async () => {
    const { body } = await get("/api");
    const { openapi, paths } = body as { openapi: string; paths: Record<string, unknown> };
    expect(openapi).toBe("3.0.3");
    expect(Object.keys(paths).sort()).toEqual(
      [
        "/c/{case}/case.json",
        "/c/{case}/compare.csv",
        "/c/{case}/compare.json",
        "/c/{case}/diff.json",
        "/c/{case}/i/{incident}.json",
        "/c/{case}/i/{incident}/explain.json",
        "/c/{case}/i/{incident}/history.json",
        "/c/{case}/terms.json",
        "/c/{case}/terms/{instrument}.json",
        "/c/{case}/incidents.csv",
        "/c/{case}/incidents.geojson",
        "/c/{case}/home.json",
        "/c/{case}/index.json",
        "/c/{case}/incidents.json",
        "/c/{case}/open.json",
        "/c/{case}/price.csv",
        "/c/{case}/price.json",
        "/c/{case}/readings.csv",
        "/c/{case}/readings.json",
        "/c/{case}/record.json",
        "/c/{case}/review.json",
        "/c/{case}/situation.json",
        "/c/{case}/talks/meetings.json",
        "/c/{case}/talks/statements.json",
        "/c/{case}/totals.json",
      ].sort(),
    );
  });

  test("failed at nothing above", () => {
    expect(faults).toEqual([]);
  });

  test("for an incident before anything was known of it is 404, its reasons too", async () => {
    for (const path of [`${CASE}/i/${incident}.json`, `${CASE}/i/${incident}/explain.json`]) {
      const { response, body } = await get(`${path}?asof=2000-01-01T00:00Z`);
      expect(response.status, path).toBe(404);
      expect(body).toMatchObject({ detail: "nothing was known of that incident by then" });
    }
  });

  test("that fails says so with an id and nothing else", async () => {
    const caught: unknown[] = [];
    const broken = {
      ...example,
      settings: {
        ...example.settings,
        get parties(): never {
          throw new Error("secret path /home/x");
        },
      },
    };
    const failing = createApp({
      cases: [broken],
      assets,
      version: "0",
      onFault: (cause) => caught.push(cause),
    });
    const response = await failing.request(`${CASE}/case.json`);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
    expect(caught).toHaveLength(1);
  });
});
