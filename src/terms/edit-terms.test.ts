// An edit by parts: it says what was asked, and no other byte of the file changes.
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { REAL_CASE } from "../../test/kit/real-case.ts";
import { runs } from "../../test/kit/runs.ts";
import { arbitraryInstrument } from "./arbitrary.ts";
import { ARBITRARY_CONTEXT } from "./arbitrary-values.ts";
import type { Instrument, Plain } from "./ast.ts";
import { termsVersion } from "./canonical-terms.ts";
import { clauseToPlain, questionToPlain } from "./clause-to-plain.ts";
import { editTerms, withEdit } from "./edit-terms.ts";
import type { TermsEdit } from "./edit-terms.ts";
import { instrumentToPlain } from "./instrument-to-plain.ts";
import { parseTerms } from "./parse-terms.ts";

const FILE = "a.terms.yaml";

function set(path: string, value: Plain): TermsEdit {
  return { kind: "set", path: path.split("/"), value };
}

function remove(path: string): TermsEdit {
  return { kind: "remove", path: path.split("/") };
}

const TEXT = `id: a # the name
clauses: # rules
  # a comment above
  strikes:
    effect: prohibit # behind
    by: [A, B]   # odd   spacing
    act: strike

    targets: # which
      - power # first
      # above gas
      - gas
      - oil
    on-breach: {release: power, notice: false} # right
  other: {effect: permit, by: [A], when: {flags: [x]}}
readings:
  A:
    take:
      scope: wide
`;

describe("one edit", () => {
  test.each<[string, TermsEdit, string, string]>([
    ["a word", set("clauses/strikes/act", "use-of-force"), "act: strike\n", "act: use-of-force\n"],
    ["a list in brackets", set("clauses/strikes/by", ["A"]), "[A, B]   # odd", "[A]   # odd"],
    ["a word that needs quotes", set("id", "a: b"), "id: a #", 'id: "a: b" #'],
    [
      "an item of a list on lines",
      set("clauses/strikes/targets", ["power", "gas", "coal"]),
      "- oil",
      "- coal",
    ],
    [
      "an item less, with the comment above it",
      set("clauses/strikes/targets", ["power", "oil"]),
      "      # above gas\n      - gas\n",
      "",
    ],
    [
      "a list into a question",
      set("clauses/strikes/targets", { question: "scope" }),
      "targets: # which\n      - power # first\n      # above gas\n      - gas\n      - oil\n",
      "targets: {question: scope} # which\n",
    ],
    [
      "a field of a map in brackets less",
      set("clauses/strikes/on-breach", { release: "power" }),
      ", notice: false}",
      "}",
    ],
    [
      "a field more",
      set("clauses/strikes/for", "P30D"),
      "notice: false} # right\n",
      "notice: false} # right\n    for: P30D\n",
    ],
    [
      "a field more in brackets",
      set("clauses/other/act", "strike"),
      "flags: [x]}}",
      "flags: [x]}, act: strike}",
    ],
    [
      "an answer taken",
      set("readings/A/take/start", ["a", "b"]),
      "scope: wide\n",
      "scope: wide\n      start: [a, b]\n",
    ],
    [
      "the last answer let go",
      remove("readings/A/take/scope"),
      "take:\n      scope: wide",
      "take: {}",
    ],
    [
      "a clause less",
      remove("clauses/other"),
      "  other: {effect: permit, by: [A], when: {flags: [x]}}\n",
      "",
    ],
    [
      "a part that was not there",
      set("events/come", { says: "it came" }),
      "      scope: wide\n",
      "      scope: wide\nevents:\n  come:\n    says: it came\n",
    ],
    [
      "a reading more",
      set("readings/B", { by: "B", take: {} }),
      "      scope: wide\n",
      "      scope: wide\n  B:\n    by: B\n    take: {}\n",
    ],
  ])("%s changes those words alone", (_, edit, from, to) => {
    expect(TEXT).toContain(from);
    expect(editTerms(TEXT, FILE, [edit])).toBe(TEXT.replace(from, to));
  });

  test("of a part that is not there changes nothing; of a text that cannot be read gives none", () => {
    expect(editTerms(TEXT, FILE, [remove("clauses/none/act")])).toBe(TEXT);
    expect(editTerms(TEXT, FILE, [set("id", "a")])).toBe(TEXT);
    expect(editTerms("", FILE, [set("id", "a")])).toBeNull();
  });
});

describe("in a literate text", () => {
  const name = new URL(`../../${REAL_CASE}/terms/energy.terms.md`, import.meta.url);
  const text = readFileSync(name, "utf8");
  const edited = (edit: TermsEdit): string => editTerms(text, "energy.terms.md", [edit]) ?? "none";

  test("the block that says it changes, and no other line", () => {
    const list = ["energy", "port"];
    const after = edited(set("questions/scope/answers/energy-rail-ports/targets", list));
    expect(after).toBe(text.replace("[energy, port, railway]", "[energy, port]"));
    const shorter = edited(set("questions/length/answers/calendar/for", "P60D"));
    expect(shorter).toBe(text.replace("{for: P30D}", "{for: P60D}"));
  });

  test("a new clause or answer gets a block of its own: no article's words become its text", () => {
    const clause = { effect: "prohibit", by: ["RU", "UA"], act: "strike", targets: ["port"] };
    const after = edited(set("clauses/ports", clause));
    expect(after.startsWith(text.trimEnd())).toBe(true);
    expect(after.slice(text.trimEnd().length)).toBe(
      "\n\n```terms\nclauses:\n  ports:\n    effect: prohibit\n    by: [RU, UA]\n    act: strike\n    targets: [port]\n```\n",
    );
    const answer = edited(set("questions/length/answers/short", { for: "P10D" }));
    expect(answer.slice(text.trimEnd().length)).toContain("      short: {for: P10D}\n");
  });

  test("a part goes with its words", () => {
    const after = edited(remove("questions/length/answers/elapsed"));
    expect(after).toBe(text.replace("      elapsed: {for: PT720H}\n", ""));
  });
});

test("words of several lines with a quotation mark in a list stay one part", () => {
  const held = [{ by: "A", gist: '\n"' }];
  const value = { asks: "?", answers: { first: { "on-breach": "none", held } } };
  const path = ["questions", "new"];
  const after = editTerms("truceline: terms/1\nid: a\n", "a.terms.yaml", [
    { kind: "set", path, value },
  ]);
  expect(after).toContain('{"by":"A","gist":"\\n\\""}');
});

describe("random texts", () => {
  const skins = [
    (plain: Plain) => stringify(plain, { aliasDuplicateObjects: false, lineWidth: 0 }),
    (plain: Plain) =>
      stringify(plain, { aliasDuplicateObjects: false, lineWidth: 60, indent: 4 }).replaceAll(
        "\n",
        " # said\n# a line\n",
      ),
    // Sections on lines, what is in them in brackets.
    (plain: Plain) =>
      Object.entries(plain ?? {})
        .map(([key, part]) =>
          stringify({ [key]: part as Plain }, { collectionStyle: "flow", lineWidth: 0 })
            .trim()
            .slice(1, -1)
            .trim(),
        )
        .join("\n"),
  ];

  test("an edited file parses to the edited text, however it is laid out", () => {
    let made = 0;
    fc.assert(
      fc.property(
        arbitraryInstrument(),
        arbitraryInstrument(),
        fc.nat(),
        fc.constantFrom(...skins),
        (before, other, pick, skin) => {
          const text = skin(instrumentToPlain(before));
          if (parsed(text) === null) return;
          const edits = editsBetween(before, other, pick);
          const chosen = edits.filter((_, index) => index % 4 === pick % 4);
          for (const edit of chosen) {
            const after = editTerms(text, FILE, [edit]);
            const part = edit.kind === "set" ? edit.value : undefined;
            expect(after, `${JSON.stringify(edit)}\n${text}`).not.toBeNull();
            expect(parse(after ?? "")).toEqual(withEdit(parse(text) as Plain, edit.path, part));
            made++;
          }
        },
      ),
      { numRuns: runs(200) },
    );
    expect(made).toBeGreaterThan(runs(200) / 2);
  });

  test("an edited clause gives the text whose clause is that one, by its version id", () => {
    fc.assert(
      fc.property(arbitraryInstrument(), (before) => {
        const [clause] = before.clauses.values();
        if (clause === undefined) return;
        const wanted: Instrument = {
          ...before,
          clauses: new Map(before.clauses).set(clause.id, { ...clause, note: "changed" }),
        };
        const path = ["clauses", clause.id, "note"];
        const text = skins[0]?.(instrumentToPlain(before)) ?? "";
        const after = editTerms(text, FILE, [{ kind: "set", path, value: "changed" }]);
        const read = parsed(after ?? "");
        expect(read === null ? null : termsVersion(read)).toBe(termsVersion(wanted));
      }),
      { numRuns: runs(60) },
    );
  });
});

function parsed(text: string): Instrument | null {
  return parseTerms(text, { file: FILE, context: ARBITRARY_CONTEXT }).value;
}

/** Fields of one text's parts put into the other's, and fields and parts taken out. */
function editsBetween(before: Instrument, other: Instrument, pick: number): readonly TermsEdit[] {
  const [clause, ownQuestion] = [one(before.clauses, pick), one(before.questions, pick)];
  const [given, question] = [one(other.clauses, pick), one(other.questions, pick)];
  const [reading, taken] = [one(before.readings, pick), one(other.readings, pick)];
  const edits: TermsEdit[] = [];
  if (clause !== undefined && given !== undefined) {
    const fields = Object.entries(clauseToPlain(given) ?? {}) as [string, Plain][];
    const [key, value] = fields[pick % fields.length] ?? ["note", "a: {b"];
    edits.push({ kind: "set", path: ["clauses", clause.id, key], value });
    edits.push({ kind: "set", path: ["clauses", "a-new-one"], value: clauseToPlain(given) });
    const own = Object.keys(clauseToPlain(clause) ?? {});
    const gone = own[pick % own.length] ?? "act";
    edits.push({ kind: "remove", path: ["clauses", clause.id, gone] });
    edits.push({ kind: "remove", path: ["clauses", clause.id] });
  }
  if (question !== undefined) {
    const path = ["questions", ownQuestion?.id ?? "a-new-one"];
    edits.push({ kind: "set", path, value: questionToPlain(question) });
  }
  if (reading !== undefined && taken !== undefined) {
    const take = Object.fromEntries(taken.take) as Plain;
    edits.push({ kind: "set", path: ["readings", reading.id, "take"], value: take });
    for (const id of reading.take.keys())
      edits.push({ kind: "remove", path: ["readings", reading.id, "take", id] });
  }
  return edits;
}

function one<T>(parts: ReadonlyMap<string, T>, pick: number): T | undefined {
  const all = [...parts.values()];
  return all[pick % all.length];
}
