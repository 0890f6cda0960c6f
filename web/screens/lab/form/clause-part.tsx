// One clause: what it does, to whom, from when to when, and what it gives way to. A field that says nothing stands behind "more".
import { useLingui } from "@lingui/react";
import type { I18n } from "@lingui/core";
import type { Clause, Effect } from "../../../../src/terms/ast.ts";
import { Duties } from "./duties.tsx";
import { useFormContext } from "./form-context.tsx";
import { clauseOut, fieldEdit } from "./form-edits.ts";
import { SLOT_SORTS, SlotField, canBegin, slotOf } from "./slot-field.tsx";
import type { SlotSort } from "./slot-field.tsx";
import styles from "./form.module.css";

const EFFECTS: readonly Effect[] = ["prohibit", "permit", "require"];

/** What a clause of each kind mostly says: shown whether it is said or not. */
const USUAL: Readonly<Record<Effect, readonly SlotSort[]>> = {
  prohibit: ["by", "act", "targets", "from", "until", "for", "on-breach", "unless"],
  permit: ["by", "act", "targets"],
  require: ["by", "from"],
};

/** A group of fields. */
export function ClausePart({ clause }: { clause: Clause }) {
  const { i18n } = useLingui();
  const { form, edit } = useFormContext();
  const said = (sort: SlotSort) => slotOf(clause, sort) !== null;
  const shown = SLOT_SORTS.filter((sort) => said(sort) || USUAL[clause.effect].includes(sort));
  const more = SLOT_SORTS.filter((sort) => !shown.includes(sort) && canBegin(sort));
  return (
    <fieldset className={styles.part} data-clause={clause.id}>
      <legend>
        <span className="mono">{clause.id}</span>
      </legend>
      <div className={styles.field}>
        <label className={styles.label} htmlFor={`effect-${clause.id}`}>
          {i18n._("form.effect", {}, { message: "Does" })}
        </label>
        <span className={styles.value}>
          <select
            id={`effect-${clause.id}`}
            value={clause.effect}
            onChange={(event) => edit([fieldEdit(clause.id, "effect", event.target.value)])}
          >
            {EFFECTS.map((effect) => (
              <option key={effect} value={effect}>
                {effectName(i18n, effect)}
              </option>
            ))}
          </select>
        </span>
      </div>
      {shown.map((sort) => (
        <SlotField key={sort} clause={clause} sort={sort} />
      ))}
      {clause.effect === "require" ? <Duties clause={clause} /> : null}
      <InSource clause={clause} />
      <details className={styles.more}>
        <summary>{i18n._("form.more", {}, { message: "More that it may say" })}</summary>
        {more.map((sort) => (
          <SlotField key={sort} clause={clause} sort={sort} />
        ))}
      </details>
      <button
        type="button"
        className={styles.out}
        onClick={() => edit(clauseOut(form.instrument, clause.id))}
      >
        {i18n._("form.clause.out", { clause: clause.id }, { message: "Take clause {clause} out" })}
      </button>
    </fieldset>
  );
}

/** What the clause says beside, by its words in the file. */
function InSource({ clause }: { clause: Clause }) {
  const { i18n } = useLingui();
  const { calibre, when, overrides } = clause;
  const keys = [
    ...(calibre === null ? [] : ["calibre"]),
    ...(when.length === 0 ? [] : ["when"]),
    ...(overrides.length === 0 ? [] : ["overrides"]),
  ];
  if (keys.length === 0) return null;
  return (
    <p className={styles.quiet}>
      {i18n._("form.in-source", {}, { message: "Also said, and changed in the source:" })}{" "}
      <span className="mono">{keys.join(", ")}</span>
    </p>
  );
}

function effectName(i18n: I18n, effect: Effect): string {
  switch (effect) {
    case "prohibit":
      return i18n._("effect.prohibit", {}, { message: "forbids" });
    case "permit":
      return i18n._("effect.permit", {}, { message: "permits" });
    case "require":
      return i18n._("effect.require", {}, { message: "requires" });
    default:
      return effect satisfies never;
  }
}
