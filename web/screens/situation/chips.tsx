// All that narrows the screen, each as a chip that can be taken away.
import { useLingui } from "@lingui/react";
import { Removable, useViewChips } from "../../parts/view-chips.tsx";
import type { ViewChip } from "../../parts/view-chips.tsx";
import { SituationLink } from "./situation-link.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

/** The chips of a view. */
export function useChips({ page, view, all, chosen }: SituationParts): readonly ViewChip[] {
  const shortOf = (id: string) =>
    [...chosen, ...all].find(({ reading }) => reading === id)?.short ?? id;
  const chips = useViewChips(view, {
    labelOf: (name, value) => {
      const values = page.facets.find((one) => one.name === name)?.values ?? [];
      return values.find((one) => one.value === value)?.label ?? null;
    },
    shortOf,
    pairNameOf: shortOf,
  });
  const { facets, verdict, days, bbox, differ, window, held } = chips;
  return [...facets, ...verdict, ...days, ...bbox, ...differ, ...window, ...held];
}

/** Nothing at all without a chip, and without a reading whose window could be one. */
export function Chips(parts: SituationParts) {
  const { i18n } = useLingui();
  const chips = useChips(parts);
  const { view, chosen } = parts;
  const canWindow = view.window === null && chosen.length > 0;
  if (chips.length === 0 && !canWindow) return null;
  return (
    <ul className={styles.chips}>
      {chips.map(({ name, text, view: without }) => (
        <li key={name} data-chip={name}>
          <SituationLink view={without} className={styles.button}>
            <Removable>{text}</Removable>
          </SituationLink>
        </li>
      ))}
      {canWindow ? (
        <li>
          <SituationLink view={{ ...view, window: "in-force" }} className={styles.button}>
            <span aria-hidden="true">+ </span>
            {i18n._("chip.window", {}, { message: "only the in-force window" })}
          </SituationLink>
        </li>
      ) : null}
    </ul>
  );
}
