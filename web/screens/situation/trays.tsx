// What no map can show as a point: known as an area only, or of no known place. Counted, listed, never set at a made-up point.
import { useLingui } from "@lingui/react";
import type { SituationRow } from "../../../src/report/situation-rows.ts";
import { PointingLink } from "../../parts/pointing-link.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

/** Both stand there even when empty: zero is told. */
export function Trays(parts: SituationParts) {
  const { i18n } = useLingui();
  const { count } = parts;
  const { area, none } = count.answer.places;
  return (
    <>
      <Tray
        parts={parts}
        rows={count.area}
        n={area}
        name="area"
        title={i18n._("where.area-only", { n: area }, { message: "area only ({n})" })}
      />
      <Tray
        parts={parts}
        rows={count.none}
        n={none}
        name="none"
        title={i18n._("where.no-place", { n: none }, { message: "no place ({n})" })}
      />
    </>
  );
}

interface TrayProps {
  readonly parts: SituationParts;
  readonly rows: readonly SituationRow[];
  readonly n: number;
  readonly name: "area" | "none";
  readonly title: string;
}

function Tray({ parts, rows, n, name, title }: TrayProps) {
  const { i18n } = useLingui();
  if (n === 0)
    return (
      <p className={styles.tray} data-tray={name} data-count={0}>
        {title}
      </p>
    );
  return (
    <details className={styles.tray} data-tray={name} data-count={n}>
      <summary>{title}</summary>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <PointingLink row={row} view={parts.view} pointed={parts.pointed} />
          </li>
        ))}
      </ul>
      {n === rows.length ? null : (
        <p className={styles.note}>
          {i18n._(
            "situation.first",
            { shown: rows.length, n },
            { message: "the first {shown, number} of {n, number}" },
          )}
        </p>
      )}
    </details>
  );
}
