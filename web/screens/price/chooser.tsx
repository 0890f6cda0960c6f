// Choosing readings, days and what was known. No reading is preselected; the case's prepared comparisons are one press away.
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { FormEvent } from "react";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";
import { formatInstant, parseDay } from "../../../src/model/instant.ts";
import { compareText } from "../../../src/model/problem.ts";
import { EMPTY_VIEW, MAX_COMPARED, comparisonView } from "../../../src/report/view.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import styles from "./chooser.module.css";

const route = getRouteApi("/c/$case/price");

interface ChooserProps {
  /** What is asked now; none on the bare page. */
  readonly view?: View;
  readonly done?: () => void;
}

/** A form that writes the address. */
export function Chooser({ view = EMPTY_VIEW, done = () => undefined }: ChooserProps) {
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const [readings, setReadings] = useState<readonly string[]>(view.readings);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const asOf = Date.parse(`${textOf(form, "asof")}Z`);
    const next: View = {
      ...EMPTY_VIEW,
      facets: view.facets,
      hold: view.hold,
      readings: [...readings].sort(compareText),
      from: parseDay(textOf(form, "from")),
      until: parseDay(textOf(form, "until")),
      asOf: Number.isFinite(asOf) ? asOf : null,
    };
    void navigate({ search: searchOf(next) });
    done();
  };
  return (
    <form className={styles.chooser} onSubmit={submit} data-ready="chooser">
      <Prepared done={done} />
      <Readings chosen={readings} choose={setReadings} />
      <div className={styles.fields}>
        <Field
          name="from"
          type="date"
          label={i18n._("chooser.from", {}, { message: "From day" })}
          value={view.from ?? ""}
        />
        <Field
          name="until"
          type="date"
          label={i18n._("chooser.until", {}, { message: "Until before day" })}
          value={view.until ?? ""}
        />
        <Field
          name="asof"
          type="datetime-local"
          label={i18n._("chooser.asof", {}, { message: "As known at (UTC)" })}
          value={view.asOf === null ? "" : formatInstant(view.asOf).slice(0, 16)}
        />
      </div>
      <p className={styles.note}>
        {i18n._(
          "chooser.note",
          { n: MAX_COMPARED },
          {
            message: "Up to {n} readings are compared with one another; more are shown as cards.",
          },
        )}
      </p>
      <button type="submit" className={styles.show} disabled={readings.length === 0}>
        {i18n._(
          "chooser.show",
          { n: readings.length },
          {
            message:
              "{n, plural, =0 {Choose a reading} one {Show # reading} other {Show # readings}}",
          },
        )}
      </button>
    </form>
  );
}

function Prepared({ done }: { done: () => void }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const params = route.useParams();
  if (card.comparisons.length === 0) return null;
  return (
    <section>
      <h2>{i18n._("chooser.prepared", {}, { message: "Prepared comparisons" })}</h2>
      <ul className={styles.prepared}>
        {card.comparisons.map(({ title, readings, hold }) => (
          <li key={title}>
            <Link
              to="/c/$case/price"
              params={params}
              search={searchOf(comparisonView(readings, Object.entries(hold)))}
              onClick={done}
            >
              {title}
            </Link>{" "}
            <span className="mono">{readings.join(", ")}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ReadingsProps {
  readonly chosen: readonly string[];
  readonly choose: (readings: readonly string[]) => void;
}

function Readings({ chosen, choose }: ReadingsProps) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  return (
    <CheckboxGroup value={[...chosen]} onChange={choose} className={styles.group}>
      <Label className={styles.label}>
        {i18n._("chooser.readings", {}, { message: "Readings" })}
      </Label>
      {card.instruments.map((instrument) => (
        <div key={instrument.id}>
          <p className={styles.instrument}>{instrument.title}</p>
          <div className={styles.boxes}>
            {card.readings
              .filter((reading) => reading.instrument === instrument.id)
              .map(({ id, holder }) => (
                <Checkbox key={id} value={id} className={styles.checkbox}>
                  <span className={styles.box} aria-hidden="true" />
                  {holder === null
                    ? i18n._("card.nobody", {}, { message: "Held by nobody" })
                    : names.party(holder)}{" "}
                  <span className="mono">{id}</span>
                </Checkbox>
              ))}
          </div>
        </div>
      ))}
    </CheckboxGroup>
  );
}

interface FieldProps {
  readonly name: string;
  readonly type: "date" | "datetime-local";
  readonly label: string;
  readonly value: string;
}

function Field({ name, type, label, value }: FieldProps) {
  return (
    <label className={styles.field}>
      {label}
      <input name={name} type={type} defaultValue={value} />
    </label>
  );
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
