// What a check found, in plain words: it holds, or the first thing that does not, with what was expected; and what no check shows.
import { useLingui } from "@lingui/react";
import type { VerifyOutcome } from "../../work/verify-messages.ts";
import styles from "./record.module.css";

/** The result, and how far it reaches. */
export function Verified({ outcome }: { outcome: VerifyOutcome }) {
  const { i18n } = useLingui();
  const holds = outcome.problems.length === 0;
  return (
    <div className={holds ? styles.holding : styles.blunt} data-verified={holds}>
      {holds ? <Holding outcome={outcome} /> : <NotHolding outcome={outcome} />}
      <p className="mono">
        {outcome.size} {outcome.root}
      </p>
      <p className={styles.quiet}>
        {i18n._(
          "verified.limits",
          {},
          {
            message:
              "No check shows that an account is true: only that it was recorded so, then, and not changed since.",
          },
        )}
      </p>
    </div>
  );
}

function Holding({ outcome }: { outcome: VerifyOutcome }) {
  const { i18n } = useLingui();
  const { size, values, isSignatureChecked, isOwnKey, isExtension } = outcome;
  return (
    <>
      <p>
        <b>
          {isSignatureChecked
            ? i18n._("verified.holds", {}, { message: "The log holds." })
            : i18n._(
                "verified.unsigned",
                {},
                {
                  message:
                    "The entries lead to the root, but the signature was NOT checked: this browser has no Ed25519 here. Firefox 129, Safari 17, Chrome 137 and newer have it on a secure page; “truceline verify” and the program in verify/ check it too.",
                },
              )}
        </b>{" "}
        {i18n._(
          "verified.counts",
          { size, values },
          {
            message:
              "{size, plural, one {# entry} other {# entries}} and {values, plural, one {# public value} other {# public values}} are as they were recorded.",
          },
        )}
      </p>
      <p>
        {isOwnKey
          ? i18n._("verified.own-key", {}, { message: "Checked with the key that you gave." })
          : i18n._(
              "verified.their-key",
              {},
              {
                message:
                  "Checked with the key that lies beside the log: whoever could change both could hide it. A key from elsewhere is stronger.",
              },
            )}{" "}
        {isExtension
          ? i18n._(
              "verified.extends",
              {},
              { message: "It begins with all that your older checkpoint had." },
            )
          : null}
      </p>
    </>
  );
}

/** A root that differs is told with what was expected and found; the entry that made it so stands with it. */
const SHOWN = 5;

function NotHolding({ outcome: { problems } }: { outcome: VerifyOutcome }) {
  const { i18n } = useLingui();
  return (
    <>
      <p>
        <b>{i18n._("verified.broken", {}, { message: "The log does not hold." })}</b>{" "}
        {i18n._(
          "verified.found",
          { n: problems.length },
          {
            message:
              "{n, plural, one {# thing is} other {# things are}} not as recorded; the first of them:",
          },
        )}
      </p>
      <ol lang="en">
        {problems.slice(0, SHOWN).map(({ code, at, message }) => (
          <li key={`${code} ${at} ${message}`}>
            <span className="mono">{code}</span> {at}: {message}
          </li>
        ))}
      </ol>
      <p className={styles.quiet}>
        {i18n._(
          "verified.do",
          {},
          {
            message:
              "Keep the checkpoint that you have, cite nothing from this copy, and ask whoever keeps the record.",
          },
        )}
      </p>
    </>
  );
}
