// One side of a comparison, chosen from a list in groups.
import { useLingui } from "@lingui/react";
import type { SideGroup } from "./side-groups.ts";
import styles from "./compare.module.css";

interface SideChoiceProps {
  readonly label: string;
  /** Empty: nothing is chosen. */
  readonly value: string;
  readonly groups: readonly SideGroup[];
  readonly choose: (name: string) => void;
}

/** A side that the list does not have stays chosen, under its id: the answer says what is wrong with it. */
export function SideChoice({ label, value, groups, choose }: SideChoiceProps) {
  const { i18n } = useLingui();
  const isListed = groups.some(({ sides }) => sides.some(({ name }) => name === value));
  return (
    <label className={styles.choice}>
      {label}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{i18n._("diff.choose", {}, { message: "choose" })}</option>
        {isListed || value === "" ? null : <option value={value}>{value}</option>}
        {groups.map(({ heading, sides }) => (
          <optgroup key={heading} label={heading}>
            {sides.map(({ name, text }) => (
              <option key={name} value={name}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
