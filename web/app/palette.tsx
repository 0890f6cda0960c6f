// Ctrl/Cmd K: every screen, prepared comparison, reading and incident by its name. Chosen by keyboard or pressed.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { KeyboardEvent } from "react";
import { Dialog, Modal, ModalOverlay } from "react-aria-components";
import { indexQuery } from "../source/queries.ts";
import { useShownCase } from "./shown-case.ts";
import { paletteGroups } from "./palette-groups.ts";
import styles from "./palette.module.css";

/** The field is what the palette is opened for. */
function focusOnOpen(field: HTMLInputElement | null): void {
  field?.focus();
}

/** Open as long as it is shown; Esc closes it and focus returns. Enter follows the first link, arrows walk through all. */
export function Palette({ close }: { close: () => void }) {
  const { i18n } = useLingui();
  const navigate = useNavigate();
  const shown = useShownCase();
  const [typed, setTyped] = useState("");
  const { data } = useQuery({ ...indexQuery(shown?.card.id ?? ""), enabled: shown !== null });
  if (shown === null) return null;
  const { card, names } = shown;
  const groups = paletteGroups({ card, names, i18n, incidents: data?.items ?? [], typed });
  const title = i18n._("palette.title", {}, { message: "Go to" });
  const enter = (event: KeyboardEvent) => {
    const first = groups[0]?.items[0];
    if (event.key !== "Enter" || first === undefined) return;
    close();
    void navigate(first.link);
  };
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={close} className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog} aria-label={title}>
          <div className={styles.menu} onKeyDown={walk} role="presentation">
            <input
              ref={focusOnOpen}
              type="text"
              aria-label={title}
              className={styles.search}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={enter}
              placeholder={i18n._(
                "palette.hint",
                {},
                { message: "Screen, comparison, reading, place or incident" },
              )}
            />
            <p aria-live="polite">
              {groups.length === 0
                ? i18n._("palette.none", {}, { message: "Nothing here has that name" })
                : null}
            </p>
            {groups.map(({ id, heading, items }) => (
              <section key={id}>
                <h2 className={styles.heading}>{heading}</h2>
                <ul>
                  {items.map((item) => (
                    <li key={item.id}>
                      <Link {...item.link} className={styles.item} onClick={close}>
                        {item.text} <span className="mono">{item.more}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** Up and down go from the field through the links and back. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("input, a")];
  const at = stops.findIndex((one) => one === document.activeElement);
  stops[at + step]?.focus();
}
