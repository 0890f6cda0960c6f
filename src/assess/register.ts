// The objects of a text and its annexes, looked up by the names under which a record mentions them.
import type { Thing } from "../model/incident.ts";
import type { Instrument, ObjectDefinition } from "../terms/ast.ts";
import { askedFacet } from "./sides.ts";

/** Facets that the text's object gives a thing the record names; what the record itself says of the thing comes first. */
export function registeredFacets(
  instrument: Instrument,
  thing: Pick<Thing, "name">,
): Readonly<Record<string, readonly string[]>> {
  const object = objectNamed(instrument, thing.name);
  if (object === null) return {};
  const lists = [...instrument.annexes.values()].filter(({ objects }) =>
    objects.includes(object.id),
  );
  const facets: Record<string, readonly string[]> = {
    "listed-in": [
      lists.length === 0
        ? "other"
        : lists
            .map(({ id }) => id)
            .sort()
            .join(" "),
    ],
  };
  if (object.function !== null) facets["function"] = [object.function];
  if (object.side !== null) facets["side"] = [askedFacet(object.side)];
  if (object.controlledBy !== null) facets["controlled-by"] = [askedFacet(object.controlledBy)];
  return facets;
}

/** By id or by one of its names, capitals apart; null when no name is given or nothing bears it. */
export function objectNamed(instrument: Instrument, name: string | null): ObjectDefinition | null {
  if (name === null) return null;
  const wanted = folded(name);
  const objects = [...instrument.objects.values()];
  return (
    objects.find(({ id, names }) => [id, ...names].some((one) => folded(one) === wanted)) ?? null
  );
}

function folded(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}
