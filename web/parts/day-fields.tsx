// Days and the instant of knowledge as fields to type, the same wherever a screen is asked over them.
import { useLingui } from "@lingui/react";
import { formatInstant, parseDay } from "../../src/model/instant.ts";
import type { View } from "../../src/report/view.ts";

/** Three labelled fields; the form around them is the screen's, which reads them by `withDays`. */
export function DayFields({ view }: { view: Pick<View, "from" | "until" | "asOf"> }) {
  const { i18n } = useLingui();
  return (
    <>
      <label>
        {i18n._("chooser.from", {}, { message: "From day" })}
        <input name="from" type="date" defaultValue={view.from ?? ""} />
      </label>
      <label>
        {i18n._("chooser.until", {}, { message: "Until before day" })}
        <input name="until" type="date" defaultValue={view.until ?? ""} />
      </label>
      <label>
        {i18n._("chooser.asof", {}, { message: "As known at (UTC)" })}
        <input
          name="asof"
          type="datetime-local"
          defaultValue={view.asOf === null ? "" : formatInstant(view.asOf).slice(0, 16)}
        />
      </label>
    </>
  );
}

/** The view over what stands in the fields; an empty field asks nothing. */
export function withDays(view: View, form: FormData): View {
  const asOf = Date.parse(`${fieldText(form, "asof")}Z`);
  return {
    ...view,
    from: parseDay(fieldText(form, "from")),
    until: parseDay(fieldText(form, "until")),
    asOf: Number.isFinite(asOf) ? asOf : null,
  };
}

/** What was typed into a field, without the space around it; "" where there is no such field. */
export function fieldText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
