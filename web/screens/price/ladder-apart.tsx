// Answers that no step joins: what each covers and the other does not, and two counts that depend on the order.
import { useLingui } from "@lingui/react";
import type { I18n } from "@lingui/core";
import type { LadderPart } from "../../../src/report/ladder.ts";
import { useBoundsText } from "../../parts/bounds.tsx";
import type { PriceParts } from "./cards.tsx";
import { Moved } from "./moved.tsx";
import { pairOf } from "./narrow.ts";
import { answerName } from "./shown-cards.ts";
import styles from "./ladder.module.css";

type Apart = LadderPart["apart"][number];

/** Nothing where the chain holds all answers. */
export function LadderApart({
  ladder,
  answer,
  view,
}: PriceParts & { readonly ladder: LadderPart }) {
  const { i18n } = useLingui();
  if (ladder.apart.length === 0) return null;
  return (
    <>
      <h3>{i18n._("ladder.apart", {}, { message: "Answers beside the ladder, two at a time" })}</h3>
      <ul className={styles.steps}>
        {ladder.apart.map((apart) => (
          <li
            key={`${apart.a} ${apart.b}`}
            className={styles.step}
            data-apart={`${apart.a},${apart.b}`}
          >
            <div>
              <b>
                {answerName(apart.a)} – {answerName(apart.b)}
              </b>
              <p className={styles.note}>{relationText(apart, i18n)}</p>
            </div>
            <ApartMoved apart={apart} answer={answer} view={view} />
            <ApartCounts apart={apart} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ApartMoved({ apart, answer, view }: { apart: Apart } & Omit<PriceParts, "cards">) {
  const pair = pairOf(answer, apart.a, apart.b);
  if (pair === undefined) return <div />;
  return (
    <div>
      <Moved view={view} pair={pair} cause={null} hard={apart.hard} soft={apart.soft} />
    </div>
  );
}

function ApartCounts({ apart }: { apart: Apart }) {
  const { i18n } = useLingui();
  const boundsText = useBoundsText();
  const only = [
    { reading: answerName(apart.a) ?? "", bounds: boundsText(apart.onlyA) },
    { reading: answerName(apart.b) ?? "", bounds: boundsText(apart.onlyB) },
  ];
  return (
    <div className={styles.note}>
      {only.map(({ reading, bounds }) => (
        <p key={reading}>
          {i18n._("pair.only", { reading, bounds }, { message: "Only under {reading}: {bounds}." })}
        </p>
      ))}
      <p>
        {i18n._(
          "ladder.counts",
          { alone: apart.alone, last: apart.last },
          { message: "switched alone {alone}, switched last {last}; depends on the order" },
        )}
      </p>
    </div>
  );
}

function relationText({ relation, a, b }: Apart, i18n: I18n): string {
  const [narrow, wide] = relation === "b-within-a" ? [b, a] : [a, b];
  const ends = { narrow: answerName(narrow) ?? "", wide: answerName(wide) ?? "" };
  switch (relation) {
    case "same":
      return i18n._("ladder.same", {}, { message: "different words, one meaning" });
    case "neither":
      return i18n._("ladder.neither", {}, { message: "not nested: neither is within the other" });
    case "a-within-b":
    case "b-within-a":
      return i18n._("ladder.within", ends, { message: "“{narrow}” is within “{wide}”" });
    default:
      return relation satisfies never;
  }
}
