// A decision of review in words: from where to where, by one person or two, for which reasons, after looking at what.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { HistoryAnswer } from "../../source/record-source.ts";
import { stateWords } from "../../words/record-words.ts";

type Decision = NonNullable<HistoryAnswer["steps"][number]["decision"]>;

/** "By one person" is said wherever it was one. */
export function DecisionWords({ decision }: { decision: Decision }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { from, to, reasons, examined, settles, secondPerson } = decision;
  return (
    <>
      <p>
        {stateWords(i18n, from)} → <b>{stateWords(i18n, to)}</b>,{" "}
        {secondPerson === null
          ? i18n._("history.one-person", {}, { message: "by one person" })
          : i18n._(
              "history.two-persons",
              { second: secondPerson },
              { message: "with {second} as second person" },
            )}
      </p>
      <p>
        {i18n._("history.reasons", {}, { message: "Reasons:" })} {names.list(reasons)}
      </p>
      {examined.length === 0 ? null : (
        <p>
          {i18n._("history.examined", {}, { message: "Examined:" })}{" "}
          <span className="mono">{examined.join(", ")}</span>
        </p>
      )}
      {settles.length === 0 ? null : (
        <p>
          {i18n._("history.settles", {}, { message: "Settled by:" })}{" "}
          <span className="mono">{settles.join(", ")}</span>
        </p>
      )}
    </>
  );
}
