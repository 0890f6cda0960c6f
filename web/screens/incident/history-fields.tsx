// What an entry set, field by field: what changed stands open with what stood before, what it began with is folded under its number.
import { useLingui } from "@lingui/react";
import { usePrinting } from "../../parts/use-printing.ts";
import type { HistoryAnswer } from "../../source/record-source.ts";
import styles from "./history.module.css";

type Step = HistoryAnswer["steps"][number];

/** Names and values as the record has them. */
export function FieldSteps({ step }: { step: Step }) {
  const { i18n } = useLingui();
  const isPrinting = usePrinting();
  const { fields } = step;
  if (fields.length === 0) return null;
  if (step.kind === "correction") return <Changes fields={fields} />;
  return (
    <details open={isPrinting} className={styles.fold}>
      <summary>
        {i18n._(
          "history.fields",
          { n: fields.length },
          { message: "{n, plural, one {# field} other {# fields}}" },
        )}
      </summary>
      <dl className={styles.fields} lang="en">
        {fields.map(({ field, after }) => (
          <div key={field}>
            <dt className="mono">{field}</dt>
            <dd>{after}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Changes({ fields }: { fields: Step["fields"] }) {
  const { i18n } = useLingui();
  const none = i18n._("history.absent", {}, { message: "not stated" });
  return (
    <table className={styles.changes}>
      <thead>
        <tr>
          <th scope="col">{i18n._("history.field", {}, { message: "Field" })}</th>
          <th scope="col">{i18n._("history.before", {}, { message: "Before" })}</th>
          <th scope="col">{i18n._("history.after", {}, { message: "Since then" })}</th>
        </tr>
      </thead>
      <tbody lang="en">
        {fields.map(({ field, before, after }) => (
          <tr key={field}>
            <th scope="row" className="mono">
              {field}
            </th>
            <td>{before ?? none}</td>
            <td>{after ?? none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
