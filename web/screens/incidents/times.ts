// When an incident was: the interval in the case's first time zone and in UTC, each with the zone's name; never a made-up moment.
import type { IncidentPage } from "../../../src/report/incident.ts";
import { useCase } from "../../app/case-frame.tsx";

/** `11 Mar, 18:00 – 12 Mar, 12:00 GMT+3`; null where the interval is open on either side. */
export function useRangeText(): (
  occurred: IncidentPage["occurred"],
  zone: "local" | "utc",
) => string | null {
  const { card, names } = useCase();
  const locale = names.language === "en" ? "en-GB" : names.language;
  return ({ from, until }, zone) => {
    if (from === null || until === null) return null;
    const format = formatOf(locale, zone === "utc" ? "UTC" : (card.timeZones[0] ?? "UTC"));
    return format.formatRange(new Date(from), new Date(until));
  };
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone,
    timeZoneName: "short",
  });
  FORMATS.set(key, made);
  return made;
}
