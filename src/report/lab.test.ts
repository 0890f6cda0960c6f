// The lab's answers are the shell's: the same texts, problems and bytes; and every start is a text that can be used.
import { describe, expect, test } from "vitest";
import { filesOf } from "../../test/kit/load-folder.ts";
import { REAL_CASE } from "../../test/kit/real-case.ts";
import { truceline } from "../../test/house/test-shell.ts";
import { openDesk, readDraft } from "../case/draft.ts";
import { parseDay } from "../model/instant.ts";
import { TEMPLATES, templateEdits } from "../terms/templates.ts";
import { editTerms } from "../terms/edit-terms.ts";
import { formOf } from "./draft-form.ts";
import { startText } from "./lab-start.ts";
import { draftHash, tryDraft } from "./lab.ts";

const FOLDER = REAL_CASE;
const files = filesOf(FOLDER);
const desk = openDesk(files);
if (desk === null) throw new Error("the case does not load");
const WORDS = { line: "a line", returnFire: "an answer", done: "it is done", asks: "Which?" };
const start = (from: string) => {
  const text = startText({ desk, files }, from, WORDS);
  if (text === null) throw new Error(`no text: ${from}`);
  return text;
};
const STARTS = [
  "black-sea",
  "easter",
  "energy",
  "unconditional",
  "energy/RU",
  "energy/UA",
  "blank",
  ...TEMPLATES.map((template) => `blank/${template}`),
];

describe("a text to start from", () => {
  test.each(STARTS)("%s can be used as it stands", (from) => {
    const { figures, problems } = tryDraft(desk, { ...start(from), period: {} });
    expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(figures?.own.length).toBeGreaterThan(0);
  });

  test("of an instrument, is its file; of a reading, that reading alone, and it moves nothing", () => {
    expect(start("energy").text).toBe(files.get("terms/energy.terms.md"));
    const { figures } = tryDraft(desk, { ...start("energy/UA"), period: {} });
    expect(figures?.own.map(({ id }) => id)).toEqual(["energy-draft/UA"]);
    expect(figures?.moves.map(({ from, ids }) => [from, ids])).toEqual([["energy/UA", []]]);
  });

  test("is none where the case has none of that name", () => {
    for (const from of ["", "enrgy", "energy/XX", "blank/none"])
      expect(startText({ desk, files }, from, WORDS)).toBeNull();
  });
});

describe("a clause from a template", () => {
  test.each(TEMPLATES)("%s goes into every text of the case, twice, and is judged", (template) => {
    for (const from of ["black-sea", "easter", "energy", "unconditional", "blank"]) {
      let draft = start(from);
      for (const round of [1, 2]) {
        const form = formOf(desk, draft);
        if (form === null) throw new Error(`${from} is not usable in round ${round}`);
        const { ground, instrument } = form;
        const edits = templateEdits(template, { ...ground, instrument, words: WORDS });
        const text = editTerms(draft.text, draft.name, edits);
        expect(text, `${from}, round ${round}`).not.toBeNull();
        draft = { ...draft, text: text ?? "" };
        const after = formOf(desk, draft)?.instrument.clauses.size;
        expect(after, draft.text).toBe(instrument.clauses.size + 1);
      }
      if (from === "energy")
        expect(tryDraft(desk, { ...draft, period: {} }).figures).not.toBeNull();
    }
  });
});

describe("a draft", () => {
  const energy = start("energy");
  const wrong = { ...energy, text: energy.text.replace("act: strike", "act: strke") };

  test("with a mistake has the problems that the shell names, and no figures", () => {
    const { figures, problems } = tryDraft(desk, { ...wrong, period: {} });
    expect(figures).toBeNull();
    expect(problems).toEqual(readDraft(files, wrong).problems);
    expect(problems.some(({ at }) => at !== null && at.line > 1)).toBe(true);
  });

  test("has one letter an incident and reading, which add up to the totals", () => {
    const { figures } = tryDraft(desk, { ...energy, period: {} });
    for (const { id, totals } of [...(figures?.own ?? []), ...(figures?.base ?? [])]) {
      const letters = figures?.letters[id] ?? "";
      expect(letters.length).toBe(figures?.incidents);
      expect([...letters].filter((one) => one === "v").length).toBe(totals.violation);
      expect([...letters].filter((one) => one === "n").length).toBe(totals.notCovered);
    }
  });

  test("is told from every other by its hash: one letter, a name or a day are enough", () => {
    const draft = { ...energy, period: {} };
    const day = parseDay("2025-03-11") ?? undefined;
    const others = [
      { ...draft, text: `${draft.text} ` },
      { ...draft, name: "energy.terms.yaml" },
      { ...draft, period: { start: day } },
      { ...draft, period: { end: day } },
    ];
    const hashes = [draft, ...others].map(draftHash);
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(tryDraft(desk, draft).hash).toBe(draftHash(draft));
  });

  test("gives the bytes that `truceline whatif --json` prints", async () => {
    const path = `${FOLDER}/terms/energy.terms.md`;
    const { out } = await truceline(["whatif", FOLDER, path, "--json", "--start", "2025-03-11"]);
    const period = { start: parseDay("2025-03-11") ?? undefined };
    expect(tryDraft(desk, { ...energy, period }).figures?.printed).toBe(out);
  });
});
