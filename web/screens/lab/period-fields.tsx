// As if the text had held from another day, or until another.
import { useLingui } from "@lingui/react";
import { parseDay } from "../../../src/model/instant.ts";
import type { HeldFor } from "../../../src/report/what-if.ts";
import styles from "./lab.module.css";

interface PeriodFieldsProps {
  readonly period: HeldFor;
  readonly change: (period: HeldFor) => void;
}

/** Two days; empty means what the text says. */
export function PeriodFields({ period, change }: PeriodFieldsProps) {
  const { i18n } = useLingui();
  const set = (key: keyof HeldFor, text: string) =>
    change({ ...period, [key]: parseDay(text) ?? undefined });
  const isReversed =
    period.start !== undefined && period.end !== undefined && period.start >= period.end;
  return (
    <fieldset className={styles.period}>
      <legend>
        {i18n._("lab.period", {}, { message: "As if it had held (empty: as the text says)" })}
      </legend>
      <label>
        {i18n._("lab.period.start", {}, { message: "from" })}{" "}
        <input
          type="date"
          value={period.start ?? ""}
          onChange={(event) => set("start", event.target.value)}
        />
      </label>
      <label>
        {i18n._("lab.period.end", {}, { message: "until before" })}{" "}
        <input
          type="date"
          value={period.end ?? ""}
          onChange={(event) => set("end", event.target.value)}
        />
      </label>
      {isReversed ? (
        <p role="alert">
          {i18n._(
            "lab.period.reversed",
            {},
            { message: "The first day does not lie before the last." },
          )}
        </p>
      ) : null}
    </fieldset>
  );
}
