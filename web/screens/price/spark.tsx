// The incidents that a step moves, day by day: a small bar chart over the days of the page, the same in a sentence and in a table.
import { useLingui } from "@lingui/react";
import type { Step } from "../../../src/assess/index.ts";
import { addDays, parseDay } from "../../../src/model/instant.ts";
import type { Day } from "../../../src/model/instant.ts";
import type { Coverage } from "../../../src/report/price.ts";
import { useCase } from "../../app/case-frame.tsx";
import styles from "./spark.module.css";

interface SparkProps {
  readonly days: Step["days"];
  /** The first and last day of what is counted: the same axis for every step. */
  readonly over: Coverage;
}

const HEIGHT = 24;
const WIDTH = 4;

/** Nothing where nothing moves. Bars: surely, and on top of it, hollow, possibly. */
export function Spark({ days, over }: SparkProps) {
  const { i18n } = useLingui();
  const sentence = useSentence(days, over);
  if (days.length === 0) return null;
  const axis = daysBetween(over.firstDay, over.lastDay);
  const most = Math.max(...days.map(({ hard, soft }) => hard + soft));
  return (
    <div className={styles.spark} data-spark={days.length}>
      <svg
        role="img"
        aria-label={sentence}
        viewBox={`0 0 ${axis.length * WIDTH} ${HEIGHT + 1}`}
        preserveAspectRatio="none"
      >
        {days.map(({ day, hard, soft }) => (
          <Bar key={day} at={axis.indexOf(day)} hard={hard / most} soft={soft / most} />
        ))}
        <line x1={0} x2={axis.length * WIDTH} y1={HEIGHT + 0.5} y2={HEIGHT + 0.5} />
      </svg>
      <details>
        <summary>{i18n._("spark.table", {}, { message: "Day by day" })}</summary>
        <p>{sentence}</p>
        <DayTable days={days} />
      </details>
    </div>
  );
}

function Bar({ at, hard, soft }: { at: number; hard: number; soft: number }) {
  const [sure, possible] = [hard * HEIGHT, soft * HEIGHT];
  const box = { x: at * WIDTH + 0.5, width: WIDTH - 1 };
  return (
    <>
      <rect {...box} y={HEIGHT - sure} height={sure} data-bar="hard" />
      <rect {...box} y={HEIGHT - sure - possible} height={possible} data-bar="soft" />
    </>
  );
}

function DayTable({ days }: Pick<SparkProps, "days">) {
  const { i18n } = useLingui();
  const { names } = useCase();
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{i18n._("column.day", {}, { message: "Day" })}</th>
          <th scope="col">{i18n._("moved.surely", {}, { message: "surely" })}</th>
          <th scope="col">{i18n._("moved.possibly", {}, { message: "possibly" })}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, hard, soft }) => (
          <tr key={day} data-day={day}>
            <th scope="row">{names.day(day, "short")}</th>
            <td>{names.number(hard)}</td>
            <td>{names.number(soft)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many days, and the day with most; of several, the first. */
function useSentence(days: Step["days"], { firstDay, lastDay }: Coverage): string {
  const { i18n } = useLingui();
  const { names } = useCase();
  const [first, ...others] = days;
  if (first === undefined || firstDay === null || lastDay === null) return "";
  const sum = ({ hard, soft }: Step["days"][number]) => hard + soft;
  const top = others.reduce((most, one) => (sum(one) > sum(most) ? one : most), first);
  return i18n._(
    "spark.sentence",
    {
      n: days.length,
      from: names.day(firstDay, "short"),
      to: names.day(lastDay, "short"),
      day: names.day(top.day, "short"),
      hard: top.hard,
      soft: top.soft,
    },
    {
      message:
        "Incidents moved on {n, plural, one {# day} other {# days}} from {from} to {to}; most on {day}: {hard} surely, {soft} possibly.",
    },
  );
}

function daysBetween(first: Day | null, last: Day | null): readonly Day[] {
  const days: Day[] = [];
  const [from, to] = [parseDay(first ?? ""), parseDay(last ?? "")];
  if (from === null || to === null) return days;
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
