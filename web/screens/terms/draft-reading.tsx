// What the draft means to the machine, in plain sentences; of an older text while the one in the editor cannot be read.
import { useLingui } from "@lingui/react";
import { editsSince } from "./use-draft.ts";
import type { DraftState } from "./use-draft.ts";
import styles from "./draft.module.css";

/** The last reading stays, dimmed, and says how old it is. */
export function DraftReading({ state }: { state: DraftState }) {
  const { i18n } = useLingui();
  const { reading } = state;
  const since = editsSince(state, reading);
  return (
    <section aria-labelledby="reading" className={styles.side}>
      <h2 id="reading">
        {i18n._("terms.machine", {}, { message: "What it means to the machine" })}
      </h2>
      <p className={styles.quiet} role="status" data-edits-ago={since}>
        {reading === null
          ? i18n._("draft.unread", {}, { message: "Nothing yet: the text has errors." })
          : since === 0
            ? i18n._("draft.current", {}, { message: "Of the text as it stands." })
            : i18n._(
                "draft.ago",
                { n: since },
                {
                  message: "Of an older text, {n, plural, one {# edit} other {# edits}} ago.",
                },
              )}
      </p>
      {reading === null ? null : (
        <div className={styles.reading} data-older={since > 0}>
          <p className="mono">{reading.check.reading?.version}</p>
          <ul>
            {(reading.check.reading?.sentences ?? []).map(({ id, text }) => (
              <li key={id} data-sentence={id}>
                {text}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
