// Short names of readings, one way on every screen: by the holder; a holder with several readings is told by each one's own name.
import type { Names } from "./names.ts";

export interface NamedReading {
  /** `energy/US-18-march` */
  readonly reading: string;
  /** Party id; null = nobody. */
  readonly holder: string | null;
}

/**
 * `Russia`; `United States 18-march` where that holder has others in `among`; `Russia easter/RU` where those of two texts have one
 * name; the id of what nobody holds. Different for every reading of `among`.
 */
export function readingName(
  one: NamedReading,
  among: readonly NamedReading[],
  names: Names,
): string {
  const { reading, holder } = one;
  if (holder === null) return reading;
  const party = names.party(holder);
  const rest = among.filter((other) => other.holder === holder && other.reading !== reading);
  if (rest.length === 0) return party;
  const isTwin = rest.some((other) => ownName(other) === ownName(one));
  return isTwin ? `${party} ${reading}` : `${party} ${ownName(one)}`.trim();
}

/** `energy/US-18-march` of US: `18-march`; `energy/UA` of UA: nothing. */
function ownName({ reading, holder }: NamedReading): string {
  const name = reading.slice(reading.indexOf("/") + 1);
  if (name === holder) return "";
  return name.startsWith(`${holder}-`) ? name.slice(`${holder}-`.length) : name;
}
