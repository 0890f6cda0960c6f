// The check of the whole log in this page: started by a person, told in plain words, with what it does not show.
import { useLingui } from "@lingui/react";
import { useEffect, useRef, useState } from "react";
import type { FormEvent } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { fieldText } from "../../parts/day-fields.tsx";
import type { RecordAnswer } from "../../source/record-source.ts";
import { verifyHere } from "../../source/verify.ts";
import type { VerifyOutcome } from "../../work/verify-messages.ts";
import { Verified } from "./verified.tsx";
import styles from "./record.module.css";

type Check =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly done: number; readonly all: number }
  | { readonly kind: "done"; readonly outcome: VerifyOutcome }
  | { readonly kind: "failed"; readonly message: string };

/** Without a log it says that there is nothing to check, and what that means. */
export function VerifyPanel({ record }: { record: RecordAnswer }) {
  const { i18n } = useLingui();
  return (
    <section aria-labelledby="verify" className={styles.verify} data-part="verify">
      <h2 id="verify">{i18n._("verify.title", {}, { message: "Verify here" })}</h2>
      {record.isSeeds ? (
        <p>
          {i18n._(
            "verify.seeds",
            {},
            {
              message:
                "There is nothing to verify: this case is only seeds. Compare the files with a copy that you trust; “truceline log” begins a log whose entries anybody can check.",
            },
          )}
        </p>
      ) : (
        <VerifyForm />
      )}
    </section>
  );
}

function VerifyForm() {
  const { i18n } = useLingui();
  const { card } = useCase();
  const [check, setCheck] = useState<Check>({ kind: "idle" });
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const begin = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [vkey, held] = [fieldText(form, "vkey"), textOf(form, "held")];
    const abort = new AbortController();
    stop.current = abort;
    setCheck({ kind: "running", done: 0, all: 0 });
    verifyHere({
      caseId: card.id,
      vkey: vkey === "" ? null : vkey,
      held: held === "" ? null : held,
      progress: (done, all) => setCheck({ kind: "running", done, all }),
      signal: abort.signal,
    }).then(
      (outcome) => setCheck({ kind: "done", outcome }),
      (cause: unknown) =>
        setCheck(
          abort.signal.aborted ? { kind: "idle" } : { kind: "failed", message: String(cause) },
        ),
    );
  };
  const isRunning = check.kind === "running";
  return (
    <form onSubmit={begin} className={styles.form}>
      <p>
        {i18n._(
          "verify.what",
          {},
          {
            message:
              "Every entry of the log is fetched and hashed again in this page, up to the signed root, and every public value is compared with what was sealed when it was recorded.",
          },
        )}
      </p>
      <details>
        <summary className={styles.summary}>
          {i18n._("verify.own", {}, { message: "With a key or a checkpoint of your own" })}
        </summary>
        <label>
          {i18n._("verify.key", {}, { message: "Key that you have from elsewhere" })}
          <input name="vkey" className="mono" autoComplete="off" spellCheck={false} />
        </label>
        <label>
          {i18n._("verify.held", {}, { message: "Older checkpoint that you kept" })}
          <textarea name="held" className="mono" rows={5} spellCheck={false} />
        </label>
      </details>
      <p className={styles.actions}>
        <button type="submit" className={styles.button} disabled={isRunning} aria-keyshortcuts="v">
          {i18n._("verify.begin", {}, { message: "Verify the log" })}
        </button>
        {isRunning ? (
          <button type="button" className={styles.button} onClick={() => stop.current?.abort()}>
            {i18n._("verify.stop", {}, { message: "Give up" })}
          </button>
        ) : null}
      </p>
      <div role="status">
        <State check={check} />
      </div>
    </form>
  );
}

function State({ check }: { check: Check }) {
  const { i18n } = useLingui();
  switch (check.kind) {
    case "idle":
      return null;
    case "running":
      return (
        <p>
          <progress max={Math.max(1, check.all)} value={check.done} />{" "}
          {i18n._(
            "verify.progress",
            { done: check.done, all: check.all },
            { message: "{done, number} of {all, number} files" },
          )}
        </p>
      );
    case "failed":
      return (
        <p className={styles.blunt}>
          {i18n._("verify.failed", { why: check.message }, { message: "Not checked: {why}" })}
        </p>
      );
    case "done":
      return <Verified outcome={check.outcome} />;
    default:
      return check satisfies never;
  }
}

/** A note must keep its line ends. */
function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trimStart() : "";
}
