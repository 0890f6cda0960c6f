// The list of keys, and the switch that turns keys of a single letter off.
import { useLingui } from "@lingui/react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { SCREENS, screenName } from "./screens.ts";
import styles from "./palette.module.css";

interface KeyListProps {
  readonly singleKeys: boolean;
  readonly choose: (on: boolean) => void;
  readonly close: () => void;
}

/** Open as long as it is shown; Esc closes it. */
export function KeyList({ singleKeys, choose, close }: KeyListProps) {
  const { i18n } = useLingui();
  const keys: readonly (readonly [string, string])[] = [
    [
      "Ctrl K / ⌘ K",
      i18n._("keys.palette", {}, { message: "go anywhere: type a name, place or id" }),
    ],
    ["?", i18n._("keys.help", {}, { message: "this list" })],
    ...SCREENS.map(({ key, to }) => [`g ${key}`, screenName(i18n, to)] as const),
    ["/", i18n._("keys.search", {}, { message: "search, where a screen has one" })],
    ["c", i18n._("keys.cite", {}, { message: "copy the citation, where a screen has one" })],
    ["e", i18n._("keys.why", {}, { message: "why, on an incident’s page" })],
    ["l", i18n._("keys.list", {}, { message: "the list instead of the map" })],
    [
      "n p",
      i18n._(
        "keys.change",
        {},
        { message: "next and previous change, where two texts are compared" },
      ),
    ],
    [
      "1 – 9",
      i18n._(
        "keys.doors",
        {},
        { message: "the ways into a case, in their order, on its first page" },
      ),
    ],
    ["v", i18n._("keys.verify", {}, { message: "verify the log, on the page of the record" })],
    ["[ ]", i18n._("keys.day", {}, { message: "a day earlier or later, where a screen has days" })],
    ["Esc", i18n._("keys.close", {}, { message: "close" })],
  ];
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={close} className={styles.overlay}>
      <Modal className={styles.modal}>
        <Dialog className={styles.dialog}>
          <Heading slot="title">{i18n._("keys.title", {}, { message: "Keys" })}</Heading>
          <dl className={styles.keys}>
            {keys.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
          <label className={styles.switch}>
            <input
              type="checkbox"
              checked={singleKeys}
              onChange={(event) => choose(event.target.checked)}
            />
            {i18n._("keys.single", {}, { message: "Keys without Ctrl or ⌘ work" })}
          </label>
          <button type="button" className={styles.close} onClick={close}>
            {i18n._("keys.close-button", {}, { message: "Close" })}
          </button>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
