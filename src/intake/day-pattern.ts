// Days as tables write them, by a named pattern (`dd.MM.yyyy`): never guessed from the cell.
import { parseDay } from "../model/instant.ts";
import type { Day } from "../model/instant.ts";

/** Reads a cell as a day; null where it has another form or names no real day. */
export type DayPattern = (cell: string) => Day | null;

const PARTS = { yyyy: "(?<year>\\d{4})", MM: "(?<month>\\d{2})", dd: "(?<day>\\d{2})" } as const;

/** A pattern of `yyyy`, `MM` and `dd`, each once, with whatever stands between them; null for anything else. */
export function dayPattern(pattern: string): DayPattern | null {
  const isOnce = Object.keys(PARTS).every((part) => pattern.split(part).length === 2);
  const rest = pattern.replace(/yyyy|MM|dd/g, "");
  if (!isOnce || /[A-Za-z0-9]/.test(rest)) return null;
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
    .replace("yyyy", PARTS.yyyy)
    .replace("MM", PARTS.MM)
    .replace("dd", PARTS.dd);
  const expression = new RegExp(`^${source}$`);
  return (cell) => {
    const found = expression.exec(cell)?.groups;
    return found === undefined
      ? null
      : parseDay(`${found["year"]}-${found["month"]}-${found["day"]}`);
  };
}
