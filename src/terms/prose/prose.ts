// The plain-language view of a text (TERMS 1): sentences with ids, generated from the tree and never parsed, so that a lawyer can
// sign off what the machine will judge by. Words of the text itself (questions, quotes, gists) stay in its own language.
import type { Answer, AnswerValue, Clause, Holding, Question, Reading, Slot } from "../ast.ts";
import {
  againstSentence,
  calibreSentence,
  dueSentence,
  eventWords,
  fulfilmentSentence,
  names,
  parties,
  pointWords,
  quoted,
  valueSentence,
} from "./values.ts";
import type { Naming } from "./values.ts";
import { phrase } from "./words.ts";

export interface Sentence {
  /** Path of the part it says: `clauses/strikes/targets`, `questions/scope/answers/narrow-list/held/0`. */
  readonly id: string;
  readonly text: string;
}

/** Every sentence of a text in order: status, rules, questions with their answers, readings, what is kept. */
export function proseOf(naming: Naming): readonly Sentence[] {
  const { instrument } = naming;
  return [
    { id: "title", text: instrument.title },
    ...statusSentences(naming),
    ...[...instrument.clauses.values()].flatMap((clause) => clauseSentences(naming, clause)),
    ...[...instrument.questions.values()].flatMap((question) =>
      questionSentences(naming, question),
    ),
    ...[...instrument.readings.values()].flatMap((reading) => readingSentences(naming, reading)),
    ...[...instrument.provisions.values()].map(({ id, text }) => ({
      id: `provisions/${id}`,
      text: phrase(naming.lang, "kept", { text }),
    })),
    ...[...instrument.kept.keys()].map((path) => ({
      id: `kept/${path}`,
      text: phrase(naming.lang, "kept", { text: path }),
    })),
  ];
}

function statusSentences({ lang, instrument, party }: Naming): readonly Sentence[] {
  return instrument.parties.flatMap((id): readonly Sentence[] => {
    const states = instrument.status.get(id) ?? [];
    if (states.length === 0)
      return [{ id: `status/${id}`, text: phrase(lang, "no-status", { party: party(id) }) }];
    return states.map(({ is, since }, i) => ({
      id: `status/${id}/${i}`,
      text: phrase(lang, "status", { party: party(id), status: phrase(lang, is), since }),
    }));
  });
}

function clauseSentences(naming: Naming, clause: Clause): readonly Sentence[] {
  const { lang, instrument } = naming;
  const number = [...instrument.clauses.keys()].indexOf(clause.id) + 1;
  const acts = clause.act?.kind === "value" ? clause.act.value : ["use-of-force"];
  const said = {
    by: clause.by.kind === "value" ? parties(naming, clause.by.value) : "?",
    acts: names(naming, "acts", acts),
  };
  return [
    { id: `clauses/${clause.id}`, text: `${number}. ${phrase(lang, clause.effect, said)}` },
    ...[...aboutWhat(naming, clause), ...aboutWhen(naming, clause)].flatMap(([part, text]) =>
      text === null ? [] : [{ id: `clauses/${clause.id}/${part}`, text }],
    ),
  ];
}

/** A part of a clause and its sentence; null: nothing to say. */
type Part = readonly [part: string, text: string | null];

function aboutWhat(naming: Naming, clause: Clause): readonly Part[] {
  const { by, act, targets, against, means, calibre, where } = clause;
  const { lang } = naming;
  return [
    ["by", by.kind === "question" ? asked(naming, by.question) : null],
    ["act", act?.kind === "question" ? asked(naming, act.question) : null],
    ["when", whenSentence(naming, clause)],
    [
      "targets",
      said(naming, targets, (value) => ({ sort: "targets", value })) ?? phrase(lang, "any-target"),
    ],
    ["against", against === null ? null : againstOf(naming, against)],
    ["means", said(naming, means, (value) => ({ sort: "means", value }))],
    ["calibre", calibre === null ? null : calibreSentence(naming, calibre)],
    [
      "where",
      said(naming, where, (value) => ({ sort: "where", value })) ?? phrase(lang, "anywhere"),
    ],
  ];
}

function aboutWhen(naming: Naming, clause: Clause): readonly Part[] {
  const {
    due,
    fulfilledBy,
    from,
    until,
    inForce,
    applies,
    extension,
    onBreach,
    unless,
    overrides,
  } = clause;
  const { lang } = naming;
  const noEnd = until === null ? phrase(lang, "no-end") : null;
  return [
    ["from", said(naming, from, (value) => ({ sort: "from", value })) ?? phrase(lang, "no-start")],
    ["for", said(naming, clause.for, (value) => ({ sort: "for", value })) ?? noEnd],
    ["until", said(naming, until, (value) => ({ sort: "until", value }))],
    ["due", due === null ? null : dueSentence(naming, due)],
    ["fulfilled-by", fulfilledBy === null ? null : fulfilmentSentence(naming, fulfilledBy)],
    ["in-force", said(naming, inForce, (value) => ({ sort: "in-force", value }))],
    ["applies", said(naming, applies, (value) => ({ sort: "applies", value }))],
    ["extension", said(naming, extension, (value) => ({ sort: "extension", value }))],
    ["on-breach", said(naming, onBreach, (value) => ({ sort: "on-breach", value }))],
    ["unless", said(naming, unless, (value) => ({ sort: "unless", value }))],
    [
      "overrides",
      overrides.length === 0
        ? null
        : phrase(lang, "overrides", { clauses: quoted(lang, overrides) }),
    ],
  ];
}

function whenSentence({ lang, instrument }: Naming, { when }: Clause): string | null {
  if (when.length === 0) return null;
  const flags = when.map((flag) => instrument.flags.get(flag) ?? flag).join("; ");
  return phrase(lang, "when", { flags });
}

function againstOf(naming: Naming, slot: NonNullable<Clause["against"]>): string {
  return slot.kind === "value" ? againstSentence(naming, slot.value) : asked(naming, slot.question);
}

/** What a slot says; null when the clause leaves it out. */
function said<T>(
  naming: Naming,
  slot: Slot<T> | null,
  answer: (value: T) => AnswerValue,
): string | null {
  if (slot === null) return null;
  if (slot.kind === "question") return asked(naming, slot.question);
  return valueSentence(naming, answer(slot.value));
}

function asked({ lang, instrument }: Naming, question: string): string {
  return phrase(lang, "asked", { asks: instrument.questions.get(question)?.asks ?? "", question });
}

function questionSentences(naming: Naming, { id, asks, answers }: Question): readonly Sentence[] {
  return [
    { id: `questions/${id}`, text: phrase(naming.lang, "question", { question: id, asks }) },
    ...[...answers.values()].flatMap((answer) => answerSentences(naming, id, answer)),
  ];
}

function answerSentences(naming: Naming, question: string, answer: Answer): readonly Sentence[] {
  const { lang } = naming;
  const id = `questions/${question}/answers/${answer.id}`;
  const said = `${quoted(lang, [answer.id])}: ${valueSentence(naming, answer.value)}`;
  const notes = [
    ...(answer.held.length === 0 ? [phrase(lang, "unheld")] : []),
    ...(answer.live ? [] : [phrase(lang, "dead")]),
  ];
  return [
    { id, text: [said, ...notes].join(" ") },
    ...answer.held.map((holding, i) => ({
      id: `${id}/held/${i}`,
      text: holdingSentence(naming, holding),
    })),
  ];
}

function holdingSentence({ lang, party }: Naming, holding: Holding): string {
  const { by, source, quote, gist } = holding;
  const said = quote === null ? (gist ?? "") : lang === "en" ? `“${quote}”` : `«${quote}»`;
  return phrase(lang, "held", {
    by: party(by),
    days: daysWords(lang, holding),
    sources: source ?? phrase(lang, "no-source"),
    said: said === "" ? "..." : `${said}${/[.!?]$/.test(said) ? "" : "."}`,
  });
}

function daysWords(lang: Naming["lang"], { since, until }: Holding): string {
  if (since !== null && until !== null) return phrase(lang, "since-until", { since, until });
  if (since !== null) return phrase(lang, "since", { since });
  return until === null ? phrase(lang, "undated") : phrase(lang, "until-only", { until });
}

function readingSentences(naming: Naming, reading: Reading): readonly Sentence[] {
  const { lang, instrument, party } = naming;
  const id = `readings/${reading.id}`;
  const head =
    reading.by === null
      ? phrase(lang, "reading-nobody", { reading: reading.id })
      : phrase(lang, "reading", { reading: reading.id, by: party(reading.by) });
  const open = [...instrument.questions.keys()].filter((question) => !reading.take.has(question));
  return [
    { id, text: head },
    ...[...reading.take].map(([question, answers]) => ({
      id: `${id}/take/${question}`,
      text: phrase(lang, answers.length > 1 ? "takes-any" : "takes", {
        question,
        answers: answers.map((answer) => quoted(lang, [answer])).join(", "),
      }),
    })),
    ...[...reading.assume].map(([event, time]) => ({
      id: `${id}/assume/${event}`,
      text: phrase(lang, "assumes", {
        time: pointWords(lang, time),
        event: eventWords(instrument, event),
      }),
    })),
    ...(open.length === 0
      ? []
      : [
          { id: `${id}/open`, text: phrase(lang, "takes-open", { questions: quoted(lang, open) }) },
        ]),
  ];
}
