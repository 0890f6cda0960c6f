// The browser's half of the address: readable, and the same view when it comes back.
import { describe, expect, test } from "vitest";
import { EMPTY_VIEW } from "../../src/report/view.ts";
import { parseSearch, printSearch, questionQuery, searchOf, unnarrowed, viewOf } from "./url.ts";

const VIEW = {
  ...EMPTY_VIEW,
  readings: ["energy/RU", "energy/UA"],
  facets: [{ name: "kind", value: "port" }],
  hold: [{ question: "on-breach", answer: "bound" }],
  word: "targets",
  cause: { kind: "together", questions: ["scope", "start"] },
} as const;

describe("the address bar", () => {
  test("shows ids as people write them", () => {
    expect(printSearch(searchOf(VIEW))).toBe(
      "?r=energy/RU,energy/UA&f=kind:port&hold=on-breach:bound&word=targets&cause=together:scope,start",
    );
  });

  test("gives back the view it was made from", () => {
    expect(viewOf(parseSearch(printSearch(searchOf(VIEW))))).toEqual({ view: VIEW, problems: [] });
  });

  test("keeps hostile text encoded", () => {
    const search = printSearch({ r: `"><script>alert(1)</script>&x=1#y` });
    expect(search).not.toMatch(/[<>"#]/);
    expect(parseSearch(search)).toEqual({ r: `"><script>alert(1)</script>&x=1#y` });
  });

  test("asks the server only what changes figures", () => {
    expect(questionQuery(VIEW)).toBe("?r=energy/RU,energy/UA&f=kind:port&hold=on-breach:bound");
    expect(questionQuery(VIEW, ["asof", "hold"])).toBe("?hold=on-breach:bound");
    expect(questionQuery(VIEW)).toBe(printSearch(searchOf(unnarrowed(VIEW))));
  });
});
