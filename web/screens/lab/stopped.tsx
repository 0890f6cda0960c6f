// The plain judge gives another verdict than the one on screen: no figure of the lab is shown any more, and both verdicts are named.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { Mismatch } from "../../../src/report/recheck.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import styles from "./lab.module.css";

/** A fault of ours, told as one. */
export function Stopped({ mismatch }: { mismatch: Mismatch }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const words = useVerdictWords();
  const { incident, reading, shown, judged } = mismatch;
  return (
    <div role="alert" className={styles.stopped} data-stopped={incident}>
      <p>
        <b>
          {i18n._(
            "lab.stopped",
            {},
            { message: "The lab has stopped: two ways of judging the same text disagree." },
          )}
        </b>{" "}
        {i18n._(
          "lab.stopped.what",
          {},
          {
            message:
              "This is a fault of the program, not of the text. No figure of it is shown any more; the text is still yours to save.",
          },
        )}
      </p>
      <dl>
        <dt>{i18n._("lab.stopped.incident", {}, { message: "Incident" })}</dt>
        <dd>
          <Link to="/c/$case/i/$incident" params={{ case: card.id, incident }} search={{}}>
            <span className="mono">{incident}</span>
          </Link>
        </dd>
        <dt>{i18n._("lab.stopped.reading", {}, { message: "Reading" })}</dt>
        <dd className="mono">{reading}</dd>
        <dt>{i18n._("lab.stopped.shown", {}, { message: "Was shown" })}</dt>
        <dd data-shown={shown ?? ""}>
          {shown === null
            ? i18n._("lab.stopped.none", {}, { message: "no verdict" })
            : words.verdict(shown)}
        </dd>
        <dt>{i18n._("lab.stopped.judged", {}, { message: "The plain judge says" })}</dt>
        <dd data-judged={judged}>{words.verdict(judged)}</dd>
      </dl>
    </div>
  );
}
