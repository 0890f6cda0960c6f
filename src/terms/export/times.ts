// Points in time as XML Schema has them: an offset stands only where the text states one; named zones are told as a loss.
import type { TimePoint } from "../ast.ts";
import { timePointToPlain } from "../clause-to-plain.ts";
import { isPlainMap } from "../plain.ts";

/** `2025-03-18`, `2025-03-18T12:00:00`, or either with its offset. */
export function pointText(point: TimePoint): string {
  const time = point.kind === "on" ? point.day : `${point.wall}:00`;
  const plain = timePointToPlain(point);
  return point.zone.kind === "offset" && isPlainMap(plain) ? `${time}${String(plain["tz"])}` : time;
}

/** What a local time leaves open about its zone; null: nothing. */
export function zoneLoss({ zone }: TimePoint): string | null {
  if (zone.kind === "offset") return null;
  return `a local time; its zone is ${zone.kind === "unknown" ? "not known" : zone.names.join(" or ")}`;
}
