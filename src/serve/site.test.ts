// The files of a read-only edition: every page there is, lists with the server's bytes, the same bytes every time.
import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { files, problems, theCase } from "../../test/case-files.ts";
import { createApp } from "./app.ts";
import { siteFiles } from "./site.ts";
import { NONCE_PLACE, makeAsset } from "./static.ts";
import type { Assets } from "./static.ts";

const PAGE = `<!doctype html>
<html>
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="./mark.svg" />
    <meta property="csp-nonce" nonce="${NONCE_PLACE}">
    <script type="module" src="./assets/index-abc.js" nonce="${NONCE_PLACE}"></script>
  </head>
</html>`;
const assets: Assets = new Map([
  ["/index.html", makeAsset(Buffer.from(PAGE), "text/html", false)],
  ["/assets/index-abc.js", makeAsset(Buffer.from("1"), "text/javascript", true)],
]);
const version = "1.2.3";
const one = { theCase, files, problems };
const other = {
  ...one,
  theCase: { ...theCase, settings: { ...theCase.settings, id: "other", comparisons: [] } },
};
const site = await siteFiles({ cases: [one], assets, version });
const { id } = theCase.settings;

function text(path: string, from = site): string {
  return new TextDecoder().decode(from.get(path) ?? new Uint8Array());
}

describe("an edition of the real case", () => {
  test("has a page for every screen and incident, and the app's own files", () => {
    const pages = [...site.keys()].filter((path) => path.endsWith("/index.html"));
    const texts = theCase.instruments.map(({ instrument }) => `terms/${instrument.id}/`);
    const incidents = theCase.incidents.map((i) => `i/${i.id}/`);
    const screens = [
      "",
      "price/",
      "record/",
      "review/",
      "incidents/",
      "situation/",
      "lab/",
      "terms/",
      ...texts,
      ...incidents,
    ];
    expect(pages).toEqual(screens.map((path) => `c/${id}/${path}index.html`).sort());
    expect(text("assets/index-abc.js")).toBe("1");
  });

  test("holds the server's answer wherever no question is needed, byte for byte", async () => {
    const app = createApp({
      cases: [theCase],
      problems: new Map([[id, problems]]),
      assets: new Map(),
      version,
    });
    const lists = [...site.keys()].filter((path) =>
      /^c\/[^/]+\/(?:(?:talks|terms)\/)?[\w-]+\.\w+$/.test(path),
    );
    const data = lists.filter((path) => !/index\.html|pack\.json/.test(path));
    expect(data.map((path) => path.replace(`c/${id}/`, ""))).toEqual([
      "case.json",
      "home.json",
      "incidents.csv",
      "incidents.geojson",
      "incidents.json",
      "index.json",
      "price.csv",
      "price.json",
      "readings.csv",
      "readings.json",
      "record.json",
      "review.json",
      "situation.json",
      "talks/meetings.json",
      "talks/statements.json",
      "terms.json",
      "terms/black-sea.json",
      "terms/easter.json",
      "terms/energy.json",
      "terms/unconditional.json",
      "totals.json",
    ]);
    for (const path of data) {
      const answer = await (await app.request(`/${path}`)).text();
      expect(text(path) === answer, path).toBe(true);
    }
  });

  test("is the same bytes for the same inputs, in text order", async () => {
    const again = await siteFiles({ cases: [one], assets, version });
    expect([...again.keys()]).toEqual([...site.keys()].sort());
    for (const [path, bytes] of again) {
      expect(Buffer.compare(bytes, site.get(path) ?? new Uint8Array()), path).toBe(0);
    }
  });
});

describe("a page of it", () => {
  const page = text(`c/${id}/i/inc-077/index.html`);

  test("finds the app's files from its own depth, whatever the site lies below", () => {
    expect(page).toContain('src="../../../../assets/index-abc.js"');
    expect(page).toContain('href="../../../../mark.svg"');
    expect(page).not.toMatch(/(?:src|href)="\.?\//);
  });

  test("states a policy of its own before anything else, with no nonce that all could read", () => {
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? "";
    expect(page.indexOf("Content-Security-Policy")).toBeLessThan(page.indexOf("<link"));
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-/);
    expect(policy).toContain("base-uri 'none'; form-action 'self'");
    // Browsers complain of this one in a page: only a header can say it.
    expect(policy).not.toContain("frame-ancestors");
    expect(page).not.toContain("nonce");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  test("names the files that its answers come from", () => {
    const hash = createHash("sha256")
      .update(text(`c/${id}/pack.json`))
      .digest("hex");
    expect(page).toContain(`<meta name="truceline-edition" content="sha256:${hash}" />`);
  });
});

describe("the folder's own page", () => {
  test("of one case leads on to where the case opens", () => {
    const home = `c/${id}/price/?r=energy/RU,energy/UA,energy/US-18-march,energy/US-25-march&amp;hold=on-breach:bound`;
    expect(text("index.html")).toContain(`content="0; url=${home}"`);
    expect(text("index.html")).toContain(`<a href="${home}">`);
    expect(text("index.html")).not.toContain("<script");
  });

  test("of several lists them, with addresses below the folder", async () => {
    const two = await siteFiles({ cases: [one, other], assets, version });
    expect(text("index.html", two)).toContain('src="./assets/index-abc.js"');
    const { items } = JSON.parse(text("cases.json", two));
    expect(items.map((item: { home: string }) => item.home)).toEqual([
      expect.stringContaining(`c/${id}/price/?r=energy/RU`),
      "c/other/price/",
    ]);
  });

  test("shows a title as text, whatever it holds", async () => {
    const settings = { ...theCase.settings, title: `<script>"&` };
    const hostile = { ...one, theCase: { ...theCase, settings } };
    const made = await siteFiles({ cases: [hostile], assets, version });
    expect(text("index.html", made)).toContain("&lt;script&gt;&quot;&amp;");
    expect(text("index.html", made)).not.toContain("<script");
  });
});
