// The map of the listed incidents, its trays of what has no point, and the incident chosen on it. Loads when it comes near the window.
import { useLingui } from "@lingui/react";
import { Suspense, lazy } from "react";
import type { PlacedLine } from "../../../src/report/placed.ts";
import { PointingLink } from "../../parts/pointing-link.tsx";
import { useInView } from "../../parts/use-in-view.ts";
import type { ShownRows } from "./where-parts.ts";
import { trays } from "./where-rows.ts";
import styles from "./where.module.css";

const WhereMarks = lazy(async () => {
  const { WhereMarks } = await import("./where-marks.tsx");
  return { default: WhereMarks };
});

/** The picture's place is kept while it loads. */
export function WhereMap(parts: ShownRows) {
  const { i18n } = useLingui();
  const [place, isSeen] = useInView<HTMLDivElement>();
  const { marked, areaOnly, noPlace } = trays(parts.rows);
  const own = (
    <>
      <Chosen {...parts} />
      <div className={styles.trays}>
        <Tray
          parts={parts}
          rows={areaOnly}
          name="area"
          title={i18n._("where.area-only", { n: areaOnly.length }, { message: "area only ({n})" })}
        />
        <Tray
          parts={parts}
          rows={noPlace}
          name="none"
          title={i18n._("where.no-place", { n: noPlace.length }, { message: "no place ({n})" })}
        />
      </div>
    </>
  );
  const waiting = (
    <div className={styles.waiting} role="status">
      <span className="visually-hidden">{i18n._("loading", {}, { message: "Loading" })}</span>
    </div>
  );
  return (
    <div ref={place} className={styles.map} data-marked={marked.length}>
      {isSeen ? (
        <Suspense fallback={waiting}>
          <WhereMarks {...parts}>{own}</WhereMarks>
        </Suspense>
      ) : (
        waiting
      )}
    </div>
  );
}

/** Regions, and places known to no better than 25 km, have no point; what has no place at all has no ring either. */
function Tray({
  parts,
  rows,
  name,
  title,
}: {
  parts: ShownRows;
  rows: readonly PlacedLine[];
  name: string;
  title: string;
}) {
  if (rows.length === 0) return null;
  return (
    <details className={styles.tray} data-tray={name} data-count={rows.length}>
      <summary>{title}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <PointingLink row={row} view={parts.view} pointed={parts.pointed} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The chosen incident in words, so that a press on the map says something. */
function Chosen({ rows, view, pointed }: ShownRows) {
  const { i18n } = useLingui();
  const row = rows.find(({ id }) => id === view.selected);
  return (
    <p className={styles.chosen} aria-live="polite" data-chosen={row?.id}>
      {row === undefined ? (
        i18n._(
          "where.choose",
          {},
          {
            message: "A press on a mark chooses its incident; a number is of several in one place.",
          },
        )
      ) : (
        <>
          {i18n._("where.chosen", {}, { message: "Chosen:" })}{" "}
          <PointingLink row={row} view={view} pointed={pointed} />
        </>
      )}
    </p>
  );
}
