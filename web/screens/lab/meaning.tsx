// What the draft changes apart from the record: which kinds of situation get another verdict, recorded or not, each with an example.
import { useLingui } from "@lingui/react";
import { useEffect, useState } from "react";
import type { Direction } from "../../../src/assess/index.ts";
import type { LabMeaning } from "../../../src/report/lab.ts";
import { useCase } from "../../app/case-frame.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import type { LabWork } from "../../source/lab.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { freshness } from "./lab-state.ts";
import type { LabState } from "./lab-state.ts";
import styles from "./lab.module.css";

/** Milliseconds without a change before situations are compared. */
const CALM = 400;

/** Shown only while it is the draft's own; older ones are taken away. */
export function Meaning({ state, work }: { state: LabState; work: LabWork }) {
  const { i18n } = useLingui();
  const meaning = useMeaning(state, work);
  const words = () => {
    if (meaning?.hash !== state.hash)
      return i18n._(
        "lab.meaning.waits",
        {},
        { message: "Waits until the text is at rest and without errors." },
      );
    const { diff, base } = meaning;
    if (diff === null)
      return i18n._(
        "lab.meaning.none",
        {},
        { message: "No text of the case has this id, so there is nothing to compare with." },
      );
    if ("tooMany" in diff)
      return i18n._(
        "lab.meaning.many",
        { n: diff.tooMany },
        { message: "The two texts tell {n} situations apart, too many to compare." },
      );
    return diff.directions.length === 0
      ? i18n._(
          "lab.meaning.same",
          { n: diff.situations, base },
          { message: "The same meaning as {base} over {n} situations." },
        )
      : i18n._(
          "lab.meaning.other",
          { n: diff.situations, base },
          {
            message:
              "Of {n} situations that it and {base} tell apart, recorded or not, these get another verdict:",
          },
        );
  };
  const diff = meaning?.hash === state.hash ? meaning.diff : null;
  return (
    <section
      aria-labelledby="meaning"
      className={styles.meaning}
      data-meaning={meaning?.hash === state.hash ? state.hash : undefined}
    >
      <h2 id="meaning">{i18n._("lab.meaning", {}, { message: "What its words change" })}</h2>
      <p>{words()}</p>
      {diff === null || "tooMany" in diff
        ? null
        : diff.directions.map((one) => <Change key={`${one.from} ${one.to}`} direction={one} />)}
    </section>
  );
}

function Change({ direction: { from, to, kinds, boxes, left } }: { direction: Direction }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const words = useVerdictWords();
  return (
    <div>
      <h3>
        <VerdictMark mark={from} /> {words.verdict(from)} → <VerdictMark mark={to} />{" "}
        {words.verdict(to)}
      </h3>
      <p>{names.list(kinds.map(names.kind))}</p>
      <ul lang="en">
        {boxes.map(({ example }) => (
          <li key={example}>{example}</li>
        ))}
      </ul>
      {left === 0 ? null : (
        <p>
          {i18n._(
            "lab.meaning.left",
            { n: left },
            {
              message:
                "{n, plural, one {# more group of situations} other {# more groups of situations}}",
            },
          )}
        </p>
      )}
    </div>
  );
}

function useMeaning(state: LabState, work: LabWork): LabMeaning | null {
  const [meaning, setMeaning] = useState<LabMeaning | null>(null);
  const { draft } = state;
  const isReady = freshness(state).kind === "current";
  useEffect(() => {
    if (!isReady) return undefined;
    let isOn = true;
    const timer = setTimeout(() => {
      void work.ask({ kind: "meaning", draft }).then((reply) => {
        if (isOn && reply.kind === "meaning") setMeaning(reply.meaning);
      });
    }, CALM);
    return () => {
      isOn = false;
      clearTimeout(timer);
    };
  }, [draft, isReady, work]);
  return meaning;
}
