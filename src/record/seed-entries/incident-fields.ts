// An incident between its seed and its fields: degrees become 1e-7 degrees, open ends become null, and back without loss.
import type { Thing } from "../../model/incident.ts";
import type { Area } from "../../model/place.ts";
import { parseIncidentId } from "../../model/id.ts";
import { parseDay } from "../../model/instant.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { IncidentSeed } from "../seeds/incident.ts";
import { eitherFields, eitherOf } from "./either-fields.ts";
import type { EitherValue } from "./either-fields.ts";
import {
  measureFields,
  measuresOf,
  occurredOf,
  occurredValue,
  possibleValue,
} from "./fact-fields.ts";
import type { MeasureValues, OccurredValue } from "./fact-fields.ts";
import { placeOf, placeValue } from "./place-fields.ts";
import type { PlaceValue } from "./place-fields.ts";
import { asValue, plainFields } from "./plain-fields.ts";

export function incidentFields(seed: IncidentSeed): Fields {
  const { acts, means, occurred, place, measures, flags, aggregate } = seed;
  return {
    ...plainFields(seed, ["day", "object", "effects", "sources", "note"]),
    occurred: occurredValue(occurred),
    place: placeValue(place),
    things: asValue(seed.things),
    acts: possibleValue(acts, seed.sources),
    means: possibleValue(means, seed.sources),
    aggregate,
    flags,
    ...measureFields(measures),
    ...eitherFields(seed),
  };
}

/** The seed that these fields were made from; null when they are not those of an incident with a plain id and day. */
export function incidentSeed(
  id: string,
  fields: Fields,
  regions: ReadonlyMap<string, Area>,
): IncidentSeed | null {
  const [known, day] = [parseIncidentId(id), parseDay(String(fields["day"]))];
  if (known === null || day === null) return null;
  // The fields were checked against the rule of the kind, whose value tests are the types named here.
  const read = fields as unknown as ReadFields;
  return {
    id: known,
    day,
    occurred: occurredOf(read.occurred),
    place: placeOf(read.place, regions),
    sources: read.sources,
    things: read.things,
    acts: read.acts.map(({ value }) => value),
    means: read.means.map(({ value }) => value),
    flags: read.flags ?? {},
    measures: measuresOf(read),
    either: eitherOf(read.either ?? [], regions),
    object: read.object ?? null,
    effects: read.effects ?? null,
    aggregate: read.aggregate ?? false,
    note: read.note ?? null,
  };
}

interface ReadFields extends MeasureValues {
  readonly occurred: OccurredValue;
  readonly place: PlaceValue;
  readonly sources: readonly string[];
  readonly things: readonly Thing[];
  readonly acts: readonly { readonly value: string }[];
  readonly means: readonly { readonly value: string }[];
  readonly flags?: IncidentSeed["flags"];
  readonly either?: readonly EitherValue[];
  readonly object?: string;
  readonly effects?: string;
  readonly aggregate?: boolean;
  readonly note?: string;
}
