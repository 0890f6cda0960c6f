// A literate text keeps its own layout: what is written for people stands beside the parts that were made from it.
import { expect, test } from "vitest";
import { theCase } from "../../test/case-files.ts";
import { articlesOf } from "./articles.ts";
import type { Instrument } from "./ast.ts";
import { parseTerms } from "./parse-terms.ts";
import { printTerms } from "./print-terms.ts";

function allParts({ questions, clauses, provisions, readings }: Instrument): readonly string[] {
  return Object.entries({ questions, clauses, provisions, readings })
    .flatMap(([section, parts]) => [...parts.keys()].map((id) => `${section}/${id}`))
    .sort();
}

test.each(theCase.instruments.map((loaded) => [loaded.file, loaded] as const))(
  "every part of %s is in one article, and every quotation is kept",
  (file, { instrument, text }) => {
    const articles = articlesOf(instrument, text, file);
    expect(articles.flatMap(({ parts }) => parts).sort()).toEqual(allParts(instrument));
    const quoted = articles.flatMap(({ passages }) =>
      passages.filter(({ kind }) => kind === "quotation").map((one) => one.text),
    );
    const own = [...instrument.clauses.values()].flatMap((clause) => clause.text ?? []);
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter((said) => !quoted.includes(said))).toEqual([]);
  },
);

test("a YAML file gives each part an article without passages", () => {
  const [first] = theCase.instruments;
  const printed = first === undefined ? "" : printTerms(first.instrument);
  const { value } = parseTerms(printed, { file: "a.terms.yaml" });
  const articles = value === null ? [] : articlesOf(value, printed, "a.terms.yaml");
  expect(articles.map(({ parts }) => parts.length)).toEqual(articles.map(() => 1));
  expect(articles.flatMap(({ passages }) => passages)).toEqual([]);
  expect(articles.length).toBeGreaterThan(5);
});

test("headings, paragraphs, quotations and items are told apart; wrapped lines are joined", () => {
  const text = `# Title
One
line.

## Heading
- first
  goes on
- second
> quoted
> words

\`\`\`terms
clauses:
  a: {effect: prohibit}
\`\`\`
After it.
`;
  const empty = theCase.instruments[0]?.instrument;
  const bare = empty === undefined ? undefined : { ...empty, questions: new Map() };
  const articles = bare === undefined ? [] : articlesOf(bare, text, "a.terms.md");
  expect(articles.map(({ passages }) => passages.map((one) => [one.kind, one.text]))).toEqual([
    [
      ["title", "Title"],
      ["text", "One line."],
      ["heading", "Heading"],
      ["item", "first goes on"],
      ["item", "second"],
      ["quotation", "quoted words"],
    ],
    [["text", "After it."]],
    ...[...(bare?.clauses.keys() ?? []), ...(bare?.readings.keys() ?? [])].map(() => []),
  ]);
});

test("a part that two blocks write stands with the first; a blank line ends a paragraph", () => {
  const [one] = theCase.instruments;
  const clauses = [...(one?.instrument.clauses ?? [])].slice(0, 1);
  const id = clauses[0]?.[0] ?? "";
  const text = `One.

Two.

\`\`\`terms
clauses:
  ${id}: {effect: prohibit}
\`\`\`

\`\`\`terms
clauses:
  ${id}: {note: more}
\`\`\`
`;
  const none = { questions: new Map(), readings: new Map(), provisions: new Map() };
  const bare = one && { ...one.instrument, ...none, clauses: new Map(clauses) };
  expect(bare && articlesOf(bare, text, "a.terms.md")).toEqual([
    {
      passages: [
        { kind: "text", text: "One." },
        { kind: "text", text: "Two." },
      ],
      parts: [`clauses/${id}`],
    },
    { passages: [], parts: [] },
  ]);
});
