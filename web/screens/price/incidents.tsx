// The incidents behind the numbers: one line each, one glyph a reading, each leading to its page.
import { useLingui } from "@lingui/react";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { JudgedLine } from "../../../src/report/row.ts";
import { useCase } from "../../app/case-frame.tsx";
import { searchOf } from "../../app/url.ts";
import { useIsPointed } from "../../parts/pointed.ts";
import type { Pointed } from "../../parts/pointed.ts";
import { NearnessBadge } from "../../parts/nearness-badge.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import type { PriceParts } from "./cards.tsx";
import { Chips } from "./chips.tsx";
import styles from "./lists.module.css";

const SHOWN = 20;

interface IncidentsProps extends PriceParts {
  /** The rows left by the narrowings. */
  readonly listed: readonly JudgedLine[];
  /** What pointer or focus is on, shared with the map. */
  readonly pointed: Pointed;
}

/** The chosen row is always among those shown. */
export function Incidents({ answer, cards, view, listed, pointed }: IncidentsProps) {
  const { i18n } = useLingui();
  const [isAll, setAll] = useState(false);
  const counted = listed.filter((row) => !row.aggregate);
  const aggregates = listed.length - counted.length;
  const rows = isAll
    ? listed
    : listed.filter(({ id }, index) => index < SHOWN || id === view.selected);
  return (
    <section aria-labelledby="incidents" className={styles.incidents} id="list" tabIndex={-1}>
      <h2 id="incidents">
        {i18n._(
          "incidents.title",
          { n: counted.length, all: answer.coverage.incidents },
          {
            message: "Incidents: {n, number} of {all, number}",
          },
        )}
      </h2>
      <p className="visually-hidden" role="status">
        {i18n._(
          "incidents.status",
          { n: counted.length },
          {
            message: "{n, plural, one {# incident listed} other {# incidents listed}}",
          },
        )}
      </p>
      <Chips answer={answer} cards={cards} view={view} />
      {aggregates === 0 ? null : (
        <p className={styles.note}>
          {i18n._(
            "incidents.aggregates",
            { n: aggregates },
            {
              message:
                "{n, plural, one {# whole-night total is} other {# whole-night totals are}} listed among them, marked, and counted in no figure",
            },
          )}
        </p>
      )}
      {listed.length === 0 ? (
        <p className={styles.note}>
          {i18n._(
            "incidents.none",
            {},
            {
              message: "0 recorded incidents are left. Take away one of the choices above.",
            },
          )}
        </p>
      ) : (
        <IncidentTable rows={rows} cards={cards} view={view} pointed={pointed} />
      )}
      {rows.length < listed.length ? (
        <button type="button" className={styles.showMore} onClick={() => setAll(true)}>
          {i18n._("incidents.all", { n: listed.length }, { message: "Show all {n, number}" })}
        </button>
      ) : null}
    </section>
  );
}

type TableProps = Pick<IncidentsProps, "cards" | "view" | "pointed"> & {
  readonly rows: readonly JudgedLine[];
};

function IncidentTable({ rows, cards, view, pointed }: TableProps) {
  const { i18n } = useLingui();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{i18n._("column.day", {}, { message: "Day" })}</th>
          <th scope="col">{i18n._("column.place", {}, { message: "Place" })}</th>
          <th scope="col">{i18n._("column.what", {}, { message: "What it was" })}</th>
          {cards.map(({ card, short }) => (
            <th scope="col" key={card.reading} className={styles.reading}>
              <span className={styles.name}>{short}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <IncidentRow key={row.id} row={row} cards={cards} view={view} pointed={pointed} />
        ))}
      </tbody>
    </table>
  );
}

const route = getRouteApi("/c/$case/price");

type RowProps = Omit<TableProps, "rows"> & { readonly row: JudgedLine };

function IncidentRow({ row, cards, view, pointed }: RowProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const words = useVerdictWords();
  const { case: caseId } = route.useParams();
  const isPointed = useIsPointed(pointed, row.id);
  return (
    <tr
      data-row={row.id}
      data-pointed={isPointed}
      data-selected={row.id === view.selected}
      onMouseEnter={() => pointed.point(row.id)}
      onMouseLeave={() => pointed.point(null)}
    >
      <td className={styles.day}>{names.day(row.day, "short")}</td>
      <td>
        <Link
          to="/c/$case/i/$incident"
          params={{ case: caseId, incident: row.id }}
          search={searchOf(view)}
          onFocus={() => pointed.point(row.id)}
          onBlur={() => pointed.point(null)}
        >
          {names.place(row.place)}
        </Link>
      </td>
      <td className={styles.what}>
        <span>{names.things(row.things)}</span>
        {row.aggregate ? (
          <b> {i18n._("incidents.aggregate", {}, { message: "whole-night total" })}</b>
        ) : null}
        {row.object === null ? null : <small lang="en"> {row.object}</small>}
      </td>
      {cards.map(({ card, short }) => {
        const verdict = row.verdicts[card.reading];
        return (
          <td key={card.reading} className={styles.glyph} data-label={short}>
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
      })}
    </tr>
  );
}
