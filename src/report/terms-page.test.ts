// The page of a text holds what the text holds: every answer with its holders, every reading's choice, every finding of the checker.
import { describe, expect, test } from "vitest";
import { files, problems, theCase } from "../../test/case-files.ts";
import { lintCase } from "../case/lint-case.ts";
import { textLines, textPage } from "./terms-page.ts";

describe.each(theCase.instruments.map((loaded) => [loaded.instrument.id, loaded] as const))(
  "the page of %s",
  (_, loaded) => {
    const page = textPage(theCase, loaded, problems);
    const { instrument, file, text, version } = loaded;

    test("names the version and holds the file", () => {
      expect([page.version, page.text]).toEqual([version, files.get(file)]);
      expect(text).toBe(page.text);
    });

    test("has every finding that check prints for it, each at a part of the text", () => {
      const own = [...problems, ...lintCase(theCase, files)].filter(({ at }) => at?.file === file);
      expect(page.findings.map(({ code }) => code).sort()).toEqual(
        own.map(({ code }) => code).sort(),
      );
      expect(page.findings.filter(({ part }) => part === null)).toEqual([]);
    });

    test("says for each reading what it takes, and all that stays possible where it takes nothing", () => {
      for (const { reading, answers } of page.readings) {
        const own = instrument.readings.get(reading.slice(reading.indexOf("/") + 1));
        for (const { question, state, answers: given } of answers) {
          const taken = own?.take.get(question);
          const live = [...(instrument.questions.get(question)?.answers.values() ?? [])].filter(
            (answer) => answer.live,
          );
          expect(state).toBe(taken === undefined ? "open" : "taken");
          expect(given.map(({ id }) => String(id)).sort()).toEqual(
            [...(taken ?? live.map(({ id }) => id))].sort(),
          );
        }
        expect(answers).toHaveLength(instrument.questions.size);
      }
    });

    test("lists every source that it cites, and no other", () => {
      const listed = new Set<string>(page.sources.map(({ id }) => id));
      const held = page.questions.flatMap(({ answers }) => answers.flatMap((one) => one.held));
      const cited = [
        ...held.map(({ source }) => source),
        ...page.status.flatMap(({ states }) => states.map(({ source }) => source)),
        ...page.clauses.flatMap(({ sources }) => sources),
      ].filter((source) => source !== null);
      expect(cited.filter((source) => !listed.has(source))).toEqual([]);
      expect([...listed].filter((id) => !page.text.includes(id))).toEqual([]);
    });

    test("has a question for each slot that asks one", () => {
      for (const { question, clauses } of page.questions) {
        for (const [id, clause] of instrument.clauses) {
          const asks = JSON.stringify(clause).includes(`"question":"${question}"`);
          expect(clauses.includes(id), `${question} ${id}`).toBe(asks);
        }
      }
    });
  },
);

test("the list tells every text, each party with its states in order of days", () => {
  const lines = textLines(theCase);
  expect(lines.map(({ id }) => id)).toEqual(["black-sea", "easter", "energy", "unconditional"]);
  for (const { status } of lines) {
    for (const { states } of status) {
      const days = states.map(({ since }) => since);
      expect(days).toEqual([...days].sort());
    }
  }
});

test("a page names every dated version, the one it shows last", () => {
  const of = (id: string) => {
    const loaded = theCase.instruments.find(({ instrument }) => instrument.id === id);
    return loaded === undefined ? [] : textPage(theCase, loaded, problems).versions;
  };
  expect(of("energy").map(({ name, dated }) => [name, dated])).toEqual([
    ["energy@2025-03-18", "2025-03-18"],
    ["energy", "2025-03-25"],
  ]);
  expect(of("easter").map(({ name }) => name)).toEqual(["easter"]);
});
