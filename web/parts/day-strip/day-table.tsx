// The day strip as a table; each day leads to its incidents, which is the way by keyboard.
import { useLingui } from "@lingui/react";
import { AGREEMENTS } from "../../../src/assess/agreement.ts";
import { useState } from "react";
import type { ReactNode } from "react";
import type { Day } from "../../../src/model/instant.ts";
import type { DayCounts } from "../../../src/report/day-counts.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { StripGroup } from "./day-strip.tsx";
import { usePrinting } from "../use-printing.ts";
import styles from "./day-table.module.css";

interface DayTableProps {
  readonly counts: DayCounts<StripGroup>;
  /** A link to the incidents of a day. */
  readonly renderDay: (day: Day, text: string) => ReactNode;
}

/** Its rows are made once it is open, or printed: there may be a thousand. */
export function DayTable(props: DayTableProps) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(false);
  const isPrinting = usePrinting();
  return (
    <details
      className={styles.dayTable}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{i18n._("where.day-table", {}, { message: "The days as a table" })}</summary>
      {isOpen || isPrinting ? <Rows {...props} /> : null}
    </details>
  );
}

/** Days without any incident are left out; the foot adds up to all that are listed. */
function Rows({ counts, renderDay }: DayTableProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const words = useVerdictWords();
  const days = counts.days.filter(({ sure, may }) => sure.size > 0 || may > 0);
  const groups = AGREEMENTS.filter((group) => days.some(({ sure }) => sure.has(group)));
  const several = i18n._("where.several", {}, { message: "this day or another" });
  const sumOf = (group: StripGroup) =>
    days.reduce((sum, { sure }) => sum + (sure.get(group) ?? 0), 0);
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{i18n._("column.day", {}, { message: "Day" })}</th>
          {groups.map((group) => (
            <th scope="col" key={group}>
              {words.agreement(group)}
            </th>
          ))}
          <th scope="col">{several}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, sure, may }) => (
          <tr key={day} data-day-row={day}>
            <th scope="row">{renderDay(day, names.day(day, "short"))}</th>
            {groups.map((group) => (
              <td key={group}>{names.number(sure.get(group) ?? 0)}</td>
            ))}
            <td>{names.number(may)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{i18n._("where.each-once", {}, { message: "each incident once" })}</th>
          {groups.map((group) => (
            <td key={group}>{names.number(sumOf(group))}</td>
          ))}
          <td>{names.number(counts.several)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
