// A list of names: each can be taken out, others put in.
import { useLingui } from "@lingui/react";
import styles from "./form.module.css";

/** A name as the file has it, and as people say it. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

interface NamesFieldProps {
  /** What the list is of, for those who hear it. */
  readonly label: string;
  readonly chosen: readonly Choice[];
  readonly choices: readonly Choice[];
  /** True: the last name cannot be taken out. */
  readonly needsOne?: boolean;
  readonly add: (id: string) => void;
  readonly remove: (index: number) => void;
}

/** In the order of the file. */
export function NamesField({ label, chosen, choices, needsOne, add, remove }: NamesFieldProps) {
  const { i18n } = useLingui();
  const ids = new Set(chosen.map(({ id }) => id));
  const left = choices.filter(({ id }) => !ids.has(id));
  const isLast = needsOne === true && chosen.length === 1;
  return (
    <span className={styles.names} role="group" aria-label={label}>
      {chosen.map((one, index) => (
        <span key={one.id} className={styles.name}>
          {one.label}
          {isLast ? null : (
            <button
              type="button"
              aria-label={i18n._(
                "form.take-out",
                { name: one.label },
                { message: "Take out {name}" },
              )}
              onClick={() => remove(index)}
            >
              <span aria-hidden="true">×</span>
            </button>
          )}
        </span>
      ))}
      {left.length === 0 ? null : (
        <select
          value=""
          aria-label={i18n._("form.put-in.label", { list: label }, { message: "{list}: put in" })}
          onChange={(event) => add(event.target.value)}
        >
          <option value="">{i18n._("form.put-in", {}, { message: "put in…" })}</option>
          {left.map(({ id, label: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}
