// Records hold text from strangers: in every field it stays text, nothing runs, nothing is called, the layout holds.
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Case } from "../../src/case/case.ts";
import { caseOf, openLook, openStage, sidewaysScroll, visit } from "./browser.ts";
import type { Stage } from "./browser.ts";

const ATTACK = `"><img src=x onerror="window.hostile=1"><script>window.hostile=2</script>\u202Eevil\u202C`;
const LONG = "x".repeat(10_000);
const theCase = poisoned(caseOf("cases/ukraine-2025"));
const READINGS = "energy/RU,energy/UA";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage([theCase]);
});
afterAll(() => stage.close());

test.each([
  [`/c/ukraine-2025/price?r=${READINGS}`, "price"],
  [
    `/c/ukraine-2025/incidents?r=${READINGS}&sel=inc-077&text=${encodeURIComponent(ATTACK)}`,
    "incidents",
  ],
  [`/c/ukraine-2025/incidents?r=${READINGS}&sel=inc-077`, "incidents"],
  ["/c/ukraine-2025/i/inc-077?why=energy/RU", "why"],
  ["/c/ukraine-2025/price", "chooser"],
  [
    `/c/ukraine-2025/price?r=${encodeURIComponent(ATTACK)}&${encodeURIComponent(ATTACK)}=1`,
    "chooser",
  ],
  [`/c/${encodeURIComponent(ATTACK)}/price`, "not-found"],
] as const)("%s shows hostile text as text", async (path, ready) => {
  const look = await openLook(stage, { width: 390, height: 844 });
  await visit(look, path, ready);
  const found = await look.page.evaluate(() => ({
    ran: "hostile" in window,
    images: document.querySelectorAll("img").length,
    scripts: [...document.querySelectorAll("script")].filter((one) => one.src === "").length,
    links: [...document.querySelectorAll("a")].filter((one) => one.protocol === "javascript:")
      .length,
  }));
  expect(found).toEqual({ ran: false, images: 0, scripts: 0, links: 0 });
  expect(look.foreign).toEqual([]);
  expect(await sidewaysScroll(look)).toBe(0);
  if (ready !== "not-found")
    expect(await look.page.locator("main").innerText()).toContain("onerror");
  await look.close();
});

/** The case with an attack in each text that a stranger could have written. */
function poisoned(real: Case): Case {
  const sources = new Map(
    [...real.sources].map(([id, source]) => [
      id,
      { ...source, title: ATTACK, outlet: LONG, url: `javascript:window.hostile=3` },
    ]),
  );
  const incidents = real.incidents.map((incident) => ({
    ...incident,
    object: ATTACK,
    effects: LONG,
    note: ATTACK,
    place: { ...incident.place, name: ATTACK, names: {} },
    claims: incident.claims.map((claim) =>
      claim.predicate === "account" ? { ...claim, text: ATTACK, note: LONG } : claim,
    ),
  }));
  const comparisons = real.settings.comparisons.map((one) => ({ ...one, title: ATTACK }));
  const caveat = `${ATTACK} ${LONG}`;
  const settings = { ...real.settings, title: ATTACK, caveat, comparisons };
  return { ...real, settings, sources, incidents };
}
