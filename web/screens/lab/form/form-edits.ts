// What a person does in the form, as changes of the text. What is taken out is taken out of whatever named it, so that no name is left
// without its part.
import type { Clause, Instrument, Plain } from "../../../../src/terms/ast.ts";
import type { TermsEdit } from "../../../../src/terms/edit-terms.ts";

/** A field of a clause set, or left unsaid (null). */
export function fieldEdit(clause: string, field: string, value: Plain): TermsEdit {
  const path = ["clauses", clause, field];
  return value === null ? { kind: "remove", path } : { kind: "set", path, value };
}

/** Ends: a clause has one at most, so the other goes. */
export function endEdits(
  clause: string,
  field: "for" | "until",
  value: Plain,
): readonly TermsEdit[] {
  const other = field === "for" ? "until" : "for";
  return value === null
    ? [fieldEdit(clause, field, null)]
    : [fieldEdit(clause, other, null), fieldEdit(clause, field, value)];
}

/** What an answer says. */
export function answerEdit(
  question: string,
  answer: string,
  field: string,
  value: Plain,
): TermsEdit {
  return { kind: "set", path: ["questions", question, "answers", answer, field], value };
}

/** Which answers a reading takes; none leaves the question open. */
export function takeEdit(reading: string, question: string, answers: readonly string[]): TermsEdit {
  const path = ["readings", reading, "take", question];
  const [only, second] = answers;
  if (only === undefined) return { kind: "remove", path };
  return { kind: "set", path, value: second === undefined ? only : answers };
}

/** An answer less, for readings that took it too. */
export function answerOut(
  { readings }: Instrument,
  question: string,
  answer: string,
): readonly TermsEdit[] {
  const takers = [...readings.values()].filter(({ take }) => take.get(question)?.includes(answer));
  const left = takers.map(({ id, take }) =>
    takeEdit(
      id,
      question,
      (take.get(question) ?? []).filter((one) => one !== answer),
    ),
  );
  return [...left, { kind: "remove", path: ["questions", question, "answers", answer] }];
}

/** A clause less, for clauses that named it too. */
export function clauseOut({ clauses }: Instrument, clause: string): readonly TermsEdit[] {
  const others = [...clauses.values()].filter(({ id }) => id !== clause);
  return [
    ...others.flatMap((other) => namesOut(other, clause)),
    { kind: "remove", path: ["clauses", clause] },
  ];
}

function namesOut({ id, unless, overrides }: Clause, gone: string): readonly TermsEdit[] {
  const excepted = unless?.kind === "value" ? unless.value : [];
  const lists = { unless: excepted, overrides };
  return Object.entries(lists)
    .filter(([, names]) => names.includes(gone))
    .map(([field, names]) => {
      const left = names.filter((name) => name !== gone);
      return fieldEdit(id, field, left.length === 0 ? null : left);
    });
}

const ID = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,78}[A-Za-z0-9])?$/;

/** May a new part have this name: it is one, and no other part has it. */
export function isFreeName(name: string, taken: ReadonlyMap<string, unknown>): boolean {
  return ID.test(name) && !taken.has(name);
}
