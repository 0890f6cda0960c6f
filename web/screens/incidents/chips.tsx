// All that narrows the list or holds a question, each as a chip that can be taken away.
import { useLingui } from "@lingui/react";
import type { ListView } from "../../../src/report/list-view.ts";
import { Removable, useViewChips } from "../../parts/view-chips.tsx";
import type { ViewChip } from "../../parts/view-chips.tsx";
import { stateWords } from "../../words/record-words.ts";
import type { ListParts } from "./list-parts.ts";
import { ListLink } from "./list-link.tsx";
import styles from "./list-bar.module.css";

/** One chip: what it says, and the list without it. */
export interface ChipSaid extends ViewChip {
  readonly list: ListView;
}

/** The chips of a view; `days` names the period. */
export function useChips({ answer, view, list, readings }: ListParts): readonly ChipSaid[] {
  const { i18n } = useLingui();
  const chips = useViewChips(view, {
    labelOf: (name, value) => {
      const group = answer.facets.find((one) => one.name === name);
      return group?.values.find((one) => one.value === value)?.label ?? null;
    },
    shortOf: (id) => readings.find(({ reading }) => reading === id)?.short ?? id,
    pairNameOf: (id) => id,
  });
  const asked = (some: readonly ViewChip[]) => some.map((chip) => ({ ...chip, list }));
  const state =
    list.state === null
      ? []
      : [
          {
            name: "state",
            text: stateWords(i18n, list.state),
            view,
            list: { ...list, state: null },
          },
        ];
  const search =
    list.text === null
      ? []
      : [{ name: "text", text: `“${list.text}”`, view, list: { ...list, text: null } }];
  return [
    ...asked([...chips.facets, ...chips.verdict]),
    ...state,
    ...search,
    ...asked([...chips.days, ...chips.window, ...chips.bbox, ...chips.differ, ...chips.held]),
  ];
}

/** What narrows, and the in-force window to narrow by; nothing at all without either. */
export function ListChips(parts: ListParts) {
  const chips = useChips(parts);
  const canWindow = parts.view.window === null && parts.view.readings.length > 0;
  if (chips.length === 0 && !canWindow) return null;
  return (
    <ul className={styles.chips}>
      {chips.map(({ name, text, view, list }) => (
        <li key={name}>
          <ListLink view={view} list={list} className={styles.chip}>
            <Removable>{text}</Removable>
          </ListLink>
        </li>
      ))}
      {canWindow ? <AddWindow {...parts} /> : null}
    </ul>
  );
}

/** Only with readings chosen: the window is theirs. */
function AddWindow({ view, list }: ListParts) {
  const { i18n } = useLingui();
  return (
    <li>
      <ListLink view={{ ...view, window: "in-force" }} list={list} className={styles.chip}>
        <span aria-hidden="true">+ </span>
        {i18n._("chip.window", {}, { message: "only the in-force window" })}
      </ListLink>
    </li>
  );
}
