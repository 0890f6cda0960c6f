// Random incidents near the seams of the random texts: instants at and beside every start and end, inner words, open edges, discs
// across the border, disputed actors; with a few that came before, and events.
import { dice } from "./dice.ts";
import type { Dice } from "./dice.ts";
import type { EventTime, Events, Incident, Place, Thing } from "./incident.ts";

/** An incident in its record. */
export interface RandomMatter {
  readonly incident: Incident;
  readonly before: readonly Incident[];
  readonly events: Events;
}

const KINDS = [
  "substation",
  "power-line",
  "power-grid.other",
  "power-plant",
  "gas-pipeline",
  "gas-storage",
  "gas-metering",
  "gas.other",
  "oil-depot",
  "oil-terminal",
  "quay",
  "port.other",
  "railway-line",
  "traction-power",
  "bridge",
  "coal-mine",
  "dam",
  "water-works",
  "energy.other",
  "heat-and-power",
  "hospital",
  "position",
  "ship-civil",
  "object.other",
];
const INNER = [
  "gas",
  "power-grid",
  "power",
  "energy",
  "port",
  "railway",
  "coal",
  "water",
  "unknown",
];
const ACTS = [
  "strike",
  "strike",
  "strike",
  "strike",
  "strike",
  "strike",
  "strike",
  "attempt",
  "ground-attack",
  "cyberattack",
  "use-of-force",
  "none",
];
const MEANS = ["mortar", "tube-artillery", "drone", "loitering-munition", "missile", "artillery"];
// Inside the strip, far from it, across the border that strip and east share, across its northern end, across the strip's own border.
const PLACES: readonly Place[] = [
  { lat: 10.5, lon: 20.5, "radius-meters": 2000 },
  { lat: 10.5, lon: 20.5, "radius-meters": 2000 },
  { lat: 12, lon: 20.5, "radius-meters": 2000 },
  { lat: 10.5, lon: 21, "radius-meters": 5000 },
  { lat: 11, lon: 21, "radius-meters": 5000 },
  { lat: 10.5, lon: 20, "radius-meters": 5000 },
  {
    polygon: [
      [20.9, 10.4],
      [21.1, 10.4],
      [21.1, 10.6],
      [20.9, 10.6],
      [20.9, 10.4],
    ],
  },
];
const CALIBRES: readonly (readonly [number, number])[] = [
  [82, 82],
  [99, 99],
  [100, 100],
  [121, 122],
  [152, 152],
  [80, 155],
];
const ACTORS = ["A", "A", "A", "A", "A", "B", "B", "B", "B", "B", "other"];
const OPEN_ACTORS: readonly (string | string[])[] = [["A", "B"], ["A", "other"], "unknown"];
const HOUR_MS = 3_600_000;
const MIDNIGHTS = [0, 4, 21, 22, 18.5, 12];

/** An incident for a text of random-text.ts. */
export function randomMatter(seed: number): RandomMatter {
  const roll = dice(seed);
  const count = roll.chance(0.35) ? roll.below(2) + 1 : 0;
  const before = Array.from({ length: count }, () => simpler(roll, randomIncident(roll, 1)));
  const incident =
    count > 1 ? simpler(roll, randomIncident(roll, 1)) : randomIncident(roll, MOST_OPEN - count);
  const events = eventsOf(roll);
  return {
    incident: sometimesJoint(roll, incident),
    before: before.map((one) => sometimesJoint(roll, one)),
    events,
  };
}

// "A did this, or B did that": rows of what is known for certain, which the second row may also place at another time.
function sometimesJoint(roll: Dice, incident: Incident): Incident {
  if (!roll.chance(0.1)) return incident;
  const { kind: _, things: __, ...rest } = incident;
  const row = (): Partial<Incident> => ({
    by: roll.one(ACTORS),
    things: [roll.one(KINDS)],
    ...(roll.chance(0.3) ? { act: roll.one(ACTS) } : {}),
    ...(roll.chance(0.3) ? { at: timeOf(roll, false) } : {}),
    ...(roll.chance(0.3) ? { place: roll.one(PLACES) } : {}),
  });
  return { ...rest, joint: [row(), row()] };
}

// Of the facts of an incident at most so many are left open: worlds of more of them are too many to try, and show the same.
const MOST_OPEN = 3;

function randomIncident(roll: Dice, most: number): Incident {
  let left = roll.below(most + 1);
  const open = (share: number): boolean => {
    const is = left > 0 && roll.chance(share);
    if (is) left -= 1;
    return is;
  };
  const fields: Record<string, unknown> = {
    at: timeOf(roll, open(0.4)),
    act: some(roll, ACTS, open(0.15)),
    by: open(0.5) ? roll.one(OPEN_ACTORS) : roll.one(ACTORS),
  };
  if (!open(0.15)) fields["means"] = some(roll, MEANS, open(0.2));
  if (!open(0.2)) fields["place"] = roll.one(PLACES);
  if (!open(0.3)) fields["origin"] = roll.one(PLACES);
  if (!open(0.3)) fields["calibre"] = roll.one(CALIBRES);
  if (roll.chance(0.15)) fields["things"] = [thingOf(roll, open), thingOf(roll, open)];
  else if (roll.chance(0.3)) fields["things"] = [thingOf(roll, open)];
  else fields["kind"] = open(0.2) ? roll.one(INNER) : some(roll, KINDS, open(0.3));
  const flags = Object.fromEntries(
    ["one", "two"]
      .filter(() => roll.chance(0.4))
      .map((flag) => [flag, open(0.25) ? "unknown" : roll.chance(0.7)]),
  );
  return { ...fields, flags } as unknown as Incident;
}

// What stands in the record beside it has few open facts, so that all worlds of all of them can be tried.
function simpler(roll: Dice, incident: Incident): Incident {
  const { things: _, ...rest } = incident;
  const place = PLACES[0];
  return {
    ...rest,
    kind: roll.one(KINDS),
    means: "mortar",
    act: "strike",
    calibre: [82, 82],
    ...(place === undefined ? {} : { place, origin: place }),
  };
}

function timeOf(roll: Dice, open: boolean): string | [string, string] {
  const base = Date.UTC(2025, 2, 27 + roll.below(6)) + roll.one(MIDNIGHTS) * HOUR_MS;
  const from = base + roll.one([-60_000, 0, 0, 60_000]);
  if (!open) return textOf(from);
  return [
    textOf(from),
    textOf(from + roll.one([60_000, HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS, 30 * HOUR_MS])),
  ];
}

function textOf(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

function some(roll: Dice, values: readonly string[], two: boolean): string | string[] {
  const first = roll.one(values);
  const second = roll.one(values);
  return two && first !== second ? [first, second] : first;
}

function thingOf(roll: Dice, open: (share: number) => boolean): Thing {
  const facets: Record<string, readonly string[]> = {};
  if (!open(0.4)) facets["side"] = open(0.3) ? ["A", "B"] : roll.one([["A"], ["B"], ["other"]]);
  if (!open(0.4))
    facets["function"] = open(0.3) ? ["civilian", "dual"] : roll.one([["civilian"], ["military"]]);
  if (!open(0.4)) facets["controlled-by"] = roll.one([["A"], ["B"]]);
  const kinds = some(roll, KINDS, open(0.3));
  return { kinds: typeof kinds === "string" ? [kinds] : kinds, ...facets };
}

function eventsOf(roll: Dice): Events {
  const events: Record<string, EventTime> = {};
  for (const id of ["go", "list"]) if (roll.chance(0.85)) events[id] = eventOf(roll, true);
  for (const id of [
    "extension-agreed",
    "notice-of-end",
    "notice-of-release/A",
    "notice-of-release/B",
  ])
    if (roll.chance(0.25)) events[id] = eventOf(roll, false);
  return events;
}

// Silence after a `not-by` is unknown for a condition; for notices TERMS does not say, so none is made.
function eventOf(roll: Dice, condition: boolean): EventTime {
  const at = Date.UTC(2025, 2, 26 + roll.below(6)) + roll.one([7, 13]) * HOUR_MS;
  const form = roll.below(condition ? 3 : 2);
  if (form === 0 || roll.chance(0.4)) return { at: textOf(at) };
  return form === 1
    ? { between: [textOf(at), textOf(at + 20 * HOUR_MS)] }
    : { "not-by": textOf(at) };
}
