// The read-only edition answers from a pack with the same code as the server, so with the same bytes: asked at random.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { files, problems, theCase } from "../../test/case-files.ts";
import { runs } from "../../test/kit/runs.ts";
import { PackError, makePack, openPack } from "../report/pack.ts";
import { ROUTES, askPath } from "../report/routes/ask.ts";
import { createApp } from "./app.ts";

const VERSION = "1.2.3";
const { id } = theCase.settings;
const app = createApp({
  cases: [theCase],
  problems: new Map([[id, problems]]),
  assets: new Map(),
  version: VERSION,
});
const ready = openPack(makePack(files, VERSION));

/** What the edition's worker does with an address. */
function ask(path: string): { readonly status: number; readonly text: string } {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  const segments = pathname.split("/").slice(1).map(decodeURIComponent);
  const answer = askPath(ready, segments, searchParams);
  if (answer.kind === "value") return { status: 200, text: JSON.stringify(answer.make()) };
  if (answer.kind === "text") return { status: 200, text: answer.text };
  return { status: answer.code === "not-found" ? 404 : 400, text: answer.detail };
}

async function served(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await app.request(path);
  const text = await response.text();
  const { status } = response;
  return { status, text: status === 200 ? text : String(JSON.parse(text).detail) };
}

const readings = theCase.instruments.flatMap(({ instrument }) =>
  [...instrument.readings.values()].map((one) => one.id),
);
const incidents = theCase.incidents.map((one) => one.id);
const someOf = (names: readonly string[]) =>
  fc.subarray([...names], { minLength: 1, maxLength: 4 }).map((some) => some.join(","));
const KEYS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  r: fc.oneof(someOf(readings), fc.constantFrom("energy", "black-sea", "energy/NOBODY", "")),
  from: fc.constantFrom("2025-03-11", "2025-03-20", "yesterday"),
  window: fc.constantFrom("in-force", "in-force", "always"),
  until: fc.constantFrom("2025-03-25", "2025-04-10", "2025-03-01"),
  asof: fc.constantFrom("2025-03-25T06:00Z", "2025-03-19T00:00Z"),
  f: fc.constantFrom("party:UA", "kind:port", "party:RU,kind:energy", "kind:prot"),
  hold: fc.constantFrom("on-breach:bound", "on-breach:no"),
  q: fc.constantFrom("energy/scope", "energy/none"),
  a: fc.constantFrom(...readings),
  b: fc.constantFrom(...readings),
  reading: fc.constantFrom(...readings, "energy/NOBODY"),
  of: fc.constantFrom("energy/RU:violation", "energy/UA:at-most"),
  text: fc.constantFrom("Sumy", "gas metering", "no such word"),
  sort: fc.constantFrom("-day", "place", "size"),
  flavour: fc.constantFrom("machine", "hxl"),
  kindd: fc.constant("1"),
};

/** An address below the case with a few keys, most of them understood there. */
const texts = theCase.instruments.map(({ instrument }) => instrument.id);
const address = fc.constantFrom(...ROUTES).chain(({ path, keys }) =>
  fc
    .tuple(
      fc.oneof(fc.constantFrom(...incidents), fc.constant("inc-none")),
      fc.constantFrom(...texts, "none"),
      fc.subarray([...keys, "kindd"]),
    )
    .chain(([incident, text, asked]) => {
      const filled = path
        .replace("{case}", id)
        .replace("{incident}", incident)
        .replace("{instrument}", text);
      const values = fc.tuple(...asked.map((key) => KEYS[key] ?? fc.constant("")));
      return values.map((given) => {
        const pairs = given.map((value, index) => [asked[index] ?? "", value]);
        return `${filled}?${new URLSearchParams(pairs).toString()}`;
      });
    }),
);

describe("the pack of the real case", () => {
  test("answers random questions with the bytes of the server, and refuses the same ones", async () => {
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(address, async (path) => {
        const own = ask(path);
        statuses.set(own.status, (statuses.get(own.status) ?? 0) + 1);
        expect(own).toEqual(await served(path));
      }),
      { numRuns: runs(750) },
    );
    // Some 25 and 47 of 75.
    expect(statuses.get(200)).toBeGreaterThan(8);
    expect(statuses.get(400)).toBeGreaterThan(15);
  });

  test.each(ROUTES.map(({ path }) => path))("has the bytes of %s", async (path) => {
    const filled = path
      .replace("{case}", id)
      .replace("{incident}", "inc-077")
      .replace("{instrument}", "energy");
    const pair = "a=energy/RU&b=energy/UA";
    const query =
      path.includes("/compare.") || path.includes("/diff.")
        ? pair
        : path.includes("/open.")
          ? "r=energy/RU"
          : "";
    const own = ask(`${filled}?${query}`);
    expect(own.status).toBe(200);
    expect(own).toEqual(await served(`${filled}?${query}`));
  });

  test("a list that the in-force window empties says so in the same bytes", async () => {
    const path = `/c/${id}/incidents.json?r=black-sea&window=in-force&asof=2025-03-19T00:00Z`;
    expect(ask(path)).toEqual(await served(path));
    expect(JSON.parse(ask(path).text)).toMatchObject({ without: [{ name: "window" }] });
  });

  test("an address that the server does not know is none here either", async () => {
    for (const path of [
      `/c/${id}/nothing.json`,
      `/c/${id}/i/.json`,
      `/c/${id}/i/a/b/c.json`,
      `/c/${id}/i/inc-none.json`,
    ]) {
      expect(ask(path).status, path).toBe(404);
      expect((await served(path)).status, path).toBe(404);
    }
  });

  test("every route that the server describes is one of these", async () => {
    const described = JSON.parse((await served("/api")).text) as { readonly paths: object };
    expect(Object.keys(described.paths).sort()).toEqual(ROUTES.map(({ path }) => path).sort());
  });
});

const HIDDEN = "a note that nobody is to read";

describe("a pack", () => {
  test("holds what the case is loaded from, and of other files their names only", () => {
    const more = new Map([...files, ["notes.yaml", HIDDEN], ["drafts/secret.md", HIDDEN]]);
    const text = makePack(more, VERSION);
    expect(text.includes(HIDDEN)).toBe(false);
    expect(text.includes("notes.yaml")).toBe(true);
    expect(openPack(text).problems.map(({ code }) => code)).toContain("C402");
    expect(text === makePack(new Map([...more].reverse()), VERSION)).toBe(true);
  });

  test.each([
    ["an answer that is no pack", "{}", "expected the format truceline/pack/1"],
    ["no files", '{"format":"truceline/pack/1","version":"1"}', "holds no files"],
    ["no case", '{"format":"truceline/pack/1","version":"1","files":{}}', "cannot be used"],
  ])("%s is refused", (_, text, reason) => {
    expect(() => openPack(text)).toThrow(PackError);
    expect(() => openPack(text)).toThrow(reason);
  });
});
