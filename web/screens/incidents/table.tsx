// The table: a head with orders as links, and only those rows in the page that are in sight; on paper, the first 500.
import { useLingui } from "@lingui/react";
import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { RefObject } from "react";
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import type { ListColumn, ListView, SortKey } from "../../../src/report/list-view.ts";
import { useColumnWords } from "./column-words.ts";
import type { ListParts, TableProps } from "./list-parts.ts";
import { ListLink } from "./list-link.tsx";
import { Row } from "./row.tsx";
import { usePrinting } from "../../parts/use-printing.ts";
import styles from "./table.module.css";

/** Rows on paper; the rest is in the CSV. */
const PRINTED = 500;
/** Pixels of a row before it is measured. */
const ROW = 64;

interface VirtualProps extends TableProps {
  /** The row that the keyboard is on, and how often it moved: the focus follows it. */
  readonly cursor: { readonly index: number; readonly moves: number };
}

/** A long list: the page holds the rows in sight and some beyond. */
export function VirtualTable({ cursor, ...props }: VirtualProps) {
  const isPrinting = usePrinting();
  return isPrinting ? (
    <Printed {...props} />
  ) : (
    <Windowed {...props} cursor={cursor} key={props.list.columns.join()} />
  );
}

function Printed(props: TableProps) {
  const { i18n } = useLingui();
  const left = props.rows.length - PRINTED;
  return (
    <>
      <PlainTable {...props} rows={props.rows.slice(0, PRINTED)} />
      {left <= 0 ? null : (
        <p>
          {i18n._(
            "list.printed",
            { n: left },
            {
              message: "{n, plural, one {# more row is} other {# more rows are}} in the CSV",
            },
          )}
        </p>
      )}
    </>
  );
}

function Windowed({ cursor, ...props }: VirtualProps) {
  const { rows } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  // Its functions must not be memoized, and nothing here memoizes them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: body.current?.offsetTop ?? 0,
    getItemKey: (index) => rows[index]?.id ?? index,
  });
  const items = virtualizer.getVirtualItems();
  const { scrollMargin } = virtualizer.options;
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin);
  useCursorFocus(cursor, { rows, body, scrollTo: (index) => virtualizer.scrollToIndex(index) });
  return (
    <table className={styles.table} aria-rowcount={rows.length + 1}>
      <Head {...props} />
      <tbody ref={body}>
        <Gap height={before} />
        {items.map(({ index, key }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <Row
              key={key}
              {...props}
              row={row}
              index={index}
              measure={virtualizer.measureElement}
            />
          );
        })}
        <Gap height={after} />
      </tbody>
    </table>
  );
}

interface FocusOptions {
  readonly rows: readonly ListedIncident[];
  readonly body: RefObject<HTMLElement | null>;
  readonly scrollTo: (index: number) => void;
}

/** Brings the cursor's row in sight, then the focus to its link once it is in the page. */
function useCursorFocus({ index, moves }: VirtualProps["cursor"], options: FocusOptions): void {
  const done = useRef(0);
  const { rows, body, scrollTo } = options;
  useEffect(() => {
    if (moves > 0) scrollTo(index);
    // Only a move scrolls; a new order or a measured row does not.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [moves]);
  useEffect(() => {
    if (moves === done.current) return;
    const id = rows[index]?.id;
    const link = body.current?.querySelector<HTMLElement>(`a[data-row="${id ?? ""}"]`);
    if (link === null || link === undefined) return;
    done.current = moves;
    link.focus();
  });
}

/** The height of rows that are not in the page. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return <tr aria-hidden="true" className={styles.gap} style={{ height }} />;
}

/** All rows in the page: short lists, and paper. */
export function PlainTable(props: TableProps) {
  return (
    <table className={styles.table}>
      <Head {...props} />
      <tbody>
        {props.rows.map((row, index) => (
          <Row key={row.id} {...props} row={row} index={index} />
        ))}
      </tbody>
    </table>
  );
}

function Head({ view, list, readings }: ListParts) {
  const { i18n } = useLingui();
  const words = useColumnWords();
  const has = (column: ListColumn): boolean => list.columns.includes(column);
  const parts = { view, list };
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.pick}>
          <span className="visually-hidden">{i18n._("list.pick", {}, { message: "Pick" })}</span>
        </th>
        {has("id") ? (
          <SortHead {...parts} sortKey="id" name={words("id")} className={styles.extra} />
        ) : null}
        {has("day") ? <SortHead {...parts} sortKey="day" name={words("day")} /> : null}
        <SortHead {...parts} sortKey="place" name={words("place")} />
        {has("kind") ? <SortHead {...parts} sortKey="kind" name={words("kind")} /> : null}
        {has("what") ? (
          <th scope="col" className={styles.extra}>
            {words("what")}
          </th>
        ) : null}
        {has("verdicts")
          ? readings.map(({ reading, short }) => (
              <th scope="col" key={reading} className={styles.glyph}>
                <span className={styles.name}>{short}</span>
              </th>
            ))
          : null}
        {has("harm") ? (
          <th scope="col" className={styles.extra}>
            {words("harm")}
          </th>
        ) : null}
        {has("sources") ? (
          <th scope="col" className={styles.extra}>
            {words("sources")}
          </th>
        ) : null}
      </tr>
    </thead>
  );
}

interface SortHeadProps extends Pick<ListParts, "view"> {
  readonly list: ListView;
  readonly sortKey: SortKey;
  readonly name: string;
  readonly className?: string | undefined;
}

function SortHead({ view, list, sortKey, name, className }: SortHeadProps) {
  const { key, isDown } = list.sort;
  const isOn = key === sortKey;
  const next = { key: sortKey, isDown: isOn && !isDown };
  const order = isDown ? "descending" : "ascending";
  return (
    <th scope="col" className={className} aria-sort={isOn ? order : "none"}>
      <ListLink view={view} list={{ ...list, sort: next }}>
        {name} <span aria-hidden="true">{isOn ? (isDown ? "↓" : "↑") : ""}</span>
      </ListLink>
    </th>
  );
}
