// Rows of facts that hang together between their seed and the field `either`: what a row does not state is absent, and back without loss.
import type { Thing } from "../../model/incident.ts";
import type { Area } from "../../model/place.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { SeedRow } from "../seeds/either.ts";
import type { IncidentSeed } from "../seeds/incident.ts";
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
import { asValue } from "./plain-fields.ts";

/** A row as an entry holds it. */
export interface EitherValue extends MeasureValues {
  readonly by?: readonly string[];
  readonly occurred?: OccurredValue;
  readonly place?: PlaceValue;
  readonly things?: readonly Thing[];
  readonly acts?: readonly { readonly value: string }[];
  readonly means?: readonly { readonly value: string }[];
  readonly flags?: SeedRow["flags"];
  readonly sources?: readonly string[];
}

/** The field, where there are rows. */
export function eitherFields({ either, sources }: IncidentSeed): Fields {
  return either.length === 0 ? {} : { either: either.map((row) => rowValue(row, sources)) };
}

function rowValue(row: SeedRow, ofIncident: readonly string[]): Fields {
  const { by, occurred, place, things, acts, means, flags, measures, sources } = row;
  const carried = sources.length === 0 ? ofIncident : sources;
  return {
    ...(by.length === 0 ? {} : { by }),
    ...(occurred === null ? {} : { occurred: occurredValue(occurred) }),
    ...(place === null ? {} : { place: placeValue(place) }),
    ...(things === null ? {} : { things: asValue(things) }),
    ...(acts === null ? {} : { acts: possibleValue(acts, carried) }),
    ...(means === null ? {} : { means: possibleValue(means, carried) }),
    ...(Object.keys(flags).length === 0 ? {} : { flags }),
    ...measureFields(measures),
    ...(sources.length === 0 ? {} : { sources }),
  };
}

/** The rows that the field was made from. */
export function eitherOf(
  rows: readonly EitherValue[],
  regions: ReadonlyMap<string, Area>,
): readonly SeedRow[] {
  return rows.map((row) => ({
    by: row.by ?? [],
    occurred: row.occurred === undefined ? null : occurredOf(row.occurred),
    place: row.place === undefined ? null : placeOf(row.place, regions),
    things: row.things ?? null,
    acts: row.acts?.map(({ value }) => value) ?? null,
    means: row.means?.map(({ value }) => value) ?? null,
    flags: row.flags ?? {},
    measures: measuresOf(row),
    sources: row.sources ?? [],
  }));
}
