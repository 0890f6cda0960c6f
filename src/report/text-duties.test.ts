// What a text requires, as its page tells it: the states that assessment gives, each with the publications behind it.
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../test/kit/load-folder.ts";
import { assessCase } from "../assess/index.ts";
import { formatInstant } from "../model/instant.ts";
import { textDuties } from "./text-duties.ts";

function duties(folder: string) {
  const { value } = loadFolder(folder);
  if (value === null) throw new Error(`${folder} does not load`);
  return value.instruments.map(({ instrument }) => ({
    theCase: value,
    duties: textDuties(value, instrument),
  }));
}

describe("the duties of a text", () => {
  test("are those that assessment looks at, each once with its state under every reading", () => {
    const [korea] = duties("cases/korea-1953");
    if (korea === undefined) throw new Error("the case has a text");
    const all = assessCase(korea.theCase).obligations;
    const told = korea.duties.flatMap(({ clause, by, at, states }) =>
      states.map(({ reading, state, due }) => [reading, clause, by.join(), at, state, due?.[1]]),
    );
    const known = all.map(({ reading, clause, by, at, state, due }) => {
      const late = due === null ? undefined : formatInstant(due[1]);
      return [reading, clause, by.join(), formatInstant(at), state, late];
    });
    expect(told.map(String).sort()).toEqual(known.map(String).sort());
    expect(korea.duties.length).toBeGreaterThan(4);
    expect(korea.duties.map(({ states }) => states.length)).toEqual(
      korea.duties.map(() => korea.theCase.instruments[0]?.instrument.readings.size),
    );
  });

  test("name the publications that say when what fulfils them came", () => {
    const [korea] = duties("cases/korea-1953");
    const events = korea?.theCase.events ?? [];
    for (const { event, sources } of korea?.duties.flatMap(({ fulfilledBy }) => fulfilledBy) ?? [])
      expect(sources, event).toEqual(events.find(({ id }) => id === event)?.sources ?? []);
    expect(events.length).toBeGreaterThan(0);
  });

  test("are none where a text requires nothing", () => {
    expect(duties("cases/example").flatMap((one) => one.duties)).toEqual([]);
  });
});
