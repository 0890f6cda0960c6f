// The body of one Akoma Ntoso expression: an article a clause, a question, a reading, with a paragraph a sentence; what a reading
// answers stands below the paragraph that asks.
import type { Clause, Instrument } from "../ast.ts";
import type { Sentence } from "../prose/prose.ts";
import { periodsOf } from "./akn-meta.ts";
import type { Expression } from "./akn-meta.ts";
import { answerLosses, clauseLosses, readingLosses } from "./losses.ts";
import { answersOf, xmlName } from "./names.ts";
import type { ExportedText } from "./exported-text.ts";
import { element } from "./xml.ts";
import type { XmlChild, XmlNode } from "./xml.ts";

/** What the articles of one expression are made with. */
interface Making {
  readonly text: ExportedText;
  readonly expression: Expression;
  readonly periods: ReadonlySet<string>;
}

/** All articles in the order of the plain sentences. */
export function aknBody(text: ExportedText, expression: Expression): XmlNode {
  const periods = new Set(periodsOf(text.instrument).map(({ key }) => key));
  const making = { text, expression, periods };
  const { clauses, questions, provisions } = text.instrument;
  const { reading } = expression;
  return element("body", {}, [
    titleArticle(making),
    ...[...clauses.values()].map((clause) => clauseArticle(making, clause)),
    ...[...questions.keys()].map((id) => questionArticle(making, id)),
    ...[...provisions.values()].map(({ id, source }) =>
      article(
        making,
        ["provision", id],
        [],
        [
          ...below(text, `provisions/${id}`).map((sentence) => paragraph(making, sentence, [])),
          ...sourceParagraph(making, ["provision", id], source),
        ],
      ),
    ),
    ...(reading === null ? [] : [readingArticle(making, reading.id)]),
  ]);
}

function titleArticle(making: Making): XmlNode {
  const { text } = making;
  const states = below(text, "status").map((sentence) => {
    const key = xmlName(...sentence.id.split("/"));
    return paragraph(making, sentence, [], periodOf(making, key));
  });
  const sources = [...text.instrument.status].flatMap(([party, all]) =>
    sourceParagraph(
      making,
      ["status", party],
      all.flatMap(({ source }) => source ?? []),
    ),
  );
  const annexes = [...text.instrument.annexes.values()].flatMap(({ id, source }) =>
    sourceParagraph(making, ["annex", id], source),
  );
  const title = paragraph(making, { id: "title", text: text.instrument.title }, []);
  return article(
    making,
    ["text", text.instrument.id],
    [],
    [title, ...states, ...sources, ...annexes],
  );
}

function clauseArticle(making: Making, clause: Clause): XmlNode {
  const { text } = making;
  const part = `clauses/${clause.id}`;
  return article(making, [clause.id], clauseLosses(clause), [
    ...below(text, part).flatMap((sentence) => [
      paragraph(making, sentence, sentence.id === `${part}/unless` ? remarks(making, clause) : []),
      ...taken(making, clause, sentence),
    ]),
    ...[clause.text, clause.note].flatMap((said, i) =>
      said === null
        ? []
        : [paragraph(making, { id: `${part}/${i === 0 ? "text" : "note"}`, text: said }, [])],
    ),
    ...sourceParagraph(making, ["clause", clause.id], clause.source),
  ]);
}

/** Exceptions: which article is stronger than this one. */
function remarks({ text, expression }: Making, { unless }: Clause): readonly XmlNode[] {
  const permits =
    unless?.kind === "value"
      ? unless.value
      : answeredPermits(text.instrument, unless?.question ?? "");
  return permits.map((id) =>
    element("remark", {}, [
      "Exception: ",
      element("ref", { href: `#${expression.prefix}art_${xmlName(id)}` }, [id]),
    ]),
  );
}

function answeredPermits(instrument: Instrument, question: string): readonly string[] {
  const permits = answersOf(instrument).flatMap(({ question: asked, answer: { value } }) =>
    asked === question && value.sort === "unless" ? value.value : [],
  );
  return [...new Set(permits)];
}

/** The answers that the reading takes to the question a sentence asks. */
function taken({ text, expression }: Making, clause: Clause, { id }: Sentence): readonly XmlNode[] {
  const { reading, prefix } = expression;
  const asked = questionOf(clause, id.slice(`clauses/${clause.id}/`.length));
  if (reading === null || asked === null) return [];
  return (reading.take.get(asked) ?? []).map((answer) => {
    const part = `questions/${asked}/answers/${answer}`;
    const said = text.sentences.find((sentence) => sentence.id === part)?.text ?? "";
    const eId = `${prefix}${partName(id)}__${xmlName("answer", answer)}`;
    return element("paragraph", { eId }, [content([said])]);
  });
}

function questionOf(clause: Clause, part: string): string | null {
  const { by, act, targets, against, means, where, from, until, inForce, applies } = clause;
  const { extension, onBreach, unless } = clause;
  const slots = { by, act, targets, against, means, where, from, until, for: clause.for, applies };
  const more = { "in-force": inForce, extension, "on-breach": onBreach, unless };
  const held = Object.entries({ ...slots, ...more }).find(([name]) => name === part)?.[1];
  return held?.kind === "question" ? held.question : null;
}

function questionArticle(making: Making, question: string): XmlNode {
  const { text } = making;
  const sentences = below(text, `questions/${question}`).filter(({ id }) => !id.includes("/held/"));
  const answers = answersOf(text.instrument).filter((at) => at.question === question);
  return article(
    making,
    ["question", question],
    [],
    [
      ...sentences.flatMap((sentence) => {
        const at = answers.find(
          ({ answer }) => sentence.id === `questions/${question}/answers/${answer.id}`,
        );
        if (at === undefined) return [paragraph(making, sentence, [])];
        const { answer } = at;
        const key = xmlName("answer", question, answer.id);
        const period = periodOf(making, key);
        const notes = answer.held.map((_, i) =>
          noteRef(making, ["note", question, answer.id, String(i)]),
        );
        return [
          ...answerLosses(question, answer),
          paragraph(making, sentence, notes, period),
          ...[answer.text, answer.note].flatMap((said, i) =>
            said === null
              ? []
              : [
                  paragraph(
                    making,
                    { id: `${sentence.id}/${i === 0 ? "text" : "note"}`, text: said },
                    [],
                  ),
                ],
          ),
        ];
      }),
    ],
  );
}

function noteRef({ expression }: Making, note: readonly string[]): XmlNode {
  return element("noteRef", {
    href: `#${expression.prefix}${xmlName(...note)}`,
    marker: String(Number(note.at(-1)) + 1),
  });
}

function readingArticle(making: Making, id: string): XmlNode {
  const { text, expression } = making;
  const losses =
    expression.reading === null ? [] : readingLosses(text.instrument, expression.reading);
  const note = expression.reading?.note ?? null;
  return article(making, ["reading", id], losses, [
    ...below(text, `readings/${id}`).map((sentence) => paragraph(making, sentence, [])),
    ...(note === null ? [] : [paragraph(making, { id: `readings/${id}/note`, text: note }, [])]),
  ]);
}

/** The group of intervals of a part; null: it has none. */
function periodOf({ periods, expression }: Making, key: string): string | null {
  return periods.has(key) ? `#${expression.prefix}tmpg__${key}` : null;
}

function article(
  making: Making,
  path: readonly string[],
  losses: readonly XmlNode[],
  paragraphs: readonly XmlNode[],
): XmlNode {
  const wId = `art_${xmlName(...path)}`;
  const period = periodOf(making, wId);
  return element("article", { eId: making.expression.prefix + wId, wId, period }, [
    element("heading", {}, [path.join(" ")]),
    ...losses,
    ...paragraphs,
  ]);
}

function paragraph(
  { expression }: Making,
  { id, text }: Sentence,
  inlines: readonly XmlChild[],
  period: string | null = null,
): XmlNode {
  const wId = partName(id);
  return element("paragraph", { eId: expression.prefix + wId, wId, period }, [
    content([text, ...inlines]),
  ]);
}

function content(words: readonly XmlChild[]): XmlNode {
  return element("content", {}, [element("p", {}, words)]);
}

function partName(id: string): string {
  return `para_${xmlName(...id.split("/"))}`;
}

function sourceParagraph(
  { expression }: Making,
  path: readonly string[],
  sources: readonly string[],
): readonly XmlNode[] {
  if (sources.length === 0) return [];
  const wId = `para_${xmlName(...path)}__source`;
  const refs = sources.flatMap((id, i) => [
    i === 0 ? "" : ", ",
    element("ref", { href: `#${expression.prefix}${xmlName("source", id)}` }, [id]),
  ]);
  return [element("paragraph", { eId: expression.prefix + wId, wId }, [content(refs)])];
}

/** Sentences of a part and of what lies below it. */
function below({ sentences }: ExportedText, part: string): readonly Sentence[] {
  return sentences.filter(({ id }) => id === part || id.startsWith(`${part}/`));
}
