// The questions that a text leaves open, with every answer anybody gave, who holds it on whose word, and which clauses ask it.
import type { Answer, Clause, Holding, Instrument, Sort } from "../terms/ast.ts";

export interface TextQuestion {
  readonly question: string;
  readonly asks: string;
  readonly part: Sort | null;
  /** Clauses whose meaning hangs on it, in the order of the text. */
  readonly clauses: readonly string[];
  readonly answers: readonly TextAnswer[];
}

export interface TextAnswer extends Pick<Answer, "id" | "value" | "live" | "note"> {
  /** In the order of the file; empty: nobody holds it. */
  readonly held: readonly Holding[];
}

/** In the order of the text. */
export function textQuestions(instrument: Instrument): readonly TextQuestion[] {
  return [...instrument.questions.values()].map(({ id, asks, answers }) => {
    const given = [...answers.values()];
    return {
      question: id,
      asks,
      part: given[0]?.value.sort ?? null,
      clauses: [...instrument.clauses.values()]
        .filter((clause) => asksIn(clause).includes(id))
        .map((clause) => clause.id),
      answers: given.map(({ id: answer, value, live, note, held }) => ({
        id: answer,
        value,
        live,
        note,
        held,
      })),
    };
  });
}

function asksIn(clause: Clause): readonly string[] {
  const { by, against, act, targets, means, where, from, until, inForce } = clause;
  const { extension, applies, onBreach, unless } = clause;
  const slots = [
    ...[by, against, act, targets, means, where, from, until, clause.for],
    ...[inForce, extension, applies, onBreach, unless],
  ];
  return slots.flatMap((slot) => (slot?.kind === "question" ? [slot.question] : []));
}
