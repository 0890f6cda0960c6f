// An incident's page on the real case: series kept whole, claims beside counter-claims, unknowns said.
import { describe, expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { assessCase } from "../assess/index.ts";
import { parseIncidentId } from "../model/id.ts";
import { incidentPage } from "./incident.ts";

const assessed = assessCase(theCase);

function page(text: string) {
  const id = parseIncidentId(text);
  const found = id === null || theCase === null ? null : incidentPage(theCase, id, assessed);
  if (found === null) throw new Error(`no page for ${text}`);
  return found;
}

describe("the page of Sumy, 24 March", () => {
  const sumy = page("inc-077");

  test("keeps the series of the injured as reported: 88 is one point of it", () => {
    expect(sumy.casualties.map((point) => point.injured?.low)).toEqual([
      7, 28, 65, 74, 88, 99, 101, 106,
    ]);
    expect(sumy.casualties.every((point) => point.killed === null)).toBe(true);
  });

  test("has a verdict under every reading of the case, in id order", () => {
    const ids = sumy.verdicts.map(({ reading }) => reading);
    expect(ids).toHaveLength(11);
    expect(ids).toEqual([...ids].sort());
  });

  test("cites a source for every claim", () => {
    const sources = new Set(sumy.sources.map(({ id }) => id));
    for (const claim of [...sumy.claims, ...sumy.casualties])
      expect(sources).toContain(claim.source);
  });

  test("says who says so beside each possibility", () => {
    const actor = sumy.facts.find(({ fact }) => fact === "actor");
    expect(actor?.possibilities).toMatchObject([{ value: "RU", holders: ["UA"] }]);
  });
});

test("every incident has a page, and its neighbours lead from the first to the last and back", () => {
  const [first] = [...theCase.incidents].sort((a, b) =>
    `${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1,
  );
  const seen: string[] = [];
  for (let id: string | null = first?.id ?? null; id !== null;) {
    const one = page(id);
    expect(one.previous).toBe(seen.at(-1) ?? null);
    seen.push(id);
    id = one.next;
  }
  expect(seen).toHaveLength(theCase.incidents.length);
});

test("an incident that is not on record has no page", () => {
  const id = parseIncidentId("inc-none");
  expect(id === null ? undefined : incidentPage(theCase, id, assessed)).toBeNull();
});
