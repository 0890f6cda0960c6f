// Things of the record as seeds again, so that all that reads a case today can read a record. Undoes seeds-to-drafts without loss.
import type { RecordedEvent } from "../../model/event.ts";
import type { Area } from "../../model/place.ts";
import type { Source } from "../../model/source.ts";
import type {
  InstrumentRecord,
  Meeting,
  Round,
  Stance,
  Statement,
  Track,
} from "../../model/talks.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { Kind } from "../kinds/kinds.ts";
import { claimOf, COUNTED, countOf } from "./claim-fields.ts";
import { incidentSeed } from "./incident-fields.ts";
import { plainNoun } from "./plain-fields.ts";
import type { RecordSeeds } from "./record-seeds.ts";

/** What is needed of a thing: a draft is one, and so is what the fold makes of its entries. */
export interface SeedThing {
  readonly id: string;
  readonly kind: Kind;
  readonly of: string | null;
  readonly fields: Fields;
}

/** Seeds in the order of the things. `regions` are the case's region areas: an incident names them and holds no outline. */
export function thingsToSeeds(
  things: readonly SeedThing[],
  regions: ReadonlyMap<string, Area>,
): RecordSeeds {
  const plain = <T>(kind: Kind, nullable: readonly (keyof T & string)[]): readonly T[] =>
    things
      .filter((thing) => thing.kind === kind)
      .map(({ id, fields }) => plainNoun<T>(id, fields, nullable));
  const claims = things.filter(({ kind }) => kind === "claim");
  const counts = claims.filter(({ fields }) => fields["predicate"] === COUNTED);
  return {
    sources: plain<Source>("source", ["url", "published"]),
    incidents: things
      .filter(({ kind }) => kind === "incident")
      .map(({ id, fields }) => incidentSeed(id, fields, regions))
      .filter((seed) => seed !== null),
    claims: claims
      .map(({ id, of, fields }) => (of === null ? null : claimOf(id, of, fields)))
      .filter((claim) => claim !== null),
    events: things.filter(({ kind }) => kind === "event").map(eventOf),
    tracks: plain<Track>("track", ["opened", "closed", "parent"]),
    rounds: plain<Round>("round", ["place"]),
    stances: things.filter(({ kind }) => kind === "issue").flatMap(stancesOf),
    statements: plain<Statement>("statement", STATEMENT_NULLS),
    meetings: plain<Meeting>("meeting", ["round", "place", "outcome", "note"]),
    instruments: things
      .filter(({ kind }) => kind === "instrument")
      .map((thing) => instrumentOf(thing, things)),
    counts: counts.map(({ id, fields }) => countOf(id, fields)),
  };
}

const STATEMENT_NULLS = [
  "role",
  "to",
  "issue",
  "gist",
  "stance",
  "stanceKey",
  "reported",
  "instrument",
  "note",
] as const;

// Below, fields were checked against the rule of their kind, whose value tests are the types named.

function eventOf({ fields }: SeedThing): RecordedEvent {
  const { event, instrument, time, sources } = fields as unknown as {
    readonly event: string;
    readonly instrument?: string;
  } & Pick<RecordedEvent, "time" | "sources">;
  return { id: event, instrument: instrument ?? null, time, sources };
}

function stancesOf({ fields }: SeedThing): readonly Stance[] {
  const { title, stances } = fields as unknown as {
    readonly title: string;
    readonly stances: readonly Omit<Stance, "issue">[];
  };
  return stances.map((stance) => ({ issue: title, ...stance }));
}

function instrumentOf({ id, fields }: SeedThing, things: readonly SeedThing[]): InstrumentRecord {
  const { says, ...rest } = fields;
  const statusByParty = things
    .filter((thing) => thing.kind === "acceptance" && thing.fields["instrument"] === id)
    .map((thing) => {
      const { party, state, from, source } = thing.fields;
      return { party, status: state, day: from ?? null, source };
    });
  return plainNoun<InstrumentRecord>(
    id,
    { ...rest, terms: says ?? [], statusByParty: statusByParty as unknown as Fields[string] },
    ["note"],
  );
}
