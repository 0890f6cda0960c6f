// By when something was known at the latest is never before the instant that a view takes for it, in whatever zone.
import { expect, test } from "vitest";
import { INCIDENT, T0 } from "../../../test/kit/record-log.ts";
import { parseEntryId } from "../bytes/entry-id.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { Entry } from "../kinds/entry.ts";
import type { Kind } from "../kinds/kinds.ts";
import { knownAt, publications } from "./as-of.ts";
import { knownBy } from "./known-by.ts";

const LATER = "2027-05-06";
const AT = Date.UTC(2027, 4, 6, 7);

function entry(id: string, kind: Kind, fields: Fields, of: string | null = null): Entry {
  const known = { parents: [], causedBy: [], compartment: null, isSealed: false, rows: [] };
  const [own, about] = [parseEntryId(id), of === null ? null : parseEntryId(of)];
  if (own === null) throw new Error(id);
  return {
    ...known,
    id: own,
    kind,
    of: about,
    actor: "ann",
    fields,
    recordedAt: T0,
    clockSkewMs: 0,
  };
}

const { occurred: _occurred, ...unplaced } = INCIDENT;
const unknown = entry("src-1", "source", {});

test.each<[string, readonly Entry[]]>([
  ["the day of a source", [entry("src-1", "source", { published: LATER })]],
  [
    "a corrected day of a source",
    [unknown, entry("cor-1", "correction", { set: { published: LATER } }, "src-1")],
  ],
  ["the instant of a series' point", [entry("clm-1", "claim", { asOf: AT })]],
  ["the day of a series' point", [entry("clm-1", "claim", { asOf: LATER })]],
  [
    "the end of an event",
    [unknown, entry("inc-1", "incident", { ...INCIDENT, occurred: { until: AT } })],
  ],
  [
    "its last day",
    [unknown, entry("inc-1", "incident", { ...INCIDENT, occurred: { last: LATER } })],
  ],
  [
    "a day it is not after",
    [unknown, entry("inc-1", "incident", { ...INCIDENT, occurred: { notAfter: LATER } })],
  ],
  ["its day", [unknown, entry("inc-1", "incident", { ...unplaced, day: LATER })]],
  [
    "the end of a saying",
    [unknown, entry("sta-1", "statement", { source: "src-1", said: { until: AT } })],
  ],
])("%s", (_name, entries) => {
  const latest = Math.max(...entries.map(knownBy));
  for (const zone of ["Etc/GMT+12", "Europe/Kyiv", "Pacific/Kiritimati"]) {
    const published = publications(entries, zone);
    const taken = [...entries, entry("rep-1", "report", { source: "src-1" })].map(
      (one) => knownAt(one, published, zone).at,
    );
    expect(Math.max(...taken)).toBeGreaterThan(T0);
    expect(latest).toBeGreaterThanOrEqual(Math.max(...taken));
  }
});
