// Incidents by day, where a day is not always known: those of one possible day stand in its bar, those of several in a cap on each.
import { addDays } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";

/** A row with every day it may have been on. */
export interface DayRow {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export interface DayCount<Group extends string> {
  readonly day: Day;
  /** Incidents that surely were on this day, by group; groups without any are left out. */
  readonly sure: ReadonlyMap<Group, number>;
  /** Incidents that may have been on this day and on another: they stand on each, so caps do not add up. */
  readonly may: number;
}

export interface DayCounts<Group extends string> {
  /** Every day of the range, those without incidents too. */
  readonly days: readonly DayCount<Group>[];
  /** Incidents of one possible day: what all bars add up to. */
  readonly sure: number;
  /** Incidents of several possible days, each once. `sure` and `several` add up to all rows. */
  readonly several: number;
}

/** Counts over the days first to last, both included; days beyond them are left out. Cost: rows and their days. */
export function dayCounts<Row extends DayRow, Group extends string>(
  rows: readonly Row[],
  range: DayRow,
  groupOf: (row: Row) => Group,
): DayCounts<Group> {
  const sure = new Map<Day, Map<Group, number>>();
  const may = new Map<Day, number>();
  for (const row of rows) {
    if (row.firstDay === row.lastDay) {
      const groups = sure.get(row.firstDay) ?? new Map<Group, number>();
      sure.set(row.firstDay, groups);
      groups.set(groupOf(row), (groups.get(groupOf(row)) ?? 0) + 1);
    } else for (const day of daysBetween(row)) may.set(day, (may.get(day) ?? 0) + 1);
  }
  const several = rows.filter((row) => row.firstDay !== row.lastDay).length;
  return {
    days: daysBetween(range).map((day) => ({
      day,
      sure: sure.get(day) ?? new Map<Group, number>(),
      may: may.get(day) ?? 0,
    })),
    sure: rows.length - several,
    several,
  };
}

/** First to last, both included. */
export function daysBetween({ firstDay, lastDay }: DayRow): readonly Day[] {
  const days: Day[] = [];
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.push(day);
  return days;
}
