// Names of things. A case's ids are short text checked once, at the door; inside, a branded id is trusted.

/** `energy/RU`: instrument id, slash, reading name. */
export type ReadingId = string & { readonly readingId: unique symbol };
export type IncidentId = string & { readonly incidentId: unique symbol };

const PART = "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,78}[A-Za-z0-9])?";
const PLAIN = new RegExp(`^${PART}$`);
const READING = new RegExp(`^${PART}/${PART}$`);

export function parseIncidentId(text: string): IncidentId | null {
  return PLAIN.test(text) ? (text as IncidentId) : null;
}

export function parseReadingId(text: string): ReadingId | null {
  return READING.test(text) ? (text as ReadingId) : null;
}

/** The full id of a reading; both parts must already be checked ids. */
export function readingId(instrument: string, reading: string): ReadingId {
  return `${instrument}/${reading}` as ReadingId;
}
