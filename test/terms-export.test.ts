// Texts as LegalRuleML and Akoma Ntoso: the shipped ones, those of the corpus and random ones come out well formed and whole, with
// every reference resolved and every loss told.
import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { namingOf } from "../src/report/naming.ts";
import { arbitraryInstrument } from "../src/terms/arbitrary.ts";
import { ARBITRARY_CONTEXT, arbitraryText } from "../src/terms/arbitrary-values.ts";
import type { Instrument } from "../src/terms/ast.ts";
import { exportTerms, EXPORT_FORMATS } from "../src/terms/export/export-terms.ts";
import type { ExportFormat } from "../src/terms/export/export-terms.ts";
import { answersOf, holdingsOf, sourcesOf, xmlName } from "../src/terms/export/names.ts";
import { loadTerms, parseKinds, parseMeans, vocabulary } from "../src/terms/index.ts";
import { proseOf } from "../src/terms/prose/prose.ts";
import type { Naming } from "../src/terms/prose/values.ts";
import { CORPUS, corpusFile } from "./conformance/corpus.ts";
import { loadFolder } from "./kit/load-folder.ts";
import { runs } from "./kit/runs.ts";
import { everyElement, readXml } from "./kit/xml.ts";
import type { XmlDocument, XmlElement } from "./kit/xml.ts";

const CASES = ["cases/example", "cases/korea-1953", "cases/ukraine-2025"];
const REFERENCES = [
  "keyref",
  "over",
  "under",
  "href",
  "refersTo",
  "source",
  "start",
  "end",
  "period",
];

interface Text {
  readonly name: string;
  readonly naming: Naming;
}

function shippedTexts(): readonly Text[] {
  return CASES.flatMap((folder) => {
    const { value } = loadFolder(folder);
    if (value === null) throw new Error(`${folder} does not load`);
    return [...value.instruments, ...value.versions].map(({ instrument, file }) => ({
      name: `${folder}/${file}`,
      naming: namingOf(value, instrument, "en"),
    }));
  });
}

/** A text of the corpus may be made to be refused; those have no tree to export. */
function corpusTexts(): readonly Text[] {
  const kinds = parseKinds(corpusFile("vocabularies/kinds.yaml"), { file: "kinds.yaml" }).value;
  const words = parseMeans(corpusFile("vocabularies/means.yaml"), { file: "means.yaml" }).value;
  if (kinds === null || words === null) throw new Error("the corpus's vocabularies do not parse");
  const { means, acts } = words;
  const own = { kinds: vocabulary(kinds), means: vocabulary(means), acts: vocabulary(acts) };
  const context = { ...own, parties: null, sources: null, features: null };
  return readdirSync(`${CORPUS}/texts`).flatMap((file): readonly Text[] => {
    const { value } = loadTerms(corpusFile(`texts/${file}`), { file, context });
    if (value === null) return [];
    const { instrument } = value;
    return [{ name: file, naming: { lang: "en", instrument, ...own, party: (id) => id } }];
  });
}

function arbitraryNaming(instrument: Instrument): Naming {
  const { kinds, means, acts } = ARBITRARY_CONTEXT;
  if (kinds === null || means === null || acts === null) throw new Error("no vocabularies");
  return { lang: "en", instrument, kinds, means, acts, party: (id) => id };
}

function exported(naming: Naming, format: ExportFormat): XmlDocument {
  return readXml(exportTerms(naming, format).xml);
}

function idOf({ attributes }: XmlElement): string | undefined {
  const id = attributes.get("key") ?? attributes.get("eId");
  return id?.replace(/^:/, "");
}

/** Names that occur twice, and references that name nothing. */
function loose({ root }: XmlDocument): readonly string[] {
  const all = everyElement(root);
  const ids = all.flatMap((element) => idOf(element) ?? []);
  const known = new Set<string>();
  const twice = ids.filter((id) => known.size === known.add(id).size);
  const references = all.flatMap(({ attributes }) =>
    REFERENCES.flatMap((name) => (attributes.get(name) ?? "").split(" ")),
  );
  return [...twice, ...references.filter((one) => one.startsWith("#") && !known.has(one.slice(1)))];
}

/** Keys that the export of a text must have. */
function expectedKeys(instrument: Instrument, format: ExportFormat): readonly string[] {
  const answers = answersOf(instrument);
  const sources = sourcesOf(instrument).map((id) => xmlName("source", id));
  if (format === "legalruleml")
    return [
      ...sources,
      ...[...instrument.clauses.keys()].map((id) => xmlName("clause", id)),
      ...[...instrument.questions.keys()].map((id) => xmlName("question", id)),
      ...answers.map(({ question, answer }) => xmlName("answer", question, answer.id)),
      ...[...instrument.readings.keys()].map((id) => xmlName("reading", id)),
    ];
  return [
    "",
    ...[...instrument.readings.keys()].map((id) => `${xmlName("reading", id)}__`),
  ].flatMap((prefix) => [
    ...sources.map((id) => prefix + id),
    ...[...instrument.clauses.keys()].map((id) => `${prefix}art_${xmlName(id)}`),
    ...[...instrument.questions.keys()].map((id) => `${prefix}art_${xmlName("question", id)}`),
    ...answers.map(
      ({ question, answer }) =>
        `${prefix}para_${xmlName("questions", question, "answers", answer.id)}`,
    ),
    ...holdingsOf(instrument).map(
      ({ question, answer, index }) =>
        `${prefix}${xmlName("note", question, answer.id, String(index))}`,
    ),
  ]);
}

function check(naming: Naming, format: ExportFormat): void {
  const { xml, losses } = exportTerms(naming, format);
  const document = readXml(xml);
  expect(loose(document)).toEqual([]);
  const ids = new Set(everyElement(document.root).map(idOf));
  expect(expectedKeys(naming.instrument, format).filter((key) => !ids.has(key))).toEqual([]);
  expect(exportTerms(naming, format).xml).toBe(xml);
  const told = losses.filter(({ says }) => !says.endsWith("U+FFFD"));
  const written = told.map(({ at, says }) => ` lost: ${commented(`${at}: ${says}`)} `);
  expect([...new Set(document.comments)]).toEqual(written);
}

function commented(words: string): string {
  return words.replaceAll(/-(?=-)/g, "- ");
}

const texts = [...shippedTexts(), ...corpusTexts()];

test("the walk saw the shipped texts, their versions and the corpus", () => {
  expect(texts.length).toBeGreaterThan(40);
});

describe.each(EXPORT_FORMATS)("as %s", (format) => {
  test.each(texts)("$name is well formed and whole", ({ naming }) => {
    check(naming, format);
  });

  test("any lawful text is well formed, whole, and the same bytes twice", () => {
    fc.assert(
      fc.property(arbitraryInstrument(), (instrument) => {
        check(arbitraryNaming(instrument), format);
      }),
      { numRuns: runs(200) },
    );
  });

  test("any words come back whole, and those that XML cannot hold are told", () => {
    const hostile = fc.oneof(
      arbitraryText,
      fc.constantFrom(
        "]]>",
        "a -- b --> c",
        "<!-- x",
        "&amp;",
        "\"'",
        "\r\n\t x",
        "\u0000\u0007",
        "\ufffe",
        "--",
      ),
    );
    fc.assert(
      fc.property(arbitraryInstrument(), hostile, (instrument, title) => {
        const named = { ...instrument, title };
        const { xml, losses } = exportTerms(arbitraryNaming(named), format);
        const written = title.replaceAll(
          /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu,
          "\ufffd",
        );
        const all = everyElement(readXml(xml).root).map(({ words }) => words);
        expect(all).toContain(written);
        if (written !== title)
          expect(losses.some(({ says }) => says.endsWith("U+FFFD"))).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe("the real text of 25 March", () => {
  const energy = shippedTexts().find(
    ({ name, naming }) =>
      name.endsWith("terms/energy.terms.md") && naming.instrument.id === "energy",
  );
  if (energy === undefined) throw new Error("no energy text");
  const find = (format: ExportFormat, id: string): XmlElement => {
    const found = everyElement(exported(energy.naming, format).root).find(
      (each) => idOf(each) === id,
    );
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  };
  const named = (element: XmlElement, name: string): readonly XmlElement[] =>
    everyElement(element).filter((each) => each.name === name);

  test("forbids both sides, as bearers in alphabetical order", () => {
    const prohibition = named(find("legalruleml", "clause__strikes"), "lrml:Prohibition")[0];
    const bearers = prohibition?.children.filter(({ name }) => name === "ruleml:slot") ?? [];
    expect(bearers.map(({ children }) => children.map(({ words }) => words))).toEqual([
      ["", "RU"],
      ["", "UA"],
    ]);
  });

  test("has one alternative for each answer on scope, from the sources", () => {
    const scope = find("legalruleml", "question__scope");
    const answers = [...(energy.naming.instrument.questions.get("scope")?.answers.keys() ?? [])];
    expect(answers.length).toBeGreaterThan(3);
    expect(
      named(scope, "lrml:hasAlternative").map(({ attributes }) => attributes.get("keyref")),
    ).toEqual(answers.map((id) => `#${xmlName("answer", "scope", id)}`));
    expect(named(scope, "lrml:fromLegalSources").length).toBe(1);
  });

  test("a reading applies the questions it answers under its holder's authority, and no other", () => {
    const reading = find("legalruleml", "reading__UA");
    const taken = [...(energy.naming.instrument.readings.get("UA")?.take.keys() ?? [])];
    expect(
      named(reading, "lrml:appliesAlternatives").map(({ attributes }) => attributes.get("keyref")),
    ).toEqual(taken.map((id) => `#${xmlName("question", id)}`));
    expect(named(reading, "lrml:appliesAuthority")[0]?.attributes.get("keyref")).toBe(
      "#holder__UA",
    );
  });

  test("the expression of a reading has its answers below the sentences that ask, with the work's ids", () => {
    const all = everyElement(exported(energy.naming, "akn").root);
    const part = "para_clauses__strikes__targets";
    const below = all.find((each) => idOf(each) === `reading__RU__${part}__answer__kremlin-list`);
    expect(below === undefined ? "" : named(below, "p")[0]?.words).toMatch(/^“kremlin-list”: /);
    expect(all.some((each) => idOf(each) === `reading__UA__${part}__answer__kremlin-list`)).toBe(
      false,
    );
    const same = all.filter(({ attributes }) => attributes.get("wId") === part);
    expect(same.length).toBe(1 + energy.naming.instrument.readings.size);
  });

  test("days become events that intervals name, with their zones told", () => {
    const all = everyElement(exported(energy.naming, "akn").root);
    const group = find("akn", "tmpg__answer__start__march-18");
    const start = group.children[0]?.attributes.get("start")?.slice(1);
    expect(all.find((each) => idOf(each) === start)?.attributes.get("date")).toBe("2025-03-18");
    const told = exportTerms(energy.naming, "akn").losses;
    expect(told).toContainEqual({
      at: "questions/start/answers/march-18",
      says: "a local time; its zone is Europe/Moscow",
    });
    const time = find("legalruleml", "time__starts__answer__start__march-18");
    expect(time.children[0]?.words).toBe("2025-03-18");
  });

  test("every sentence of the plain view stands in the Akoma Ntoso text", () => {
    const all = new Set(
      everyElement(exported(energy.naming, "akn").root).map(({ words }) => words.trim()),
    );
    const said = proseOf(energy.naming).filter(({ id }) => !/^(readings|kept)\//.test(id));
    expect(said.filter(({ text }) => !all.has(text.trim())).map(({ id }) => id)).toEqual([]);
  });
});

describe("what neither format has a place for", () => {
  test.each(EXPORT_FORMATS)(
    "is told with its words: zones, flags, events, lists, as %s",
    (format) => {
      const [instrument] = fc.sample(arbitraryInstrument(), { numRuns: 1, seed: 11 });
      if (instrument === undefined) throw new Error("no sample");
      const event = { says: "the lists are exchanged", unrecorded: "no" as const };
      const named = { ...instrument, events: new Map([...instrument.events, ["lists", event]]) };
      const { losses } = exportTerms(arbitraryNaming(named), format);
      const at = new Set(losses.map((loss) => loss.at));
      const { zones, lines, flags, events, annexes, objects } = named;
      const sections = { zones, lines, flags, events, annexes, objects };
      const wanted = Object.entries(sections).flatMap(([section, parts]) =>
        [...parts.keys()].map((id) => `${section}/${id}`),
      );
      expect(wanted.length).toBeGreaterThan(10);
      expect(wanted.filter((path) => !at.has(path))).toEqual([]);
      expect(losses.find((loss) => loss.at === "events/lists")?.says).toBe(
        "no while the record is silent: the lists are exchanged",
      );
    },
  );
});

describe("an exception", () => {
  const text = corpusTexts().find(({ naming }) =>
    [...naming.instrument.clauses.values()].some(({ unless }) => unless?.kind === "value"),
  );
  if (text === undefined) throw new Error("no text with an exception");
  const clause = [...text.naming.instrument.clauses.values()].find(
    ({ unless }) => unless?.kind === "value",
  );
  const permit = clause?.unless?.kind === "value" ? clause.unless.value[0] : undefined;

  test("is over the rule it defeats, which is defeasible", () => {
    const all = everyElement(exported(text.naming, "legalruleml").root);
    const override = all.find(
      ({ attributes }) => attributes.get("under") === `#${xmlName("clause", clause?.id ?? "")}`,
    );
    expect(override?.attributes.get("over")).toBe(`#${xmlName("clause", permit ?? "")}`);
    const rule = all.find((each) => idOf(each) === xmlName("rule", clause?.id ?? ""));
    expect(rule?.children[0]?.name).toBe("lrml:hasStrength");
  });

  test("is a remark that names the stronger article", () => {
    const remark = everyElement(exported(text.naming, "akn").root).find(
      ({ name }) => name === "remark",
    );
    expect(remark?.children[0]?.attributes.get("href")).toBe(`#art_${xmlName(permit ?? "")}`);
  });
});

const ODD_IDS = ["a:b", "a-3a-b", "a__b", "a_5f-", "ü", "-", "a"];

test.each(ODD_IDS)("ids as odd as %s keep names of their own", (id) => {
  expect(xmlName("k", id)).toMatch(/^k__[A-Za-z0-9_.-]+$/);
  const others = ODD_IDS.filter((other) => other !== id);
  expect(others.map((other) => xmlName("k", other))).not.toContain(xmlName("k", id));
});
