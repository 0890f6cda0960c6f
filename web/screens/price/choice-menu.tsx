// A button that opens a short list of links, each a view of this screen: choosing writes the address and nothing else.
import type { ReactNode } from "react";
import type { View } from "../../../src/report/view.ts";
import { PopoverButton } from "./lazy-parts.tsx";
import { ViewLink } from "./view-link.tsx";
import styles from "./question-bar.module.css";

export interface Choice {
  readonly key: string;
  readonly text: ReactNode;
  readonly view: View;
  readonly isOn: boolean;
}

interface ChoiceMenuProps {
  /** What is chosen among, for those who hear it. */
  readonly label: string;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly groups: readonly {
    readonly title: string | null;
    readonly choices: readonly Choice[];
  }[];
  /** Several may be on: the list stays open. */
  readonly isMany?: boolean;
}

/** Chosen ones are marked; Escape closes. */
export function ChoiceMenu({ label, children, groups, isMany = false }: ChoiceMenuProps) {
  return (
    <PopoverButton
      label={label}
      placement="bottom start"
      styles={styles}
      renderDialog={(close) =>
        groups.map(({ title, choices }) => (
          <div key={title ?? ""}>
            {title === null ? null : <p className={styles.group}>{title}</p>}
            <ul>
              {choices.map(({ key, text, view, isOn }) => (
                <li key={key}>
                  <ViewLink
                    view={view}
                    isOn={isOn}
                    className={styles.choice}
                    onPress={isMany ? undefined : close}
                  >
                    <span aria-hidden="true">{isOn ? "● " : "○ "}</span>
                    {text}
                  </ViewLink>
                </li>
              ))}
            </ul>
          </div>
        ))
      }
    >
      {children} <span aria-hidden="true">▾</span>
    </PopoverButton>
  );
}
