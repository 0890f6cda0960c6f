// A field of a clause: not said, said here, or asked by a question of the text whose answers then say it.
import { useLingui } from "@lingui/react";
import type { AnswerValue, Clause, Plain, Slot, Sort } from "../../../../src/terms/ast.ts";
import { answerValueToPlain } from "../../../../src/terms/clause-to-plain.ts";
import { partName } from "../../../words/part-words.ts";
import { useFormContext } from "./form-context.tsx";
import { endEdits, fieldEdit } from "./form-edits.ts";
import { ValueField } from "./value-field.tsx";
import styles from "./form.module.css";

/** Fields that the form shows, and what a clause has there. */
const SLOTS = {
  by: ({ by }: Clause) => by,
  act: ({ act }: Clause) => act,
  targets: ({ targets }: Clause) => targets,
  means: ({ means }: Clause) => means,
  where: ({ where }: Clause) => where,
  against: ({ against }: Clause) => against,
  from: ({ from }: Clause) => from,
  until: ({ until }: Clause) => until,
  for: (clause: Clause) => clause.for,
  extension: ({ extension }: Clause) => extension,
  "in-force": ({ inForce }: Clause) => inForce,
  applies: ({ applies }: Clause) => applies,
  "on-breach": ({ onBreach }: Clause) => onBreach,
  unless: ({ unless }: Clause) => unless,
} satisfies Partial<Record<Sort, (clause: Clause) => Slot<unknown> | null>>;

export type SlotSort = keyof typeof SLOTS;

/** All of them, in the order in which they stand. */
export const SLOT_SORTS = Object.keys(SLOTS) as readonly SlotSort[];

/** Without a field to write in: a value is said in words, and changed in the source. */
const READ_ONLY: readonly SlotSort[] = ["where", "against"];

/** May be shown where nothing is said yet. */
export function canBegin(sort: SlotSort): boolean {
  return !READ_ONLY.includes(sort);
}

/** What a clause says there; null for nothing. */
export function slotOf(clause: Clause, sort: SlotSort): Slot<unknown> | null {
  return SLOTS[sort](clause);
}

/** One field. */
export function SlotField({ clause, sort }: { clause: Clause; sort: SlotSort }) {
  const { i18n } = useLingui();
  const { form, edit } = useFormContext();
  const slot = slotOf(clause, sort);
  // A card of a reading says "Forbids" there; a clause may as well permit or require.
  const label = sort === "act" ? i18n._("form.act", {}, { message: "Act" }) : partName(i18n, sort);
  const questions = [...form.instrument.questions.values()].filter(
    ({ answers }) => [...answers.values()][0]?.value.sort === sort,
  );
  const first = useFirstValue(sort);
  const set = (value: Plain) =>
    edit(
      sort === "for" || sort === "until"
        ? endEdits(clause.id, sort, value)
        : [fieldEdit(clause.id, sort, value)],
    );
  const choose = (way: string) => {
    if (way === "none") set(null);
    else if (way === "value")
      set(slot?.kind === "value" ? null : (valueBehind(slot, questions) ?? first));
    else set({ question: way.slice("question:".length) });
  };
  const value = slot?.kind === "value" ? ({ sort, value: slot.value } as AnswerValue) : null;
  const way =
    slot === null ? "none" : slot.kind === "value" ? "value" : `question:${slot.question}`;
  const isShared = form.shared.includes(sort);
  return (
    <div className={styles.field} data-field={sort}>
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        <select
          aria-label={i18n._("form.way", { of: label }, { message: "{of}: where it is said" })}
          value={way}
          onChange={(event) => choose(event.target.value)}
        >
          {sort === "by" ? null : (
            <option value="none">{i18n._("form.way.none", {}, { message: "not said" })}</option>
          )}
          {slot?.kind === "value" || canBegin(sort) ? (
            <option value="value">{i18n._("form.way.value", {}, { message: "said here" })}</option>
          ) : null}
          {questions.map(({ id, asks }) => (
            <option key={id} value={`question:${id}`}>
              {i18n._("form.way.question", { asks }, { message: "asked: {asks}" })}
            </option>
          ))}
        </select>{" "}
        {value === null ? null : <ValueField label={label} value={value} change={set} />}
        {isShared ? (
          <small>
            {i18n._("form.shared", {}, { message: "Said for all clauses together, unless here." })}
          </small>
        ) : null}
      </span>
    </div>
  );
}

/** The first answer of the question that a field asked so far. */
function valueBehind(
  slot: Slot<unknown> | null,
  questions: readonly {
    readonly id: string;
    readonly answers: ReadonlyMap<string, { readonly value: AnswerValue }>;
  }[],
): Plain {
  if (slot?.kind !== "question") return null;
  const asked = questions.find(({ id }) => id === slot.question);
  const [answer] = asked?.answers.values() ?? [];
  return answer === undefined ? null : answerValueToPlain(answer.value);
}

/** What a field says when it begins to say something. */
function useFirstValue(sort: SlotSort): Plain {
  const { form } = useFormContext();
  const { ground, instrument } = form;
  const [event] = instrument.events.keys();
  const permits = [...instrument.clauses.values()].filter(({ effect }) => effect === "permit");
  const point = { on: ground.day, tz: ground.zone };
  const values: Readonly<Record<SlotSort, Plain>> = {
    by: ground.parties,
    act: ground.acts.slice(0, 1),
    targets: ground.kinds,
    means: [],
    where: null,
    against: null,
    from: point,
    until: point,
    for: "P30D",
    extension: "none",
    "in-force": { after: event === undefined ? [] : [event] },
    applies: true,
    "on-breach": "none",
    unless: permits.map(({ id }) => id),
  };
  return values[sort];
}
