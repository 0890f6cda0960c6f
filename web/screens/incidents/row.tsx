// One incident as a row; on phones its cells become labelled lines.
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import type { MouseEvent } from "react";
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import type { ListColumn } from "../../../src/report/list-view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import { NearnessBadge } from "../../parts/nearness-badge.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { useColumnWords } from "./column-words.ts";
import { useRowWords } from "./row-words.ts";
import type { TableProps } from "./list-parts.ts";
import { useRangeText } from "./times.ts";
import styles from "./table.module.css";

const route = getRouteApi("/c/$case/incidents");

interface RowProps extends Omit<TableProps, "rows"> {
  readonly row: ListedIncident;
  /** Place in the whole list, from 0. */
  readonly index: number;
  readonly measure?: (element: HTMLTableRowElement | null) => void;
}

/** The place leads to the incident; a press elsewhere in the row shows it in preview. */
export function Row(props: RowProps) {
  const { row, index, measure, list, select } = props;
  const words = useColumnWords();
  const rowWords = useRowWords();
  const { names } = useCase();
  const has = (column: ListColumn): boolean => list.columns.includes(column);
  const isShown = row.id === list.selected;
  const press = (event: MouseEvent) => {
    const isControl = event.target instanceof Element && event.target.closest("a, label, input");
    if (!isControl) select(isShown ? null : row.id);
  };
  return (
    <tr
      ref={measure}
      data-index={index}
      data-shown={isShown}
      aria-rowindex={index + 2}
      onClick={press}
    >
      <Pick {...props} />
      {has("id") ? <td className={`${styles.id} ${styles.extra}`}>{row.id}</td> : null}
      {has("day") ? <DayCell row={row} /> : null}
      <PlaceCell {...props} />
      {has("kind") ? <td className={styles.wide}>{names.things(row.things)}</td> : null}
      {has("what") ? (
        <td className={`${styles.wide} ${styles.extra}`} lang="en">
          {row.object ?? ""}
        </td>
      ) : null}
      {has("verdicts") ? <Glyphs {...props} /> : null}
      {has("harm") ? (
        <td className={styles.extra} data-label={words("harm")}>
          {rowWords.harm(row)}
        </td>
      ) : null}
      {has("sources") ? (
        <td className={styles.extra} data-label={words("sources")}>
          {names.number(row.sources.length)}
        </td>
      ) : null}
    </tr>
  );
}

function Pick({ row, picked, pick }: RowProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const label = i18n._(
    "list.pick.one",
    { place: names.place(row.place), id: row.id },
    { message: "Pick {place}, {id}" },
  );
  return (
    <td className={styles.pick}>
      <input
        aria-label={label}
        type="checkbox"
        tabIndex={-1}
        checked={picked.has(row.id)}
        onChange={() => pick(row.id)}
      />
    </td>
  );
}

function DayCell({ row }: Pick<RowProps, "row">) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const range = useRangeText();
  const local = range(row.occurred, "local");
  return (
    <td className={styles.day}>
      {names.day(row.day)}
      {local === null ? (
        <small>{i18n._("list.time-unknown", {}, { message: "time not known" })}</small>
      ) : (
        <>
          <small>{local}</small>
          <small>{range(row.occurred, "utc")}</small>
        </>
      )}
    </td>
  );
}

function PlaceCell({ row, view }: RowProps) {
  const { names } = useCase();
  const words = useRowWords();
  const { case: caseId } = route.useParams();
  return (
    <td className={styles.place}>
      <Link
        to="/c/$case/i/$incident"
        params={{ case: caseId, incident: row.id }}
        search={searchOf(view)}
        data-row={row.id}
      >
        {names.place(row.place)}
      </Link>
      <small>{words.where(row)}</small>
    </td>
  );
}

function Glyphs({ row, readings }: RowProps) {
  const words = useVerdictWords();
  return readings.map(({ reading, short }) => {
    const verdict = row.verdicts[reading];
    return (
      <td key={reading} className={styles.glyph} data-label={short}>
        {verdict === undefined ? (
          "—"
        ) : (
          <>
            <VerdictMark
              mark={verdict.verdict}
              label={`${short}: ${words.verdict(verdict.verdict)}`}
              size={16}
            />
            <NearnessBadge verdict={verdict} isShort />
          </>
        )}
      </td>
    );
  });
}
