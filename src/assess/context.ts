// What an instrument is judged against: its own vocabularies and zones, and the record as it is known.
// One context per instrument and record; it carries the caches that all its readings share.
import type { RecordedEvent } from "../model/event.ts";
import type { Instant } from "../model/instant.ts";
import type { Incident } from "../model/incident.ts";
import type { Area } from "../model/place.ts";
import type { Source } from "../model/source.ts";
import type { Instrument } from "../terms/ast.ts";
import { vocabulary } from "../terms/vocabulary.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";
import { acceptanceOf } from "./acceptance.ts";
import type { AcceptanceChange } from "./acceptance.ts";
import { Membership } from "./membership.ts";
import type { EdgeAnswers } from "./membership.ts";
import { NO_OBJECTS } from "./object-register.ts";
import type { ObjectRegister } from "./object-register.ts";
import { shapesOf } from "./shape.ts";
import type { Shape } from "./shape.ts";

/** What assessment reads of a case. A `Case` of case/ is one; tests build smaller ones. */
export interface AssessInput {
  readonly settings: { readonly id: string; readonly timeZones: readonly string[] };
  readonly kinds: Vocabulary;
  readonly means: Vocabulary;
  readonly acts: Vocabulary;
  readonly instruments: readonly { readonly instrument: Instrument; readonly version: string }[];
  /** Earlier versions of its texts, for whoever asks about text time (text-time.ts). */
  readonly versions?: readonly { readonly instrument: Instrument; readonly version: string }[];
  /** When sources were published: answers are held from that day unless they say more. */
  readonly sources?: ReadonlyMap<string, Source>;
  readonly zones: ReadonlyMap<string, { readonly name: string; readonly area: Area }>;
  readonly incidents: readonly Incident[];
  readonly events: readonly RecordedEvent[];
  /** Objects that the case lists for every text; absent: none. */
  readonly register?: ObjectRegister;
}

/**
 * When the breaches of one text world free a party. `incident` is excluded for itself: an incident never frees its own actor.
 * `possible`: every instant after which the party may be free, earliest first; `sure`: from this instant on it surely is.
 */
export interface PartyRelease {
  readonly possible: readonly { readonly incident: string; readonly after: Instant }[];
  readonly sure: Instant;
}

/** Party id -> its release. */
export type BreachTimes = ReadonlyMap<string, PartyRelease>;

/** Whom the breaches of one text world free, with those open edges answered on which it hangs. */
export interface ReleaseRow {
  /** Those of the reading, and those it hangs on. */
  readonly edges: EdgeAnswers;
  readonly times: BreachTimes;
}

export interface Context {
  readonly instrument: Instrument;
  readonly version: string;
  readonly kinds: Membership;
  readonly means: Membership;
  readonly acts: Membership;
  /** Zones that an unstated time zone ranges over; never empty: the case's own where the text names none. */
  readonly timeZones: readonly string[];
  readonly acceptance: ReadonlyMap<string, readonly AcceptanceChange[]>;
  /** Zone id -> where it lies. */
  readonly shapes: ReadonlyMap<string, Shape>;
  /** The case's own objects, beside those of the text. */
  readonly register: ObjectRegister;
  /** The record that breaches are looked for in, in id order. */
  readonly incidents: readonly Incident[];
  readonly events: readonly RecordedEvent[];
  /** Answers to edges -> key of a text world -> its rows, shared by all readings that give those answers. */
  readonly releaseRows: Map<string, Map<string, readonly ReleaseRow[]>>;
  /** Prepared readings by what they take: explanations and comparisons ask for the same variants again and again. */
  readonly models: Map<string, unknown>;
}

const KNOWN = new WeakMap<AssessInput, Map<string, Context>>();

/** The one context of an instrument of this input; computed once for as long as the input lives. */
export function contextOf(input: AssessInput, loaded: AssessInput["instruments"][number]): Context {
  const known = KNOWN.get(input) ?? new Map<string, Context>();
  KNOWN.set(input, known);
  const key = `${loaded.instrument.id} ${loaded.version}`;
  const context = known.get(key) ?? newContext(input, loaded);
  known.set(key, context);
  return context;
}

function newContext(
  input: AssessInput,
  { instrument, version }: AssessInput["instruments"][number],
): Context {
  const timeZones =
    instrument.timeZones.length > 0 ? instrument.timeZones : input.settings.timeZones;
  return {
    instrument,
    version,
    timeZones,
    acceptance: acceptanceOf(instrument.status, timeZones),
    kinds: extended(input.kinds, instrument.kinds),
    means: extended(input.means, instrument.means),
    acts: extended(input.acts, instrument.acts),
    shapes: shapesOf({ instrument, timeZones, areaOf: (id) => areaOf(input, instrument, id) }),
    register: input.register ?? NO_OBJECTS,
    incidents: input.incidents,
    events: input.events.filter(
      (event) => event.instrument === null || event.instrument === instrument.id,
    ),
    releaseRows: new Map(),
    models: new Map(),
  };
}

/** A vocabulary with the words that a text adds: one for all texts that add the same, so that what is worked out in it stays. */
function extended(base: Vocabulary, added: Instrument["kinds"]): Membership {
  const known = EXTENDED.get(base) ?? new Map<string, Membership>();
  EXTENDED.set(base, known);
  const key = JSON.stringify([...added.values()]);
  const found = known.get(key) ?? new Membership(withWords(base, added));
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > MAX_EXTENDED && oldest !== undefined) known.delete(oldest);
  return found;
}

/** Kept for one vocabulary; the oldest go first. */
const MAX_EXTENDED = 32;

const EXTENDED = new WeakMap<Vocabulary, Map<string, Membership>>();

function withWords(base: Vocabulary, added: Instrument["kinds"]): Vocabulary {
  return added.size === 0 ? base : vocabulary([...base.nodes.values(), ...added.values()]);
}

/** The recorded time of an event, or what its definition says of silence. */
export function recordedTime(
  context: Context,
  event: string,
): RecordedEvent["time"] | "unknown" | "no" {
  const recorded = context.events.find(({ id }) => id === event);
  if (recorded !== undefined) return recorded.time;
  return context.instrument.events.get(event)?.unrecorded ?? "no";
}

function areaOf(input: AssessInput, instrument: Instrument, id: string): Area | null {
  const zone = instrument.zones.get(id);
  if (zone?.kind === "polygon") return { kind: "area", polygons: zone.polygons };
  if (zone?.kind !== "dataset") return null;
  const named = [...input.zones.values()].find(({ name }) => name === zone.feature);
  return (input.zones.get(id) ?? named)?.area ?? null;
}
