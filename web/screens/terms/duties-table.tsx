// What the text requires: who is bound, by when, what fulfils it, and how it stands under each reading. In no total.
import { useLingui } from "@lingui/react";
import type { I18n } from "@lingui/core";
import type { DutyUnder, TextDuty } from "../../../src/report/text-duties.ts";
import { useCase } from "../../app/case-frame.tsx";
import type { Names } from "../../app/names.ts";
import { readingName } from "../../app/reading-name.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { SourceId } from "./source-id.tsx";
import styles from "./table.module.css";

/** Nothing where the text requires nothing. */
export function DutiesTable({ text }: { text: TextAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const [first] = text.duties;
  if (first === undefined) return null;
  const heads = headsOf(i18n);
  return (
    <section aria-labelledby="duties" className={styles.section}>
      <h2 id="duties">{i18n._("duties.title", {}, { message: "What it requires" })}</h2>
      <p className={styles.quiet}>
        {i18n._(
          "duties.lead",
          { at: names.instant(first.at) },
          {
            message:
              "As the record stands on {at}. These are no incidents and are counted in no total.",
          },
        )}
      </p>
      <table className={styles.table}>
        <thead>
          <tr>
            {Object.entries(heads).map(([key, head]) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {text.duties.map((duty) => (
            <DutyRow key={`${duty.clause} ${duty.by.join(" ")}`} text={text} duty={duty} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function headsOf(i18n: I18n) {
  return {
    clause: i18n._("duties.clause", {}, { message: "Clause" }),
    by: i18n._("duties.by", {}, { message: "Binds" }),
    due: i18n._("duties.due", {}, { message: "Too late from" }),
    done: i18n._("duties.done", {}, { message: "Fulfilled when" }),
    state: i18n._("duties.state", {}, { message: "State" }),
  };
}

function DutyRow({ text, duty }: { text: TextAnswer; duty: TextDuty }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const heads = headsOf(i18n);
  const { clause, by, fulfilledBy, states } = duty;
  const sources = text.clauses.find(({ id }) => id === clause)?.sources ?? [];
  return (
    <tr data-duty={clause}>
      <th scope="row">
        <span className="mono">{clause}</span>
        {sources.map((source) => (
          <SourceId key={source} id={source} />
        ))}
      </th>
      <td data-label={heads.by}>{names.list(by.map(names.party).sort(names.compare))}</td>
      <td data-label={heads.due}>
        <PerReading text={text} states={states} words={(one) => dueText(one, i18n, names)} />
      </td>
      <td data-label={heads.done}>
        {fulfilledBy.length === 0
          ? i18n._("duties.done.none", {}, { message: "the text names nothing" })
          : null}
        {fulfilledBy.map(({ event, sources: told }) => (
          <span key={event} className={styles.said}>
            {names.says(text.id, event)}{" "}
            {told.map((source) => (
              <SourceId key={source} id={source} />
            ))}
          </span>
        ))}
      </td>
      <td data-label={heads.state}>
        <PerReading text={text} states={states} words={(one) => stateText(one, i18n, names)} />
      </td>
    </tr>
  );
}

interface PerReadingProps {
  readonly text: TextAnswer;
  readonly states: readonly DutyUnder[];
  readonly words: (one: DutyUnder) => string;
}

/** Said once where all readings say the same; else with the names of those that do. */
function PerReading({ text, states, words }: PerReadingProps) {
  const { card, names } = useCase();
  const among = card.readings
    .filter(({ instrument }) => instrument === text.id)
    .map(({ id, holder }) => ({ reading: id, holder }));
  const nameOf = (id: string) => {
    const found = among.find(({ reading }) => reading === id);
    return found === undefined ? id : readingName(found, among, names);
  };
  const groups = new Map<string, string[]>();
  for (const one of states) {
    const said = words(one);
    groups.set(said, [...(groups.get(said) ?? []), nameOf(one.reading)]);
  }
  const shown = [...groups].map(([said, readings]) => ({
    said,
    readings: names.list(readings.sort(names.compare)),
  }));
  shown.sort((a, b) => names.compare(a.readings, b.readings));
  return shown.map(({ said, readings }) => (
    <span key={said} className={styles.line}>
      {shown.length === 1 ? null : <b>{readings}: </b>}
      {said}
    </span>
  ));
}

function dueText({ due }: DutyUnder, i18n: I18n, names: Names): string {
  if (due === null) return i18n._("duties.due.none", {}, { message: "no deadline" });
  const [from, until] = due.map(names.instant);
  return from === until
    ? (from ?? "")
    : i18n._(
        "duties.due.range",
        { from: from ?? "", until: until ?? "" },
        { message: "between {from} and {until}" },
      );
}

function stateText({ state, possible, standing }: DutyUnder, i18n: I18n, names: Names): string {
  const words =
    state === "unknown"
      ? i18n._(
          "duties.state.unknown",
          {
            states: names.list(
              possible.map((one) => stateName(one, i18n)),
              "disjunction",
            ),
          },
          { message: "unknown: {states}" },
        )
      : stateName(state, i18n);
  return standing === "would-apply"
    ? i18n._("duties.state.if", { state: words }, { message: "{state}, if the text applied" })
    : words;
}

function stateName(state: DutyUnder["possible"][number], i18n: I18n): string {
  switch (state) {
    case "not-in-force":
      return i18n._("duty.not-in-force", {}, { message: "not in force yet" });
    case "pending":
      return i18n._("duty.pending", {}, { message: "pending" });
    case "met":
      return i18n._("duty.met", {}, { message: "met" });
    case "late":
      return i18n._("duty.late", {}, { message: "met late" });
    case "unmet":
      return i18n._("duty.unmet", {}, { message: "unmet" });
    default:
      return state satisfies never;
  }
}
