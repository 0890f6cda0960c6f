// Addresses of lists: what they say, that they survive a round trip, and that every fault is named.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compareText } from "../model/problem.ts";
import {
  COUNTED_STATES,
  LIST_COLUMNS,
  SORT_KEYS,
  parseListView,
  printListView,
  sortRows,
} from "./list-view.ts";
import { EMPTY_VIEW } from "./view.ts";

const PLAIN = {
  text: null,
  state: null,
  sort: { key: "day", isDown: false },
  columns: LIST_COLUMNS,
  selected: null,
} as const;

test.each([
  ["", PLAIN],
  ["sort=-place", { ...PLAIN, sort: { key: "place", isDown: true } }],
  ["text=Sumy+hospital", { ...PLAIN, text: "Sumy hospital" }],
  ["state=under-review", { ...PLAIN, state: "under-review" }],
  ["cols=verdicts,day", { ...PLAIN, columns: ["day", "verdicts"] }],
  ["cols=none", { ...PLAIN, columns: [] }],
  ["sel=inc-077", { ...PLAIN, selected: "inc-077" }],
] as const)("%s keeps its meaning", (search, list) => {
  expect(parseListView(new URLSearchParams(search))).toEqual({
    view: EMPTY_VIEW,
    list,
    problems: [],
  });
});

test("an address gives back what it was printed from", () => {
  const lists = fc.record({
    text: fc.option(fc.stringMatching(/^[\p{L}\d]{1,20}$/u)),
    state: fc.constantFrom(null, ...COUNTED_STATES),
    sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), isDown: fc.boolean() }),
    columns: fc.subarray([...LIST_COLUMNS]),
    selected: fc.option(fc.stringMatching(/^[a-z0-9]{1,12}$/)),
  });
  fc.assert(
    fc.property(lists, (list) => {
      const view = { ...EMPTY_VIEW, readings: ["energy/RU"] };
      expect(parseListView(printListView(view, list))).toEqual({ view, list, problems: [] });
    }),
  );
});

test("what is not understood is named, with the nearest key", () => {
  const { problems } = parseListView(new URLSearchParams("sort=size&cols=day,size&textt=a"));
  expect(problems.map(({ code, help }) => [code, help])).toEqual([
    ["V101", 'did you mean "text"?'],
    ["V103", undefined],
    ["V103", undefined],
  ]);
});

test("every order ends in the id, downwards too", () => {
  const rows = ["b", "c", "a"].map((id) => ({ id, day: "2025-03-24", place: "Sumy", kind: "x" }));
  for (const key of ["day", "place", "kind"] as const) {
    const down = sortRows(rows, { key, isDown: true }, { read: (row) => row });
    expect(down.map(({ id }) => id)).toEqual(["a", "b", "c"].sort(compareText));
  }
  const ids = sortRows(rows, { key: "id", isDown: true }, { read: (row) => row });
  expect(ids.map(({ id }) => id)).toEqual(["c", "b", "a"]);
});
