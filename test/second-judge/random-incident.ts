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
  "attempt",
  "ground-attack",
  "cyberattack",
  "use-of-force",
  "none",
];
const MEANS = [
  "mortar",
  "tube-artillery",
  "drone",
  "loitering-munition",
  "missile",
  "artillery",
  "unknown",
];
const PLACES: readonly Place[] = [
  { lat: 10.5, lon: 20.5, "radius-meters": 2000 },
  { lat: 12, lon: 20.5, "radius-meters": 2000 },
  { lat: 10.5, lon: 21, "radius-meters": 5000 },
];
const HOUR_MS = 3_600_000;
const MIDNIGHTS = [0, 4, 21, 22, 18.5, 12];

/** An incident for a text of random-text.ts. */
export function randomMatter(seed: number): RandomMatter {
  const roll = dice(seed);
  const count = roll.chance(0.35) ? roll.below(2) + 1 : 0;
  const before = Array.from({ length: count }, () => simpler(roll, randomIncident(roll)));
  return {
    incident: count > 1 ? simpler(roll, randomIncident(roll)) : randomIncident(roll),
    before,
    events: eventsOf(roll),
  };
}

function randomIncident(roll: Dice): Incident {
  const fields: Record<string, unknown> = {
    at: timeOf(roll),
    act: some(roll, ACTS, 0.15),
    by: actorsOf(roll),
  };
  if (roll.chance(0.85)) fields["means"] = some(roll, MEANS, 0.2);
  if (roll.chance(0.15)) fields["things"] = [thingOf(roll), thingOf(roll)];
  else if (roll.chance(0.3)) fields["things"] = [thingOf(roll)];
  else fields["kind"] = roll.chance(0.2) ? roll.one(INNER) : some(roll, KINDS, 0.3);
  if (roll.chance(0.8)) fields["place"] = roll.one(PLACES);
  if (roll.chance(0.7)) fields["origin"] = roll.one(PLACES);
  const flags = Object.fromEntries(
    ["one", "two"]
      .filter(() => roll.chance(0.4))
      .map((flag) => [flag, roll.one<boolean | "unknown">([true, true, false, "unknown"])]),
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
    ...(place === undefined ? {} : { place, origin: place }),
  };
}

function timeOf(roll: Dice): string | [string, string] {
  const base = Date.UTC(2025, 2, 27 + roll.below(6)) + roll.one(MIDNIGHTS) * HOUR_MS;
  const from = base + roll.one([-60_000, 0, 0, 60_000]);
  if (roll.chance(0.6)) return textOf(from);
  return [
    textOf(from),
    textOf(from + roll.one([60_000, HOUR_MS, 12 * HOUR_MS, 24 * HOUR_MS, 30 * HOUR_MS])),
  ];
}

function textOf(at: number): string {
  return new Date(at).toISOString().replace(".000Z", "Z");
}

function actorsOf(roll: Dice): string | string[] {
  return roll.one<string | string[]>([
    "A",
    "A",
    "B",
    "B",
    ["A", "B"],
    ["A", "other"],
    "unknown",
    "other",
  ]);
}

function some(roll: Dice, values: readonly string[], two: number): string | string[] {
  const first = roll.one(values);
  const second = roll.one(values);
  return roll.chance(two) && first !== second ? [first, second] : first;
}

function thingOf(roll: Dice): Thing {
  const facets: Record<string, readonly string[]> = {};
  if (roll.chance(0.5)) facets["side"] = roll.one([["A"], ["B"], ["A", "B"], ["other"]]);
  if (roll.chance(0.3))
    facets["function"] = roll.one([["civilian"], ["military"], ["civilian", "dual"]]);
  if (roll.chance(0.3)) facets["controlled-by"] = roll.one([["A"], ["B"]]);
  const kinds = some(roll, KINDS, 0.2);
  return { kinds: typeof kinds === "string" ? [kinds] : kinds, ...facets };
}

function eventsOf(roll: Dice): Events {
  const events: Record<string, EventTime> = {};
  for (const id of ["go", "list"]) if (roll.chance(0.6)) events[id] = eventOf(roll, true);
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
  if (form === 0) return { at: textOf(at) };
  return form === 1
    ? { between: [textOf(at), textOf(at + 20 * HOUR_MS)] }
    : { "not-by": textOf(at) };
}
