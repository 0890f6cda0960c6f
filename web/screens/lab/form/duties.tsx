// What an obligation asks for: by when, and the events that fulfil it.
import { useLingui } from "@lingui/react";
import type { Clause, Plain } from "../../../../src/terms/ast.ts";
import { useFormContext } from "./form-context.tsx";
import { fieldEdit } from "./form-edits.ts";
import { LengthField, PointField } from "./time-fields.tsx";
import { ValueField } from "./value-field.tsx";
import styles from "./form.module.css";

/** Two fields. */
export function Duties({ clause }: { clause: Clause }) {
  return (
    <>
      <DueField clause={clause} />
      <FulfilledField clause={clause} />
    </>
  );
}

function DueField({ clause: { id, due } }: { clause: Clause }) {
  const { i18n } = useLingui();
  const { form, edit } = useFormContext();
  const label = i18n._("form.due", {}, { message: "Due" });
  const set = (value: Plain) => edit([fieldEdit(id, "due", value)]);
  const ways: Readonly<Record<string, Plain>> = {
    none: null,
    after: "P14D",
    point: { on: form.ground.day, tz: form.ground.zone },
  };
  const way = due === null ? "none" : due.kind === "after" ? "after" : "point";
  return (
    <div className={styles.field} data-field="due">
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        <select
          aria-label={i18n._("form.way", { of: label }, { message: "{of}: where it is said" })}
          value={way}
          onChange={(event) => set(ways[event.target.value] ?? null)}
        >
          <option value="none">{i18n._("form.due.none", {}, { message: "no deadline" })}</option>
          <option value="after">
            {i18n._("form.due.after", {}, { message: "so long after its start" })}
          </option>
          <option value="point">{i18n._("form.due.point", {}, { message: "by a day" })}</option>
        </select>{" "}
        {due === null ? null : due.kind === "after" ? (
          <LengthField label={label} value={due.length} change={set} />
        ) : (
          <PointField label={label} value={due} mayWait={false} change={set} />
        )}
      </span>
    </div>
  );
}

function FulfilledField({ clause: { id, fulfilledBy } }: { clause: Clause }) {
  const { i18n } = useLingui();
  const { form, edit } = useFormContext();
  const label = i18n._("form.fulfilled", {}, { message: "Fulfilled when" });
  const isEach = fulfilledBy?.kind === "each";
  const events = fulfilledBy?.kind === "together" ? fulfilledBy.events : [];
  return (
    <div className={styles.field} data-field="fulfilled-by">
      <span className={styles.label}>{label}</span>
      <span className={styles.value}>
        {isEach ? (
          [...fulfilledBy.parties].map(([party, names]) => (
            <span key={party}>
              <span className="mono">{party}</span>:{" "}
              {names.map((name) => form.instrument.events.get(name)?.says ?? name).join("; ")}
            </span>
          ))
        ) : (
          <ValueField
            label={label}
            value={{ sort: "in-force", value: { after: events } }}
            change={(value) => edit([fieldEdit(id, "fulfilled-by", eventsIn(value))])}
          />
        )}
      </span>
    </div>
  );
}

/** The list within `{after: [...]}`; null for an empty one. */
function eventsIn(value: Plain): Plain {
  if (typeof value !== "object" || value === null || !("after" in value)) return null;
  const { after } = value;
  return Array.isArray(after) && after.length > 0 ? after : null;
}
