// Earlier states of a draft, to go back to or to forget. They are on this device alone, and where the browser keeps nothing, that is said.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { States } from "./use-states.ts";
import styles from "./earlier-states.module.css";

interface EarlierStatesProps {
  readonly kept: States;
  readonly text: string;
  readonly restore: (text: string) => void;
}

/** Folded; says how many there are. */
export function EarlierStates({ kept, text, restore }: EarlierStatesProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { states, isRefused, forget } = kept;
  if (isRefused) {
    return (
      <p role="alert" data-states="refused">
        {i18n._(
          "draft.not-kept",
          {},
          { message: "This browser does not keep drafts: save the file before you leave." },
        )}
      </p>
    );
  }
  return (
    <details className={styles.states} data-states={states.length}>
      <summary>
        {i18n._(
          "states.title",
          { n: states.length },
          {
            message: "Earlier states, only on this device: {n, plural, =0 {none yet} other {#}}",
          },
        )}
      </summary>
      <ul>
        {states.map(({ at, text: words, version }) => {
          const time = names.moment(at);
          return (
            <li key={at} data-state={at}>
              <time dateTime={new Date(at).toISOString()}>{time}</time>
              <span className="mono">
                {version === null
                  ? i18n._("states.wrong", {}, { message: "with errors" })
                  : version.slice(0, "sha256:".length + 12)}
              </span>
              {words === text ? (
                <span>{i18n._("states.this", {}, { message: "the text as it stands" })}</span>
              ) : (
                <button
                  type="button"
                  aria-label={i18n._(
                    "states.restore.label",
                    { time },
                    { message: "Back to {time}" },
                  )}
                  onClick={() => restore(words)}
                >
                  {i18n._("states.restore", {}, { message: "back to it" })}
                </button>
              )}
              <button
                type="button"
                aria-label={i18n._("states.forget.label", { time }, { message: "Forget {time}" })}
                onClick={() => forget(at)}
              >
                {i18n._("states.forget", {}, { message: "forget" })}
              </button>
            </li>
          );
        })}
      </ul>
      {states.length === 0 ? null : (
        <button type="button" onClick={() => forget(null)}>
          {i18n._("states.forget-all", {}, { message: "Forget all of them" })}
        </button>
      )}
    </details>
  );
}
