// "As known on", wherever a screen tells what it was asked over: what was known then is one step away, and so is now.
import { useLingui } from "@lingui/react";
import type { FormEvent } from "react";
import { formatInstant } from "../../src/model/instant.ts";
import type { Instant } from "../../src/model/instant.ts";
import { useCase } from "../app/case-frame.tsx";
import { fieldText } from "./day-fields.tsx";
import styles from "./as-of-menu.module.css";

interface AsOfMenuProps {
  /** Null: now. */
  readonly asOf: Instant | null;
  /** Shows the screen as known then. */
  readonly show: (asOf: Instant | null) => void;
}

/** The words themselves open a field for the instant, in UTC. Event time is another clock and another field. */
export function AsOfMenu({ asOf, show }: AsOfMenuProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const at = Date.parse(`${fieldText(new FormData(event.currentTarget), "asof")}Z`);
    show(Number.isFinite(at) ? at : null);
  };
  return (
    <details className={styles.menu} data-past={asOf !== null} data-part="as-of">
      <summary>
        {asOf === null
          ? i18n._("context.now", {}, { message: "as known now" })
          : i18n._(
              "context.as-of",
              { when: names.instant(formatInstant(asOf)) },
              { message: "as known on {when}" },
            )}
      </summary>
      <form key={asOf} onSubmit={submit} className={styles.form}>
        <label>
          {i18n._("chooser.asof", {}, { message: "As known at (UTC)" })}
          <input
            name="asof"
            type="datetime-local"
            defaultValue={asOf === null ? "" : formatInstant(asOf).slice(0, 16)}
          />
        </label>
        <button type="submit">{i18n._("list.show", {}, { message: "Show" })}</button>
        {asOf === null ? null : (
          <button type="button" onClick={() => show(null)}>
            {i18n._("as-of.now", {}, { message: "Back to now" })}
          </button>
        )}
      </form>
    </details>
  );
}
