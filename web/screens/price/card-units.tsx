// Violations counted in days or in objects: bounds from assess, and below the cards what such a unit is and what it cannot tell.
import { useLingui } from "@lingui/react";
import type { Bounds } from "../../../src/model/count.ts";
import type { Unit } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import styles from "./card.module.css";

interface CardUnitsProps {
  readonly unit: Exclude<Unit, "casualties">;
  readonly bounds: Bounds;
}

/** In place of the two numbers of incidents; equal bounds are one number. They lead nowhere: no list holds days or objects. */
export function CardUnits({ unit, bounds: { atLeast, atMost } }: CardUnitsProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const what =
    unit === "days"
      ? i18n._(
          "card.days",
          { n: atMost },
          { message: "{n, plural, one {day with at least one} other {days with at least one}}" },
        )
      : i18n._(
          "card.objects",
          { n: atMost },
          { message: "{n, plural, one {protected object} other {protected objects}}" },
        );
  const least = i18n._("card.at-least", {}, { message: "at least" });
  const most = i18n._("card.at-most", {}, { message: "at most" });
  return (
    <p className={styles.figures} data-unit={unit} data-at-least={atLeast} data-at-most={atMost}>
      {atLeast === atMost ? null : (
        <span>
          <span className={styles.bound}>{least} </span>
          <b>{names.number(atLeast)}</b>
        </span>
      )}
      <span>
        {atLeast === atMost ? null : <span className={styles.bound}>{most} </span>}
        <b>{names.number(atMost)}</b> <span className={styles.bound}>{what}</span>
      </span>
    </p>
  );
}

/** What the chosen unit counts; nothing for incidents. */
export function UnitNote({ unit }: { unit: Unit | null }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  if (unit === null) return null;
  const zone = names.zone(card.timeZones[0] ?? "UTC");
  const notes: Readonly<Record<Unit, string>> = {
    casualties: i18n._(
      "unit.note.casualties",
      {},
      { message: "The latest figure reported of each incident; none is averaged." },
    ),
    days: i18n._(
      "unit.note.days",
      { zone },
      {
        message:
          "Days with at least one such incident, from midnight to midnight in {zone}. An incident that may have happened on several days happened on one of them.",
      },
    ),
    objects: i18n._(
      "unit.note.objects",
      {},
      {
        message:
          "Things hit that the reading protects, each at its place. The record lists things and does not number objects: an object hit twice is told from two objects only by its kind and its place, and several houses listed as one thing count as one.",
      },
    ),
  };
  return (
    <p className={styles.unitNote} data-note={unit}>
      {notes[unit]}{" "}
      {i18n._(
        "unit.note.rest",
        {},
        { message: "Bars, rows, patterns and lists count incidents all the same." },
      )}
    </p>
  );
}
